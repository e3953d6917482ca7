internal import DriftText

/// A source line as it is shown, with the columns of what is marked in it.
struct Snippet {
    /// The line or the part of it that fits, an ellipsis where it is cut; no blanks at its end.
    let text: String
    /// Columns of `text` before the mark.
    let markColumn: Int
    /// Columns of the mark within `text`, at least 1.
    let markWidth: Int

    /// Cuts the place's line to `width` columns around the place.
    ///
    /// O(length of the line).
    ///
    /// - Parameter ascii: spells out what is not ASCII.
    init(_ place: Place, width: Int, ascii: Bool = false) {
        let width = max(ascii ? width - 4 : width, 12)
        let cells = Snippet.cells(place.lineText, around: place.start.column - 1, reach: 4 * width, ascii: ascii)
        let marked = Snippet.marked(place, cells: cells)
        var columns = [0]
        for cell in cells { columns.append((columns.last ?? 0) + cell.width) }
        let window = Snippet.window(columns, marked: marked, width: width)
        let ellipsis = ascii ? "..." : "…"
        let lead = window.lowerBound > 0 ? ellipsis : ""
        let tail = window.upperBound < cells.count ? ellipsis : ""
        text = (lead + cells[window].map(\.text).joined() + tail).trimmingTrailingBlanks
        let start = max(marked.lowerBound, window.lowerBound)
        let end = min(marked.upperBound, window.upperBound)
        markColumn = lead.displayWidth + columns[start] - columns[window.lowerBound]
        markWidth = max(1, end > start ? columns[end] - columns[start] : 1)
    }

    /// What the terminal draws as one: a grapheme cluster, or a scalar that has to be escaped.
    private struct Cell {
        var text: String
        var width: Int
        /// The Unicode scalars of the line that it shows, half-open, from 0.
        var scalars: Range<Int>
    }

    /// The cells around a scalar of the line; what lies further away than any window reaches is one cell with an
    /// ellipsis, since hostile lines run to megabytes.
    private static func cells(_ line: String, around scalar: Int, reach: Int, ascii: Bool) -> [Cell] {
        let scalars = line.unicodeScalars
        let skipped = max(0, scalar - reach)
        let start = scalars.index(scalars.startIndex, offsetBy: skipped, limitedBy: scalars.endIndex)
        let rest = scalars[(start ?? scalars.endIndex)...]
        let shown = rest.prefix(2 * reach)
        var cells: [Cell] = []
        cells.reserveCapacity(2 * reach + 2)
        cells += skipped > 0 ? [Cell(text: "…", width: 1, scalars: 0..<skipped)] : []
        var offset = skipped
        for character in String(shown) { append(character, at: &offset, to: &cells, ascii: ascii) }
        if shown.endIndex < rest.endIndex {
            cells.append(Cell(text: "…", width: 1, scalars: offset..<(offset + rest.count - shown.count)))
        }
        return cells
    }

    private static func append(
        _ character: Character, at offset: inout Int, to cells: inout [Cell], ascii: Bool
    ) {
        if let value = character.asciiValue, (0x20..<0x7F).contains(value) {
            cells.append(Cell(text: String(character), width: 1, scalars: offset..<(offset + 1)))
            offset += 1
            return
        }
        let scalars = character.unicodeScalars
        if !ascii, !scalars.contains(where: \.isUnsafeToDisplay) {
            let end = offset + scalars.count
            cells.append(Cell(text: String(character), width: character.displayWidth, scalars: offset..<end))
            offset = end
            return
        }
        for scalar in scalars {
            let shown = String(scalar).escapedForDisplay
            let text = ascii ? shown.asciiSpelling : shown
            cells.append(Cell(text: text, width: text.displayWidth, scalars: offset..<(offset + 1)))
            offset += 1
        }
    }

    /// The cells that the place touches; empty, before the cell to which it points, where the place is empty.
    private static func marked(_ place: Place, cells: [Cell]) -> Range<Int> {
        let start = place.start.column - 1
        let end = place.end.line == place.start.line ? place.end.column - 1 : Int.max
        let upper = cells.firstIndex { $0.scalars.lowerBound >= end } ?? cells.count
        guard end > start else { return upper..<upper }
        let lower = cells.firstIndex { $0.scalars.upperBound > start } ?? cells.count
        return lower..<max(upper, lower)
    }

    /// The cells that fit into `width` columns with an ellipsis at each cut end: from the start of the line where the
    /// mark allows it, otherwise with the mark in the middle.
    private static func window(_ columns: [Int], marked: Range<Int>, width: Int) -> Range<Int> {
        let last = columns.count - 1
        guard columns[last] > width else { return 0..<last }
        let markWidth = min(max(1, columns[marked.upperBound] - columns[marked.lowerBound]), width * 3 / 4)
        let lead = (width - markWidth) / 2
        var left = columns[marked.lowerBound] - lead
        if columns[marked.lowerBound] + markWidth < width - 1 { left = 0 }
        left = max(0, min(left, columns[last] - width))
        let first = left == 0 ? 0 : columns.firstIndex { $0 > left } ?? 0
        let right = left + width
        let end = right >= columns[last] ? last : (columns.lastIndex { $0 < right } ?? last)
        return first..<max(first, end)
    }
}

extension String {
    /// The text without the blanks and tabs at its end.
    var trimmingTrailingBlanks: String {
        var scalars = unicodeScalars[...]
        while scalars.last == " " || scalars.last == "\t" { scalars.removeLast() }
        return String(scalars)
    }

    /// The beginning that fits into `width` columns, with an ellipsis where something was cut.
    func cut(to width: Int) -> String {
        guard displayWidth > width else { return self }
        var result = ""
        var used = 1
        for character in self {
            used += character.displayWidth
            if used > width { break }
            result.append(character)
        }
        return result.trimmingTrailingBlanks + "…"
    }

    /// The text with blanks behind it up to `width` columns.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - displayWidth))
    }
}

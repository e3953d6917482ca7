import DriftAlignment
import DriftMarkdown
import DriftText

/// Writes a missing row or cell of a table in the style of the rows beside it.
struct RowRepair {
    let context: CheckContext
    let renderings: Inquiry<Renderings>
    let difference: Difference
    let part: Int
    let direction: Direction

    private var member: Int { direction.destination }
    private var source: Outline { direction.from }
    private var target: Outline { direction.to }
    private var text: SourceText { target.document.source }

    /// The row, below the one that the difference names.
    func row() -> Repair? {
        guard let table = direction.tables.first(where: { $0.from.rows.contains(part) }),
            let row = table.from.rows.firstIndex(of: part),
            let above = table.to.rows.firstIndex(where: { target.parts[$0].range == difference.passage.range })
        else { return nil }
        // The line below the header rules the table off.
        let line = text.lineIndex(at: target.parts[table.to.rows[above]].range.lower) + (above == 0 ? 1 : 0)
        let model = above == 0 && table.to.rows.count > 1 ? 1 : above
        let range = target.parts[table.to.rows[model]].range
        let prefix = text.bytes[text.lineRange(text.lineIndex(at: range.lower)).lower..<range.lower]
        guard line < text.lineCount, prefix.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: ">") }) else { return nil }
        var isComplete = true
        let cells = (0..<table.to.columnCount).map { column -> [UInt8] in
            guard let other = table.columns[column], let cell = table.from.segment(row: row, column: other)
            else { return [] }
            let (text, isDone) = self.text(ofCell: cell, table.to, column: column, near: model)
            isComplete = isComplete && isDone
            return text
        }
        let written = RowStyle(target, table.to, row: model).row(cells)
        return Repair(
            member: member, edits: [text.inserting([prefix + written], belowLine: line)],
            summary: isComplete
                ? "insert “\(target.shortened(String(decoding: written, as: UTF8.self)))”"
                : "insert “\(difference.expected)”, to be translated", isSafe: isComplete && !direction.isToSource)
    }

    /// The text in the empty cell that the difference names.
    func cell() -> Repair? {
        guard
            let table = direction.tables.first(where: { table in
                target.parts[table.to.table].range.contains(difference.passage.range)
            })
        else { return nil }
        let cell = Int(source.parts[part].segment)
        for (row, column) in table.to.rows.indices.flatMap({ row in (0..<table.to.columnCount).map { (row, $0) }
        }) {
            guard let own = table.to.segment(row: row, column: column),
                target.padded(own) == difference.passage.range
            else { continue }
            let (text, isComplete) = text(ofCell: cell, table.to, column: column, near: row)
            let padded = RowStyle(target, table.to, row: row).padded(text, column: column)
            return Repair(
                member: member, edits: [TextEdit(difference.passage.range, padded)],
                summary: isComplete
                    ? "write “\(target.shortened(String(decoding: text, as: UTF8.self)))”"
                    : "write “\(difference.expected)”, to be translated", isSafe: isComplete && !direction.isToSource)
        }
        return nil
    }

    private func text(ofCell cell: Int, _ grid: Grid, column: Int, near row: Int) -> (text: [UInt8], isComplete: Bool) {
        let near = grid.rows.indices.dropFirst().clamped(to: row - RowStyle.reach..<row + RowStyle.reach)
        let rows = near.sorted { (abs($0 - row), $0) < (abs($1 - row), $1) }
        let samples = rows.compactMap { grid.segment(row: $0, column: column) }
        let carried = CarriedText(
            context: context, renderings: renderings, direction: direction, samples: samples
        )
        .edits(ofSegment: cell)
        let range = source.part(of: cell).range
        return (source.document.source.bytes.applying(carried.edits, in: range), carried.isComplete)
    }
}

/// How the rows of a table are written.
private struct RowStyle {
    /// Rows on either side of one that show how the table is written; people align what they see at once, and a long table
    /// that lost many rows would otherwise be read once for each.
    static let reach = 200

    private let outline: Outline
    private let grid: Grid
    private let row: Int

    init(_ outline: Outline, _ grid: Grid, row: Int) {
        (self.outline, self.grid, self.row) = (outline, grid, row)
    }

    /// A row with pipes at the ends where the model has them.
    func row(_ cells: [[UInt8]]) -> [UInt8] {
        let model = outline.document.source.bytes[outline.parts[grid.rows[row]].range.indices]
        let pipe = UInt8(ascii: "|")
        var text: [UInt8] = model.first == pipe ? [pipe] : []
        text += Array(cells.indices.map { padded(cells[$0], column: $0) }.joined(separator: [pipe]))
        if model.last == pipe { return text + [pipe] }
        while text.last == 0x20 { text.removeLast() }
        return text
    }

    /// A cell with blanks around it: as many as make it as wide as the others where all are equally wide, otherwise
    /// those of the model.
    func padded(_ text: [UInt8], column: Int) -> [UInt8] {
        let near = grid.rows.indices.clamped(to: row - Self.reach..<row + Self.reach)
        let widths = ([grid.rows[0]] + grid.rows[near]).compactMap { width(of: $0, column) }
        let model = grid.segment(row: row, column: column) ?? grid.segment(row: 0, column: column)
        let (left, right) = model.map(blanks) ?? (1, 1)
        let own = String(decoding: text, as: UTF8.self).displayWidth
        var before = left
        var after = right
        if let width = widths.first, widths.count > 1, widths.allSatisfy({ $0 == width }) {
            let least = (min(left, 1), min(right, 1))
            let spare = max(0, width - own - least.0 - least.1)
            switch alignment(of: column) {
            case .right: (before, after) = (least.0 + spare, least.1)
            case .center: (before, after) = (least.0 + spare / 2, least.1 + spare - spare / 2)
            case .left, .none: (before, after) = (least.0, least.1 + spare)
            }
        } else {
            (before, after) = (min(left, 1), min(right, 1))
        }
        return [UInt8](repeating: 0x20, count: before) + text + [UInt8](repeating: 0x20, count: after)
    }

    /// Columns that a cell takes with its blanks.
    private func width(of row: Int, _ column: Int) -> Int? {
        let cells = outline.children(of: row)
        guard column < cells.count else { return nil }
        return outline.document.source.string(outline.padded(Int(outline.parts[cells[column]].segment))).displayWidth
    }

    private func blanks(_ segment: Int) -> (left: Int, right: Int) {
        let (padded, range) = (outline.padded(segment), outline.part(of: segment).range)
        // An empty cell is all blanks.
        return range.isEmpty
            ? (min(1, padded.count), min(1, padded.count / 2))
            : (range.lower - padded.lower, padded.upper - range.upper)
    }

    private func alignment(of column: Int) -> ColumnAlignment {
        guard let header = grid.segment(row: 0, column: column) else { return .none }
        return ColumnAlignment(rawValue: outline.document.blocks[Int(outline.part(of: header).block)].detail.code)
            ?? .none
    }
}

extension Outline {
    /// What stands between the pipes around a cell.
    fileprivate func padded(_ segment: Int) -> ByteRange { document.blocks[Int(part(of: segment).block)].info }
}

extension SourceText {
    /// Inserts lines, given without terminators, below a line, from 0; a missing terminator at the end stays missing.
    func inserting(_ lines: [[UInt8]], belowLine line: Int) -> TextEdit {
        let place = endOfLine(line)
        let isOpen = place == bytes.count && lineRange(line).upper == place
        let text = lines.flatMap { isOpen ? lineBreak + $0 : $0 + lineBreak }
        return TextEdit(ByteRange(place, place), text)
    }
}

import DriftLanguage
import DriftMarkdown
import DriftText

/// A table's rows and columns: which segment stands where.
package struct Grid: Sendable {
    /// Part of the table.
    package let table: Int
    /// Parts of the rows, the header first.
    package let rows: [Int]
    package let columnCount: Int
    /// Segment of each cell, row by row; -1 where a row is shorter than the header.
    private let cells: [Int32]
    /// How many cells each row has, without empty ones behind the header's last column.
    package let cellCounts: [Int]
    /// How many cells each row has up to its last that says something.
    let filledCounts: [Int]
    /// The column whose values tell the rows apart: the first whose cells are nearly all a date, a version, a number or
    /// code, and nearly all different.
    package private(set) var keyColumn: Int?

    package init(_ outline: Outline, table: Int) {
        self.table = table
        rows = outline.children(of: table)
        let cellsOfRows = rows.map { outline.children(of: $0).map { outline.parts[$0].segment } }
        let width = cellsOfRows.first?.count ?? 0
        let filled = cellsOfRows.map { cells in 1 + (cells.lastIndex { $0 >= 0 && !outline.isEmpty(Int($0)) } ?? -1) }
        cellCounts = zip(cellsOfRows, filled).map { cells, filled in max(filled, min(width, cells.count)) }
        filledCounts = filled
        columnCount = width
        cells = cellsOfRows.flatMap { row in (0..<width).map { $0 < row.count ? row[$0] : -1 } }
        keyColumn = (0..<min(width, 3)).first { isKey($0, in: outline) }
    }

    /// The segment of a cell, or nil where the row has none.
    package func segment(row: Int, column: Int) -> Int? {
        let segment = cells[row * columnCount + column]
        return segment < 0 ? nil : Int(segment)
    }

    /// Column from 0 of a cell's segment in a row, or nil where it is none of the header's columns.
    package func column(of segment: Int, row: Int) -> Int? {
        (0..<columnCount).first { self.segment(row: row, column: $0) == segment }
    }
}

extension Grid {
    /// Whether nothing can be seen in a row.
    func isBlank(row: Int, in outline: Outline) -> Bool {
        (0..<columnCount).allSatisfy { segment(row: row, column: $0).map(outline.isEmpty) ?? true }
    }

    private func isKey(_ column: Int, in outline: Outline) -> Bool {
        var keys: Set<UInt64> = []
        var filled = 0
        for row in rows.indices.dropFirst() {
            guard let segment = segment(row: row, column: column), !outline.isEmpty(segment) else { continue }
            filled += 1
            if let key = outline.key(of: segment) { keys.insert(key) }
        }
        return filled > 0 && Float(keys.count) >= 0.7 * Float(filled) && 2 * filled >= rows.count - 1
            && !isNumbering(column, in: outline)
    }

    /// Whether a column counts its rows, from 0 or 1, so that a lost row changes all that follow.
    private func isNumbering(_ column: Int, in outline: Outline) -> Bool {
        let numbers = rows.indices.dropFirst().compactMap { row -> Int? in
            segment(row: row, column: column).flatMap {
                Int(String(decoding: outline.segments[$0].text.bytes, as: UTF8.self))
            }
        }
        return numbers.count >= 2 && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }

    /// What a row is known by in any order: its key, or the text of its first cell where that says something.
    func name(ofRow row: Int, in outline: Outline) -> UInt64? {
        if row == 0 { return nil }
        if let column = keyColumn {
            return segment(row: row, column: column).flatMap { outline.key(of: $0) }
        }
        guard columnCount > 0, let first = segment(row: row, column: 0) else { return nil }
        if let key = outline.key(of: first) { return key }
        guard outline.segments[first].text.bytes.count >= 2 else { return nil }
        var hash = StableHash()
        hash.combine(outline.segments[first].text.bytes)
        return hash.value
    }

    /// For each row the text of its cell in a column, where no other row says the same; nil for the others, the header,
    /// and what is too short to be a name.
    func namesUnique(inColumn column: Int, of outline: Outline) -> [UInt64?] {
        let names = rows.indices.map { row -> UInt64? in
            guard row > 0, let cell = segment(row: row, column: column) else { return nil }
            let text = outline.segments[cell].text.bytes
            guard text.count >= 4 else { return nil }
            var hash = StableHash()
            hash.combine(text)
            return hash.value
        }
        var counts: [UInt64: Int] = [:]
        for case .some(let name) in names { counts[name, default: 0] += 1 }
        return names.map { name in name.flatMap { counts[$0] == 1 ? $0 : nil } }
    }

    /// The key of a row, equal in all languages, or nil where it has none.
    package func key(ofRow row: Int, in outline: Outline) -> UInt64? {
        keyColumn.flatMap { segment(row: row, column: $0) }.flatMap { outline.key(of: $0) }
    }
}

extension TypedValue {
    /// Whether the value can name a row: a date, a version, a long number; a share or a small count tells none apart.
    fileprivate var isKey: Bool {
        switch kind {
        case .date, .version: true
        case .number: range.count >= 3
        case .time, .percentage: false
        }
    }
}

extension Outline {
    /// Whether nothing can be seen in a segment.
    package func isEmpty(_ segment: Int) -> Bool {
        tokens.isEmpty(segment) && segments[segment].text.bytes.isEmpty
    }

    /// Whether code is the path that a link around it leads to, which may be another one in each language.
    private func isOwnAddress(_ code: Inline, in segment: Segment) -> Bool {
        guard let link = segment.inlines.first(where: { $0.kind == .link && $0.range.contains(code.range) }) else {
            return false
        }
        let text = document.source.bytes[code.content.indices]
        return text.contains(UInt8(ascii: "/")) && document.destination(of: link).suffix(text.count).elementsEqual(text)
    }

    /// What a segment says that no language changes, where it says little else: a date, a version, an identifier.
    package func key(of segment: Int) -> UInt64? {
        let segment = segments[segment]
        if let value = segment.values.first, segment.values.count == 1, value.isKey,
            segment.text.bytes.count <= value.range.count + 6
        {
            var hash = StableHash()
            hash.combine(UInt64(value.kind.rawValue))
            hash.combine(value.readings.min() ?? 0)
            return hash.value
        }
        let spans = segment.inlines.filter { $0.kind == .codeSpan }
        guard spans.count == 1, segment.text.bytes.count <= 6, !isOwnAddress(spans[0], in: segment) else { return nil }
        var hash = StableHash()
        hash.combine(document.source.bytes[spans[0].content.indices])
        return hash.value
    }
}

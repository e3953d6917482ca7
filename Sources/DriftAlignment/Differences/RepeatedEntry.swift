/// Tells whether a changed key may be that of another entry: the rest of the row, such as “General maintenance” and who did
/// it, stands in other rows of the table as well.
struct RepeatedEntry {
    let pair: SegmentPair

    /// O(cells of the table).
    var isKey: Bool {
        guard pair.kind == .cell, let table, let column = table.source.keyColumn,
            let row = table.source.rows.indices.first(where: {
                table.source.segment(row: $0, column: column) == pair.sourceIndex
            })
        else { return false }
        return (0..<table.source.columnCount).allSatisfy { other in
            other == column || isRepeated(row: row, column: other, in: table.source)
        }
    }

    private var table: TableAlignment? {
        pair.set.pairs[pair.member - 1].table(
            ofSource: pair.sourceOutline.enclosing(Int(pair.source.part), like: .table))
    }

    /// Whether another row has the text of a cell, or the cell has none.
    private func isRepeated(row: Int, column: Int, in grid: Grid) -> Bool {
        let text = text(row, column, grid)
        return text.isEmpty || grid.rows.indices.contains { $0 != row && self.text($0, column, grid) == text }
    }

    private func text(_ row: Int, _ column: Int, _ grid: Grid) -> [UInt8] {
        grid.segment(row: row, column: column).map { pair.sourceOutline.segments[$0].text.bytes } ?? []
    }
}

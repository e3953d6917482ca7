/// Which rows and columns of two tables correspond.
package struct TableAlignment: Sendable {
    package let source: Grid
    package let target: Grid
    /// For each source row the target's row, or -1. The header rows are partners.
    package let rows: [Int32]
    /// For each source row how sure its pair is, in percent; 0 where it has none.
    package let rowConfidence: [UInt8]
    /// For each source column the target's column, or -1.
    package let columns: [Int32]
    /// Source rows whose partner stands elsewhere than the order of the others demands.
    package let moved: [Int]

    /// Aligns rows first by what they share, then columns by the cells of those rows, then rows again by their columns.
    static func align(_ source: Grid, _ target: Grid, score: SegmentScore) -> TableAlignment {
        var columns = (0..<source.columnCount).map { Int32($0) }
        if source.columnCount != target.columnCount {
            let cells = CellScore(source: source, target: target, score: score, columns: nil)
            columns = alignColumns(cells, rows: alignRows(cells))
        }
        let cells = CellScore(source: source, target: target, score: score, columns: columns)
        let inOrder = alignRows(cells)
        let joined = joinMoved(inOrder, source, target, columns: columns, score)
        let swapped = SwappedRows(cells: cells)
        let changed = ChangedRows(cells: cells, columns: columns).join(inOrder, moved: swapped.join(joined))
        let rows = swapped.exchange(changed)
        return TableAlignment(
            source: source, target: target, rows: rows,
            rowConfidence: confidence(changed, inOrder: inOrder, cells),
            columns: columns, moved: outOfOrder(rows))
    }

    /// The fewest rows that had to be moved to bring the partners into order.
    private static func outOfOrder(_ rows: [Int32]) -> [Int] {
        let paired = rows.indices.filter { rows[$0] >= 0 }
        let inOrder = Set(AscendingChain.longest(in: paired.map { rows[$0] }).map { paired[$0] })
        return paired.filter { !inOrder.contains($0) }
    }

    /// Rows that moved were recognised by their names, and those whose keys differ by all else.
    private static func confidence(
        _ rows: [Int32], inOrder: [Int32], _ cells: CellScore
    ) -> [UInt8] {
        var confidence = PairConfidence(inOrder, targetCount: cells.target.rows.count) { cells.rowScore($0, $1) }
            .percentages()
        for row in rows.indices where rows[row] >= 0 && inOrder[row] < 0 { confidence[row] = PairAlignment.certain }
        return confidence
    }

    private static func alignRows(_ cells: CellScore) -> [Int32] {
        SequenceAligner(gapOpen: -0.2, gapExtend: -0.2, count: (cells.source.rows.count, cells.target.rows.count))
            .align(fixed: [(0, 0)]) { cells.rowScore($0, $1) }
    }

    /// Rows without a partner whose keys are equal, or another cell that says what no other says, are the same row in
    /// another place.
    private static func joinMoved(
        _ rows: [Int32], _ source: Grid, _ target: Grid, columns: [Int32], _ score: SegmentScore
    ) -> [Int32] {
        var joined = join(
            rows, names: source.rows.indices.map { source.name(ofRow: $0, in: score.source) },
            target.rows.indices.map { target.name(ofRow: $0, in: score.target) })
        guard source.keyColumn == nil, target.keyColumn == nil else { return joined }
        for (column, partner) in columns.enumerated() where partner >= 0 {
            joined = join(
                joined, names: source.namesUnique(inColumn: column, of: score.source),
                target.namesUnique(inColumn: Int(partner), of: score.target))
        }
        return joined
    }

    /// Joins rows without a partner that have the same name.
    private static func join(_ rows: [Int32], names: [UInt64?], _ targetNames: [UInt64?]) -> [Int32] {
        var joined = rows
        var free: [UInt64: Int] = [:]
        let taken = Set(rows)
        for (row, name) in targetNames.enumerated() where !taken.contains(Int32(row)) {
            if let name { free[name] = row }
        }
        for row in rows.indices where rows[row] < 0 {
            guard let name = names[row], let partner = free.removeValue(forKey: name) else { continue }
            joined[row] = Int32(partner)
        }
        return joined
    }

    private static func alignColumns(_ cells: CellScore, rows: [Int32]) -> [Int32] {
        SequenceAligner(gapOpen: -0.1, gapExtend: -0.1, count: (cells.source.columnCount, cells.target.columnCount))
            .align {
                cells.columnScore($0, $1, rows: rows)
            }
    }
}

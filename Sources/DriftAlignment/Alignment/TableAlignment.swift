/// Which rows and columns of two tables correspond.
package struct TableAlignment: Sendable {
    package let source: Grid
    package let target: Grid
    /// For each source row the target's row, or -1. The header rows are partners.
    package let rows: [Int32]
    /// For each source column the target's column, or -1.
    package let columns: [Int32]

    /// Aligns rows first by what they share, then columns by the cells of those rows, then rows again by their columns.
    static func align(_ source: Grid, _ target: Grid, score: SegmentScore) -> TableAlignment {
        let cells = CellScore(source: source, target: target, score: score)
        var columns = (0..<source.columnCount).map { Int32($0) }
        if source.columnCount != target.columnCount {
            let roughly = alignRows(cells, columns: nil)
            columns = alignColumns(cells, rows: roughly)
        }
        return TableAlignment(
            source: source, target: target, rows: alignRows(cells, columns: columns), columns: columns)
    }

    private static func alignRows(_ cells: CellScore, columns: [Int32]?) -> [Int32] {
        let aligner = SequenceAligner(gapOpen: -0.2, gapExtend: -0.2)
        let rows = aligner.align((cells.source.rows.count, cells.target.rows.count), fixed: [(0, 0)]) {
            cells.rowScore($0, $1, columns: columns)
        }
        return joinChangedRows(rows, cells: cells, columns: columns)
    }

    /// A gap on both sides at one place whose other cells agree is one changed row.
    private static func joinChangedRows(_ rows: [Int32], cells: CellScore, columns: [Int32]?) -> [Int32] {
        guard let columns else { return rows }
        var joined = rows
        for gap in Gap.gaps(in: rows, targetCount: cells.target.rows.count) where gap.source.count == gap.target.count {
            for (left, right) in zip(gap.source, gap.target)
            where cells.rowScore(left, right, columns: columns, withoutKey: true) > 0.5 {
                joined[left] = Int32(right)
            }
        }
        return joined
    }

    private static func alignColumns(_ cells: CellScore, rows: [Int32]) -> [Int32] {
        SequenceAligner(gapOpen: -0.1, gapExtend: -0.1)
            .align((cells.source.columnCount, cells.target.columnCount), fixed: []) {
                cells.columnScore($0, $1, rows: rows)
            }
    }
}

/// A stretch between two partners in which elements have none.
struct Gap {
    let source: Range<Int>
    let target: Range<Int>

    /// All stretches in which both sides have elements without a partner.
    static func gaps(in partner: [Int32], targetCount: Int) -> [Gap] {
        var gaps: [Gap] = []
        var from = (0, 0)
        for index in 0...partner.count where index == partner.count || partner[index] >= 0 {
            let end = index == partner.count ? targetCount : Int(partner[index])
            if index > from.0, end > from.1 { gaps.append(Gap(source: from.0..<index, target: from.1..<end)) }
            from = (index + 1, end + 1)
        }
        return gaps
    }
}

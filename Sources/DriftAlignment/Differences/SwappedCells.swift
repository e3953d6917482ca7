import DriftText

/// Finds neighbouring cells of a row that have changed places: each says what the other should.
struct SwappedCells {
    /// How much better two cells must fit crosswise than straight; what is equal in both languages fits by
    /// `CellFit.same`, and a text twice as long as expected is one less.
    private static let leastGain: Float = 2
    /// What two cells that belong together do not fall below.
    private static let worstFit: Float = -0.7

    let set: AlignedSet
    let member: Int

    private var outline: Outline { self.set.members[member].outline }

    func differences() -> [Difference] {
        set.pairs[member - 1].tables.flatMap { table in swaps(in: table).map { difference($0, in: table) } }
    }

    /// A row and the first of two columns, of the source.
    private struct Swap {
        let row: Int
        let column: Int
    }

    /// A pair of columns that most rows have the other way round is another order of columns.
    private func swaps(in table: TableAlignment) -> [Swap] {
        let fit = CellFit(source: set.source, target: outline, table: table)
        return (0..<max(0, table.source.columnCount - 1)).flatMap { column -> [Swap] in
            guard table.columns[column] >= 0, table.columns[column + 1] == table.columns[column] + 1 else { return [] }
            let rows = table.source.rows.indices.dropFirst()
            let swapped = rows.filter { isSwapped($0, column, in: table, fit) }
            return 2 * swapped.count < rows.count || swapped.count == 1
                ? swapped.map { Swap(row: $0, column: column) } : []
        }
    }

    private func isSwapped(_ row: Int, _ column: Int, in table: TableAlignment, _ fit: CellFit) -> Bool {
        // A row with a cell too many is shifted as a whole.
        guard table.rows[row] >= 0,
            table.source.cellCounts[row] == table.target.cellCounts[Int(table.rows[row])],
            let cells = fit.cells(row, column), let next = fit.cells(row, column + 1)
        else { return false }
        let straight = (fit.score(cells.source, cells.target), fit.score(next.source, next.target))
        if max(straight.0, straight.1) >= CellFit.same / 2 { return false }
        let crossed = (fit.score(cells.source, next.target), fit.score(next.source, cells.target))
        return crossed.0 + crossed.1 >= straight.0 + straight.1 + Self.leastGain
            && min(crossed.0, crossed.1) > Self.worstFit
            && crossed.0 > straight.0 && crossed.0 > straight.1 && crossed.1 > straight.0 && crossed.1 > straight.1
    }

    private func difference(_ swap: Swap, in table: TableAlignment) -> Difference {
        func range(_ grid: Grid, _ outline: Outline, _ row: Int, _ column: Int) -> ByteRange {
            let cells = [column, column + 1].compactMap { grid.segment(row: row, column: $0) }
            let ranges = cells.map { outline.part(of: $0).range }
            return ByteRange(ranges[0].lower, ranges[ranges.count - 1].upper)
        }
        let source = range(table.source, set.source, swap.row, swap.column)
        let target = range(table.target, outline, Int(table.rows[swap.row]), Int(table.columns[swap.column]))
        let (expected, found) = (set.source.passage(of: source, member: 0), outline.passage(of: target, member: member))
        return Difference(
            .moved, .cell, at: found, counterparts: [expected], expected: expected.text, found: found.text,
            cause: Difference.cause(.moved, .cell, source))
    }
}

/// How well a cell of the source and one of a translation fit, by what no language changes and by their length.
private struct CellFit {
    /// The score of two equal texts.
    static let same: Float = 3

    private let source: Outline
    private let target: Outline
    private let table: TableAlignment
    /// How much longer the translation of this table is, whichever cell stands where.
    private let ratio: Float

    init(source: Outline, target: Outline, table: TableAlignment) {
        self.source = source
        self.target = target
        self.table = table
        let lengths = table.rows.indices.filter { table.rows[$0] >= 0 }.reduce(into: (Float(1), Float(1))) { sum, row in
            for column in 0..<table.source.columnCount where table.columns[column] >= 0 {
                let cells = (
                    table.source.segment(row: row, column: column),
                    table.target.segment(row: Int(table.rows[row]), column: Int(table.columns[column]))
                )
                sum.0 += cells.0.map { Float(source.cellText($0).count) } ?? 0
                sum.1 += cells.1.map { Float(target.cellText($0).count) } ?? 0
            }
        }
        ratio = min(3, max(0.4, lengths.1 / lengths.0))
    }

    /// The segments of both sides at a place of the source; nil where either is empty.
    func cells(_ row: Int, _ column: Int) -> (source: Int, target: Int)? {
        guard let first = table.source.segment(row: row, column: column),
            let second = table.target.segment(row: Int(table.rows[row]), column: Int(table.columns[column])),
            !source.cellText(first).isEmpty, !target.cellText(second).isEmpty
        else { return nil }
        return (first, second)
    }

    func score(_ first: Int, _ second: Int) -> Float {
        let texts = (source.cellText(first), target.cellText(second))
        if texts.0 == texts.1 { return texts.0.count > 1 ? Self.same : Self.same / 2 }
        let values = (source.segments[first].values, target.segments[second].values)
        var score: Float = 0
        if values.0.contains(where: { value in values.1.contains { $0.agrees(with: value) } }) { score += 1 }
        let codes = (source.codes(of: first), target.codes(of: second))
        if codes.0.contains(where: codes.1.contains) { score += 1.5 }
        return score - lengthPenalty(Float(texts.0.count), Float(texts.1.count))
    }

    /// Up to 2.5; the shorter the texts, the less their length says.
    private func lengthPenalty(_ first: Float, _ second: Float) -> Float {
        let longest = max(first * ratio, second)
        let shortest = min(first * ratio, second)
        var doublings: Float = 0
        var rest = longest / max(1, shortest)
        while rest >= 2 {
            rest /= 2
            doublings += 1
        }
        return min(2.5, doublings + rest - 1) * min(1, longest / 16)
    }
}

extension Outline {
    /// What stands in a cell, blanks left out.
    fileprivate func cellText(_ segment: Int) -> [UInt8] {
        document.source.bytes[part(of: segment).range.indices].filter { $0 > 0x20 && $0 != UInt8(ascii: "|") }
    }

    fileprivate func codes(of segment: Int) -> [[UInt8]] {
        segments[segment].inlines.filter { $0.kind == .codeSpan }.map {
            document.source.bytes[$0.content.indices].filter { $0 > 0x20 }
        }
    }
}

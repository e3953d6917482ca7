import DriftLanguage

/// Finds entries that only a translation's change table has and that stand out of order: the dates of the source's table
/// run in one direction, and those of the translation do not.
struct EntryOrder {
    let set: AlignedSet
    let member: Int

    private enum Direction: CaseIterable {
        case ascending, descending
    }

    func differences() -> [Difference] {
        self.set.pairs[member - 1].tables.flatMap(differences)
    }

    /// A table whose rows moved is reported for that. Several entries out of order are one disorder, reported at the first.
    private func differences(of table: TableAlignment) -> [Difference] {
        guard table.moved.isEmpty, let column = table.source.keyColumn, table.columns[column] >= 0,
            let expected = days(table.source, column, in: self.set.source),
            let found = days(table.target, Int(table.columns[column]), in: outline),
            let direction = onlyDirection(of: expected)
        else { return [] }
        let first = added(table).first { row in
            let entries = (kept(table, expected, found) + [row]).sorted()
            return !outOfOrder(entries.map { found[$0] }, direction).isEmpty
        }
        return first.map { [unordered(row: $0 + 1, table, direction)] } ?? []
    }

    /// Rows of the target that have no partner; from 0, the header not counted, as in all that follows.
    private func added(_ table: TableAlignment) -> [Int] {
        let partners = Set(table.rows)
        return (1..<table.target.rows.count).filter { !partners.contains(Int32($0)) }.map { $0 - 1 }
    }

    /// Rows of the target that have the date of their partner. One that has not is a changed date, whatever order that
    /// makes.
    private func kept(_ table: TableAlignment, _ expected: [[UInt64]], _ found: [[UInt64]]) -> [Int] {
        table.rows.indices.dropFirst().filter { table.rows[$0] > 0 }.compactMap { row in
            let partner = Int(table.rows[row]) - 1
            return expected[row - 1].contains { found[partner].contains($0) } ? partner : nil
        }
    }

    private var outline: Outline { self.set.members[member].outline }

    /// The days that each row below the header may mean; nil where one means none.
    private func days(_ grid: Grid, _ column: Int, in outline: Outline) -> [[UInt64]]? {
        let days = grid.rows.indices.dropFirst().map { row in
            grid.segment(row: row, column: column).flatMap { outline.segments[$0].values.first?.days } ?? []
        }
        return days.contains { $0.isEmpty } ? nil : days
    }

    private func onlyDirection(of days: [[UInt64]]) -> Direction? {
        let possible = Direction.allCases.filter { outOfOrder(days, $0).isEmpty }
        return possible.count == 1 ? possible[0] : nil
    }

    /// The fewest rows without which the others are in order, whichever of its days each means. Equal days are in order.
    private func outOfOrder(_ days: [[UInt64]], _ direction: Direction) -> [Int] {
        let rows = days.enumerated().flatMap { row, days in
            days.map { RankedDay(rank: direction == .ascending ? Int($0) : -Int($0), row: row) }
                .sorted { $0.rank > $1.rank }
        }
        let kept = Set(AscendingChain.longest(in: rows).map { rows[$0].row })
        return days.indices.filter { !kept.contains($0) }
    }

    /// A day of a row. A row's own days never ascend, so that a chain takes at most one of them.
    private struct RankedDay: Comparable {
        let rank: Int
        let row: Int

        static func < (left: RankedDay, right: RankedDay) -> Bool { (left.rank, left.row) < (right.rank, right.row) }
    }

    private func unordered(row: Int, _ table: TableAlignment, _ direction: Direction) -> Difference {
        let passage = outline.passage(ofPart: table.target.rows[row], member: member)
        let source = self.set.source.passage(ofPart: table.source.table, member: 0)
        return Difference(
            .unordered, .row, at: passage, counterparts: [source], found: passage.text,
            detail: direction == .ascending ? "the oldest first" : "the newest first",
            cause: Difference.cause(.unordered, .row, member: member, passage.text))
    }
}

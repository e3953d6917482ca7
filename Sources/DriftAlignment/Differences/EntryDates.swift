import DriftLanguage
import DriftText

/// Finds a date in the front matter that is older than the newest entry of the translation's change table, though the
/// source's front matter keeps up with its table.
struct EntryDates {
    private static let keys = [
        "date", "ms.date", "lastmod", "last_modified", "last-modified", "last_modified_at", "modified", "updated",
        "last_updated", "last-updated", "last_update", "updated_at", "lastupdated",
    ]

    let set: AlignedSet
    let member: Int
    let survey: FrontMatterSurvey

    func differences() -> [Difference] {
        guard let source = survey.entries[0], let target = survey.entries[member] else { return [] }
        let entries = Self.keys.compactMap { key in source[key].flatMap { left in target[key].map { (left, $0) } } }
        guard !entries.isEmpty, let newest = newestEntries() else { return [] }
        let outlines = (set.source, set.members[member].outline)
        return entries.compactMap { original, entry in
            let days = (Self.days(original, outlines.0), Self.days(entry, outlines.1))
            guard let expected = days.0.max(), let found = days.1.max(), expected >= newest.source.day,
                found < newest.target.day
            else { return nil }
            return stale(entry, newest.target.row)
        }
    }

    private static func days(_ entry: FrontMatterEntries.Entry, _ outline: Outline) -> [UInt64] {
        outline.values.values(in: Array(entry.value.utf8)).first { $0.kind == .date }?.days ?? []
    }

    // MARK: Entries

    /// A row of a table, by its part, and the earliest day that its date may mean.
    private typealias NewestRow = (row: Int, day: UInt64)

    /// The newest entries of the change table, the last table of both sides whose rows all have dates.
    private func newestEntries() -> (source: NewestRow, target: NewestRow)? {
        set.pairs[member - 1].tables.reversed().lazy.compactMap { table in
            guard let column = table.source.keyColumn, table.columns[column] >= 0,
                let source = newest(of: table.source, column, set.source),
                let target = newest(of: table.target, Int(table.columns[column]), set.members[member].outline)
            else { return nil }
            return (source, target)
        }.first
    }

    /// nil where a row has no date.
    private func newest(of grid: Grid, _ column: Int, _ outline: Outline) -> NewestRow? {
        var newest: NewestRow?
        for row in grid.rows.indices.dropFirst() {
            let values = grid.segment(row: row, column: column).map { outline.segments[$0].values } ?? []
            guard let day = values.first?.days.min() else { return nil }
            if newest.map({ day > $0.day }) ?? true { newest = (grid.rows[row], day) }
        }
        return newest
    }

    private func stale(_ entry: FrontMatterEntries.Entry, _ row: Int) -> Difference {
        let outline = set.members[member].outline
        return Difference(
            .unordered, .frontMatterValue, at: outline.passage(of: entry.valueRange, member: member),
            counterparts: [outline.passage(ofPart: row, member: member)], found: entry.value,
            detail: outline.text(of: row),
            cause: Difference.cause(.unordered, .frontMatterValue, member: 0, entry.key))
    }
}

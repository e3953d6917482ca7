import DriftLanguage
import DriftText

/// Finds dates of a table's column that are written otherwise than the others there, where the source writes all of them in
/// one way: `05/13/2020` above `14/06/2020`, `2020-05-13` above `14.06.2020`.
struct DateFormats {
    /// Dates that a column must have for one to be the exception.
    private static let leastDates = 3

    let set: AlignedSet
    let member: Int

    /// How a date is written.
    private enum Format: Hashable {
        case yearFirst
        /// Day, month and year between points.
        case points
        /// By strokes; which of the two leading numbers is the day where that can be told.
        case dayFirst, monthFirst
        case unclear
    }

    private struct Entry {
        let segment: Int
        let range: Range<Int>
        let format: Format
    }

    func differences() -> [Difference] {
        self.set.pairs[member - 1].tables.flatMap { table in
            table.columns.indices.filter { table.columns[$0] >= 0 }.flatMap { column -> [Difference] in
                let source = entries(table.source, column, self.set.source)
                guard formats(source).count == 1 else { return [] }
                return differences(entries(table.target, Int(table.columns[column]), outline), table)
            }
        }
    }

    private var outline: Outline { self.set.members[member].outline }

    private func entries(_ grid: Grid, _ column: Int, _ outline: Outline) -> [Entry] {
        grid.rows.indices.dropFirst().compactMap { row in
            guard let segment = grid.segment(row: row, column: column),
                let date = outline.segments[segment].values.first(where: { $0.kind == .date && !$0.days.isEmpty }),
                let format = format(of: Array(outline.segments[segment].text.bytes[date.range]))
            else { return nil }
            return Entry(segment: segment, range: date.range, format: format)
        }
    }

    /// nil for what has the name of a month in it.
    private func format(of date: [UInt8]) -> Format? {
        let numbers = date.split { !$0.isASCIIDigit }.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        guard numbers.count == 3, date.allSatisfy({ $0.isASCIIDigit || "/.-".utf8.contains($0) }) else { return nil }
        if numbers[0] > 31 { return .yearFirst }
        if date.contains(UInt8(ascii: ".")) { return .points }
        if numbers[0] > 12 { return .dayFirst }
        return numbers[1] > 12 ? .monthFirst : .unclear
    }

    private func formats(_ entries: [Entry]) -> Set<Format> { Set(entries.map(\.format)).subtracting([.unclear]) }

    private func differences(_ entries: [Entry], _ table: TableAlignment) -> [Difference] {
        let clear = entries.filter { $0.format != .unclear }
        let counts = Dictionary(grouping: clear, by: \.format).mapValues(\.count)
        guard entries.count >= Self.leastDates, counts.count > 1, let most = counts.values.max(),
            counts.values.filter({ $0 == most }).count == 1
        else { return [] }
        let odd = clear.filter { counts[$0.format] != most }
        guard let usual = clear.first(where: { counts[$0.format] == most }), 2 * odd.count < clear.count else {
            return []
        }
        let example = passage(usual)
        return odd.map { entry in
            let found = passage(entry)
            return Difference(
                .defective, .dateFormat, at: found, counterparts: [example],
                found: found.text, detail: "is written otherwise than \(example.text) in the same column",
                cause: Difference.cause(.defective, .dateFormat, self.set.source.parts[table.source.table].range))
        }
    }

    private func passage(_ entry: Entry) -> Difference.Passage {
        outline.passage(of: outline.segments[entry.segment].text.sourceRange(entry.range), member: member)
    }
}

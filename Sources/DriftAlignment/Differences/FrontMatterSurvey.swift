/// The front matter of all members of a set, read once, and what most translations do with a key.
struct FrontMatterSurvey {
    private struct Use {
        var count = 0
        /// How many translations have each value.
        var values: [String: Int] = [:]
    }

    /// By member; nil for one that has none.
    let entries: [FrontMatterEntries?]
    private let targets: Set<Int>
    /// Translations that have front matter.
    private let readableCount: Int
    private var uses: [String: Use] = [:]

    init(_ set: AlignedSet) {
        entries = set.members.map { FrontMatterEntries($0.outline.document) }
        targets = Set(set.targets)
        let readable = set.targets.compactMap { [entries] in entries[$0] }
        readableCount = readable.count
        for member in readable {
            for (key, value) in Self.values(of: member) {
                uses[key, default: Use()].count += 1
                uses[key, default: Use()].values[value, default: 0] += 1
            }
        }
    }

    /// Each key once, with its first value.
    private static func values(of entries: FrontMatterEntries) -> [String: String] {
        Dictionary(entries.entries.map { ($0.key, $0.value) }) { first, _ in first }
    }

    /// How many of the other translations do without front matter, and how many there are.
    func othersWithoutAny(than member: Int) -> (lacking: Int, count: Int) {
        let own = targets.contains(member) ? 1 : 0
        let ownLack = own == 1 && entries[member] == nil ? 1 : 0
        return (targets.count - readableCount - ownLack, targets.count - own)
    }

    /// How many of the other translations with front matter do without a key, and how many there are.
    func othersWithout(_ key: String, than member: Int) -> (lacking: Int, count: Int) {
        let own = targets.contains(member) ? entries[member] : nil
        let count = readableCount - (own == nil ? 0 : 1)
        let present = (uses[key]?.count ?? 0) - (own?[key] == nil ? 0 : 1)
        return (count - present, count)
    }

    /// How many of the other translations give a key some value, and how many have the key.
    func others(than member: Int, giving key: String, _ value: String) -> (equal: Int, count: Int) {
        let own = targets.contains(member) ? entries[member]?[key] : nil
        let use = uses[key] ?? Use()
        let equal = (use.values[value] ?? 0) - (own?.value == value ? 1 : 0)
        return (equal, use.count - (own == nil ? 0 : 1))
    }
}

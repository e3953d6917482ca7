/// What the documents of a repository do with the keys of their sources' front matter: what all do alike is a policy.
package struct FrontMatterHabits: Sendable, Equatable {
    private struct Name: Hashable {
        let locale: String
        /// Empty for the front matter as a whole.
        let key: String
    }

    private struct Count: Equatable {
        var present = 0
        var absent = 0
        var equal = 0
        var different = 0

        static func + (one: Count, other: Count) -> Count {
            Count(
                present: one.present + other.present, absent: one.absent + other.absent,
                equal: one.equal + other.equal, different: one.different + other.different)
        }
    }

    private var counts: [Name: Count] = [:]
    /// Of each key the sum of all locales' counts, so that a key is looked up in one step.
    private var sums: [String: Count] = [:]

    package init() {}

    mutating func merge(_ other: FrontMatterHabits) {
        counts.merge(other.counts, uniquingKeysWith: +)
        sums.merge(other.sums, uniquingKeysWith: +)
    }

    init(_ habits: [ProfileTable.Habit]) {
        for habit in habits where habit.counts.count == 4 {
            counts[Name(locale: habit.locale, key: habit.key)] = Count(
                present: habit.counts[0], absent: habit.counts[1], equal: habit.counts[2], different: habit.counts[3])
        }
        sumUp()
    }

    private mutating func sumUp() {
        sums = [:]
        for (name, count) in counts { sums[name.key, default: Count()] = sums[name.key, default: Count()] + count }
    }

    /// All counts, by locale and key.
    var habits: [ProfileTable.Habit] {
        counts.map { name, count in
            ProfileTable.Habit(
                locale: name.locale, key: name.key,
                counts: [count.present, count.absent, count.equal, count.different])
        }.sorted {
            $0.locale == $1.locale
                ? $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
                : $0.locale.utf8.lexicographicallyPrecedes($1.locale.utf8)
        }
    }

    /// Of each count the greater one.
    func covering(_ part: FrontMatterHabits) -> FrontMatterHabits {
        var habits = self
        habits.counts.merge(part.counts) { one, other in
            Count(
                present: max(one.present, other.present), absent: max(one.absent, other.absent),
                equal: max(one.equal, other.equal), different: max(one.different, other.different))
        }
        habits.sumUp()
        return habits
    }

    /// Adds what one translation does.
    mutating func record(_ source: FrontMatterEntries, _ target: FrontMatterEntries?, locale: String) {
        add(target == nil ? Count(absent: 1) : Count(present: 1), locale, "")
        guard let target else { return }
        for entry in source.entries { add(Self.count(entry, target[entry.key]), locale, entry.key) }
    }

    private static func count(_ entry: FrontMatterEntries.Entry, _ partner: FrontMatterEntries.Entry?) -> Count {
        guard let partner else { return Count(absent: 1) }
        if entry.value.isEmpty, partner.value.isEmpty { return Count(present: 1) }
        return entry.value == partner.value ? Count(present: 1, equal: 1) : Count(present: 1, different: 1)
    }

    private mutating func add(_ count: Count, _ locale: String, _ key: String) {
        let name = Name(locale: locale, key: key)
        counts[name] = counts[name, default: Count()] + count
        sums[key] = sums[key, default: Count()] + count
    }

    /// Whether documents of a locale do without a key, or with an empty key without front matter, as a rule.
    func isLeftOut(_ key: String, locale: String) -> Bool {
        guard let count = counts[Name(locale: locale, key: key)] else { return false }
        return count.absent >= 3 && count.absent >= count.present
    }

    /// Whether nearly all translations give a key the source's value; nil where too few have it to say.
    func isKept(_ key: String) -> Bool? {
        guard let count = sums[key], count.equal + count.different >= 6 else { return nil }
        return 12 * count.different <= count.equal + count.different
    }

    /// Whether a locale translates the value of a key nearly everywhere.
    func isTranslated(_ key: String, locale: String) -> Bool {
        guard let count = counts[Name(locale: locale, key: key)] else { return false }
        return count.different >= 6 && count.different >= 9 * count.equal
    }
}

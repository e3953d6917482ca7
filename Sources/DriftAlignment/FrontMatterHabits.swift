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

    package init() {}

    mutating func merge(_ other: FrontMatterHabits) { counts.merge(other.counts, uniquingKeysWith: +) }

    init(_ habits: [ProfileTable.Habit]) {
        for habit in habits where habit.counts.count == 4 {
            counts[Name(locale: habit.locale, key: habit.key)] = Count(
                present: habit.counts[0], absent: habit.counts[1], equal: habit.counts[2], different: habit.counts[3])
        }
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
        return habits
    }

    /// Adds what one translation does.
    mutating func record(_ source: FrontMatterEntries, _ target: FrontMatterEntries?, locale: String) {
        record(locale, "", isPresent: target != nil)
        guard let target else { return }
        for entry in source.entries {
            let partner = target[entry.key]
            record(locale, entry.key, isPresent: partner != nil)
            guard let partner, !entry.value.isEmpty || !partner.value.isEmpty else { continue }
            if entry.value == partner.value {
                counts[Name(locale: locale, key: entry.key), default: Count()].equal += 1
            } else {
                counts[Name(locale: locale, key: entry.key), default: Count()].different += 1
            }
        }
    }

    private mutating func record(_ locale: String, _ key: String, isPresent: Bool) {
        if isPresent {
            counts[Name(locale: locale, key: key), default: Count()].present += 1
        } else {
            counts[Name(locale: locale, key: key), default: Count()].absent += 1
        }
    }

    /// Whether documents of a locale do without a key, or with an empty key without front matter, as a rule.
    func isLeftOut(_ key: String, locale: String) -> Bool {
        guard let count = counts[Name(locale: locale, key: key)] else { return false }
        return count.absent >= 3 && count.absent >= count.present
    }

    /// Whether nearly all translations give a key the source's value; nil where too few have it to say.
    func isKept(_ key: String) -> Bool? {
        let count = counts.filter { $0.key.key == key }.values.reduce(Count(), +)
        guard count.equal + count.different >= 6 else { return nil }
        return 12 * count.different <= count.equal + count.different
    }

    /// Whether a locale translates the value of a key nearly everywhere.
    func isTranslated(_ key: String, locale: String) -> Bool {
        guard let count = counts[Name(locale: locale, key: key)] else { return false }
        return count.different >= 6 && count.different >= 9 * count.equal
    }
}

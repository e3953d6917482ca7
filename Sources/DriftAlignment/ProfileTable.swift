/// A profile as plain numbers, in which it can be kept and read again.
package struct ProfileTable: Sendable, Equatable {
    package struct Habit: Sendable, Equatable {
        package var locale: String
        /// Empty for the front matter as a whole.
        package var key: String
        /// How many documents have it, lack it, have the source's value and have another.
        package var counts: [Int]

        package init(locale: String, key: String, counts: [Int]) {
            (self.locale, self.key, self.counts) = (locale, key, counts)
        }
    }

    /// By the keys of short texts, ascending; without those that are too rare to decide anything.
    package var usage: [(key: UInt64, usage: Profile.Usage)] = []
    /// By locale.
    package var emphasis: [(locale: String, usage: Profile.Usage)] = []
    /// By locale and key.
    package var habits: [Habit] = []

    package init() {}

    package static func == (left: ProfileTable, right: ProfileTable) -> Bool {
        left.usage.elementsEqual(right.usage) { $0 == $1 } && left.emphasis.elementsEqual(right.emphasis) { $0 == $1 }
            && left.habits == right.habits
    }
}

extension Profile {
    package init(_ table: ProfileTable) {
        self.init()
        usage = Dictionary(table.usage.map { ($0.key, $0.usage) }) { first, _ in first }
        emphasis = Dictionary(table.emphasis.map { ($0.locale, $0.usage) }) { first, _ in first }
        frontMatter = FrontMatterHabits(table.habits)
    }

    package var table: ProfileTable {
        var table = ProfileTable()
        table.usage = usage.filter { $0.value.isDecisive }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        table.emphasis = emphasis.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { ($0.key, $0.value) }
        table.habits = frontMatter.habits
        return table
    }

    /// This profile, and what some of its documents teach by now: of each count the greater one, so that documents which
    /// are in both do not count twice.
    package func covering(_ part: Profile) -> Profile {
        let greater = { (one: Usage, other: Usage) in
            Usage(kept: max(one.kept, other.kept), translated: max(one.translated, other.translated))
        }
        var profile = self
        profile.usage.merge(part.usage, uniquingKeysWith: greater)
        profile.emphasis.merge(part.emphasis, uniquingKeysWith: greater)
        profile.frontMatter = frontMatter.covering(part.frontMatter)
        return profile
    }
}

extension Profile.Usage {
    /// Whether it is frequent enough for any rule to rely on: what is not changes no finding.
    fileprivate var isDecisive: Bool { kept >= Self.leastCount || translated >= Self.leastCount }
}

/// What became of changes that were made to translations in order to see what is found.
package struct SelfTestResult: Sendable, Hashable {
    /// Counts of changes of one kind in one locale, or of several.
    package struct Tally: Sendable, Hashable {
        package var seeded = 0
        /// Changes with a new finding in any place.
        package var noticed = 0
        /// Changes with a new finding at their place, a few lines beside what is gone included.
        package var found = 0
        /// Changes with a new finding on a line that was touched or right beside what is gone.
        package var exact = 0
        package var newCauses = 0
        /// Changes with a new finding that is more than an information.
        package var alarms = 0

        package init() {}

        package static func + (left: Tally, right: Tally) -> Tally {
            var sum = left
            sum.seeded += right.seeded
            sum.noticed += right.noticed
            sum.found += right.found
            sum.exact += right.exact
            sum.newCauses += right.newCauses
            sum.alarms += right.alarms
            return sum
        }
    }

    package struct Row: Sendable, Hashable {
        package var kind: String
        package var isHarmless: Bool
        package var locale: String
        package var tally: Tally

        package init(kind: String, isHarmless: Bool, locale: String, tally: Tally) {
            self.kind = kind
            self.isHarmless = isHarmless
            self.locale = locale
            self.tally = tally
        }
    }

    /// A change that was not found at its place, or a harmless one that was taken for drift.
    package struct Failure: Sendable, Hashable {
        package var kind: String
        package var isHarmless: Bool
        package var locale: String
        package var path: String
        /// Line, from 1, of the changed document.
        package var line: Int
        package var change: String
        /// New findings, as `path:line: rule: message`.
        package var findings: [String]

        package init(
            kind: String, isHarmless: Bool, locale: String, path: String, line: Int, change: String,
            findings: [String]
        ) {
            self.kind = kind
            self.isHarmless = isHarmless
            self.locale = locale
            self.path = path
            self.line = line
            self.change = change
            self.findings = findings
        }
    }

    package var seed: UInt64
    /// One for each kind and locale that had a change, in the order of the kinds and of the locales' tags.
    package var rows: [Row]
    /// In the order in which the changes were chosen.
    package var failures: [Failure]
    /// Pairs of source and translation that changes were chosen from.
    package var pairCount: Int

    package init(seed: UInt64, rows: [Row], failures: [Failure], pairCount: Int) {
        self.seed = seed
        self.rows = rows
        self.failures = failures
        self.pairCount = pairCount
    }
}

extension SelfTestResult {
    /// The sum of the rows that satisfy a condition.
    package func total(where isMeant: (Row) -> Bool) -> Tally {
        rows.filter(isMeant).reduce(Tally()) { $0 + $1.tally }
    }

    /// Kinds in their order, each once.
    package var kinds: [String] { unique(rows.map(\.kind)) }

    /// Locales in the order of their tags.
    package var locales: [String] { Set(rows.map(\.locale)).sorted() }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// Share in percent of the drift that was found at its place, rounded down; 100 where none was seeded.
    package var recall: Int {
        let drift = total { !$0.isHarmless }
        return drift.seeded == 0 ? 100 : drift.found * 100 / drift.seeded
    }
}

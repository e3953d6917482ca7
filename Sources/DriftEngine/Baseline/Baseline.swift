package import DriftFindings

/// Findings that are known and not reported, by fingerprint.
package struct Baseline: Sendable, Equatable {
    package struct Entry: Sendable, Hashable {
        /// The file to edit, relative to the folder of the baseline.
        package var path: String
        package var rule: String
        package var fingerprint: String

        package init(path: String, rule: String, fingerprint: String) {
            (self.path, self.rule, self.fingerprint) = (path, rule, fingerprint)
        }
    }

    /// By path, rule and fingerprint, each once.
    package private(set) var entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = Set(entries).sorted(by: Self.precedes)
    }

    /// An order of bytes, which is the same in every language.
    private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
        if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
        if left.rule != right.rule { return left.rule.utf8.lexicographicallyPrecedes(right.rule.utf8) }
        return left.fingerprint.utf8.lexicographicallyPrecedes(right.fingerprint.utf8)
    }

    /// The findings that it does not know.
    package func unknown(among findings: [Finding]) -> [Finding] {
        let known = Set(entries.map(\.fingerprint))
        return findings.filter { !known.contains($0.fingerprint) }
    }

    /// Entries of what a run looked at that are of none of its findings.
    ///
    /// - Parameter isLookedAt: whether a run would have found an entry if it still occurred.
    package func stale(after findings: [Finding], where isLookedAt: (Entry) -> Bool) -> [Entry] {
        let found = Set(findings.map(\.fingerprint))
        return entries.filter { !found.contains($0.fingerprint) && isLookedAt($0) }
    }

    /// Without some entries.
    package func removing(_ stale: [Entry]) -> Baseline {
        let stale = Set(stale)
        return Baseline(entries.filter { !stale.contains($0) })
    }
}

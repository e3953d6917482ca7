package import DriftFindings

/// Which fixes are made.
package struct FixPolicy: Sendable {
    /// Whether also those that have to be reviewed.
    package var includesUnsafe: Bool
    /// Whether a finding is to be fixed at all: not one that is suppressed or accepted.
    package var isWanted: @Sendable (Finding) -> Bool

    package init(includesUnsafe: Bool = false, isWanted: @escaping @Sendable (Finding) -> Bool = { _ in true }) {
        self.includesUnsafe = includesUnsafe
        self.isWanted = isWanted
    }

    func allows(_ finding: Finding) -> Bool {
        guard let fix = finding.fix else { return false }
        return (fix.isSafe || includesUnsafe) && isWanted(finding)
    }
}

/// A file as it was read and as fixes would leave it.
package struct FixedFile: Hashable, Sendable {
    package let path: String
    package let before: [UInt8]
    package let after: [UInt8]
}

/// What fixes would do, and what they would leave. Nothing of it is written yet.
package struct FixOutcome: Sendable {
    /// Findings in the documents as they are, and as fixes would leave them.
    package var before: [Finding] = []
    package var findings: [Finding] = []
    /// Findings that do not count, where they are asked for.
    package var suppressed: [Finding] = []
    /// The findings that are fixed, each as it was reported in the pass that fixed it.
    package var fixed: [Finding] = []
    /// By path, each once.
    package var files: [FixedFile] = []
    package var unreadable: [FileError] = []

    /// Files that stay as they were, since they could not be written: what was found in them is there still.
    package mutating func takeBack(_ paths: Set<String>) {
        if paths.isEmpty { return }
        files.removeAll { paths.contains($0.path) }
        fixed.removeAll { $0.fix?.edits.contains { paths.contains($0.place.path) } ?? false }
        findings.removeAll { paths.contains($0.place.path) }
        findings += before.filter { paths.contains($0.place.path) }
    }

    mutating func add(_ other: FixOutcome) {
        before += other.before
        findings += other.findings
        suppressed += other.suppressed
        fixed += other.fixed
        files += other.files
        unreadable += other.unreadable
    }
}

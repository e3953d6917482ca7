import DriftFindings
import DriftLayout
import DriftText

/// Makes the fixes of one locale set in memory, in passes, and keeps only those after which their findings are gone.
struct SetFixer: Sendable {
    let checker: SetChecker
    let policy: FixPolicy

    /// One set while it is being fixed.
    private struct State {
        var set: SetChecker.ReadSet
        var findings: [Finding]
    }

    /// More passes than edits can be nested in one another, or items be inserted into one list, one in each pass.
    private static let passLimit = 50

    /// What came of the set. A set that cannot be read stays as it is.
    func fix(_ set: LocaleSet) -> FixOutcome {
        do throws(FileError) {
            let original = try checker.read(set)
            let first = State(set: original, findings: checker.findings(in: original))
            let (last, fixed) = try passes(from: first)
            return FixOutcome(
                before: first.findings, findings: last.findings,
                suppressed: checker.keepsSuppressed ? checker.judgement(of: last.set).suppressed : [], fixed: fixed,
                files: set.members.indices.compactMap { member in
                    let (before, after) = (original.text(of: member).bytes, last.set.text(of: member).bytes)
                    return before == after
                        ? nil : FixedFile(path: set.members[member].path, before: before, after: after)
                })
        } catch {
            return FixOutcome(unreadable: [error])
        }
    }

    private func passes(from first: State) throws(FileError) -> (State, fixed: [Finding]) {
        var state = first
        var fixed: [Finding] = []
        var refused: Set<String> = []
        for _ in 0..<Self.passLimit {
            let candidates = state.findings.filter { policy.allows($0) && !refused.contains($0.fingerprint) }
            let batch = FixBatch(choosingFrom: candidates)
            if batch.findings.isEmpty { break }
            var kept = FixBatch([])
            let next = try keeping(batch.findings[...], beside: &kept, in: state, refused: &refused)
            fixed += kept.findings
            state = next
        }
        return (state, fixed)
    }

    /// Adds to `kept` as many fixes as do what they promise, tried together and, where that fails, half by half.
    private func keeping(
        _ fixes: ArraySlice<Finding>, beside kept: inout FixBatch, in state: State, refused: inout Set<String>
    ) throws(FileError) -> State {
        let batch = FixBatch(kept.findings + fixes)
        let next = try applying(batch, to: state)
        if accepts(batch, from: state.findings, to: next.findings) {
            kept = batch
            return next
        }
        if fixes.count == 1 {
            refused.formUnion(fixes.map(\.fingerprint))
        } else {
            let middle = fixes.startIndex + fixes.count / 2
            _ = try keeping(fixes[..<middle], beside: &kept, in: state, refused: &refused)
            _ = try keeping(fixes[middle...], beside: &kept, in: state, refused: &refused)
        }
        return kept.findings.isEmpty ? state : try applying(kept, to: state)
    }

    private func applying(_ batch: FixBatch, to state: State) throws(FileError) -> State {
        let paths = batch.paths
        var set = state.set
        for (member, path) in state.set.members.map(\.path).enumerated() where paths.contains(path) {
            let bytes = batch.applied(to: state.set.text(of: member).bytes, path: path)
            set = try checker.replacing(anyMember: member, of: set, with: bytes)
        }
        return State(set: set, findings: checker.findings(in: set))
    }

    /// Whether each fix took its finding away and brought no other. What is left to translate may be reported as that,
    /// and a defect of the source may show in what was copied from it.
    private func accepts(_ batch: FixBatch, from before: [Finding], to after: [Finding]) -> Bool {
        let isComplete = batch.findings.allSatisfy { $0.fix?.isSafe ?? false }
        let counts = { (findings: [Finding]) in Dictionary(findings.map { (Kind($0), 1) }, uniquingKeysWith: +) }
        let (old, new, gone) = (counts(before), counts(after), counts(batch.findings))
        let areGone = gone.allSatisfy { kind, count in new[kind, default: 0] <= old[kind, default: 0] - count }
        let isDrift = { (finding: Finding) in isComplete || !checker.concernsWording(finding.rule) }
        let isFewer = after.filter(isDrift).count <= before.filter(isDrift).count - batch.findings.count
        let known = Set(before.map(\.cause))
        return areGone && (isFewer || after.filter(isDrift).allSatisfy { known.contains($0.cause) })
    }

    private struct Kind: Hashable {
        let rule: String
        let path: String

        init(_ finding: Finding) {
            rule = finding.rule
            path = finding.place.path
        }
    }
}

extension SetChecker {
    /// Whether a rule looks at how a text is translated.
    fileprivate func concernsWording(_ rule: String) -> Bool {
        rules[rule].map { $0.family == "text" || $0.family == "terms" || $0.check == .translated } ?? false
    }

    /// The set as it would be if the file of a member, the source included, held the bytes.
    fileprivate func replacing(
        anyMember member: Int, of set: ReadSet, with bytes: [UInt8]
    ) throws(FileError) -> ReadSet {
        if member > 0 { return replacing(member, of: set, with: bytes) }
        var files: [String: [UInt8]] = [:]
        for (index, other) in set.members.enumerated() {
            files[other.path] = index == 0 ? bytes : set.text(of: index).bytes
        }
        var checker = self
        checker.files = OverlayFiles(files, over: self.files)
        return try checker.read(LocaleSet(name: set.name, members: set.members))
    }
}

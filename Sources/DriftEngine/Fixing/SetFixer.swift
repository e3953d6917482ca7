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

    /// What came of the set. A set of which anything cannot be read stays as it is: what is missing in one translation may
    /// stand in the others.
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
            let found = checker.check(set)
            return FixOutcome(
                before: found.findings, findings: found.findings, suppressed: found.suppressed,
                unreadable: found.unreadable.isEmpty ? [error] : found.unreadable)
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
            for part in parts(of: batch, in: state) {
                try choose(part.fixes[...], Trial(state: state, members: part.members), &kept, &refused)
            }
            var next = try applying(kept, to: state)
            // What goes well in each translation may not go together.
            if !accepts(kept, from: state.findings, to: next.findings, knowing: state.findings) {
                let fixes = kept.findings
                kept = FixBatch([])
                try choose(fixes[...], Trial(state: state, members: nil), &kept, &refused)
                next = try applying(kept, to: state)
            }
            fixed += kept.findings
            state = next
        }
        return (state, fixed)
    }

    /// Fixes of one translation each, which can be tried without looking at the others again, and all that is left.
    private func parts(of batch: FixBatch, in state: State) -> [(members: Set<Int>?, fixes: [Finding])] {
        var rest = batch.findings
        var parts: [(members: Set<Int>?, fixes: [Finding])] = []
        for (member, path) in state.set.members.map(\.path).enumerated().dropFirst() {
            let isOwn = { (finding: Finding) in
                finding.place.path == path && finding.fix?.edits.allSatisfy { $0.place.path == path } ?? false
            }
            parts.append(([member], rest.filter(isOwn)))
            rest.removeAll(where: isOwn)
        }
        return (parts + [(nil, rest)]).filter { !$0.fixes.isEmpty }
    }

    /// A state in which fixes are tried, and the members whose findings tell how that went; nil for all.
    private struct Trial {
        let state: State
        let members: Set<Int>?
        let before: [Finding]

        init(state: State, members: Set<Int>?) {
            (self.state, self.members) = (state, members)
            let paths = members.map { Set($0.map { state.set.members[$0].path }) }
            before = state.findings.filter { paths?.contains($0.place.path) ?? true }
        }
    }

    /// Adds to `kept` as many fixes as do what they promise, tried together and, where that fails, in two parts.
    private func choose(
        _ fixes: ArraySlice<Finding>, _ trial: Trial, _ kept: inout FixBatch, _ refused: inout Set<String>
    ) throws(FileError) {
        if fixes.isEmpty { return }
        let paths = trial.members.map { members in Set(members.map { trial.state.set.members[$0].path }) }
        let beside = kept.findings.filter { paths?.contains($0.place.path) ?? true }
        let batch = FixBatch(beside + fixes)
        let after = checker.findings(in: try edited(batch, trial.state), of: trial.members)
        if accepts(batch, from: trial.before, to: after, knowing: trial.state.findings) {
            kept = FixBatch(kept.findings + fixes)
        } else if fixes.count == 1 {
            refused.formUnion(fixes.map(\.fingerprint))
        } else {
            let (clean, suspect) = FixBlame(batch, before: trial.before, after: after).split(fixes)
            try choose(clean, trial, &kept, &refused)
            try choose(suspect, trial, &kept, &refused)
        }
    }

    private func applying(_ batch: FixBatch, to state: State) throws(FileError) -> State {
        if batch.findings.isEmpty { return state }
        let set = try edited(batch, state)
        return State(set: set, findings: checker.findings(in: set))
    }

    private func edited(_ batch: FixBatch, _ state: State) throws(FileError) -> SetChecker.ReadSet {
        let paths = batch.paths
        var set = state.set
        for (member, path) in state.set.members.map(\.path).enumerated() where paths.contains(path) {
            let bytes = batch.applied(to: state.set.text(of: member).bytes, path: path)
            set = try checker.replacing(anyMember: member, of: set, with: bytes)
        }
        return set
    }

    /// Whether each fix took its finding away and brought no other. What is left to translate may be reported as that,
    /// and a defect of the source may show in what was copied from it.
    ///
    /// - Parameter others: all findings of the set before, whose causes are known.
    private func accepts(
        _ batch: FixBatch, from before: [Finding], to after: [Finding], knowing others: [Finding]
    ) -> Bool {
        let isComplete = batch.findings.allSatisfy { $0.fix?.isSafe ?? false }
        let counts = { (findings: [Finding]) in Dictionary(findings.map { (Kind($0), 1) }, uniquingKeysWith: +) }
        let (old, new, gone) = (counts(before), counts(after), counts(batch.findings))
        let areGone = gone.allSatisfy { kind, count in new[kind, default: 0] <= old[kind, default: 0] - count }
        let isDrift = { (finding: Finding) in isComplete || !checker.concernsWording(finding.rule) }
        let isFewer = after.filter(isDrift).count <= before.filter(isDrift).count - batch.findings.count
        let known = Set(others.map(\.cause))
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

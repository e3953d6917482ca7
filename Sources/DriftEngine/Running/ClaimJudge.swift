import DriftAlignment
import DriftFindings
import DriftRules
import DriftText

/// A claim and how badly it is taken; nil keeps it to itself.
struct JudgedClaim {
    let claim: Claim
    let severity: Severity?
    /// Why it does not count.
    var suppression: Finding.Suppression?
}

/// Decides what of the claims on a set is reported: what is selected, not suppressed and not switched off.
struct ClaimJudge {
    private let set: AlignedSet
    private let setName: String
    private let rules: RuleBook
    private let selection: Set<String>
    /// For each member.
    private let levels: [RuleLevels.Levels]
    private let keepsSuppressed: Bool

    /// - Parameters:
    ///   - setName: the set's name as fingerprints have it.
    ///   - keepsSuppressed: whether findings are made of what is suppressed, too.
    init(
        set: AlignedSet, setName: String, rules: RuleBook, selection: Set<String>, levels: RuleLevels,
        keepsSuppressed: Bool = false
    ) {
        self.keepsSuppressed = keepsSuppressed
        self.set = set
        self.setName = setName
        self.rules = rules
        self.selection = selection
        self.levels = set.members.map { levels.levels(path: $0.path, locale: $0.locale) }
    }

    /// Findings of all that is reported, suppressions that are wrong or of no use among them; with a suppression those
    /// that do not count.
    ///
    /// A suppression is of use also where its rule is not selected, so that a run of few rules complains of none.
    func findings(_ claims: [Claim]) -> [Finding] {
        var suppressions = SetSuppressions(set, rules: rules)
        let writer = FindingWriter(set: set, setName: setName)
        guard !suppressions.isEmpty else { return writer.findings(judged(claims) { _ in nil }) }
        let findings = writer.findings(judged(claims) { suppressions.cover($0) })
        return findings + problems(suppressions)
    }

    private func judged(_ claims: [Claim], _ cover: (Claim) -> Finding.Suppression?) -> [JudgedClaim] {
        claims.compactMap { claim in
            let suppression = cover(claim)
            guard selection.contains(claim.rule.id) else { return nil }
            let isKept = suppression == nil || keepsSuppressed
            return JudgedClaim(
                claim: claim, severity: isKept ? severity(of: claim) : nil, suppression: suppression)
        }
    }

    /// What a check takes less badly than its rule stays so where the rule is taken more badly.
    private func severity(of claim: Claim) -> Severity? {
        guard let level = levels[claim.difference.passage.member][claim.rule.id] else { return claim.severity }
        guard let severity = level.severity, let limit = claim.limit else { return level.severity }
        return min(severity, limit)
    }

    private func problems(_ suppressions: SetSuppressions) -> [Finding] {
        var ordinals: [Fingerprint: Int] = [:]
        var findings: [Finding] = []
        for problem in suppressions.problems() where selection.contains(problem.rule.id) {
            let level = levels[problem.member][problem.rule.id]
            guard let severity = level.map(\.severity) ?? problem.rule.severity else { continue }
            let member = set.members[problem.member]
            let source = member.outline.document.source
            let fingerprint = Fingerprint(
                rule: problem.rule.id, set: setName, locale: member.locale.description, kind: "suppression",
                sourceText: "", targetText: source.string(problem.comment))
            let ordinal = ordinals[fingerprint, default: 0]
            ordinals[fingerprint] = ordinal + 1
            var cause = StableHash()
            for text in [problem.rule.id, member.path, "\(problem.comment.lower)"] { cause.combine(text) }
            findings.append(
                Finding(
                    rule: problem.rule.id, severity: severity, message: problem.message, set: set.name,
                    locale: member.locale.description, place: source.place(problem.comment, path: member.path),
                    related: [], cause: cause.hexadecimal, fingerprint: fingerprint.text(ordinal: ordinal)))
        }
        return findings
    }
}

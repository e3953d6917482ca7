package import DriftAlignment
package import DriftFindings
import DriftText

/// A difference that a rule reports, and what it says of it.
///
/// A class, though nothing in it changes: claims are counted, judged and sorted, and hold a rule and a difference.
package final class Claim: Sendable {
    package let rule: Rule
    package let difference: Difference
    package let message: String
    /// How badly the check takes it at most, however badly the rule is taken; nil where it leaves that to the rule.
    package let limit: Severity?
    /// What takes the difference away; nil where that needs judgement, or words that nobody has written yet.
    package let fix: Repair?

    init(_ rule: Rule, _ difference: Difference, message: String, severity: Severity? = nil, fix: Repair? = nil) {
        self.rule = rule
        self.difference = difference
        self.message = message
        limit = severity
        self.fix = fix
    }

    /// What one cannot be sure of is no more than a hint.
    package var severity: Severity {
        if !difference.isCertain { return .info }
        return limit.map { min($0, rule.severity) } ?? rule.severity
    }

    /// The claim in the words of its page, where that has any.
    fileprivate func worded(by template: MessageTemplate?, in set: AlignedSet) -> Claim {
        guard let text = template?.text(for: difference, in: set) else { return self }
        return Claim(rule, difference, message: text, severity: limit, fix: fix)
    }
}

/// What a check may ask.
package struct CheckContext: Sendable {
    package let set: AlignedSet
    package let differences: [Difference]
    package let links: LinkTargets
    /// Which words of a link target localization changes.
    package let linkKey: LinkKey
    /// What is known of translations of whole texts; nil where nobody asks for what is missing to be inserted.
    package let renderings: Inquiry<Renderings>?
    /// What terms are looked up in.
    package let terms: TermBases
    /// All links and images that lead astray, by member and position.
    let strayLinks: [LinkUse]

    package init(
        set: AlignedSet, differences: [Difference], links: LinkTargets, linkKey: LinkKey,
        renderings: Inquiry<Renderings>? = nil,
        terms: TermBases = TermBases()
    ) {
        self.set = set
        self.renderings = renderings
        self.terms = terms
        self.differences = differences
        self.links = links
        self.linkKey = linkKey
        strayLinks = LinkUse.astray(in: set, links: links)
    }
}

/// A kind of comparison: a pure function from an aligned set to what a rule claims in it.
protocol Check: Sendable {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim]
}

extension RuleBook {
    /// What all rules claim. A difference that one rule claims falls to none of those that it stands over, also when
    /// the claimant is not selected; and one that stands in an unresolved merge falls to none but that for merges.
    package func claims(in context: CheckContext) -> [Claim] {
        let conflicts = ConflictDifferences(set: context.set)
        let claims = rules.flatMap { rule in
            rule.check.check.claims(of: rule, in: context)
                .filter { !conflicts.cover($0.difference) && rule.scope.covers($0.difference, in: context.set) }
                .map { $0.worded(by: rule.message, in: context.set) }
        }
        var claimants: [Subject: [Rule]] = [:]
        for claim in claims { claimants[Subject(claim.difference), default: []].append(claim.rule) }
        return claims.filter { claim in
            let rivals = claimants[Subject(claim.difference)] ?? []
            return !rivals.contains { $0.over.contains(claim.rule.id) }
        }
    }
}

/// What makes two claims be about one difference: the bytes of the member to edit.
private struct Subject: Hashable {
    let member: Int
    let range: ByteRange

    init(_ difference: Difference) {
        member = difference.passage.member
        range = difference.passage.range
    }
}

/// The check of rules whose findings are not made from differences.
struct NoClaims: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] { [] }
}

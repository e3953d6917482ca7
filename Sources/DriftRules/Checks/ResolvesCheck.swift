import DriftAlignment
import DriftFindings

/// Relative links whose file does not exist, and references whose label is not defined.
struct ResolvesCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        (rule.aspects.contains(.linkTarget) ? strayLinks(rule, context) : [])
            + (rule.aspects.contains(.reference) ? references(rule, context) : [])
    }

    private func strayLinks(_ rule: Rule, _ context: CheckContext) -> [Claim] {
        context.strayLinks.compactMap { use in
            let link = context.difference(.broken, use)
            guard let message = message(use.target, link.found) else { return nil }
            return Claim(
                rule, link, message: message, severity: isCertain(use.target) ? nil : .info,
                fix: context.restoringTarget(of: use))
        }
    }

    /// Whether a reader is led astray, whatever the site makes of the documents.
    private func isCertain(_ target: LinkTargets.Target) -> Bool {
        if case .missing = target { true } else { false }
    }

    private func references(_ rule: Rule, _ context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .broken && $0.aspect == .reference }
            .map { Claim(rule, $0, message: undefined($0), fix: context.restoringLabel(of: $0)) }
    }

    private func undefined(_ difference: Difference) -> String {
        let reason =
            difference.expected.isEmpty
            ? "elsewhere it is: \(difference.detail)" : "the source's is “\(difference.expected)”"
        return "“\(difference.found)” is no link, since its label is not defined here; \(reason)"
    }

    /// nil for a link that leads somewhere.
    private func message(_ target: LinkTargets.Target, _ link: String) -> String? {
        switch target {
        case .missing(let nearest): "link target “\(link)” does not exist" + (nearest.map { "; “\($0)” does" } ?? "")
        case .untranslated:
            "link target “\(link)” is not translated; the link holds only where the site shows the source's page"
        case .elsewhere(let others):
            "link target “\(link)” does not exist, nor does its folder; so do \(others) more links of this document"
        case .fromElsewhere(let others):
            "link target “\(link)” leads nowhere from this file, though it may from where a site shows it"
                + (others == 0 ? "" : "; so do \(others) more links of this document")
        case .foreign, .localized, .unlocalized: nil
        }
    }
}

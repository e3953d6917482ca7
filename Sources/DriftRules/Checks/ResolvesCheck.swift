import DriftAlignment
import DriftFindings

/// Relative links whose file does not exist.
struct ResolvesCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
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

    /// nil for a link that leads somewhere.
    private func message(_ target: LinkTargets.Target, _ link: String) -> String? {
        switch target {
        case .missing(let nearest): "link target “\(link)” does not exist" + (nearest.map { "; “\($0)” does" } ?? "")
        case .untranslated:
            "link target “\(link)” is not translated; the link holds only where the site shows the source's page"
        case .elsewhere(let others):
            "link target “\(link)” does not exist, nor does its folder; so do \(others) more links of this document"
        case .foreign: nil
        }
    }
}

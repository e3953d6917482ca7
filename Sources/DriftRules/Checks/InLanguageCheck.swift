import DriftAlignment

/// Text that must be in the language of its document, and not in that of another translation.
struct InLanguageCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .foreign && rule.aspects.contains($0.aspect) && $0.aspect == .text }
            .map { Claim(rule, $0, message: foreign($0)) }
    }

    private func foreign(_ difference: Difference) -> String {
        difference.detail.isEmpty
            ? "“\(difference.passage.text)” is in \(difference.found), and this document in \(difference.expected)"
            : "\(difference.detail) are in \(difference.found), and this document is in \(difference.expected)"
    }
}

import DriftAlignment

/// Front matter that says in which locale its document is.
struct NamesLocaleCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .foreign && $0.aspect == .locale }
            .map { Claim(rule, $0, message: foreign($0)) }
    }

    private func foreign(_ difference: Difference) -> String {
        "“\(difference.detail)” says “\(difference.found)”, but this document is in \(difference.expected)"
    }
}

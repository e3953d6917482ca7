import DriftAlignment

/// Front matter that site generators can read.
struct ReadableCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .unreadable && rule.aspects.contains($0.aspect) }
            .map { Claim(rule, $0, message: unreadable($0)) }
    }

    private func unreadable(_ difference: Difference) -> String {
        "\(difference.aspect.noun) \(difference.detail)"
    }
}

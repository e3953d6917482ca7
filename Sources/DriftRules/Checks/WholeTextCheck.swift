import DriftAlignment

/// Texts that say as much as their source.
struct WholeTextCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .abridged }.map { Claim(rule, $0, message: abridged($0)) }
    }

    private func abridged(_ difference: Difference) -> String {
        "“\(difference.found)” has \(difference.detail) % of the length that a translation of its source has here"
    }
}

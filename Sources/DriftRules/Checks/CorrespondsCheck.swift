import DriftAlignment

/// Documents that are translations of one another at all.
struct CorrespondsCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .unrelated }.map { Claim(rule, $0, message: unrelated($0)) }
    }

    private func unrelated(_ difference: Difference) -> String {
        "this document and its source no longer correspond: \(difference.detail)"
    }
}

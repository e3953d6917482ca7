import DriftAlignment

/// Short texts that are to be translated in one way throughout a document.
struct ConsistentCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .varied }.map { Claim(rule, $0, message: varied($0)) }
    }

    private func varied(_ difference: Difference) -> String {
        let source = difference.counterparts.first?.text ?? ""
        return "“\(source)” is “\(difference.found)” here but “\(difference.expected)” in \(difference.detail)"
    }
}

import DriftAlignment

/// Passages that a translation tells in other parts than its source.
struct SamePartsCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .rewritten }.map { Claim(rule, $0, message: message($0)) }
    }

    private func message(_ difference: Difference) -> String {
        let (here, there) = (difference.found, difference.expected)
        return here == there
            ? "from “\(difference.passage.text)” on, the text is another than the source’s"
            : "from “\(difference.passage.text)” on, the source has \(there) instead of \(here)"
    }
}

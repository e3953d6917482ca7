import DriftAlignment

/// Text that its indentation makes code in one document and not in the other.
struct SameKindCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        var seen: Set<Difference.Passage> = []
        return context.differences.filter { $0.kind == .reshaped && seen.insert($0.passage).inserted }
            .map { Claim(rule, $0, message: reshaped($0)) }
    }

    private func reshaped(_ difference: Difference) -> String {
        "“\(difference.found)” is indented so far that it is shown as code, unlike its counterpart"
    }
}

import DriftAlignment

/// Table rows that have as many cells as their header.
struct EvenCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        var seen: Set<Difference.Passage> = []
        return context.differences.filter { $0.kind == .uneven && seen.insert($0.passage).inserted }
            .map { Claim(rule, $0, message: uneven($0)) }
    }

    private func uneven(_ difference: Difference) -> String {
        "table row has \(difference.found) cells under a header of \(difference.detail), unlike its counterpart"
    }
}

import DriftAlignment

/// Change tables whose dates run in the direction of the source's.
struct OrderedCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .unordered }.map { Claim(rule, $0, message: unordered($0)) }
    }

    private func unordered(_ difference: Difference) -> String {
        "table row “\(difference.found)” is out of order: the source's table has \(difference.detail)"
    }
}

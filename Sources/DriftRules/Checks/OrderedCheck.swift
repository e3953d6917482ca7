import DriftAlignment

/// Change tables whose dates run in the direction of the source's, and front matter that keeps up with them.
struct OrderedCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .unordered && rule.aspects.contains($0.aspect) }
            .map { Claim(rule, $0, message: unordered($0)) }
    }

    private func unordered(_ difference: Difference) -> String {
        difference.aspect == .row
            ? "table row “\(difference.found)” is out of order: the source's table has \(difference.detail)"
            : "date “\(difference.found)” is older than the newest entry of the table, “\(difference.detail)”"
    }
}

import DriftAlignment

/// Parts that stand in the order of the source.
struct InPlaceCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .moved && rule.aspects.contains($0.aspect) }
            .map { Claim(rule, $0, message: moved($0)) }
    }

    private func moved(_ difference: Difference) -> String {
        switch difference.aspect {
        case .table: "rows of this table stand in another order than in the source"
        case .cell: "cells “\(difference.found)” have changed places: “\(difference.expected)” in the source"
        default: "\(difference.aspect.noun) “\(difference.found)” stands in another place than in the source"
        }
    }
}

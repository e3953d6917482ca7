import DriftAlignment

/// Values that must be the same in every language: dates, numbers, link targets, code.
struct SameValuesCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .changed && rule.aspects.contains($0.aspect) }
            .map { Claim(rule, $0, message: changed($0), fix: context.restoring($0)) }
    }

    private func changed(_ difference: Difference) -> String {
        if difference.found.isEmpty {
            return "\(difference.aspect.noun) is lost: “\(difference.expected)” in the source"
        }
        if difference.aspect == .link { return replaced(difference) }
        let detail = difference.detail.isEmpty ? "" : ", " + difference.detail
        let other = difference.passage.member == 0 ? "in translations" : "in the source"
        return "\(difference.aspect.noun) “\(difference.found)” is “\(difference.expected)” \(other)\(detail)"
    }

    private func replaced(_ difference: Difference) -> String {
        let more = difference.detail.isEmpty ? "" : " (\(difference.detail))"
        return "link leads to “\(difference.found)” in place of the source's “\(difference.expected)”\(more)"
    }
}

import DriftAlignment

/// Mark-up that a translation keeps: links, code spans, strong emphasis, the colon of a label.
struct KeptCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .lost && rule.aspects.contains($0.aspect) }
            .map { Claim(rule, $0, message: lost($0)) }
    }

    private func lost(_ difference: Difference) -> String {
        switch difference.aspect {
        case .link: "link \(difference.expected) of the source is lost"
        case .codeSpan: "“\(difference.found)” is code in the source: \(difference.expected)"
        case .emphasis: "emphasis of \(difference.expected) in the source is lost"
        default: "label “\(difference.found)” lacks the colon of “\(difference.expected)”"
        }
    }
}

import DriftAlignment

/// Mark-up that a translation keeps: links, code spans, strong emphasis, the colon of a label; and words that negate or limit.
struct KeptCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .lost && rule.aspects.contains($0.aspect) }
            .map { Claim(rule, $0, message: lost($0)) }
    }

    private func lostLink(_ difference: Difference) -> String {
        difference.detail.isEmpty
            ? "link \(difference.expected) of the source is lost"
            : "link \(difference.expected) of the source \(difference.detail) are lost"
    }

    private func lostEmphasis(_ difference: Difference) -> String {
        difference.detail.isEmpty
            ? "emphasis of \(difference.expected) in the source is lost"
            : "emphasis of \(difference.expected) in the source is lost: \(difference.detail)"
    }

    private func lostLimit(_ difference: Difference) -> String {
        "\(difference.aspect.rawValue) “\(difference.expected)” of the source is lost; \(difference.detail) other "
            + "translations keep it"
    }

    private func lost(_ difference: Difference) -> String {
        switch difference.aspect {
        case .link: lostLink(difference)
        case .languageLink: "this choice of languages lacks \(difference.expected)"
        case .codeSpan: "“\(difference.found)” is code in the source: \(difference.expected)"
        case .negation, .limit: lostLimit(difference)
        case .emphasis: lostEmphasis(difference)
        case .headingIdentifier:
            "heading “\(difference.passage.text)” lacks the id “\(difference.expected)” of the source"
        case .imageText: "alternative text “\(difference.expected)” of the source is lost"
        default: "label “\(difference.found)” lacks the colon of “\(difference.expected)”"
        }
    }
}

import DriftAlignment
import DriftFindings
import DriftLanguage

/// Parts that a member lacks, or that only one member has.
struct PresentCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == rule.drift && rule.aspects.contains($0.aspect) }.map { difference in
            let locales = difference.counterparts.map { context.set.members[$0.member].locale.description }
            let message =
                difference.kind == .missing
                ? missing(difference, locales) : extra(difference, Array(locales.dropFirst()))
            let isNote = difference.kind == .extra && Wording.isTranslatorNote(Array(difference.found.utf8))
            return Claim(
                rule, difference, message: message,
                severity: isNote || context.set.isLanguageChoice(difference) ? .info : nil,
                fix: context.inserting(difference))
        }
    }

    private func missing(_ difference: Difference, _ locales: [String]) -> String {
        if difference.aspect == .document {
            return "the translation ends here; its source goes on with “\(difference.expected)” (\(difference.detail))"
        }
        let holders =
            difference.counterparts.first?.member == 0
            ? "" : ", which only \(locales.joined(separator: ", ")) \(locales.count == 1 ? "has" : "have")"
        return "missing \(difference.aspect.noun) “\(difference.expected)”\(withDetail(difference))\(holders)"
    }

    /// - Parameter others: locales that have the part too, though not most of them: which is right is undecided.
    private func extra(_ difference: Difference, _ others: [String]) -> String {
        let split =
            others.isEmpty
            ? ""
            : "; \(others.joined(separator: ", ")) \(others.count == 1 ? "has" : "have") it too, the others have not"
        return "\(difference.aspect.noun) “\(difference.found)”\(withDetail(difference)) is not in the source\(split)"
    }

    private func withDetail(_ difference: Difference) -> String {
        difference.detail.isEmpty ? "" : " \(difference.detail)"
    }
}

extension AlignedSet {
    /// Whether a missing paragraph only leads to the same document in other locales: nothing that one has to read.
    fileprivate func isLanguageChoice(_ difference: Difference) -> Bool {
        guard difference.kind == .missing, difference.aspect == .paragraph, difference.lost.count == 1,
            let part = difference.lost.first?.lowerBound, source.parts[part].segment >= 0
        else { return false }
        let links = source.segments[Int(source.parts[part].segment)].inlines.filter { $0.kind == .link }
        let names = Set(members.map { Self.name(in: Array($0.path.utf8)) })
        return !links.isEmpty
            && links.allSatisfy { names.contains(Self.name(in: Array(source.document.destination(of: $0)))) }
    }

    /// What stands behind the last slash.
    private static func name(in path: [UInt8]) -> [UInt8] {
        path.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
    }
}

extension Difference.Aspect {
    /// The word for it in a message.
    var noun: String {
        switch self {
        case .row: "table row"
        case .column: "table column"
        case .cell: "table cell"
        case .item: "list item"
        case .codeBlock: "code block"
        case .codeLanguage: "language of the code block"
        case .linkTarget: "link target"
        case .linkText: "link text"
        case .imageText: "alternative text"
        case .headingIdentifier: "heading id"
        case .identifier, .product: "name"
        case .dateFormat: "date"
        case .codeSpan: "code"
        case .markup: "mark-up"
        case .labelPunctuation: "colon"
        case .headingLevel: "heading level"
        case .frontMatter: "front matter"
        case .endPunctuation: "the character"
        case .frontMatterKey: "front-matter key"
        case .frontMatterValue: "front-matter value"
        default: rawValue
        }
    }
}

import DriftAlignment

/// Text without what is wrong in any document: garbled or invisible characters, doubled words, brackets without a partner.
struct CleanCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .defective && rule.aspects.contains($0.aspect) }
            .map { Claim(rule, $0, message: message($0), fix: DefectRepair(context: context, difference: $0).repair()) }
    }

    private func message(_ difference: Difference) -> String {
        let (found, detail) = (difference.found, difference.detail)
        return switch difference.aspect {
        case .mergeConflict: "“\(found)” begins a merge conflict that was not resolved\(detail)"
        case .garbledText: "“\(found)” is garbled text\(detail)"
        case .controlCharacter: "\(found) is a control character\(detail)"
        case .invisibleCharacter: "\(found) is an invisible character of no use here\(detail)"
        case .decomposedCharacter: "“\(found)” is written as a letter and a mark that follows it\(detail)"
        case .mixedScript: "“\(found)” mixes letters of two scripts that look alike: \(detail)"
        case .doubledWord: "“\(found)” is a word written twice"
        case .spacing: "a space stands before “\(found)”"
        case .bracket: "“\(found)” has no partner, unlike those of the source"
        case .quotation: "one of the quotation marks has no partner; the last of them is \(found)"
        case .bracketWidth: "“\(found)” mixes brackets of full and half width"
        default: "\(difference.aspect.noun) “\(found)” \(detail)"
        }
    }
}

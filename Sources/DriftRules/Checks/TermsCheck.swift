import DriftAlignment

/// Terms that are translated as term tables say.
struct TermsCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        guard let base = context.terms.base(of: rule, source: context.set.source.locale) else { return [] }
        return TermDifferences(context: context, base: base).differences()
            .filter { rule.aspects.isEmpty || rule.aspects.contains($0.aspect) }
            .map { Claim(rule, $0, message: message($0), fix: fix($0)) }
    }

    /// Capitals of a name need no judgement where it has one already; a word in small letters may be another one.
    private func fix(_ difference: Difference) -> Repair? {
        guard difference.aspect == .name, let first = difference.found.utf8.first else { return nil }
        let isName = !(0x61...0x7A).contains(first)
        return Repair(writing: Array(difference.expected.utf8), at: difference.passage, isSafe: isName)
    }

    private func message(_ difference: Difference) -> String {
        let source = difference.counterparts.first?.text ?? ""
        switch difference.aspect {
        case .forbiddenTerm:
            let better = difference.expected.isEmpty ? "" : "; write \(difference.expected)"
            return "“\(difference.found)” is not to be used (\(difference.detail))\(better)"
        case .name where difference.found.isEmpty:
            return "“\(difference.expected)” is kept in all languages (\(difference.detail)) and is missing here"
        case .name: return "“\(difference.found)” is written “\(difference.expected)” (\(difference.detail))"
        default:
            return "“\(source)” is translated as \(difference.expected) (\(difference.detail)), which is missing here"
        }
    }
}

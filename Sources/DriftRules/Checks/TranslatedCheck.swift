import DriftAlignment

/// Text that must not be left in the source's language.
struct TranslatedCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        let source = context.set.members[0].locale.description
        return context.differences.filter { $0.kind == .untranslated }.map { difference in
            let message =
                difference.detail.isEmpty
                ? "“\(difference.found)” is not translated"
                : "\(difference.detail) are still in the source's language (\(source))"
            return Claim(rule, difference, message: message)
        }
    }
}

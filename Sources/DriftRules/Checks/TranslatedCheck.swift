import DriftAlignment

/// Text that must not be left in the source's language.
struct TranslatedCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        let source = context.set.members[0].locale.description
        let untranslated = context.differences.filter {
            $0.kind == .untranslated && rule.aspects.contains($0.aspect)
        }
        return untranslated.map { difference in
            let message =
                difference.detail.isEmpty
                ? "\(what(difference.aspect))“\(difference.found)” is not translated"
                : "\(difference.detail) are still in the source's language (\(source))"
            // A word or two may be the locale's own.
            return Claim(rule, difference, message: message, severity: difference.aspect == .term ? .warning : nil)
        }
    }

    private func what(_ aspect: Difference.Aspect) -> String {
        [.linkText, .imageText].contains(aspect) ? aspect.noun + " " : ""
    }
}

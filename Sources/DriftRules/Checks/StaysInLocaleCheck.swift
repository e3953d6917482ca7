import DriftAlignment

/// Links that lead to another locale's page although this locale has its own.
struct StaysInLocaleCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.strayLinks.compactMap { use in
            guard case .foreign(let locale, let own) = use.target, let own else { return nil }
            let difference = context.difference(.foreign, use)
            return Claim(
                rule, difference,
                message: "link target “\(difference.found)” is the page in \(locale); this locale has “\(own)”")
        }
    }
}

import DriftAlignment

/// Links that lead to another locale's page although this locale has its own.
struct StaysInLocaleCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.strayLinks.compactMap { use in
            guard case .foreign(let locale, let own) = use.target, let own else { return nil }
            let difference = context.difference(.foreign, use)
            let message = "link target “\(difference.found)” is the page in \(locale); this locale has “\(own)”"
            let link = Array((own + fragment(of: use, in: context)).utf8)
            let fix = Repair(writing: link, at: difference.passage, isSafe: true)
            return Claim(rule, difference, message: message, fix: fix)
        }
    }

    /// What follows the path, such as `#part`, with its sign.
    private func fragment(of use: LinkUse, in context: CheckContext) -> String {
        let source = context.set.members[use.member].outline.document.source
        return source.string(use.inline.destination).firstIndex { $0 == "#" || $0 == "?" }
            .map { String(source.string(use.inline.destination)[$0...]) } ?? ""
    }
}

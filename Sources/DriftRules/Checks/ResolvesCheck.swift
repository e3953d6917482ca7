import DriftAlignment

/// Relative links whose file does not exist.
struct ResolvesCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.strayLinks.compactMap { use in
            guard case .missing(let path, let nearest) = use.target else { return nil }
            let difference = context.difference(.broken, use)
            return Claim(
                rule, difference, message: broken(difference.found, path: path, nearest: nearest),
                fix: context.restoringTarget(of: use))
        }
    }

    private func broken(_ link: String, path: String, nearest: String?) -> String {
        "link target “\(link)” does not exist" + (nearest.map { "; “\($0)” does" } ?? "")
    }
}

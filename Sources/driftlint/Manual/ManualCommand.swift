internal import DriftRules

/// `driftlint completions` and `driftlint man`: what a shell and a reader of manuals need, made from the declarations.
package enum ManualCommand {
    /// A script that completes command lines.
    package static func completions(for shell: Shell, rules: [String]) -> String {
        let context = CompletionContext(rules: rules)
        return switch shell {
        case .bash: BashCompletions.render(context)
        case .zsh: ZshCompletions.render(context)
        case .fish: FishCompletions.render(context)
        }
    }

    /// Families and ids.
    static func names(of rules: RuleBook) -> [String] {
        Set(rules.rules.map(\.family)).sorted() + rules.rules.map(\.id).sorted()
    }
}

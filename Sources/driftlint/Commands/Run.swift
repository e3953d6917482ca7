import DriftEngine
import DriftRules
import DriftText

/// Does what was asked for and returns the exit status.
func run(_ invocation: Invocation) async -> Int32 {
    do {
        let rules = try RuleBook.builtIn()
        switch invocation.command {
        case .check(let paths): return try await CheckCommand(rules: rules, options: invocation.options).run(paths)
        case .compare(let source, let targets):
            return try await CompareCommand(rules: rules, options: invocation.options).run(source, targets)
        case .locales(let paths): return try LocalesCommand(options: invocation.options).run(paths)
        case .align(let paths): return try AlignCommand(options: invocation.options).run(paths)
        case .parse(let path): return try ParseCommand(options: invocation.options).run(path)
        case .selfTest(let paths):
            return try await SelfTestCommand(rules: rules, options: invocation.options).run(paths)
        case .initialise(let folder): return try InitialiseCommand(options: invocation.options).run(folder)
        case .config(let path): return try ConfigCommand(rules: rules, options: invocation.options).run(path)
        case .pruneBaseline(let path):
            return try await BaselineCommand(rules: rules, options: invocation.options).prune(path)
        case .profile(let paths):
            return try await ProfileCommand(rules: rules, options: invocation.options).run(paths)
        case .rules: return RulesCommand(rules: try withOwn(rules)).list()
        case .explain(let rule): return try RulesCommand(rules: try withOwn(rules)).explain(rule)
        case .testRules(let paths): return try await TestRulesCommand(rules: rules).run(paths)
        case .completions(let shell):
            Stream.standardOutput.write(
                ManualCommand.completions(for: shell, rules: ManualCommand.names(of: rules)))
            return ExitStatus.clean
        case .manual:
            Stream.standardOutput.write(ManualPage.render(version: Driftlint.version))
            return ExitStatus.clean
        case .help, .version: return ExitStatus.clean
        }
    } catch {
        Stream.standardError.write("driftlint: \("\(error)".escapedForDisplay)\n")
        return ExitStatus.wrongUsage
    }
}

/// The rules with those of the nearest configuration.
private func withOwn(_ rules: RuleBook) throws -> RuleBook {
    let files = DiskFiles()
    let configuration = try ConfigurationFinder(files: files).configuration(for: ".", .search, settings: [])
    return try RuleFolders(files: files).book(rules, with: configuration)
}

import DriftEngine
import DriftRules
import DriftText

/// `driftlint baseline`: keeps the list of known findings short.
struct BaselineCommand {
    let rules: RuleBook
    let options: Options

    /// - Parameter path: the baseline; nil is the one that is configured.
    func prune(_ path: String?) async throws -> Int32 {
        var options = options
        if let path { options.baseline = path }
        let project = try Project(options.roots.isEmpty ? ["."] : options.roots.map(\.folder), options: options)
        guard let gate = try BaselineGate(options, configuration: project.found.configuration, files: project.files)
        else { throw InputError("no baseline is configured; name one: driftlint baseline prune FILE") }
        let rules = try RuleFolders(files: project.files).book(rules, with: project.found.configuration)
        let choice = try project.choice(of: rules)
        let outcome = await project.lint(rules, choice).outcome
        let status = project.unreadableStatus
        for error in outcome.unreadable {
            Stream.standardError.write("driftlint: \(error.description.escapedForDisplay)\n")
        }
        // What was not looked at is not gone.
        guard outcome.unreadable.isEmpty, status == ExitStatus.clean else { return ExitStatus.wrongUsage }
        try gate.prune(outcome.findings, lookedAt: project.lookedAt(choice, gate.file))
        return ExitStatus.clean
    }
}

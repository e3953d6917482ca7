import DriftEngine
import DriftRules

/// `driftlint compare`: checks just the files named, wherever they lie.
struct CompareCommand {
    let rules: RuleBook
    let options: Options

    func run(_ source: ComparedFile, _ targets: [ComparedFile]) async throws -> Int32 {
        var choice = try RuleChoice(nil, rules: rules, select: options.select, ignore: options.ignore)
        // A suppression in the source may be for a translation that is not compared.
        if options.select.isEmpty { choice.ignore(["unused-suppression"]) }
        let files = DiskFiles()
        let set = try NamedFiles.localeSet([source] + targets, files: files)
        let linter = Linter(
            files: files, rules: rules, selection: choice.selection,
            roots: set.members.map { LinkRoot(files: files).root(for: $0.path) },
            jobs: options.jobs ?? Processors.count)
        return CheckCommand(rules: rules, options: options).report(
            await linter.run([set]), [set], files: files, selection: choice.selection,
            threshold: options.failOn ?? .error)
    }
}

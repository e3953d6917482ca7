import DriftEngine
import DriftRules

/// `driftlint compare`: checks just the files named, wherever they lie.
struct CompareCommand {
    let rules: RuleBook
    let options: Options

    func run(_ source: ComparedFile, _ targets: [ComparedFile]) async throws -> Int32 {
        let files = DiskFiles()
        let configuration = try ConfigurationFinder(files: files)
            .configuration(for: source.path, options.configurationChoice, settings: options.settings)
        let rules = try RuleFolders(files: files).book(rules, with: configuration)
        var choice = try RuleChoice(
            configuration, rules: rules, select: options.select, ignore: options.ignore,
            workingFolder: WorkingFolder.path)
        // A suppression in the source may be for a translation that is not compared.
        if options.select.isEmpty { choice.ignore(["unused-suppression"]) }
        let set = try NamedFiles.localeSet([source] + targets, files: files)
        let roots = set.members.map { LinkRoot(files: files).root(for: $0.path) }
        let jobs = options.jobs ?? Processors.count
        let home = Home(
            of: [source.path], configuration: configuration?.folder, files: files, workingFolder: WorkingFolder.path)
        let profile = try WiderProfile(options: options, configuration: configuration).profile(besides: [])
        let linter = Linter(
            files: files, rules: rules, selection: choice.selection, levels: choice.levels, home: home,
            insertsMissing: options.carriesFixes, keepsSuppressed: options.reportsSuppressed, profile: profile,
            roots: roots, jobs: jobs)
        var result: FixRun.Result
        if let fixes = FixRun(options) {
            result = await fixes.run(Fixer(linter: linter, files: files, roots: roots, jobs: jobs), [set])
        } else {
            result = FixRun.Result(outcome: await linter.run([set]), hasChanges: false)
        }
        let status = CheckCommand(rules: rules, options: options).report(
            result.outcome, [set], files: files, selection: choice.selection,
            threshold: options.failOn ?? configuration?.failOn ?? .error)
        guard options.diff, status < ExitStatus.wrongUsage else { return status }
        return result.hasChanges ? ExitStatus.findings : ExitStatus.clean
    }
}

import DriftEngine
import DriftRules

/// `driftlint compare`: checks just the files named, wherever they lie.
struct CompareCommand {
    let rules: RuleBook
    let options: Options

    func run(_ source: ComparedFile, _ targets: [ComparedFile]) async throws -> Int32 {
        let selection = try rules.selection(select: options.select, ignore: options.ignore)
        let files = DiskFiles()
        let set = try NamedFiles.localeSet([source] + targets, files: files)
        let roots = set.members.map { LinkRoot(files: files).root(for: $0.path) }
        return try await CheckCommand(rules: rules, options: options)
            .lint([set], files: files, roots: roots, selection: selection)
    }
}

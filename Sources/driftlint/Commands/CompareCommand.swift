import DriftEngine
import DriftLanguage
import DriftLayout
import DriftRules

/// `driftlint compare`: checks just the files named, wherever they lie.
struct CompareCommand {
    let rules: RuleBook
    let options: Options

    func run(_ source: ComparedFile, _ targets: [ComparedFile]) async throws -> Int32 {
        let selection = try rules.selection(select: options.select, ignore: options.ignore)
        let files = DiskFiles()
        let set = try localeSet([source] + targets, files: files)
        let roots = set.members.map { LinkRoot(files: files).root(for: $0.path) }
        return try await CheckCommand(rules: rules, options: options)
            .lint([set], files: files, roots: roots, selection: selection)
    }

    /// The files as one set: locales that are not given are worked out from the names.
    private func localeSet(_ compared: [ComparedFile], files: DiskFiles) throws -> LocaleSet {
        let paths = compared.map { Path.normalised($0.path) }
        for path in paths where files.kind(of: path) != .file {
            throw FileError(
                path: path, reason: files.kind(of: path) == nil ? "no such file or directory" : "not a file")
        }
        let layout = LayoutDiscovery(source: nil).discover(paths: paths) { (try? files.read($0)) ?? [] }
        let known = layout.sets.flatMap(\.members)
        var members: [LocaleSet.Member] = []
        for (file, path) in zip(compared, paths) {
            let found = known.first { $0.path == path }
            let locale = try file.locale.map(LanguageTag.init(given:)) ?? found?.locale
            members.append(
                LocaleSet.Member(
                    path: path,
                    locale: locale ?? (members.isEmpty ? LanguageTag(language: "en") : LanguageTag(language: "und")),
                    reason: locale == nil ? "assumed" : "named"))
        }
        return LocaleSet(name: paths[0], members: members)
    }
}

import DriftEngine
import DriftLanguage
import DriftLayout
import DriftRules

/// The documents below the paths of a command, sorted into locale sets.
struct Project {
    let files = DiskFiles()
    let paths: [String]
    let sets: [LocaleSet]
    let found: FoundProject
    private let options: Options

    /// - Parameter looksForContradictions: whether to look into documents for what contradicts their paths.
    init(_ paths: [String], options: Options, looksForContradictions: Bool = false) throws {
        self.paths = paths
        self.options = options
        var request = ProjectRequest(paths: paths)
        request.source = try options.source.map(LanguageTag.init(given:))
        request.roots = try options.roots.map { root in
            ProjectRequest.Root(locale: try LanguageTag(given: root.locale), folder: root.folder)
        }
        request.configuration = options.configurationChoice
        request.settings = options.settings
        request.looksForContradictions = looksForContradictions
        found = try ProjectFinder(files: files, workingFolder: WorkingFolder.path).find(request)
        let wanted = try options.locales.map(LanguageTag.init(given:))
        sets = found.layout.sets.map { $0.restricted(to: wanted) }.filter { $0.members.count > 1 }
    }

    /// Folders in which links are followed: the repository around each path, or the path itself.
    var roots: [String] { (paths + found.homes).map { LinkRoot(files: files).root(for: $0) } }
}

extension Project {
    /// Which rules report, and how badly.
    func choice(of rules: RuleBook) throws -> RuleChoice {
        var choice = try RuleChoice(
            found.configuration, rules: rules, select: options.select, ignore: options.ignore,
            workingFolder: WorkingFolder.path)
        // A suppression in the source may be for a translation that is not looked at.
        if !options.locales.isEmpty { choice.ignore(["unused-suppression"]) }
        return choice
    }

    func linter(_ rules: RuleBook, _ choice: RuleChoice) -> Linter {
        let home = Home(
            of: paths, configuration: found.configuration?.folder, files: files, workingFolder: WorkingFolder.path)
        return Linter(
            files: files, rules: rules, selection: choice.selection, levels: choice.levels, home: home, roots: roots,
            jobs: options.jobs ?? Processors.count)
    }

    /// What a run of all sets looks at, for a baseline.
    func lookedAt(_ choice: RuleChoice, _ file: BaselineFile) -> LookedAt {
        let folders = options.locales.isEmpty ? paths.filter { files.kind(of: $0) == .folder } : []
        return LookedAt(sets, below: folders, rules: choice.selection, for: file)
    }
}

extension Options {
    var configurationChoice: ConfigurationFinder.Choice {
        readsConfiguration ? configuration.map { .file($0) } ?? .search : .none
    }
}

extension LocaleSet {
    /// The set with its source and the targets that are wanted; all where none is named.
    func restricted(to locales: [LanguageTag]) -> LocaleSet {
        if locales.isEmpty { return self }
        let targets = members.dropFirst().filter { member in locales.contains { member.locale.isCovered(by: $0) } }
        return LocaleSet(name: name, members: members.prefix(1) + targets)
    }
}

extension LanguageTag {
    /// A locale as a person writes it on the command line.
    init(given text: String) throws(InputError) {
        guard let tag = LanguageTag(spelling: text) else {
            throw InputError("“\(text)” is no locale; write a BCP 47 tag such as de or pt-BR")
        }
        self = tag
    }
}

/// Input that a command cannot work with.
struct InputError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

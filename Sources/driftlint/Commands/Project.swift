import DriftAlignment
import DriftEngine
import DriftLanguage
import DriftLayout
import DriftRules
import DriftText

/// The documents below the paths of a command, sorted into locale sets.
struct Project {
    let files: any Files
    let paths: [String]
    /// With the members that are wanted, and their sources.
    let sets: [LocaleSet]
    let found: FoundProject
    private let options: Options
    /// Locales whose findings are wanted; empty for all.
    private let wanted: [LanguageTag]

    /// - Parameter looksForContradictions: whether to look into documents for what contradicts their paths.
    init(
        _ paths: [String], options: Options, files: any Files = DiskFiles(), looksForContradictions: Bool = false
    ) throws {
        self.files = files
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
        self.wanted = wanted
        sets = found.layout.sets.map { $0.restricted(to: wanted) }.filter { $0.members.count > 1 }
    }

    /// Says what could not be looked at on the way to the documents; the exit status of a run that did all else.
    var unreadableStatus: Int32 {
        for error in found.unreadable {
            Stream.standardError.write("driftlint: \(error.description.escapedForDisplay)\n")
        }
        return found.unreadable.isEmpty ? ExitStatus.clean : ExitStatus.wrongUsage
    }

    /// Folders in which links are followed: the repository around each path, or the path itself.
    var roots: [String] { (paths + found.homes).map { LinkRoot(files: files).root(for: $0) } }
}

extension Project {
    /// Which rules report, and how badly.
    func choice(of rules: RuleBook) throws -> RuleChoice {
        try RuleChoice(
            found.configuration, rules: rules, select: options.select, ignore: options.ignore,
            workingFolder: WorkingFolder.path)
    }

    /// Checks the sets. Locales that are not wanted are read, too: what they have decides who lacks a part.
    ///
    /// - Parameters:
    ///   - fixes: what fixes them or shows how; nil for a plain check.
    ///   - sets: some of the project's; nil is all.
    ///   - renamed: what sets are called otherwise, for fingerprints.
    ///   - profile: what is known of more documents than the run sees.
    func lint(
        _ rules: RuleBook, _ choice: RuleChoice, _ fixes: FixRun? = nil, sets: [LocaleSet]? = nil,
        renamed: [String: String] = [:], profile: Profile? = nil
    ) async -> FixRun.Result {
        let home = Home(
            of: paths, configuration: found.configuration?.folder, files: files, workingFolder: WorkingFolder.path
        ).renaming(renamed)
        let linter = Linter(
            files: files, rules: rules, selection: choice.selection, levels: choice.levels, home: home,
            insertsMissing: options.carriesFixes, keepsSuppressed: options.reportsSuppressed, profile: profile,
            roots: roots,
            jobs: options.jobs ?? Processors.count)
        let names = Set((sets ?? self.sets).map(\.name))
        let sets = found.layout.sets.filter { names.contains($0.name) }
        let paths = Set(wantedPaths)
        var result: FixRun.Result
        if let fixes = fixes?.restricted(to: paths) {
            let fixer = Fixer(linter: linter, files: files, roots: roots, jobs: options.jobs ?? Processors.count)
            result = await fixes.run(fixer, sets, among: found.surroundings)
        } else {
            let outcome = await Progress.shown(quiet: options.quiet) {
                await linter.run(sets, among: found.surroundings, progress: $0)
            }
            result = FixRun.Result(outcome: outcome, hasChanges: false)
        }
        result.outcome.findings.removeAll { !paths.contains($0.place.path) }
        result.outcome.suppressed.removeAll { !paths.contains($0.place.path) }
        return result
    }

    /// What is known of more documents than the run sees; nil where it sees them all.
    ///
    /// - Parameter isPartial: whether it looks at some of the project's sets alone.
    func profile(isPartial: Bool = false) throws -> Profile? {
        try WiderProfile(options: options, configuration: found.configuration)
            .profile(besides: isPartial ? [] : paths)
    }

    /// Documents whose findings are wanted.
    private var wantedPaths: [String] {
        sets.flatMap { set in
            let members = wanted.isEmpty || set.members[0].isOf(wanted) ? set.members[...] : set.members.dropFirst()
            return members.map(\.path)
        }
    }

    /// What a run of all sets looks at, for a baseline.
    func lookedAt(_ choice: RuleChoice, _ file: BaselineFile) -> LookedAt {
        let folders = wanted.isEmpty ? paths.filter { files.kind(of: $0) == .folder } : []
        return LookedAt(wantedPaths, below: folders, rules: choice.selection, for: file)
    }
}

extension LocaleSet.Member {
    fileprivate func isOf(_ locales: [LanguageTag]) -> Bool { locales.contains { locale.isCovered(by: $0) } }
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
        let targets = members.dropFirst().filter { $0.isOf(locales) }
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

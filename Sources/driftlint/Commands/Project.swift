import DriftEngine
import DriftLanguage
import DriftLayout

/// The documents below the paths of a command, sorted into locale sets.
struct Project {
    let files = DiskFiles()
    let paths: [String]
    let sets: [LocaleSet]
    let found: FoundProject

    /// - Parameter looksForContradictions: whether to look into documents for what contradicts their paths.
    init(_ paths: [String], options: Options, looksForContradictions: Bool = false) throws {
        self.paths = paths
        var request = ProjectRequest(paths: paths)
        request.source = try options.source.map(LanguageTag.init(given:))
        request.roots = try options.roots.map { root in
            ProjectRequest.Root(locale: try LanguageTag(given: root.locale), folder: root.folder)
        }
        request.configuration = options.readsConfiguration ? options.configuration.map { .file($0) } ?? .search : .none
        request.looksForContradictions = looksForContradictions
        found = try ProjectFinder(files: files, workingFolder: WorkingFolder.path).find(request)
        let wanted = try options.locales.map(LanguageTag.init(given:))
        sets = found.layout.sets.map { $0.restricted(to: wanted) }.filter { $0.members.count > 1 }
    }

    /// Folders in which links are followed: the repository around each path, or the path itself.
    var roots: [String] { (paths + found.homes).map { LinkRoot(files: files).root(for: $0) } }
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

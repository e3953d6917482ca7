import DriftEngine
import DriftLanguage
import DriftLayout

/// The documents below the paths of a command, sorted into locale sets.
struct Project {
    let files = DiskFiles()
    let paths: [String]
    let sets: [LocaleSet]
    let notes: [String]

    init(_ paths: [String], options: Options) throws {
        self.paths = paths
        let source = try options.source.map(LanguageTag.init(given:))
        let documents = try DocumentFinder(files: files).documents(in: paths)
        let files = files
        let layout = LayoutDiscovery(source: source).discover(paths: documents) { (try? files.read($0)) ?? [] }
        let wanted = try options.locales.map(LanguageTag.init(given:))
        sets = layout.sets.map { $0.restricted(to: wanted) }.filter { $0.members.count > 1 }
        notes = layout.notes.map(\.text)
    }

    /// Folders in which links are followed: the repository around each path, or the path itself.
    var roots: [String] { paths.map { LinkRoot(files: files).root(for: $0) } }
}

extension LocaleSet {
    /// The set with its source and the targets that are wanted; all where none is named.
    fileprivate func restricted(to locales: [LanguageTag]) -> LocaleSet {
        if locales.isEmpty { return self }
        let targets = members.dropFirst().filter { member in
            locales.contains { $0 == member.locale || $0.region == nil && $0.isSameLanguage(as: member.locale) }
        }
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

import DriftEngine
import DriftLanguage
import DriftLayout

/// Files that are compared because they were named together, wherever they lie.
enum NamedFiles {
    /// The files as one set: locales that are not given are worked out from the names.
    ///
    /// - Parameter sets: what is known of files from all that lies around them.
    static func localeSet(
        _ compared: [ComparedFile], among sets: [LocaleSet] = [], files: DiskFiles
    ) throws -> LocaleSet {
        let paths = compared.map { Path.normalised($0.path) }
        for path in paths where files.kind(of: path) != .file {
            throw FileError(
                path: path, reason: files.kind(of: path) == nil ? "no such file or directory" : "not a file")
        }
        let layout = LayoutDiscovery(source: nil).discover(paths: paths) { (try? files.read($0)) ?? [] }
        let known = (sets + layout.sets).flatMap(\.members)
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

internal import DriftText

/// A file below `rules/`, and what its path says.
struct PageFile {
    let path: String
    let source: SourceText

    var fileName: String { String(path.split(separator: "/").last ?? "") }

    /// The file name without `.md`.
    var name: String { String(fileName.dropLast(3)) }

    /// The name of the folder.
    var family: String { String(path.split(separator: "/").dropLast().last ?? "") }
}

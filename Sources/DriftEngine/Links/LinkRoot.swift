/// Finds the folder in which the links of a document may be followed.
package struct LinkRoot {
    private let files: any Files

    package init(files: any Files) {
        self.files = files
    }

    /// The nearest folder upwards that holds `.git`; without one, the folder itself or that of the file.
    package func root(for path: String) -> String {
        let path = Path.normalised(path)
        let folder = files.kind(of: path) == .folder ? path : Path.folder(of: path)
        var candidate = folder
        for _ in 0..<64 {
            if files.kind(of: Path.join(candidate, ".git")) != nil { return candidate }
            let parent = Path.normalised(Path.join(candidate, ".."))
            if parent == candidate || files.kind(of: parent) != .folder { break }
            candidate = parent
        }
        return folder
    }
}

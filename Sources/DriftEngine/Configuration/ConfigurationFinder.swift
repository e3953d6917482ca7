/// Finds the configuration that holds for a path.
package struct ConfigurationFinder {
    private let files: any Files
    private static let names = ["driftlint.yml", ".driftlint.yml"]

    package init(files: any Files) {
        self.files = files
    }

    /// The nearest configuration upwards, not beyond the repository's root; nil where there is none.
    package func path(for path: String) -> String? {
        let path = Path.normalised(path)
        var folder = files.kind(of: path) == .folder ? path : Path.folder(of: path)
        for _ in 0..<64 {
            if let name = Self.names.first(where: { files.kind(of: Path.join(folder, $0)) == .file }) {
                return Path.join(folder, name)
            }
            if files.kind(of: Path.join(folder, ".git")) != nil { return nil }
            let parent = Path.normalised(Path.join(folder, ".."))
            if parent == folder || files.kind(of: parent) != .folder { return nil }
            folder = parent
        }
        return nil
    }
}

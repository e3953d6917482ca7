/// Finds the documents below the paths that a run was given.
package struct DocumentFinder {
    private let files: any Files
    private static let extensions = [".md", ".markdown", ".mdx"]
    private static let leftOut: Set<String> = ["node_modules", "vendor", "third_party", "__pycache__"]

    package init(files: any Files) {
        self.files = files
    }

    /// Paths of documents, normalised, each once, in the order of their bytes. Hidden folders, vendored ones and
    /// symbolic links are left out; a file that is named itself is taken whatever it is called.
    ///
    /// - Throws: `FileError` for a path that does not exist or a folder that cannot be read.
    package func documents(in paths: [String]) throws(FileError) -> [String] {
        var found: Set<String> = []
        for path in paths.map(Path.normalised) {
            switch files.kind(of: path) {
            case .file: found.insert(path)
            case .folder: try collect(path, into: &found)
            case .other: throw FileError(path: path, reason: "neither a file nor a folder")
            case nil: throw FileError(path: path, reason: "no such file or directory")
            }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func collect(_ root: String, into found: inout Set<String>) throws(FileError) {
        var folders = [root]
        while let folder = folders.popLast() {
            for name in try files.names(in: folder) where !name.hasPrefix(".") && !Self.leftOut.contains(name) {
                let path = Path.join(folder, name)
                let isDocument = Self.extensions.contains { name.hasSuffix($0) }
                if files.isLink(path) { continue }
                switch files.kind(of: path) {
                case .folder: folders.append(path)
                case .file where isDocument: found.insert(path)
                default: continue
                }
            }
        }
    }
}

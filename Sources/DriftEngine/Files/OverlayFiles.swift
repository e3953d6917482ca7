/// Files held in memory, over others or over nothing.
package struct OverlayFiles: Files {
    private let files: [String: [UInt8]]
    private let folders: Set<String>
    private let base: (any Files)?

    /// - Parameter base: what is read where the overlay has nothing; nil for nothing.
    package init(_ files: [String: [UInt8]], over base: (any Files)? = nil) {
        self.files = files
        self.base = base
        var folders: Set<String> = []
        for path in files.keys {
            var folder = Path.folder(of: path)
            while folders.insert(folder).inserted, folder != "." { folder = Path.folder(of: folder) }
        }
        self.folders = folders
    }

    package func read(_ path: String) throws(FileError) -> [UInt8] {
        if let bytes = files[path] { return bytes }
        guard let base else { throw FileError(path: path, reason: "no such file or directory") }
        return try base.read(path)
    }

    package func kind(of path: String) -> FileKind? {
        if files[path] != nil { return .file }
        return folders.contains(path) ? .folder : base?.kind(of: path)
    }

    package func examine(_ path: String, followingLinks: Bool) throws(FileError) -> FileKind? {
        if files[path] != nil { return .file }
        return folders.contains(path) ? .folder : try base?.examine(path, followingLinks: followingLinks)
    }

    package func isLink(_ path: String) -> Bool { files[path] == nil && base?.isLink(path) ?? false }

    package func names(in folder: String) throws(FileError) -> [String] {
        var names: Set<String> = []
        for path in Array(files.keys) + folders where Path.folder(of: path) == folder && path != folder {
            names.insert(Path.name(of: path))
        }
        if let base, base.kind(of: folder) == .folder { names.formUnion(try base.names(in: folder)) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        throw FileError(path: path, reason: "an overlay in memory cannot be written to")
    }
}

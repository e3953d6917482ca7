import DriftEngine

/// Files of which some cannot be read.
struct FailingFiles: Files {
    let base: any Files
    let failing: Set<String>

    func read(_ path: String) throws(FileError) -> [UInt8] {
        if failing.contains(path) { throw FileError(path: path, reason: "permission denied") }
        return try base.read(path)
    }

    func kind(of path: String) -> FileKind? { base.kind(of: path) }
    func names(in folder: String) throws(FileError) -> [String] { try base.names(in: folder) }
    func isLink(_ path: String) -> Bool { base.isLink(path) }

    func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        throw FileError(path: path, reason: "read-only file system")
    }
}

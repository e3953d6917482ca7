/// Where documents are read from and written to: the disk, or whatever stands in for it.
///
/// Paths use `/` and are relative to the working directory, or absolute.
package protocol Files: Sendable {
    /// The bytes of a file.
    func read(_ path: String) throws(FileError) -> [UInt8]
    /// What stands at a path, symbolic links followed; nil where there is nothing, or it cannot be told.
    func kind(of path: String) -> FileKind?
    /// The same; a symbolic link that is not followed is neither a file nor a folder.
    ///
    /// - Throws: where it cannot be told whether there is anything.
    func examine(_ path: String, followingLinks: Bool) throws(FileError) -> FileKind?
    /// Names in a folder, in the order of their bytes, without `.` and `..`.
    func names(in folder: String) throws(FileError) -> [String]
    /// Whether a path is a symbolic link.
    func isLink(_ path: String) -> Bool
    /// Replaces a file as a whole or leaves it as it was.
    func write(_ bytes: [UInt8], to path: String) throws(FileError)
    /// Replaces a file as a whole, its permissions kept, or leaves it as it was.
    ///
    /// - Throws: also where the file does not hold `old`, or is a symbolic link.
    func replace(_ path: String, holding old: [UInt8], with new: [UInt8]) throws(FileError)
}

extension Files {
    package func examine(_ path: String, followingLinks: Bool) throws(FileError) -> FileKind? {
        !followingLinks && isLink(path) ? .other : kind(of: path)
    }

    package func examine(_ path: String) throws(FileError) -> FileKind? { try examine(path, followingLinks: true) }

    package func replace(_ path: String, holding old: [UInt8], with new: [UInt8]) throws(FileError) {
        if isLink(path) { throw FileError(path: path, reason: "a symbolic link, which is not replaced") }
        guard try read(path) == old else { throw FileError(path: path, reason: "changed since it was read") }
        try write(new, to: path)
    }
}

package enum FileKind: Sendable {
    case file, folder, other
}

/// A file that could not be read or written.
package struct FileError: Error, Hashable, CustomStringConvertible {
    package let path: String
    /// What the system says, such as "permission denied".
    package let reason: String

    package init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    package var description: String { "\(path): \(reason)" }
}

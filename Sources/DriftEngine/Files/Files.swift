/// Where documents are read from and written to: the disk, or whatever stands in for it.
///
/// Paths use `/` and are relative to the working directory, or absolute.
package protocol Files: Sendable {
    /// The bytes of a file.
    func read(_ path: String) throws(FileError) -> [UInt8]
    /// What stands at a path, symbolic links followed; nil where there is nothing.
    func kind(of path: String) -> FileKind?
    /// Names in a folder, in the order of their bytes, without `.` and `..`.
    func names(in folder: String) throws(FileError) -> [String]
    /// Whether a path is a symbolic link.
    func isLink(_ path: String) -> Bool
    /// Replaces a file as a whole or leaves it as it was.
    func write(_ bytes: [UInt8], to path: String) throws(FileError)
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

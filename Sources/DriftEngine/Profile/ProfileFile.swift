package import DriftAlignment

/// A profile on the disk, for runs that see only some of the documents.
package struct ProfileFile: Sendable {
    /// As errors name it.
    package let path: String
    private let files: any Files

    /// The name that is given to a profile where none is asked for.
    package static let defaultName = "driftlint-profile.json"

    package init(path: String, files: any Files) {
        self.path = Path.normalised(path)
        self.files = files
    }

    /// - Throws: `FileError`, `ProfileError`.
    package func read() throws -> Profile {
        guard files.kind(of: path) != nil else {
            throw FileError(path: path, reason: "no such profile; `driftlint profile` writes it")
        }
        return try Profile(ProfileTable.read(try files.read(path), path: path))
    }

    /// Replaces the file as a whole.
    package func write(_ profile: Profile) throws(FileError) {
        try files.write(Self.bytes(of: profile), to: path)
    }

    /// What a file holds; the same for equal profiles.
    package static func bytes(of profile: Profile) -> [UInt8] { Array(profile.table.text.utf8) }
}

/// Why a file is no profile.
package struct ProfileError: Error, Hashable, CustomStringConvertible {
    package let path: String
    /// From 1.
    package let line: Int
    package let message: String

    package var description: String { "\(path):\(line): \(message); `driftlint profile` writes it anew" }
}

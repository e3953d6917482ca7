internal import DriftText

/// The files of another state of a repository: those of this one but for some that git has otherwise.
package struct RevisedFiles: Files {
    /// What stands at a path instead.
    enum Content: Sendable {
        case bytes([UInt8])
        /// An object of git that is read when it is asked for.
        case object(String)
        case link
        case absent
    }

    private let base: any Files
    private let git: Git
    private let workingFolder: String
    /// By absolute path.
    private let revised: [String: Content]
    /// Names of files and folders that are revised, by absolute path of the folder.
    private let names: [String: Set<String>]

    /// - Parameter contents: by path from the repository's root.
    init(_ contents: [String: Content], over base: any Files, git: Git, workingFolder: String) {
        self.base = base
        self.git = git
        self.workingFolder = workingFolder
        var revised: [String: Content] = [:]
        var names: [String: Set<String>] = [:]
        for (path, content) in contents {
            var path = Path.normalised("\(git.root)/\(path)")
            revised[path] = content
            if case .absent = content { continue }
            while path != "/" {
                let folder = Path.folder(of: path)
                guard names[folder, default: []].insert(Path.name(of: path)).inserted else { break }
                path = folder
            }
        }
        self.revised = revised
        self.names = names
    }

    private func absolute(_ path: String) -> String {
        Path.normalised(path.utf8.first == UInt8(ascii: "/") ? path : "\(workingFolder)/\(path)")
    }

    package func read(_ path: String) throws(FileError) -> [UInt8] {
        switch revised[absolute(path)] {
        case nil: return try base.read(path)
        case .bytes(let bytes): return bytes
        case .object(let name):
            do throws(GitError) {
                return try git.output(["cat-file", "blob", name])
            } catch {
                throw FileError(path: path, reason: error.description)
            }
        case .link: throw FileError(path: path, reason: "a symbolic link")
        case .absent: throw FileError(path: path, reason: "no such file or directory")
        }
    }

    /// The file on the disk, which has to hold what was read here.
    package func replace(_ path: String, holding old: [UInt8], with new: [UInt8]) throws(FileError) {
        try base.replace(path, holding: old, with: new)
    }

    package func kind(of path: String) -> FileKind? {
        let path = absolute(path)
        switch revised[path] {
        case nil: return names[path] == nil ? base.kind(of: path) : .folder
        case .bytes, .object: return .file
        case .link: return .other
        case .absent: return names[path] == nil ? nil : .folder
        }
    }

    package func examine(_ path: String, followingLinks: Bool) throws(FileError) -> FileKind? {
        let own = absolute(path)
        guard revised[own] == nil, names[own] == nil else { return kind(of: own) }
        return try base.examine(path, followingLinks: followingLinks)
    }

    package func isLink(_ path: String) -> Bool {
        switch revised[absolute(path)] {
        case nil: base.isLink(path)
        case .link: true
        default: false
        }
    }

    package func names(in folder: String) throws(FileError) -> [String] {
        let own = absolute(folder)
        var found = names[own] ?? []
        if base.kind(of: folder) == .folder {
            for name in try base.names(in: folder) where kind(of: Path.join(own, name)) != nil { found.insert(name) }
        } else if found.isEmpty {
            throw FileError(path: folder, reason: "no such file or directory")
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        throw FileError(path: path, reason: "another state of the repository cannot be written to")
    }
}

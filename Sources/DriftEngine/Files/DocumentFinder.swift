/// Finds the documents below the paths that a run was given.
package struct DocumentFinder {
    private let files: any Files
    private static let endings = [".md", ".markdown", ".mdx"]
    private static let leftOut: Set<String> = ["node_modules", "vendor", "third_party", "__pycache__"]

    private let workingFolder: String

    /// - Parameter workingFolder: the absolute path of `.`, to know a repository's folders where it begins above; empty
    ///   if that does not matter.
    package init(files: any Files, workingFolder: String = "") {
        (self.files, self.workingFolder) = (files, workingFolder)
    }

    /// Paths of documents, normalised, each once, in the order of their bytes. What `.gitignore` names, hidden and
    /// vendored folders and symbolic links are left out; a path that is named itself is taken whatever it is called.
    ///
    /// - Throws: `FileError` for a path that does not exist or a folder that cannot be read.
    package func documents(in paths: [String]) throws(FileError) -> [String] {
        let found = try find(in: paths, landmarks: [])
        if let error = found.unreadable.first { throw error }
        return found.documents
    }

    /// What was found below some paths.
    struct Findings {
        /// Normalised, each once, in the order of their bytes.
        var documents: [String]
        /// The folders around and below the paths in which any of some names stands.
        var marked: [String]
        /// Folders below the paths that cannot be read, and documents that cannot be looked at.
        var unreadable: [FileError]
    }

    /// - Throws: `FileError` for a path that cannot be read; what is wrong below it hinders nothing else.
    func find(in paths: [String], landmarks: Set<String>) throws(FileError) -> Findings {
        var found = Found()
        for path in paths.map(Path.normalised) {
            switch try files.examine(path) {
            case .file: found.documents.insert(path)
            case .folder: try collect(path, landmarks, into: &found)
            case .other: throw FileError(path: path, reason: "neither a file nor a folder")
            case nil: throw FileError(path: path, reason: "no such file or directory")
            }
        }
        return Findings(
            documents: found.documents.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
            marked: found.marked.sorted(), unreadable: found.unreadable)
    }

    private struct Found {
        var documents: Set<String> = []
        var marked: Set<String> = []
        var unreadable: [FileError] = []
    }

    /// A folder with what was said above it about paths to leave out.
    private struct Folder {
        var path: String
        /// The path from the repository's root, with a slash unless it is empty.
        var inRepository: [UInt8]
        var ignored: [IgnoreFile]
    }

    private struct IgnoreFile {
        /// How many bytes of a path from the repository's root are those of the file's folder.
        var depth: Int
        var rules: IgnoreRules
    }

    private func collect(
        _ root: String, _ landmarks: Set<String>, into found: inout Found
    ) throws(FileError) {
        var folders = [outermost(root, &found.unreadable)]
        if !landmarks.isEmpty { found.marked.formUnion(foldersAbove(root)) }
        while var folder = folders.popLast() {
            let names: [String]
            do throws(FileError) {
                names = try files.names(in: folder.path)
            } catch {
                if folder.path == root { throw error }
                found.unreadable.append(error)
                continue
            }
            if !landmarks.isDisjoint(with: names) { found.marked.insert(folder.path) }
            if names.contains(".gitignore"), let error = readIgnoreFile(".gitignore", for: &folder) {
                found.unreadable.append(error)
            }
            for name in names where !name.utf8.starts(with: ".".utf8) && !Self.leftOut.contains(name) {
                let path = Path.join(folder.path, name)
                do throws(FileError) {
                    let kind = try files.examine(path, followingLinks: false)
                    if let inner = try take(name, kind, of: folder, into: &found) { folders.append(inner) }
                } catch {
                    found.unreadable.append(error)
                }
            }
        }
    }

    /// Takes a document; gives a folder that is to be looked into.
    private func take(
        _ name: String, _ kind: FileKind?, of folder: Folder, into found: inout Found
    ) throws(FileError) -> Folder? {
        let path = Path.join(folder.path, name)
        switch kind {
        case .folder where !isIgnored(name, in: folder, isFolder: true):
            let inner = folder.inRepository + Array(name.utf8) + [UInt8(ascii: "/")]
            return Folder(path: path, inRepository: inner, ignored: folder.ignored)
        case .file where Self.isDocument(name) && !isIgnored(name, in: folder, isFolder: false):
            found.documents.insert(path)
        case nil where Self.isDocument(name) && !isIgnored(name, in: folder, isFolder: false):
            throw FileError(path: path, reason: "gone, or its name is no UTF-8")
        default: break
        }
        return nil
    }

    /// Whether a file of that name is Markdown.
    static func isDocument(_ name: String) -> Bool {
        endings.contains { ending in
            let tail = name.utf8.suffix(ending.utf8.count)
            return tail.count == ending.utf8.count && tail.elementsEqual(ending.utf8) { $0 | 0x20 == $1 | 0x20 }
        }
    }

    /// The folders from a repository's root down to a folder within it.
    private func foldersAbove(_ root: String) -> [String] {
        let repository = LinkRoot(files: files).root(for: root)
        var folders: [String] = []
        var folder = root
        while folder != repository, folders.count < 64 {
            folder = Path.normalised(Path.join(folder, ".."))
            folders.append(folder)
        }
        return folders
    }

    // MARK: .gitignore

    /// The folder with the rules of the repository around it.
    private func outermost(_ root: String, _ unreadable: inout [FileError]) -> Folder {
        let repository = LinkRoot(files: files).root(for: root)
        var folder = Folder(path: repository, inRepository: [], ignored: [])
        guard repository != root, let rest = inside(root, repository) else {
            folder.path = root
            unreadable += [readIgnoreFile(".git/info/exclude", for: &folder)].compactMap(\.self)
            return folder
        }
        unreadable += [readIgnoreFile(".git/info/exclude", for: &folder)].compactMap(\.self)
        for name in rest {
            unreadable += [readIgnoreFile(".gitignore", for: &folder)].compactMap(\.self)
            folder.path = Path.join(folder.path, name)
            folder.inRepository += Array(name.utf8) + [UInt8(ascii: "/")]
        }
        folder.path = root
        return folder
    }

    /// The names that lead from a folder to a path; nil where they cannot be told.
    private func inside(_ path: String, _ folder: String) -> [String]? {
        Path.rest(of: path, in: folder, workingFolder: workingFolder)?.split(separator: "/").map(String.init)
    }

    /// Why a file that is there cannot be read; what it leaves out is taken in then.
    private func readIgnoreFile(_ name: String, for folder: inout Folder) -> FileError? {
        let path = Path.join(folder.path, name)
        do throws(FileError) {
            guard try files.examine(path) == .file else { return nil }
            let rules = IgnoreRules(try files.read(path))
            if !rules.isEmpty { folder.ignored.append(IgnoreFile(depth: folder.inRepository.count, rules: rules)) }
            return nil
        } catch {
            return error
        }
    }

    /// The innermost file that says anything decides.
    private func isIgnored(_ name: String, in folder: Folder, isFolder: Bool) -> Bool {
        if folder.ignored.isEmpty { return false }
        let path = folder.inRepository + Array(name.utf8)
        for file in folder.ignored.reversed() {
            if let verdict = file.rules.verdict(on: path[file.depth...], isFolder: isFolder) { return verdict }
        }
        return false
    }
}

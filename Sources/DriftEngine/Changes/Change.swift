package import DriftLayout

/// What differs between two states of a repository, and both states as files.
package struct Change: Sendable {
    /// The state that is checked.
    package let files: any Files
    /// The state that it is compared with.
    package let before: any Files
    /// Paths at which something appeared or from which it went, absolute as all below.
    let moved: Set<String>
    /// Files that are new, changed, renamed or gone, by either path.
    private let touched: Set<String>
    /// Of files that were renamed: the path now by the path before.
    private let renamed: [String: String]
    /// Of files that changed: the path before by the path now.
    private let oldPaths: [String: String]
    private let workingFolder: String

    /// - Parameters:
    ///   - reference: what to compare with, of which the merge base with HEAD counts; nil is HEAD.
    ///   - staged: whether the index is checked rather than the work tree.
    ///   - folder: a folder in the repository.
    ///   - workingFolder: the absolute path of `.`.
    package init(
        since reference: String?, staged: Bool, in folder: String, workingFolder: String
    ) throws(GitError) {
        let git = try Git(in: folder, workingFolder: workingFolder)
        let start = try git.start(of: reference)
        let untracked = try git.untracked()
        let changed = try git.changes(since: start, staged: staged, renames: true)
        let unstaged = staged ? try git.changes(since: nil, staged: false, renames: false) : []
        var index = try Change.contents(unstaged, git)
        var old = try Change.contents(changed, git)
        for path in untracked where !Change.isConfiguration(path) {
            if staged { index[path] = .absent } else if old[path] == nil { old[path] = .absent }
        }
        files =
            staged
            ? RevisedFiles(index, over: DiskFiles(), git: git, workingFolder: workingFolder) : DiskFiles()
        before = RevisedFiles(old, over: files, git: git, workingFolder: workingFolder)
        func here(_ path: String) -> String { Path.normalised("\(git.root)/\(path)") }
        var (renamed, oldPaths): ([String: String], [String: String]) = ([:], [:])
        var touched = Set(staged ? [] : untracked.map(here))
        var moved = touched
        for file in changed {
            touched.insert(here(file.path))
            if let old = file.oldPath, old != file.path {
                touched.insert(here(old))
                moved.formUnion([here(old), here(file.path)])
                renamed[here(old)] = here(file.path)
            } else if file.oldPath == nil || !file.isPresent {
                moved.insert(here(file.path))
            }
            if file.isPresent { oldPaths[here(file.path)] = file.oldPath.map(here) }
        }
        self.workingFolder = workingFolder
        (self.renamed, self.touched, self.moved, self.oldPaths) = (renamed, touched, moved, oldPaths)
    }

    /// What stood where files changed. Documents are read at once, in one process.
    private static func contents(
        _ changed: [ChangedFile], _ git: Git
    ) throws(GitError) -> [String: RevisedFiles.Content] {
        let documents = changed.filter { DocumentFinder.isDocument($0.oldPath ?? "") }
        let objects = try git.objects(Set(documents.compactMap { $0.wasLink ? nil : $0.oldObject }))
        var contents: [String: RevisedFiles.Content] = [:]
        // Both states are read as they are configured now.
        let changed = changed.filter { !isConfiguration($0.path) && !isConfiguration($0.oldPath ?? "") }
        for file in changed where file.oldPath != file.path { contents[file.path] = .absent }
        for file in changed {
            guard let path = file.oldPath, let object = file.oldObject else { continue }
            contents[path] = file.wasLink ? .link : objects[object].map { .bytes($0) } ?? .object(object)
        }
        return contents
    }

    private static func isConfiguration(_ path: String) -> Bool {
        ConfigurationFinder.names.contains(Path.name(of: path))
    }

    /// A path by which one file has one name, wherever it is seen from.
    func absolute(_ path: String) -> String {
        Path.normalised(path.utf8.first == UInt8(ascii: "/") ? path : "\(workingFolder)/\(path)")
    }

    func isTouched(_ path: String) -> Bool { touched.contains(absolute(path)) }

    /// The absolute path now of a file that was there before, also of one that is gone.
    func newPath(of path: String) -> String { renamed[absolute(path)] ?? absolute(path) }

    /// Where a file was before; nil for a new one.
    func oldPath(of path: String) -> String? { isTouched(path) ? oldPaths[absolute(path)] : path }

    /// Where what is asked for now was before: folders as they are, and files with all their counterparts, since one
    /// of them may be new.
    ///
    /// - Parameter sets: those that are found by the paths now.
    package func pathsBefore(_ paths: [String], _ sets: [LocaleSet]) -> [String] {
        let folders = paths.filter { files.kind(of: $0) == .folder }
        let named = folders.count == paths.count ? [] : sets.flatMap(\.members).compactMap { oldPath(of: $0.path) }
        return (folders + named.map { fromHere($0) }).filter { before.kind(of: $0) != nil }
    }

    private func fromHere(_ path: String) -> String {
        path.utf8.first == UInt8(ascii: "/") ? Path.relative(path, from: workingFolder) : path
    }
}

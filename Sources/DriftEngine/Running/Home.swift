/// The folder from which documents have the same paths wherever a run starts: that of the repository.
package struct Home: Sendable, Hashable {
    private var folder = "."
    private var workingFolder = ""
    /// What some paths are called instead.
    private var renamed: [String: String] = [:]

    package init() {}

    /// - Parameters:
    ///   - paths: what a run looks at; the first names the repository.
    ///   - configuration: the folder of the configuration, which stands in where there is no repository.
    ///   - workingFolder: the absolute path of `.`.
    package init(of paths: [String], configuration: String?, files: any Files, workingFolder: String) {
        let root = LinkRoot(files: files).root(for: paths.first ?? ".")
        let isRepository = files.kind(of: Path.join(root, ".git")) != nil
        folder = isRepository ? root : configuration ?? "."
        self.workingFolder = workingFolder
    }

    /// With other names for some paths, as they are written in the working folder.
    package func renaming(_ paths: [String: String]) -> Home {
        var home = self
        home.renamed = paths
        return home
    }

    /// A path as seen from the folder; one that lies elsewhere stays as it is.
    func name(of path: String) -> String {
        let path = renamed[path] ?? path
        return Path.rest(of: path, in: folder, workingFolder: workingFolder) ?? path
    }
}

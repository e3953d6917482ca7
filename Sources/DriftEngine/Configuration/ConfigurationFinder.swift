/// Finds the configuration that holds for a path.
package struct ConfigurationFinder {
    /// Where the configuration comes from.
    package enum Choice: Sendable, Hashable {
        /// The nearest one upwards from the first path.
        case search
        case file(String)
        case none
    }

    private let files: any Files
    static let names = ["driftlint.yml", ".driftlint.yml"]

    package init(files: any Files) {
        self.files = files
    }

    /// The nearest configuration upwards, not beyond the repository's root; nil where there is none.
    /// - Throws: where it cannot be told whether one lies beside the path itself.
    package func path(for path: String) throws(FileError) -> String? {
        let path = Path.normalised(path)
        let start = files.kind(of: path) == .folder ? path : Path.folder(of: path)
        for name in Self.names where try files.examine(Path.join(start, name)) == .file {
            return Path.join(start, name)
        }
        var folder = start
        for _ in 0..<64 {
            if let name = Self.names.first(where: { files.kind(of: Path.join(folder, $0)) == .file }) {
                return Path.join(folder, name)
            }
            if files.kind(of: Path.join(folder, ".git")) != nil { return nil }
            let parent = Path.normalised(Path.join(folder, ".."))
            if parent == folder || files.kind(of: parent) != .folder { return nil }
            folder = parent
        }
        return nil
    }

    /// The configuration that holds for a path; nil where there is none.
    ///
    /// - Parameter settings: `key=value`, instead of what the file says.
    /// - Throws: `FileError`, `ConfigurationError`.
    package func configuration(for start: String, _ choice: Choice, settings: [String]) throws -> Configuration? {
        var configuration: Configuration?
        switch choice {
        case .none: break
        case .file(let file): configuration = try read(Path.normalised(file))
        case .search: configuration = try path(for: start).map { try read($0) }
        }
        for setting in settings {
            var changed = configuration ?? Configuration()
            try ConfigurationReader.apply(setting, of: "--set \(setting)", to: &changed)
            configuration = changed
        }
        return configuration
    }

    private func read(_ path: String) throws -> Configuration {
        try ConfigurationReader.read(try files.read(path), path: path)
    }
}

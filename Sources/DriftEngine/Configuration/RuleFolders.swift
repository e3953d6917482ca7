package import DriftRules
import DriftText

/// Reads the pages of a team's own rules.
package struct RuleFolders {
    private let files: any Files

    package init(files: any Files) {
        self.files = files
    }

    /// The rules of a folder: its pages and those of the folders in it, in the order of their paths, but no README.
    ///
    /// Symbolic links are not followed.
    ///
    /// - Throws: `FileError`, `RuleError`.
    package func rules(in folder: String) throws -> [Rule] {
        var rules: [Rule] = []
        for name in try files.names(in: folder) where !name.hasPrefix(".") {
            let path = Path.join(folder, name)
            let kind = try files.examine(path, followingLinks: false)
            if kind == .folder {
                rules += try self.rules(in: path)
            } else if kind != .other, name.hasSuffix(".md"), name.lowercased() != "readme.md" {
                let page = try EmbeddedPage(SourceText(try files.read(path)), path: path)
                rules.append(try Rule(page).readingTerms())
            }
        }
        return rules
    }

    /// The tables of the files that a configuration names.
    private func terms(of configuration: Configuration) throws -> [TermTable] {
        try configuration.terms.flatMap { file in
            let path = Path.normalised(Path.join(configuration.folder, file.path))
            guard files.kind(of: path) == .file else {
                throw ConfigurationError(place: file.place, message: "“\(file.path)” in “terms” is no file")
            }
            return try TermTableReader.read(SourceText(try files.read(path)), path: path)
        }
    }

    /// A book and the rules of the folders that a configuration names.
    ///
    /// - Throws: `FileError`, `RuleError`, `ConfigurationError` for what is no folder.
    package func book(_ book: RuleBook, with configuration: Configuration?) throws -> RuleBook {
        guard let configuration else { return book }
        var book = book
        for folder in configuration.ruleFolders {
            let path = Path.normalised(Path.join(configuration.folder, folder.path))
            guard files.kind(of: path) == .folder else {
                throw ConfigurationError(place: folder.place, message: "“\(folder.path)” in “rules” is no folder")
            }
            book = try book.adding(try rules(in: path))
        }
        return book.adding(terms: try terms(of: configuration))
    }
}

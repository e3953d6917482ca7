package import DriftLanguage

/// What is known of a layout before any path is read; all of it may be empty.
package struct LayoutOptions: Hashable, Sendable {
    /// The source locale where it is configured; else it is worked out.
    package var source: LanguageTag?
    /// The only locales that documents may be in; empty for all.
    package var locales: [LanguageTag] = []
    /// Words, in small letters, that stand for a locale beside those that are known.
    package var aliases: [String: LanguageTag] = [:]
    /// Where documents are; with any of them, nothing is inferred from other paths.
    package var patterns: [LayoutPattern] = []
    /// What site generators are told about languages; a hint counts below its folder, the innermost first.
    package var hints: [SiteHint] = []
    /// Whether to look into documents only to find out that their paths are wrong.
    package var looksForContradictions = false

    package init(source: LanguageTag? = nil) {
        self.source = source
    }
}

/// Languages as the configuration of a site generator or a translation service declares them.
package struct SiteHint: Hashable, Sendable {
    /// The folder for which the configuration holds, normalised; `.` for all relative paths.
    package var folder: String
    package var source: LanguageTag
    /// The file and key that say so, such as `docs/mkdocs.yml: default_locale`.
    package var evidence: String

    package init(folder: String, source: LanguageTag, evidence: String) {
        (self.folder, self.source, self.evidence) = (folder, source, evidence)
    }

    /// Whether a normalised path lies in the folder.
    func covers(_ path: String) -> Bool {
        if folder == "." { return !path.utf8.starts(with: "../".utf8) && path.utf8.first != UInt8(ascii: "/") }
        return path.utf8.starts(with: folder.utf8) && path.utf8.dropFirst(folder.utf8.count).first == UInt8(ascii: "/")
    }
}

package import DriftLanguage
package import DriftLayout

/// What a `driftlint.yml` says.
package struct Configuration: Sendable, Hashable {
    /// The file that was read, normalised.
    package var path: String
    package var layout = LayoutSettings()
    /// Settings of folders that differ; folders are relative to that of the file, the innermost counts.
    package var roots: [Root] = []

    package struct Root: Sendable, Hashable {
        package var folder: String
        package var layout: LayoutSettings
    }

    package init(path: String) {
        self.path = path
    }

    /// The folder to which all paths in the file are relative.
    package var folder: String { Path.folder(of: path) }
}

/// How documents are found and named, instead of what is inferred; what is nil or empty is not configured.
package struct LayoutSettings: Sendable, Hashable {
    package var patterns: [LayoutPattern] = []
    package var source: LanguageTag?
    package var locales: [LanguageTag] = []
    package var aliases: [String: LanguageTag] = [:]
    /// Paths that alone count, as `.gitignore` writes them.
    package var include: [String] = []
    package var exclude: [String] = []

    /// These settings, and those of an outer folder where these say nothing.
    func over(_ outer: LayoutSettings) -> LayoutSettings {
        var settings = self
        if patterns.isEmpty { settings.patterns = outer.patterns }
        if locales.isEmpty { settings.locales = outer.locales }
        if include.isEmpty { settings.include = outer.include }
        settings.source = source ?? outer.source
        settings.aliases = outer.aliases.merging(aliases) { $1 }
        settings.exclude = outer.exclude + exclude
        return settings
    }
}

/// What is wrong with a configuration.
package struct ConfigurationError: Error, Hashable, CustomStringConvertible {
    package let path: String
    /// From 1.
    package let line: Int
    package let message: String

    package var description: String { "\(path):\(line): \(message)" }
}

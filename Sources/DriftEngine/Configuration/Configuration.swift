package import DriftFindings
package import DriftLanguage
package import DriftLayout

/// What a `driftlint.yml` says, and what flags say instead.
package struct Configuration: Sendable, Hashable {
    /// The file that was read, normalised; nil where flags alone configure.
    package var path: String?
    package var layout = LayoutSettings()
    /// Settings of folders that differ; folders are relative to that of the file, the innermost counts.
    package var roots: [Root] = []
    /// Folders of a team's own rules, relative to the folder of the file.
    package var ruleFolders: [RuleFolder] = []
    /// Files with tables of terms, relative to the folder of the file.
    package var terms: [RuleFolder] = []
    /// Rules and families that report; empty for all that are on by default.
    package var select: [RuleName] = []
    package var rules = RuleSettings()
    package var perLocale: [LocaleSection] = []
    /// Patterns as `.gitignore` writes them; of several that match, the last counts.
    package var perPath: [PathSection] = []
    /// The baseline, relative to the folder of the file.
    package var baseline: String?
    /// What all documents teach, relative to the folder of the file.
    package var profile: String?
    package var failOn: Threshold?
    /// The gravest severity of drift that a change leaves in files that it did not touch.
    package var pending: Severity?
    /// Whether such drift is as grave as any other.
    package var failsOnPending: Bool?
    /// What stands at each key of the outermost mapping that is given.
    package var given: [String: GivenValue] = [:]

    package struct Root: Sendable, Hashable {
        package var folder: String
        package var layout: LayoutSettings
    }

    package struct RuleFolder: Sendable, Hashable {
        package var path: String
        package var place: ConfigurationPlace
    }

    package struct LocaleSection: Sendable, Hashable {
        package var locale: LanguageTag
        package var rules: RuleSettings
    }

    package struct PathSection: Sendable, Hashable {
        package var pattern: String
        package var rules: RuleSettings
    }

    package init(path: String? = nil) {
        self.path = path
    }

    /// The folder to which all paths in the file are relative.
    package var folder: String { path.map { Path.folder(of: $0) } ?? "." }
}

/// A value on one line of YAML, and where it was given.
package struct GivenValue: Sendable, Hashable {
    package var text: String
    package var place: ConfigurationPlace
}

/// A rule or a family as it was written, not yet looked up.
package struct RuleName: Sendable, Hashable {
    package var text: String
    package var place: ConfigurationPlace
}

/// What is switched off or taken otherwise than the pages of the rules say. A rule's own name counts more than that of
/// its family.
package struct RuleSettings: Sendable, Hashable {
    package struct Level: Sendable, Hashable {
        package var name: RuleName
        package var level: RuleLevel
    }

    package var ignore: [RuleName] = []
    package var severity: [Level] = []
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

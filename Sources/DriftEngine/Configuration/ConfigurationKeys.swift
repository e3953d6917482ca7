import DriftFindings
import DriftLanguage
import DriftLayout
import DriftMarkdown

/// One key of a mapping: its name, what it is for, and what becomes of its value. The one declaration from which a
/// configuration is read, described to editors, and written anew.
struct ConfigurationKey<Target> {
    let description: ConfigurationDescription
    /// Replaces what the target has.
    let read: (YAMLNode, inout Target, ConfigurationReader) throws(ConfigurationError) -> Void

    var name: String { description.name }

    init(
        _ name: String, _ shape: ConfigurationShape, _ summary: String, example: String, fallback: String,
        read: @escaping (YAMLNode, inout Target, ConfigurationReader) throws(ConfigurationError) -> Void
    ) {
        description = ConfigurationDescription(
            name: name, shape: shape, summary: summary, example: example, fallback: fallback)
        self.read = read
    }
}

extension Configuration {
    /// The keys of the outermost mapping.
    static var keys: [ConfigurationKey<Configuration>] {
        lifted(LayoutSettings.keys, \.layout) + [roots, ruleFolders, terms, select] + lifted(RuleSettings.keys, \.rules)
            + [perLocale, perPath, baseline, profile, failOn, pending, failOnPending]
    }

    private static func lifted<Part>(
        _ keys: [ConfigurationKey<Part>], _ path: WritableKeyPath<Configuration, Part>
    ) -> [ConfigurationKey<Configuration>] {
        keys.map { key in
            let own = key.description
            return ConfigurationKey<Configuration>(
                own.name, own.shape, own.summary, example: own.example, fallback: own.fallback
            ) { (node, target, reader) throws(ConfigurationError) in
                try key.read(node, &target[keyPath: path], reader)
            }
        }
    }

    private static var roots: ConfigurationKey<Configuration> {
        ConfigurationKey(
            "roots", .map(.object(LayoutSettings.keys.map(\.description))),
            "Folders with settings of their own, the innermost counts.", example: "{ blog: { source: de } }",
            fallback: "none"
        ) { (node, target, reader) throws(ConfigurationError) in
            target.roots = []
            for (key, value) in try reader.pairs(node, of: "roots") {
                let folder = Path.normalised(try reader.text(key, of: "roots"))
                var settings = LayoutSettings()
                try reader.read(value, into: &settings, keys: LayoutSettings.keys)
                target.roots.append(Root(folder: folder, layout: settings))
            }
        }
    }

    private static var ruleFolders: ConfigurationKey<Configuration> {
        ConfigurationKey(
            "rules", .texts, "Folders with pages of rules of your own, beside the built-in ones.",
            example: "[ driftlint-rules/ ]", fallback: "none"
        ) { (node, target, reader) throws(ConfigurationError) in
            target.ruleFolders = try reader.each(node, of: "rules") { (node, key) throws(ConfigurationError) in
                RuleFolder(path: try reader.pathBelow(node, of: key), place: reader.place(node))
            }
        }
    }

    private static var terms: ConfigurationKey<Configuration> {
        ConfigurationKey(
            "terms", .texts, "Tables of terms: Markdown or CSV with a column for each locale, or TBX.",
            example: "[ terms.md ]", fallback: "none"
        ) { (node, target, reader) throws(ConfigurationError) in
            target.terms = try reader.each(node, of: "terms") { (node, key) throws(ConfigurationError) in
                RuleFolder(path: try reader.pathBelow(node, of: key), place: reader.place(node))
            }
        }
    }

    private static var select: ConfigurationKey<Configuration> {
        ConfigurationKey(
            "select", .texts, "Rules and families that report, and no others.", example: "[ structure, values ]",
            fallback: "all that are on by default"
        ) { (node, target, reader) throws(ConfigurationError) in
            target.select = try reader.each(node, of: "select", reader.ruleName)
        }
    }

    private static var perLocale: ConfigurationKey<Configuration> {
        ConfigurationKey(
            "per-locale", .map(.object(RuleSettings.keys.map(\.description))),
            "What differs for files of a locale: its `ignore` and `severity`.",
            example: "{ ja: { ignore: [ lost-emphasis ] } }", fallback: "none"
        ) { (node, target, reader) throws(ConfigurationError) in
            target.perLocale = []
            for (key, value) in try reader.pairs(node, of: "per-locale") {
                let locale = try reader.locale(key, of: "per-locale")
                target.perLocale.append(LocaleSection(locale: locale, rules: try reader.ruleSettings(value)))
            }
        }
    }

    private static var perPath: ConfigurationKey<Configuration> {
        ConfigurationKey(
            "per-path", .map(.object(RuleSettings.keys.map(\.description))),
            "What differs for files whose paths match, as .gitignore writes them: their `ignore` and `severity`.",
            example: "{ \"changelog*\": { severity: { values: info } } }", fallback: "none"
        ) { (node, target, reader) throws(ConfigurationError) in
            target.perPath = []
            for (key, value) in try reader.pairs(node, of: "per-path") {
                let pattern = try reader.text(key, of: "per-path")
                target.perPath.append(PathSection(pattern: pattern, rules: try reader.ruleSettings(value)))
            }
        }
    }

    private static var baseline: ConfigurationKey<Configuration> {
        ConfigurationKey(
            "baseline", .text, "A file of findings that are known and not reported.",
            example: "driftlint-baseline.yml", fallback: "none"
        ) { (node, target, reader) throws(ConfigurationError) in
            target.baseline = try reader.pathBelow(node, of: "baseline")
        }
    }

    private static var profile: ConfigurationKey<Configuration> {
        ConfigurationKey(
            "profile", .text,
            "What all documents teach, for runs that see a few of them; `driftlint profile` writes it.",
            example: ProfileFile.defaultName, fallback: "none"
        ) { (node, target, reader) throws(ConfigurationError) in
            target.profile = try reader.pathBelow(node, of: "profile")
        }
    }

    private static var failOn: ConfigurationKey<Configuration> {
        ConfigurationKey(
            "fail-on", .choice(Threshold.allCases.map(\.rawValue)), "Least severity for exit status 1.",
            example: "warning", fallback: "error"
        ) { (node, target, reader) throws(ConfigurationError) in
            target.failOn = try reader.choice(node, of: "fail-on", Threshold.self)
        }
    }
}

extension Configuration {
    private static var pending: ConfigurationKey<Configuration> {
        ConfigurationKey(
            "pending", .choice(Severity.allCases.reversed().map(\.rawValue)),
            "Gravest severity of drift that a change leaves in files that it did not touch.", example: "info",
            fallback: "warning"
        ) { (node, target, reader) throws(ConfigurationError) in
            target.pending = try reader.choice(node, of: "pending", Severity.self)
        }
    }

    private static var failOnPending: ConfigurationKey<Configuration> {
        ConfigurationKey(
            "fail-on-pending", .flag,
            "Whether such drift is as grave as any other, since translations travel with the source.",
            example: "true", fallback: "false"
        ) { (node, target, reader) throws(ConfigurationError) in
            target.failsOnPending = try reader.choice(node, of: "fail-on-pending", YesOrNo.self) == .yes
        }
    }

    private enum YesOrNo: String, CaseIterable {
        case yes = "true"
        case no = "false"
    }
}

extension RuleSettings {
    /// The keys that may also stand in sections.
    static var keys: [ConfigurationKey<RuleSettings>] {
        [
            ConfigurationKey(
                "ignore", .texts, "Rules and families that report nothing.", example: "[ varied-translation ]",
                fallback: "none"
            ) { (node, target, reader) throws(ConfigurationError) in
                target.ignore = try reader.each(node, of: "ignore", reader.ruleName)
            },
            ConfigurationKey(
                "severity", .map(.choice(RuleLevel.allCases.map(\.rawValue))),
                "How badly rules and families are taken; a rule's own name counts more than its family's.",
                example: "{ text: info, lost-link: off }", fallback: "what the pages of the rules say"
            ) { (node, target, reader) throws(ConfigurationError) in
                target.severity = []
                for (key, value) in try reader.pairs(node, of: "severity") {
                    let name = try reader.ruleName(key, of: "severity")
                    let level = try reader.choice(value, of: name.text, RuleLevel.self)
                    target.severity.append(Level(name: name, level: level))
                }
            },
        ]
    }
}

extension LayoutSettings {
    /// The keys that may also stand below a folder in `roots`.
    static var keys: [ConfigurationKey<LayoutSettings>] {
        [
            ConfigurationKey(
                "layout", .texts,
                "Where documents lie: patterns with `{path}` and `{locale}`; one without a locale has the sources.",
                example: "[ \"docs/{path}\", \"i18n/{locale}/docs/{path}\" ]", fallback: "worked out from the paths"
            ) { (node, target, reader) throws(ConfigurationError) in
                let texts = try reader.texts(node, of: "layout")
                do throws(LayoutPattern.Invalid) {
                    target.patterns = try LayoutPattern.list(texts)
                } catch {
                    throw reader.error(node, "a pattern of “layout” is wrong: \(error.message)")
                }
            },
            ConfigurationKey(
                "source", .text, "The locale from which the others are translated.", example: "en",
                fallback: "worked out"
            ) { (node, target, reader) throws(ConfigurationError) in
                target.source = try reader.locale(node, of: "source")
            },
            ConfigurationKey(
                "locales", .texts, "All locales there are; what looks like another is none.",
                example: "[ en, de, pt-BR ]", fallback: "all that are found"
            ) { (node, target, reader) throws(ConfigurationError) in
                target.locales = try reader.each(node, of: "locales", reader.locale)
            },
            ConfigurationKey(
                "aliases", .map(.text), "Words of your own for locales.", example: "{ sc: zh-Hans }", fallback: "none"
            ) { (node, target, reader) throws(ConfigurationError) in
                target.aliases = [:]
                for (key, value) in try reader.pairs(node, of: "aliases") {
                    let word = try reader.text(key, of: "aliases").lowercased()
                    target.aliases[word] = try reader.locale(value, of: "aliases")
                }
            },
            ConfigurationKey(
                "include", .texts, "Paths that alone are looked at, as .gitignore writes them.", example: "[ docs/ ]",
                fallback: "all"
            ) { (node, target, reader) throws(ConfigurationError) in
                target.include = try reader.texts(node, of: "include")
            },
            ConfigurationKey(
                "exclude", .texts, "Paths that are left out, as .gitignore writes them.", example: "[ drafts/ ]",
                fallback: "none"
            ) { (node, target, reader) throws(ConfigurationError) in
                target.exclude = try reader.texts(node, of: "exclude")
            },
        ]
    }
}

import DriftLanguage
import DriftLayout
import Testing

@testable import DriftEngine

@Suite struct ConfigurationTests {
    private func read(_ text: String) throws(ConfigurationError) -> Configuration {
        try ConfigurationReader.read(Array(text.utf8), path: "driftlint.yml")
    }

    @Test func everyKeyIsRead() throws {
        let configuration = try read(
            """
            layout:
              - docs/{locale}/{path}
              - "{path}-{locale}.md"
            source: en-us
            locales: [en, pt_BR, japanese]
            aliases: { SC: zh-Hans, x1: fr }
            include: docs/
            exclude: [drafts/, "*.tmp.md"]
            roots:
              blog/:
                source: de
                layout: []
            select: [structure, changed-number]
            ignore: lost-link
            severity: { text: info, lost-emphasis: off }
            per-locale:
              pt_BR: { ignore: [values] }
            per-path:
              "changelog*": { severity: { changed-number: warning } }
              drafts/: {}
            rules: [own/, ./more]
            terms: [terms.md]
            baseline: known.yml
            profile: learnt/p.json
            fail-on: never
            pending: info
            fail-on-pending: true
            """)
        #expect(configuration.pending == .info && configuration.failsOnPending == true)
        #expect(configuration.select.map(\.text) == ["structure", "changed-number"])
        #expect(configuration.select.map(\.place.line) == [13, 13])
        #expect(configuration.rules.ignore.map(\.text) == ["lost-link"])
        #expect(configuration.rules.severity.map(\.level) == [.info, .off])
        #expect(configuration.perLocale.map(\.locale.description) == ["pt-BR"])
        #expect(configuration.perLocale.first?.rules.ignore.map(\.text) == ["values"])
        #expect(configuration.perPath.map(\.pattern) == ["changelog*", "drafts/"])
        #expect(configuration.perPath.first?.rules.severity.map(\.name.place.line) == [19])
        #expect(configuration.ruleFolders.map(\.path) == ["own", "more"])
        #expect(configuration.terms.map(\.path) == ["terms.md"])
        #expect(configuration.baseline == "known.yml" && configuration.profile == "learnt/p.json")
        #expect(configuration.failOn == .never)
        #expect(Set(configuration.given.keys) == Set(Configuration.descriptions.map(\.name)))
        #expect(configuration.given["severity"]?.text == "{ text: info, lost-emphasis: off }")
        #expect(configuration.given["severity"]?.place.description == "driftlint.yml:15")
        #expect(configuration.layout.patterns.contains { $0.text == "docs/{locale}/{path}" && $0.group == 1 })
        #expect(configuration.layout.source?.description == "en-US")
        #expect(configuration.layout.locales.map(\.description) == ["en", "pt-BR", "ja"])
        #expect(configuration.layout.aliases.mapValues(\.description) == ["sc": "zh-Hans", "x1": "fr"])
        #expect(configuration.layout.include == ["docs/"])
        #expect(configuration.layout.exclude == ["drafts/", "*.tmp.md"])
        #expect(configuration.roots.map(\.folder) == ["blog"])
        #expect(configuration.roots.first?.layout.source?.description == "de")
    }

    @Test(arguments: ["", "# nothing\n", "---\n"])
    func anEmptyFileConfiguresNothing(text: String) throws {
        #expect(try read(text) == Configuration(path: "driftlint.yml"))
    }

    @Test(arguments: [
        ("# x\nlayuot: a", 2, "unknown key “layuot”, did you mean “layout”?; there are layout, source, locales,"),
        ("roots:\n  blog:\n    sorce: de", 3, "unknown key “sorce”, did you mean “source”?"),
        ("roots:\n  blog:\n    roots: {}", 3, "unknown key “roots”"), ("source: en\nsource: de", 2, "source"),
        ("source: none such", 1, "“none such” in “source” is no locale"), ("locales: [en, q]", 1, "“q” in “locales”"),
        ("aliases: [sc]", 1, "“aliases” takes"), ("layout: docs/{locale}", 1, "“{path}” has to stand in it once"),
        ("layout:\n  - {path}-{locale}.md", 2, "has to be quoted"), ("- a", 1, "expected “key: value” lines"),
        ("select: [a, [b]]", 1, "“select” takes a text"), ("severity: [a]", 1, "“severity” takes"),
        ("severity:\n  values: wraning", 2, "“wraning” is no value of “values”, did you mean “warning”?"),
        ("fail-on: always", 1, "allowed are error, warning, info, never"), ("baseline: {}", 1, "“baseline” takes"),
        ("baseline: ../b.yml", 1, "“baseline” has to lie below"), ("baseline: /b.yml", 1, "has to lie below"),
        ("profile: ../p.json", 1, "has to lie below"),
        ("rules:\n  - a\n  - a/../../b", 3, "“rules” has to lie below"),
        ("per-locale:\n  q: {}", 2, "“q” in “per-locale” is no locale"),
        ("per-locale:\n  de:\n    ingore: []", 3, "unknown key “ingore”, did you mean “ignore”?"),
        ("per-path:\n  a:\n    per-path: {}", 3, "unknown key “per-path”"),
        ("source: [en]", 1, "“source” takes a text"), ("exclude: { a: b }", 1, "“exclude” takes a text"),
    ])
    func whatIsWrongIsNamedWithItsLine(text: String, line: Int, part: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try read(text) }
        #expect(error.line == line)
        #expect(error.description.hasPrefix("driftlint.yml:\(line): "))
        #expect(error.message.contains(part), "\(error.message)")
    }

    @Test func flagsReplaceValues() throws {
        var configuration = try read("source: de\nignore: [links]\naliases: { a: fr }")
        for setting in ["source=en", "aliases={ b: ja }", "ignore=values", "fail-on=info", "select="] {
            try ConfigurationReader.apply(setting, of: "--set \(setting)", to: &configuration)
        }
        #expect(configuration.layout.source?.description == "en")
        #expect(configuration.layout.aliases.mapValues(\.description) == ["b": "ja"])
        #expect(configuration.rules.ignore.map(\.text) == ["values"])
        #expect(configuration.failOn == .info && configuration.select.isEmpty)
        #expect(configuration.given["aliases"]?.text == "{ b: ja }")
        #expect(configuration.given["aliases"]?.place.description == "--set aliases={ b: ja }")
    }

    @Test(arguments: [
        ("sorce=en", "unknown key “sorce”, did you mean “source”?"), ("source", "expected key=value"),
        ("source=[", "--set source=[: "), ("fail-on=eror", "did you mean “error”?"),
    ])
    func wrongFlagsAreNamed(setting: String, part: String) throws {
        var configuration = Configuration()
        let error = try #require(throws: ConfigurationError.self) {
            try ConfigurationReader.apply(setting, of: "--set \(setting)", to: &configuration)
        }
        #expect(error.description.hasPrefix("--set \(setting): "))
        #expect(error.description.contains(part), "\(error)")
    }

    @Test func whatIsChosenIsRead() throws {
        let files = Run.overlay(["driftlint.yml": "source: de", "x.yml": "source: fr"])
        let finder = ConfigurationFinder(files: files)
        func source(_ choice: ConfigurationFinder.Choice, _ settings: [String] = []) throws -> String? {
            try finder.configuration(for: ".", choice, settings: settings)?.layout.source?.description
        }
        #expect(try source(.search) == "de")
        #expect(try source(.file("./x.yml")) == "fr")
        #expect(try source(.none) == nil)
        #expect(try source(.search, ["source=ja"]) == "ja")
        #expect(try source(.none, ["source=ja"]) == "ja")
        #expect(throws: FileError.self) { try source(.file("y.yml")) }
    }

    /// Examples are values that are read, and flow text is YAML again.
    @Test(arguments: Configuration.descriptions)
    func examplesAreRead(key: ConfigurationDescription) throws {
        let given = try #require(try read("\(key.name): \(key.example)").given[key.name])
        #expect(given.text == key.example)
    }

    @Test func theNearestFileUpwardsCounts() throws {
        let files = OverlayFiles([
            "a/.git/HEAD": [], "a/driftlint.yml": [], "a/b/c/.driftlint.yml": [], "driftlint.yml": [],
            "d/.git/HEAD": [],
        ])
        let finder = ConfigurationFinder(files: files)
        #expect(try finder.path(for: "a/b/c/x.md") == "a/b/c/.driftlint.yml")
        #expect(try finder.path(for: "a/b") == "a/driftlint.yml")
        #expect(try finder.path(for: "d") == nil)
    }
}

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
            """)
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
        ("source: [en]", 1, "“source” takes a text"), ("exclude: { a: b }", 1, "“exclude” takes a text"),
    ])
    func whatIsWrongIsNamedWithItsLine(text: String, line: Int, part: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try read(text) }
        #expect(error.line == line)
        #expect(error.description.hasPrefix("driftlint.yml:\(line): "))
        #expect(error.message.contains(part), "\(error.message)")
    }

    @Test func theNearestFileUpwardsCounts() {
        let files = OverlayFiles([
            "a/.git/HEAD": [], "a/driftlint.yml": [], "a/b/c/.driftlint.yml": [], "driftlint.yml": [],
            "d/.git/HEAD": [],
        ])
        let finder = ConfigurationFinder(files: files)
        #expect(finder.path(for: "a/b/c/x.md") == "a/b/c/.driftlint.yml")
        #expect(finder.path(for: "a/b") == "a/driftlint.yml")
        #expect(finder.path(for: "d") == nil)
    }
}

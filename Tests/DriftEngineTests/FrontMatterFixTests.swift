import DriftEngine
import DriftFindings
import DriftRules
import Testing

/// What is inserted for a key of the front matter that a translation lacks.
@Suite struct FrontMatterFixTests {
    private func fixed(
        _ source: String, _ target: String, unsafe: Bool = false, others: [String: String] = [:]
    ) async throws -> String {
        let page = { (matter: String, title: String) in "\(matter)# \(title)\n\n`a` and `b`, 45.\n" }
        let result = try await FixerTests.fixed(
            page(source, "Page"), page(target, "Seite"), unsafe: unsafe,
            others: others.mapValues { page($0, "Page") })
        #expect(result.hasSuffix("# Seite\n\n`a` and `b`, 45.\n"))
        return String(result.dropLast("# Seite\n\n`a` and `b`, 45.\n".count))
    }

    @Test(
        arguments: [
            "weight: 4", "date: 2024-05-01", "date: 2024-05-01T10:00:00Z", "draft: false", "image: /img/door.png",
            "link: https://example.com/a", "version: v2.1.0", "aliases: []", "empty:", "layout: pages/wide",
            "number: \"1.5\"",
        ])
    func takesOverWhatNoLanguageChanges(line: String) async throws {
        let target = "---\ntitle: Titel\nend: 1\n---\n"
        let expected = "---\ntitle: Titel\n\(line)\nend: 1\n---\n"
        #expect(try await fixed("---\ntitle: Title\n\(line)\nend: 1\n---\n", target) == expected)
    }

    @Test(
        arguments: [
            ("menu: Open the door", "menu: Open the door # TODO translate"),
            ("menu: \"Open: it\"", "menu: \"Open: it\" # TODO translate"),
            ("lang: en", "lang: de"),
            ("link: https://example.com/en/a", "link: https://example.com/en/a # TODO translate"),
            ("cover: door.png", "cover: door.png # TODO translate"),
            ("tags:\n  - door\n  - wall", "tags: # TODO translate\n  - door\n  - wall"),
            ("text: |\n  One door.\n\n  Two.", "text: | # TODO translate\n  One door.\n\n  Two."),
            ("text: One\n  door.", "text: One\n  door. # TODO translate"),
        ])
    func leavesTextToATranslator(lines: String, expected: String) async throws {
        let source = "---\ntitle: Title\n\(lines)\nend: 1\n---\n"
        let target = "---\ntitle: Titel\nend: 1\n---\n"
        #expect(try await fixed(source, target) == target)
        let result = "---\ntitle: Titel\n\(expected)\nend: 1\n---\n"
        #expect(try await fixed(source, target, unsafe: true) == result)
        #expect(try await fixed(source, result, unsafe: true) == result)
    }

    @Test func takesARenderingFromThePages() async throws {
        let source = "---\nweight: 1\ntitle: Page\n---\n"
        #expect(try await fixed(source, "---\nweight: 1\n---\n") == "---\nweight: 1\ntitle: Seite\n---\n")
        let quoted = "---\nweight: 1\ntitle: 'Page'\n---\n"
        #expect(try await fixed(quoted, "---\nweight: 1\n---\n") == "---\nweight: 1\ntitle: 'Seite'\n---\n")
    }

    @Test func takesOverWhatAllOthersTakeOver() async throws {
        let source = "---\nkind: wide page\ntags:\n- a\n- b\n---\n"
        let others = ["docs/fr/page.md": source, "docs/es/page.md": source]
        #expect(try await fixed(source, "---\nkind: wide page\n---\n", others: others) == source)
    }

    @Test func insertsSeveralInTheirOrder() async throws {
        let source = "---\na: 1\nb: 2\nc: 3\nd: 4\n---\n"
        #expect(try await fixed(source, "---\nd: 4\n---\n") == source)
        #expect(try await fixed(source, "---\na: 1\n---\n") == source)
    }

    @Test func writesTOML() async throws {
        let source = "+++\ntitle = \"Title\"\nweight = 4\nmenu = \"Open it\"\n[more]\nend = 1\n+++\n"
        let target = "+++\ntitle = \"Titel\"\n[more]\nend = 1\n+++\n"
        #expect(
            try await fixed(source, target) == "+++\ntitle = \"Titel\"\nweight = 4\n[more]\nend = 1\n+++\n")
        #expect(
            try await fixed(source, target, unsafe: true)
                == "+++\ntitle = \"Titel\"\nweight = 4\nmenu = \"Open it\" # TODO translate\n[more]\nend = 1\n+++\n")
    }

    /// What does not end where its lines seem to is neither copied nor cut in two.
    @Test(
        arguments: [
            ("+++\ntags = [\n\"a\",\n]\nend = 1\n+++\n", "+++\nend = 1\n+++\n"),
            ("+++\ntags = [\"a\"]\nweight = 4\n+++\n", "+++\ntags = [\n\"a\",\n]\n+++\n"),
            ("---\nweight: 4\n---\n", "+++\nend = 1\n+++\n"),
        ])
    func keepsAwayFromWhatItCannotRead(source: String, target: String) async throws {
        #expect(try await fixed(source, target, unsafe: true) == target)
    }

    @Test func keepsLineEnds() async throws {
        let result = try await FixerTests.fixed(
            "---\ntitle: Title\nweight: 4\n---\nRun `a`.\n", "---\r\ntitle: Titel\r\n---\r\n`a` starten.\r\n")
        #expect(result.utf8.elementsEqual("---\r\ntitle: Titel\r\nweight: 4\r\n---\r\n`a` starten.\r\n".utf8))
    }
}

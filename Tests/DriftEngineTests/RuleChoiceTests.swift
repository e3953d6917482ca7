import DriftFindings
import DriftRules
import Testing

@testable import DriftEngine

@Suite struct RuleChoiceTests {
    private func choice(
        _ text: String, select: [String] = [], ignore: [String] = []
    ) throws -> RuleChoice {
        let configuration = try ConfigurationReader.read(Array(text.utf8), path: "docs/driftlint.yml")
        return try RuleChoice(configuration, rules: try RuleBook.builtIn(), select: select, ignore: ignore)
    }

    private func ids(_ names: String...) throws -> Set<String> {
        try RuleBook.builtIn().selection(select: names, ignore: [])
    }

    @Test func theConfigurationSelects() throws {
        let families = try ids("structure", "values", "code", "links", "terms", "text", "metadata", "suppressions")
        #expect(try choice("").selection == families.subtracting(["invisible-character"]))
        #expect(try choice("select: [links, changed-date]").selection == ids("links", "changed-date"))
        #expect(try choice("select: links\nignore: lost-link").selection == ids("links").subtracting(["lost-link"]))
        #expect(try choice("select: links\nseverity: { lost-link: off }").selection.contains("lost-link") == false)
    }

    @Test func aRuleCountsMoreThanItsFamily() throws {
        let choice = try choice("select: links\nignore: [links]\nseverity: { lost-link: info }")
        #expect(choice.selection == ["lost-link"])
        #expect(choice.levels.levels(path: "a.md", locale: .init(language: "de")) == ["lost-link": .info])
    }

    @Test func flagsCountMoreThanTheConfiguration() throws {
        let text = "select: values\nignore: [links]\nseverity: { code: off }"
        #expect(try choice(text, select: ["links", "code"]).selection == ids("links", "code"))
        #expect(try choice(text, ignore: ["changed-date"]).selection == ids("values").subtracting(["changed-date"]))
    }

    @Test func sectionsHoldInTheirPlaces() throws {
        let choice = try choice(
            """
            severity: { values: info, changed-date: error }
            per-locale:
              pt: { severity: { changed-number: warning } }
            per-path:
              drafts/: { ignore: [values] }
              "*.tmp.md": { severity: { changed-time: error } }
            """)
        func level(_ rule: String, _ path: String, _ locale: String) -> RuleLevel? {
            choice.levels.levels(path: path, locale: .init(spelling: locale) ?? .init(language: "und"))[rule]
        }
        #expect(level("changed-number", "docs/a.md", "de") == .info)
        #expect(level("changed-date", "docs/a.md", "de") == .error)
        #expect(level("changed-number", "docs/a.md", "pt-BR") == .warning)
        #expect(level("changed-number", "docs/drafts/a.md", "pt-BR") == .off)
        #expect(level("changed-number", "drafts/a.md", "de") == .info)
        #expect(level("changed-time", "docs/drafts/a.tmp.md", "de") == .error)
        #expect(level("lost-link", "docs/a.md", "de") == nil)
    }

    @Test(arguments: [
        ("select: [valeus]", 1), ("ignore:\n  - lost-lnk", 2), ("severity:\n  a: off", 2),
        ("per-locale:\n  de:\n    ignore: a", 3), ("per-path:\n  a:\n    severity:\n      b: off", 4),
    ])
    func unknownRulesAreNamedWithTheirLine(text: String, line: Int) throws {
        let error = try #require(throws: ConfigurationError.self) { _ = try choice(text) }
        #expect(error.description.hasPrefix("docs/driftlint.yml:\(line): unknown rule or family"))
    }

    // MARK: In a run

    private static let documents = [
        "en/a.md": "Wait 20 s on 2024-05-01.\n", "de/a.md": "Warte 21 s am 2024-05-02.\n",
        "en/b.md": "Wait 20 s. <!-- driftlint-disable-line values -->\n", "de/b.md": "Warte 21 s.\n",
    ]

    private func findings(_ text: String) async throws -> [String] {
        let configuration = try ConfigurationReader.read(Array(text.utf8), path: "driftlint.yml")
        let rules = try RuleBook.builtIn()
        let choice = try RuleChoice(configuration, rules: rules)
        let linter = Linter(
            files: Run.overlay(Self.documents), rules: rules, selection: choice.selection, levels: choice.levels,
            roots: ["."], jobs: 1)
        return await linter.run(Run.sets(Self.documents)).findings.map { "\($0.rule) \($0.severity)" }.sorted()
    }

    @Test func severitiesAreTaken() async throws {
        #expect(try await findings("") == ["changed-date warning", "changed-number error"])
        #expect(try await findings("severity: { values: info }") == ["changed-date info", "changed-number info"])
        #expect(try await findings("severity: { changed-date: off }") == ["changed-number error"])
        #expect(try await findings("per-locale: { de: { ignore: [changed-date] } }") == ["changed-number error"])
        #expect(try await findings("per-locale: { en: { ignore: [values] } }").count == 2)
        #expect(try await findings("per-path: { de/: { ignore: [values] } }") == [])
    }

    /// What is off in a place still makes a suppression there useful.
    @Test func suppressionsOfWhatIsOffAreOfUse() async throws {
        #expect(try await findings("per-path: { b.md: { ignore: [values] } }").count == 2)
        #expect(try await findings("select: [suppressions, links]") == [])
    }

    /// A check may take one of its findings less badly; a configured severity does not raise it above itself.
    @Test func whatIsLessBadStaysSo() async throws {
        let source = "# Title\n\nThe first text of the page.\n\nThe last text of the page.\n"
        let target =
            "# Titel\n\nDer erste Text der Seite.\n\nAnmerkung des Übersetzers: nur hier.\n\n"
            + "Der letzte Text der Seite.\n"
        let documents = ["a.md": source, "a.de.md": target]
        let rules = try RuleBook.builtIn()
        for level in ["error", "info"] {
            let text = "select: extra-paragraph\nseverity: { structure: \(level) }"
            let configuration = try ConfigurationReader.read(Array(text.utf8), path: "driftlint.yml")
            let choice = try RuleChoice(configuration, rules: rules)
            let linter = Linter(
                files: Run.overlay(documents), rules: rules, selection: choice.selection, levels: choice.levels,
                roots: ["."], jobs: 1)
            let found = await linter.run(Run.sets(documents)).findings
            #expect(found.map(\.severity) == [.info])
        }
    }
}

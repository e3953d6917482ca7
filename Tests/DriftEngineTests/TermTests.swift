import DriftFindings
import DriftRules
import Testing

@testable import DriftEngine

/// Terms that a configuration names, in whole runs.
@Suite struct TermTests {
    private func findings(
        _ documents: [String: String], _ configuration: String, sets: [String: String]
    ) async throws -> [Finding] {
        let files = Run.overlay(documents.merging(sets) { $1 })
        let configuration = try ConfigurationReader.read(Array(configuration.utf8), path: "driftlint.yml")
        let rules = try RuleFolders(files: files).book(try RuleBook.builtIn(), with: configuration)
        let selection = try rules.selection(select: [], ignore: [])
        let linter = Linter(files: files, rules: rules, selection: selection, roots: ["."], jobs: 2)
        return await linter.run(Run.sets(sets)).findings
    }

    private static let pages = [
        "docs/en/a.md": "The ledger is closed.\n", "docs/de/a.md": "Das Kontobuch ist geschlossen.\n",
        "docs/pt-BR/a.md": "O livro foi fechado.\n",
    ]

    @Test(arguments: [
        ("terms.md", "| en | de | pt |\n|--|--|--|\n| ledger | Hauptbuch | livro-razão |\n"),
        ("terms.csv", "en,de,pt\nledger,Hauptbuch,livro-razão\n"),
    ])
    func tablesOfTheConfigurationCount(_ path: String, _ table: String) async throws {
        let findings = try await findings([path: table], "terms: \(path)", sets: Self.pages)
        #expect(findings.map(\.rule) == ["wrong-term", "wrong-term"])
        #expect(findings.map(\.locale) == ["de", "pt-BR"])
        #expect(findings.first?.message.contains("“Hauptbuch” (\(path):") ?? false)
        #expect(try await self.findings([:], "source: en", sets: Self.pages).isEmpty)
    }

    @Test func aPageOfATeamHasATableOfItsOwn() async throws {
        let page = """
            ---
            id: house-terms
            check: terms
            severity: warning
            ---
            # House terms

            Words that this house uses.

            | en | de |
            |----|----|
            | ledger | !Kontobuch |
            """
        let findings = try await findings(["own/house-terms.md": page], "rules: own", sets: Self.pages)
        #expect(findings.map(\.rule) == ["house-terms"])
        #expect(findings.first?.severity == .warning)
        #expect(findings.first?.place.start.column == 5)
    }

    @Test func aWrongTableOfAPageIsNamed() throws {
        let page = "---\nid: a\ncheck: terms\nseverity: info\n---\n# A\n\nB.\n\n| en | dee |\n|---|---|\n"
        let files = Run.overlay(["own/a.md": page])
        let error = #expect(throws: RuleError.self) { try RuleFolders(files: files).rules(in: "own") }
        #expect(error?.line == 10)
    }

    /// A host or a name in code is not respelt, and a longer term with empty cells is left alone.
    @Test(arguments: [
        ("Offen auf github.com und `GITHUB`.", ""), ("Offen auf Github, nicht im Team.", "Github"),
        ("Offen auf GitHub.", nil), ("Offen.", ""),
    ])
    func namesAreRespeltInTextAlone(_ text: String, _ found: String?) async throws {
        let table = "en,de\nGitHub,=\nGitHub Pages,\n"
        let pages = ["en/a.md": "Open on GitHub.\n\nGitHub Pages too.\n", "de/a.md": text + "\n\nSeiten auch.\n"]
        let findings = try await findings(["t.csv": table], "terms: t.csv", sets: pages)
            .filter { $0.rule == "translated-name" }
        #expect(findings.count == (found == nil ? 0 : 1))
        #expect(
            findings.first.map { $0.fix?.edits.first?.place.start.column ?? 0 } == found.map { $0.isEmpty ? 0 : 11 })
    }

    @Test func aFileThatIsNotThereIsNamed() async throws {
        await #expect(throws: ConfigurationError.self) {
            try await findings([:], "source: en\nterms: terms.md", sets: Self.pages)
        }
    }

    /// Many terms that begin with the same word cost no more than others.
    @Test func fiftyThousandTermsAreFound() async throws {
        let rows = (0..<50_000).map { "term \($0),Wort\($0)" }.joined(separator: "\n")
        let pages = ["en/a.md": "A term 49999 and a term 7.\n", "de/a.md": "Ein Wort49999 und ein Satz.\n"]
        let findings = try await findings(["t.csv": "en,de\n" + rows], "terms: t.csv", sets: pages)
        #expect(findings.filter { $0.rule == "wrong-term" }.map(\.message).count == 1)
    }
}

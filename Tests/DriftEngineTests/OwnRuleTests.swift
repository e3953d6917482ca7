import DriftFindings
import DriftRules
import Testing

@testable import DriftEngine

/// What pages of a team's own may say: patterns, where to look, and in which words to report.
@Suite struct OwnRuleTests {
    private static let sets = [
        "docs/en/a.md": """
        # Guide

        See Figure 3 and Figure 12.

        ## Change history

        | Date | Status |
        |------|--------|
        | Open 3 | Open 4 |

        ### Older

        - Figure 5
        """,
        "docs/de/a.md": """
        # Anleitung

        Siehe Abbildung 3 und Abb. 21.

        ## Änderungen

        | Datum | Stand |
        |------|--------|
        | Offen 6 | Offen 7 |

        ### Früher

        - Bild 5
        """,
    ]

    private func page(_ keys: String, id: String = "own-rule") -> String {
        "---\nid: \(id)\nseverity: warning\n\(keys)\n---\n# Own rule\n\nA rule of our own.\n"
    }

    private func findings(_ keys: String, sets: [String: String] = Self.sets) async throws -> [Finding] {
        let files = Run.overlay(sets.merging(["own/own-rule.md": page(keys)]) { $1 })
        let rules = try RuleBook.builtIn().adding(try RuleFolders(files: files).rules(in: "own"))
        let linter = Linter(files: files, rules: rules, selection: ["own-rule"], roots: ["."], jobs: 1)
        return await linter.run(Run.sets(sets)).findings
    }

    private static let figures = "check: matches\nsource: 'Figure (\\d+)'\ntarget: '(?:Abbildung|Abb\\.) \\1\\b'"

    @Test func theTranslationHasToMatch() async throws {
        let findings = try await findings(Self.figures)
        #expect(findings.map(\.place.start.line) == [3, 13])
        let message = "“Figure 12” in the source asks for “(?:Abbildung|Abb\\.) 12\\b”, which is missing here"
        #expect(findings.first?.message == message)
        #expect(findings.first?.related.first?.place.start.column == 18)
    }

    @Test(arguments: [
        ("blocks: list-item", [13]), ("blocks: [heading, table-cell]", []), ("sections: change history", [13]),
        ("sections: /^Old/", [13]), ("sections: [older, guide]", [3, 13]), ("sections: old", []),
        ("paths: docs/**/a.md", [3, 13]), ("paths: d?cs", [3, 13]), ("paths: [x.md, '*.mdx']", []),
        ("locales: de", [3, 13]), ("locales: [fr, pt-BR]", []), ("columns: Status", []),
    ])
    func aPageSaysWhereToLook(_ key: String, _ lines: [Int]) async throws {
        #expect(try await findings(Self.figures + "\n" + key).map(\.place.start.line) == lines)
    }

    @Test func columnsAreNamedByTheirHeaders() async throws {
        let findings = try await findings("check: same-values\nof: number\ncolumns: status")
        #expect(findings.map(\.message) == ["number “7” is “4” in the source"])
    }

    @Test func aPageHasItsOwnWords() async throws {
        let keys = "check: same-values\nof: number\ncolumns: status\nmessage: '{locale}: {found}, not {expected}!'"
        #expect(try await findings(keys).map(\.message) == ["de: 7, not 4!"])
    }

    @Test(arguments: [
        ("unwanted: '(?i)\\bbild \\d'", [13]), ("source: 'Figure (\\d+)'\nunwanted: 'Bild \\1'", [13]),
        ("source: 'Table'\nunwanted: Bild", []),
    ])
    func somethingMustNotBeThere(_ keys: String, _ lines: [Int]) async throws {
        let findings = try await findings("check: matches\n" + keys)
        #expect(findings.map(\.place.start.line) == lines)
        #expect(findings.allSatisfy { $0.message.contains("is not to be used") && $0.place.start.column == 3 })
    }

    @Test(arguments: [
        ("check: matches", 4, "needs `target`"), ("check: matches\ntarget: a", 5, "needs `source`"),
        ("check: matches\nsource: '(a'\ntarget: b", 5, "not closed"),
        ("check: matches\nsource: a\ntarget: '\\1'", 6, "has 0"),
        ("check: same-values\nof: number\nsource: a", 6, "only for `check: matches`"),
        ("check: same-values\nlocales: deutsh", 5, "is no locale"),
        ("check: same-values\nblocks: cell", 5, "table-cell"), ("check: same-values\nsections: /(/", 5, "not closed"),
        ("check: same-values\nmessage: 'a {b}'", 5, "`{b}` stands for nothing"),
        ("check: same-values\npath: x", 5, "did you mean `paths`"),
    ])
    func mistakesAreNamed(_ keys: String, _ line: Int, _ part: String) throws {
        let files = Run.overlay(["own/own-rule.md": page(keys)])
        let error = try #require(throws: RuleError.self) { try RuleFolders(files: files).rules(in: "own") }
        #expect(error.line == line, "\(error)")
        #expect(error.message.contains(part), "\(error)")
    }

    @Test func examplesOfAPageRun() async throws {
        let text =
            page(Self.figures) + """

                ## Flagged

                ```md en
                See Figure 1.
                ```

                ```md de
                ↓Siehe Bild 1.
                ```
                """
        let files = Run.overlay(["own/own-rule.md": text])
        let rules = try RuleBook.builtIn().adding(try RuleFolders(files: files).rules(in: "own"))
        let rule = try #require(rules["own-rule"])
        for example in ExampleReader.examples(in: rule.description.page) {
            #expect(await ExampleRunner(rules: rules).failures(of: example, rule: rule) == [])
        }
    }
}

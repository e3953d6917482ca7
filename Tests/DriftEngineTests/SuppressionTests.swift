import DriftFindings
import Testing

@testable import DriftEngine

/// Suppressions in a page with three slips and a row that is lost, in two locales.
@Suite struct SuppressionTests {
    private static let source = """
        # Prices

        Wait for 20 seconds, then pay 30 euros.

        - The first one costs 40 euros.

        | Name | Price |
        | --- | --- |
        | Anna | 12 |
        | Berta | 13 |

        The office opens at 9 and closes at 17.

        """
    private static let target = """
        # Preise

        Warten Sie 21 Sekunden und zahlen Sie 31 Euro.

        - Das erste kostet 41 Euro.

        | Name | Preis |
        | --- | --- |
        | Anna | 12 |

        Das Büro öffnet um 9 und schließt um 17.

        """

    /// `rule:line` of all findings; the comments of suppressions stand on lines of their own, which shift the lines.
    private func findings(_ source: String, _ target: String, ending: String = "md") async throws -> [String] {
        let documents = ["page.\(ending)": source, "page.de.\(ending)": target]
        return try await Run.lint(documents).map { "\($0.rule):\($0.place.start.line)" }
    }

    @Test func toldApartWithTheirReasonsWhereAskedFor() async throws {
        let target = Self.target
            .replacing("Euro.\n\n-", with: "Euro. <!-- driftlint-disable-line values --  prices differ -->\n\n-")
            .replacing("| Anna | 12 |", with: "| Anna | 12 <!-- driftlint-disable -->|")
        let documents = ["page.md": Self.source, "page.de.md": target]
        let rules = try Run.rules()
        let linter = Linter(
            files: Run.overlay(documents), rules: rules, selection: try rules.selection(select: [], ignore: []),
            keepsSuppressed: true, roots: ["."], jobs: 1)
        let outcome = await linter.run(Run.sets(documents))
        #expect(outcome.findings.map(\.place.start.line) == [5])
        #expect(outcome.findings.allSatisfy { $0.suppression == nil })
        #expect(
            outcome.suppressed.map(\.suppression) == [
                .inSource(reason: "prices differ"), .inSource(reason: "prices differ"), .inSource(reason: ""),
            ])
        let plain = try await Run.lint(documents)
        #expect(plain == outcome.findings)
    }

    @Test func withoutCommentsAllIsReported() async throws {
        let all = ["changed-number:3", "changed-number:3", "changed-number:5", "missing-table-row:9"]
        #expect(try await findings(Self.source, Self.target) == all)
    }

    @Test(
        arguments: [
            // The line, and no other.
            ("Euro.\n\n-", "Euro. <!-- driftlint-disable-line changed-number -->\n\n-", [5, 9]),
            ("Warten", "<!-- driftlint-disable-next-line values -->\nWarten", [6, 10]),
            ("- Das", "<!-- driftlint-disable-next-block -->\n\n- Das", [3, 3, 11]),
            ("- Das", "<!-- driftlint-disable-next-block values -->\n<!-- a note -->\n\n- Das", [3, 3, 12]),
            // From a place to another.
            ("- Das", "<!-- driftlint-disable -->\n\n- Das", [3, 3]),
            ("Warten", "<!-- driftlint-disable values -->\n\nWarten", [11]),
            (
                "Warten",
                "<!-- driftlint-disable values -->\n<!-- driftlint-disable-line structure -->\n\nWarten", [12, 4]
            ),
            (
                "Warten Sie 21 Sekunden und zahlen Sie 31 Euro.",
                """
                <!-- driftlint-disable values -->

                Warten Sie 21 Sekunden und zahlen Sie 31 Euro.

                <!-- driftlint-enable changed-number -->
                """, [9, 13]
            ),
            // The file.
            (
                "Das Büro", "<!-- driftlint-disable-file changed-number, missing-table-row -- as agreed -->\nDas Büro",
                []
            ),
            ("# Preise", "---\ndriftlint: { disable: [values, missing-table-row(de)] }\n---\n\n# Preise", []),
            ("# Preise", "---\ndriftlint:\n  disable: values\n---\n\n# Preise", [14]),
            // A row.
            ("Anna |", "Anna <!-- driftlint-disable missing-table-row --> |", [3, 3, 5]),
            // In the place of what is missing.
            ("Das Büro", "<!-- driftlint-disable-line missing-table-row -->\n\nDas Büro", [3, 3, 5]),
            // Locales.
            ("Warten", "<!-- driftlint-disable-file changed-number(DE, fr) -->\n\nWarten", [11]),
            // In text and in another element.
            ("Sekunden", "Sekunden <!-- driftlint-disable-line changed-number -->", [5, 9]),
            ("Warten", "<div>\n<!-- driftlint-disable values -->\n</div>\n\nWarten", [13]),
        ] as [(String, String, [Int])])
    func coversWhatItNames(place: String, comment: String, lines: [Int]) async throws {
        let target = Self.target.replacing(place, with: comment)
        #expect(target != Self.target)
        let rest = try await findings(Self.source, target)
        let reported = rest.compactMap { $0.split(separator: ":").last.flatMap { Int($0) } }
        #expect(reported.sorted() == lines.sorted(), "\(rest)")
    }

    @Test(arguments: ["{/* driftlint-disable values */}", "{/* driftlint-disable-next-block values -- why */}"])
    func commentsOfMDXAreRead(comment: String) async throws {
        let target = Self.target.replacing("- Das", with: comment + "\n\n- Das")
        let rest = try await findings(Self.source, target, ending: "mdx")
        #expect(rest == ["changed-number:3", "changed-number:3", "missing-table-row:11"])
    }

    /// A suppression in the source covers all locales, or those that it names.
    @Test(arguments: [
        ("values", []), ("values(de)", ["fr"]), ("values(de,fr)", []), ("values(ja)", ["", "de", "fr"]),
    ])
    func theSourceSpeaksForAllLocales(name: String, locales: [String]) async throws {
        let source = "Wait for 20 seconds. <!-- driftlint-disable-line \(name) -->\n"
        let findings = try await Run.lint([
            "a.md": source, "a.de.md": "Warten Sie 21 Sekunden.\n", "a.fr.md": "Attendez 22 secondes.\n",
        ])
        let found = findings.map { $0.rule == "unused-suppression" ? "" : $0.locale }
        #expect(found.sorted() == locales)
    }

    @Test func aSourceFileSpeaksForWhatItDoesNotHave() async throws {
        let source = "- Windows 11\n- Linux 6.1\n"
        let target = source + "- macOS 12\n"
        let reported = try await findings(source, target)
        #expect(reported == ["extra-list-item:3"])
        let suppressed = try await findings("<!-- driftlint-disable-file structure -->\n\n" + source, target)
        #expect(suppressed == [])
    }

    /// A claim that is suppressed still takes its difference from the rules below it.
    @Test func whatIsSuppressedFallsToNoOtherRule() async throws {
        let target = "<!-- driftlint-disable missing-table-row -->\n\n" + Self.target
        #expect(try await findings(Self.source, target).filter { !$0.hasPrefix("changed-number") } == [])
    }

    @Test func anEqualFindingKeepsItsFingerprint() async throws {
        let source = "Wait 20 s.\n\n\(String(repeating: "Text.\n\n", count: 3))Wait 20 s.\n"
        let target = source.replacing("20", with: "30").replacing("Wait", with: "Warten").replacing("Text", with: "Ja")
        let both = try await Run.lint(["a.md": source, "a.de.md": target])
        #expect(both.count == 2)
        let one = try await Run.lint([
            "a.md": source, "a.de.md": "<!-- driftlint-disable-next-block values -->\n\n" + target,
        ])
        #expect(one.map(\.fingerprint) == both.dropFirst().map(\.fingerprint))
    }

    @Test func whatIsOfNoUseIsReportedOnceAComment() async throws {
        let target = "<!-- driftlint-disable changed-number, changed-date, lost-link -->\n\n" + Self.target
        let findings = try await Run.lint(["page.md": Self.source, "page.de.md": target])
        let unused = findings.filter { $0.rule == "unused-suppression" }
        #expect(unused.map(\.message) == ["nothing of `changed-date`, `lost-link` is found here to be suppressed"])
        #expect(unused.first?.place.start.line == 1)
        #expect(unused.first?.severity == .warning)
    }

    /// Rules that are not selected still make a suppression useful.
    @Test func aRunOfFewRulesComplainsOfNone() async throws {
        let target = "<!-- driftlint-disable changed-number -->\n\n" + Self.target
        let findings = try await Run.lint(
            ["page.md": Self.source, "page.de.md": target], select: ["suppressions", "links"])
        #expect(findings.isEmpty)
    }

    @Test(arguments: [
        ("driftlint-disable changed-nmber", "did you mean `changed-number`?"),
        ("driftlint-disable-nextline values", "did you mean `driftlint-disable-next-line`?"),
        ("driftlint-disable values(", "a parenthesis is not closed"),
        ("driftlint-disable values()", "there is no locale in the parentheses"),
        ("driftlint-disable values(q)", "`q` is no locale"), ("driftlint-disable (de)", "behind the name of a rule"),
        ("driftlint-enable values(de)", "takes no locales"),
    ])
    func whatIsWrongIsNamed(comment: String, part: String) async throws {
        let findings = try await Run.lint([
            "a.md": "Open the door.\n", "a.de.md": "<!-- \(comment) -->\n\nÖffnen Sie die Tür.\n",
        ])
        #expect(findings.map(\.rule) == ["invalid-suppression"])
        #expect(findings.first?.message.contains(part) == true, "\(findings.map(\.message))")
    }

    @Test(arguments: [
        ("driftlint: values", "takes `disable`"), ("driftlint: { disable: [valus] }", "unknown rule or family `valus`"),
        ("driftlint: { disable: [a], enable: [b] }", "takes `disable`"),
        ("driftlint: { disable: [a(] }", "a parenthesis is not closed"),
        ("driftlint: { disable: [\"\"] }", "is empty"), ("a: 1\ndriftlint: { disable: [values]", "cannot be read"),
    ])
    func whatIsWrongInFrontMatterIsNamed(lines: String, part: String) async throws {
        let findings = try await Run.lint([
            "a.md": "Open the door.\n", "a.de.md": "---\n\(lines)\n---\n\nÖffnen Sie die Tür.\n",
        ])
        #expect(findings.map(\.rule) == ["invalid-suppression"])
        #expect(findings.first?.message.contains(part) == true, "\(findings.map(\.message))")
        #expect(findings.first?.place.lineText.hasPrefix("driftlint:") == true)
    }

    @Test func thereAreNotTooMany() async throws {
        let comments = String(repeating: "<!-- driftlint-disable values -->\n\n", count: SuppressionReader.limit + 1)
        let findings = try await Run.lint(["a.md": "Wait for 20 seconds.\n", "a.de.md": comments + "Warte 21 s.\n"])
        #expect(findings.filter { $0.rule == "invalid-suppression" }.count == 1)
    }

    @Test(arguments: [
        "<!-- driftlint -->", "<!-- see driftlint-disable -->", "`<!-- driftlint-x -->`",
        "<!-- driftlint-disable unused-suppression, links -->",
        "```md\n<!-- driftlint-x -->\n```", "driftlint-disable values", "<!-- driftlint-x", "{/* driftlint-x",
    ])
    func otherTextIsLeftAlone(text: String) async throws {
        let findings = try await Run.lint(["a.md": text + "\n", "a.de.md": text + "\n"])
        #expect(findings.map(\.rule).filter { $0.hasSuffix("suppression") } == [])
    }

    @Test func reasonsAndBlanksAreNoNames() throws {
        let comment = try #require(try SuppressionComment("\n driftlint-disable-line  a(de , fr),\n b --c, d--e "))
        #expect(comment.verb == .disableLine)
        #expect(comment.names.map(\.text) == ["a", "b"])
        #expect(comment.names.map { $0.locales.map(\.description) } == [["de", "fr"], []])
        #expect(try SuppressionComment("driftlint-disable x--y")?.names.map(\.text) == ["x--y"])
        #expect(try SuppressionComment("driftlint-disable")?.names.isEmpty == true)
    }
}

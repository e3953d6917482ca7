import DriftEngine
import DriftFindings
import Testing

@Suite struct LinterTests {
    /// Twelve pages in two languages, each with a number that differs.
    private static let documents: [String: String] = {
        var documents: [String: String] = [:]
        for page in 0..<12 {
            documents["docs/en/page-\(page).md"] = "# Page\n\nWait \(page + 20) seconds, then open the door.\n"
            documents["docs/de/page-\(page).md"] =
                "# Seite\n\nWarten Sie \(page + 50) Sekunden und öffnen Sie die Tür.\n"
        }
        return documents
    }()

    @Test func reportsAFileThatCannotBeReadAndChecksTheOthers() async throws {
        let files = FailingFiles(base: Run.overlay(Self.documents), failing: ["docs/de/page-3.md"])
        let outcome = try await Run.lint(Run.sets(Self.documents), in: files)
        #expect(outcome.unreadable == [FileError(path: "docs/de/page-3.md", reason: "permission denied")])
        #expect(outcome.findings.count == 11)
        #expect(!outcome.findings.contains { $0.place.path.hasSuffix("page-3.md") })
    }

    @Test(arguments: [1, 2, 5, 64])
    func findsTheSameWithAnyNumberOfJobs(jobs: Int) async throws {
        let expected = try await Run.lint(Self.documents)
        #expect(expected.count == 12)
        #expect(try await Run.lint(Self.documents, jobs: jobs) == expected)
    }

    @Test func findsTheSameInAnyOrderOfSets() async throws {
        let sets = Run.sets(Self.documents)
        let files = Run.overlay(Self.documents)
        let expected = try await Run.lint(sets, in: files).findings
        let reversed = try await Run.lint(sets.reversed(), in: files).findings
        #expect(Set(reversed) == Set(expected))
        #expect(reversed.count == expected.count)
    }

    @Test func findsNothingInNothing() async throws {
        let outcome = try await Run.lint([], in: Run.overlay([:]))
        #expect(outcome.findings.isEmpty && outcome.unreadable.isEmpty)
        let empty = try await Run.lint(["a.md": "", "a.de.md": ""])
        #expect(empty.isEmpty)
    }
}

/// A finding is known again after changes around it.
@Suite struct FingerprintTests {
    private static let source = """
        # Title

        First paragraph of the page.

        The door opens after 20 seconds and stays open for a while.

        | Key | Value |
        | --- | ----- |
        | one | same |
        | one | same |
        | two | other |

        """
    private static let target = """
        # Titel

        Erster Absatz der Seite.

        Die Tür öffnet sich nach 30 Sekunden und bleibt eine Weile offen.

        | Schlüssel | Wert |
        | --- | ----- |
        | zwei | anderes |

        """

    private func fingerprints(_ source: String, _ target: String) async throws -> [String] {
        let findings = try await Run.lint(["page.md": source, "page.de.md": target])
        return findings.map { "\($0.rule) \($0.fingerprint)" }.sorted()
    }

    @Test func surviveLinesAboveAndReflow() async throws {
        let expected = try await fingerprints(Self.source, Self.target)
        #expect(expected.count == 3)
        let moved = try await fingerprints(
            Self.source.replacing("First", with: "New paragraph here.\n\nFirst"),
            Self.target.replacing("Erster", with: "Neuer Absatz hier.\n\nErster"))
        #expect(moved == expected)
        let reflowed = try await fingerprints(
            Self.source.replacing(" and stays", with: "\nand stays"),
            Self.target.replacing("nach 30", with: "nach\n30").replacing("| zwei |", with: "|   zwei   |"))
        #expect(reflowed == expected)
    }

    @Test func tellEqualRowsApart() async throws {
        let rows = try await fingerprints(Self.source, Self.target).filter { $0.hasPrefix("missing-table-row") }
        #expect(rows.count == 2)
        #expect(Set(rows).count == 2)
    }

    @Test func changeWithTheTextThatDiffers() async throws {
        let expected = try await fingerprints(Self.source, Self.target)
        let other = try await fingerprints(Self.source, Self.target.replacing("30", with: "40"))
        #expect(other.count == expected.count)
        #expect(other != expected)
    }
}

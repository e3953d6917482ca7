import DriftAlignment
import DriftEngine
import DriftFindings
import DriftLayout
import DriftRules
import Testing

/// Profiles that are kept in files.
@Suite struct ProfileFileTests {
    /// Pages of which the last departs from what the others do with their keys and with a word.
    private static let documents: [String: String] = {
        var documents: [String: String] = [:]
        for page in 1...13 {
            let (title, kind, words) =
                page < 13
                ? ("Seite \(page) der Hilfe", "open", "Noch offen") : ("Page 13 of the guide", "shut", "Still open")
            documents["docs/en/p\(page).md"] = """
                ---
                title: Page \(page) of the guide
                kind: open
                ---
                # Page \(page)

                | Step | State |
                | --- | --- |
                | `a\(page)` | Still open |
                | `b\(page)` | Waits for \(page) seconds |

                """
            documents["docs/de/p\(page).md"] = """
                ---
                title: \(title)
                kind: \(kind)
                ---
                # Seite \(page)

                | Schritt | Stand |
                | --- | --- |
                | `a\(page)` | \(words) |
                | `b\(page)` | Wartet \(page) Sekunden |

                """
        }
        return documents
    }()

    private func linter(_ files: any Files, profile: Profile? = nil) throws -> Linter {
        let rules = try Run.rules()
        return Linter(
            files: files, rules: rules, selection: try rules.selection(select: [], ignore: []), profile: profile,
            roots: ["."], jobs: 2)
    }

    /// The profile of documents, written to `profile.json` of an overlay and read again.
    private func kept(_ documents: [String: String]) async throws -> Profile {
        let profile = try await linter(Run.overlay(documents)).profile(of: Run.sets(documents)).profile
        return try ProfileFile(path: "profile.json", files: OverlayFiles(["profile.json": bytes(profile)])).read()
    }

    private func bytes(_ profile: Profile) -> [UInt8] { ProfileFile.bytes(of: profile) }

    @Test func runsOfAFewFilesFindWhatARunOfAllFinds() async throws {
        let (files, sets) = (Run.overlay(Self.documents), Run.sets(Self.documents))
        let profile = try await kept(Self.documents)
        let all = try await linter(files).run(sets).findings
        #expect(Set(all.map(\.rule)).isSuperset(of: ["changed-front-matter-value", "untranslated-front-matter-value"]))
        var differ = 0
        for set in sets {
            let expected = all.filter { $0.set == set.name }
            #expect(try await linter(files, profile: profile).run([set], among: sets).findings == expected)
            if try await linter(files).run([set], among: sets).findings != expected { differ += 1 }
        }
        #expect(differ > 0)
        let some = Array(sets.suffix(3))
        let names = some.map(\.name)
        #expect(
            try await linter(files, profile: profile).run(some, among: sets).findings
                == all.filter { names.contains($0.set) })
    }

    /// What a changed document teaches counts beside what it taught before.
    @Test func aPageMayBeNewerThanTheProfile() async throws {
        var documents = Self.documents
        let old = try await kept(documents)
        documents["docs/de/p13.md"] = documents["docs/de/p13.md"]?.replacing("shut", with: "closed")
        let sets = Run.sets(documents).filter { $0.name == "docs/en/p13.md" }
        let findings = try await linter(Run.overlay(documents), profile: old).run(sets).findings
        #expect(findings.contains { $0.rule == "changed-front-matter-value" && $0.message.contains("closed") })
    }

    @Test func theTextIsTheSameInAnyOrder() async throws {
        let (files, sets) = (Run.overlay(Self.documents), Run.sets(Self.documents))
        let text = try await bytes(linter(files).profile(of: sets).profile)
        #expect(try await bytes(linter(files).profile(of: sets.reversed()).profile) == text)
        #expect(try await bytes(kept(Self.documents)) == text)
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("    \"") }
        #expect(lines.contains("    \"de title\": [13, 0, 1, 12]") && lines.count > 3)
        #expect(!String(decoding: text, as: UTF8.self).contains("docs"))
        #expect(try await bytes(kept([:])) == bytes(Profile()))
    }

    @Test(
        arguments: [
            ("", 1, "no profile"), ("[]", 1, "no profile"), ("{\"a\": 1}", 1, "no profile"), ("{", 1, "damaged"),
            ("{\n\"driftlint-profile\": 2}", 2, "another version"), ("{\"driftlint-profile\": 1}", 1, "lacks"),
            ("<<<<<<< HEAD\n", 1, ""),
            ("{\"driftlint-profile\": 1,\n\"emphasis\": {\n\"de\": [1]}}", 3, "2 counts"),
            ("{\"driftlint-profile\": 1,\n\"emphasis\": {\"de\": [1, -1]}}", 2, "2 counts"),
            ("{\"driftlint-profile\": 1,\n\"emphasis\": {\"de\": [1, 9223372036854775807]}}", 2, "2 counts"),
            (
                "{\"driftlint-profile\": 1, \"emphasis\": {}, \"frontMatter\": {}, \"usage\": {\"xyz\": [3, 4]}}", 1,
                "no key"
            ),
        ])
    func namesWhatIsWrong(text: String, line: Int, message: String) throws {
        let file = ProfileFile(path: "p.json", files: OverlayFiles(["p.json": Array(text.utf8)]))
        let error = try #require(throws: ProfileError.self) { try file.read() }
        #expect(error.line == line && error.message.contains(message), "\(error)")
        #expect(error.description.hasSuffix("`driftlint profile` writes it anew"))
    }

    @Test func saysWhoWritesAMissingOne() throws {
        let error = try #require(throws: FileError.self) {
            try ProfileFile(path: "p.json", files: OverlayFiles([:])).read()
        }
        #expect(error.description.contains("`driftlint profile` writes it"))
    }
}

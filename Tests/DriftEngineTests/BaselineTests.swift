import DriftFindings
import DriftText
import Testing

@testable import DriftEngine

@Suite struct BaselineTests {
    private static let entries = [
        Baseline.Entry(path: "docs/de/b.md", rule: "lost-link", fingerprint: "00000000000000aa"),
        Baseline.Entry(path: "docs/de/a b.md", rule: "lost-link", fingerprint: "00000000000000ff"),
        Baseline.Entry(path: "docs/de/b.md", rule: "changed-date", fingerprint: "00000000000000bb"),
        Baseline.Entry(path: "docs/de/b.md", rule: "lost-link", fingerprint: "0000000000000001"),
        Baseline.Entry(path: "docs/de/b.md", rule: "lost-link", fingerprint: "0000000000000001"),
    ]

    private func finding(_ path: String, _ fingerprint: String) -> Finding {
        let place = SourceText("x").place(ByteRange(0, 1), path: path)
        return Finding(
            rule: "lost-link", severity: .error, message: "m", set: "s", locale: "de", place: place, related: [],
            cause: "c", fingerprint: fingerprint)
    }

    @Test func isReadAsItIsWritten() throws {
        let baseline = Baseline(Self.entries)
        #expect(baseline.entries.map(\.fingerprint.last) == ["f", "b", "1", "a"])
        #expect(try Baseline.read(Array(baseline.text.utf8), path: "b.yml") == baseline)
        let lines = baseline.text.split(separator: "\n").filter { $0.hasPrefix("  - ") }
        #expect(
            lines.first == "  - { path: \"docs/de/a b.md\", rule: lost-link, fingerprint: \"00000000000000ff\" }")
        #expect(lines.count == 4)
        #expect(try Baseline.read(Array(Baseline([]).text.utf8), path: "b.yml") == Baseline([]))
    }

    /// One entry more is one line more.
    @Test func aChangeOfOneEntryIsAChangeOfOneLine() {
        let before = Baseline(Self.entries).text.split(separator: "\n")
        let after = Baseline(Array(Self.entries.dropFirst())).text.split(separator: "\n")
        #expect(before.difference(from: after).count == 1)
    }

    @Test(arguments: [
        ("", 1, "begins with “version: 1”"), ("version: 2\nfindings: []", 1, "begins with “version: 1”"),
        ("version: 1", 1, "“findings” takes a list"), ("version: 1\nfindings: a", 2, "“findings” takes a list"),
        ("version: 1\nfindings:\n  - a", 3, "an entry has"),
        ("version: 1\nfindings:\n  - { path: a, rule: b, fingerprint: xyz }", 3, "16 hexadecimal digits"),
        ("version: 1\nfindings:\n  - { path: a", 3, ""),
        ("version: 1\nfindings:\n<<<<<<< HEAD\n  - {}\n", 3, "a merge left a conflict here"),
        ("version: 1\nfindings:\n=======\n", 3, "a merge left a conflict here"),
    ])
    func whatIsWrongIsNamedWithItsLine(text: String, line: Int, part: String) throws {
        let error = try #require(throws: BaselineError.self) { try Baseline.read(Array(text.utf8), path: "b.yml") }
        #expect(error.description.hasPrefix("b.yml:\(line): "))
        #expect(part.isEmpty || error.message.contains(part), "\(error)")
    }

    @Test func knowsFindingsAndWhatIsGone() {
        let baseline = Baseline(Self.entries)
        let findings = [finding("x.md", "00000000000000aa"), finding("x.md", "00000000000000cc")]
        #expect(baseline.unknown(among: findings).map(\.fingerprint) == ["00000000000000cc"])
        let stale = baseline.stale(after: findings) { $0.path == "docs/de/b.md" }
        #expect(stale.map(\.fingerprint.last) == ["b", "1"])
        #expect(baseline.removing(stale).entries.map(\.fingerprint.last) == ["f", "a"])
    }

    @Test func pathsAreRelativeToTheFile() throws {
        let file = BaselineFile(path: "../known.yml", files: Run.overlay([:]), workingFolder: "/x/docs")
        let entries = file.entries([finding("de/a.md", "00000000000000aa"), finding("/x/b.md", "00000000000000ab")])
        #expect(entries.map(\.path) == ["docs/de/a.md", "b.md"])
        #expect(throws: FileError.self) { try file.read() }
    }

    @Test(arguments: [
        ("docs/de/a.md", ["docs"], true), ("docs/de/gone.md", ["docs"], true), ("other/a.md", ["docs"], false),
        ("docs/de/a.md", [], true), ("docs/de/gone.md", [], false), ("other/a.md", ["."], true),
    ])
    func onlyWhatIsLookedAtCanBeGone(path: String, folders: [String], isLookedAt: Bool) {
        let file = BaselineFile(path: "known.yml", files: Run.overlay([:]), workingFolder: "/x")
        let documents = ["docs/en/a.md", "docs/de/a.md"]
        let lookedAt = LookedAt(documents, below: folders, rules: ["lost-link"], for: file)
        func entry(_ rule: String) -> Baseline.Entry {
            Baseline.Entry(path: path, rule: rule, fingerprint: "00000000000000aa")
        }
        #expect(lookedAt.contains(entry("lost-link")) == isLookedAt)
        #expect(!lookedAt.contains(entry("changed-date")))
    }

    /// The same findings, wherever in a repository a run starts.
    @Test func fingerprintsDoNotDependOnWhereARunStarts() async throws {
        func fingerprints(_ folder: String, _ home: Home) async throws -> [String] {
            let documents = ["\(folder)a.md": "Wait 20 s.\n", "\(folder)a.de.md": "Warte 21 s.\n"]
            let rules = try Run.rules()
            let linter = Linter(
                files: Run.overlay(documents), rules: rules, selection: Set(rules.rules.map(\.id)), home: home,
                roots: ["."], jobs: 1)
            return await linter.run(Run.sets(documents)).findings.map(\.fingerprint)
        }
        let files = Run.overlay([".git/HEAD": ""])
        let above = Home(of: ["docs"], configuration: nil, files: files, workingFolder: "/x")
        let inside = Home(
            of: ["."], configuration: nil, files: Run.overlay(["../.git/HEAD": ""]), workingFolder: "/x/docs")
        let expected = try await fingerprints("docs/", above)
        #expect(expected.count == 1)
        #expect(try await fingerprints("docs/", Home()) == expected)
        #expect(try await fingerprints("", inside) == expected)
        #expect(try await fingerprints("", Home()) != expected)
    }
}

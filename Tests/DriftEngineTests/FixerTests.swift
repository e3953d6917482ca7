import DriftEngine
import DriftFindings
import DriftLayout
import DriftRules
import FoundationEssentials
import Testing

/// Fixes of documents in memory, and of files.
@Suite struct FixerTests {
    private static func fixer(_ files: any Files, roots: [String] = ["."]) throws -> Fixer {
        let rules = try RuleBook.builtIn()
        let linter = Linter(
            files: files, rules: rules, selection: try rules.selection(select: [], ignore: []), insertsMissing: true,
            roots: roots, jobs: 1)
        return Fixer(linter: linter, files: files, roots: roots, jobs: 2)
    }

    /// What fixes would do to documents that are given by path.
    static func outcome(_ documents: [String: String], unsafe: Bool) async throws -> FixOutcome {
        try await fixer(Run.overlay(documents))
            .run(Run.sets(documents), policy: FixPolicy(includesUnsafe: unsafe))
    }

    /// The German page after fixes.
    static func fixed(
        _ source: String, _ target: String, unsafe: Bool = false, others: [String: String] = [:]
    ) async throws -> String {
        var documents = others
        (documents["docs/en/page.md"], documents["docs/de/page.md"]) = (source, target)
        let outcome = try await fixer(Run.overlay(documents))
            .run(Run.sets(documents), policy: FixPolicy(includesUnsafe: unsafe))
        #expect(outcome.files.allSatisfy { !$0.path.contains("/en/") })
        let file = outcome.files.first { $0.path == "docs/de/page.md" }
        return file.map { String(decoding: $0.after, as: UTF8.self) } ?? target
    }

    @Test(
        arguments: [
            ("Wait 20 seconds.", "Warten Sie 30 Sekunden.", "Warten Sie 20 Sekunden."),
            ("It takes 1.5 hours.", "Das dauert 2,5 Stunden.", "Das dauert 1,5 Stunden."),
            ("Install version v2.1.0 of it.", "Version v2.2.0 installieren.", "Version v2.1.0 installieren."),
            ("About 40% of them.", "Etwa 60 % davon.", "Etwa 40 % davon."),
            ("It ended on 6/18/2024.", "Es endete am 28.6.2024.", "Es endete am 18.6.2024."),
            ("It ended on 6/8/2024.", "Es endete am 08.06.2023.", nil),
            ("It ended on June 18, 2024.", "Es endete am 28. Juni 2024.", "Es endete am 18. Juni 2024."),
            ("It ended on June 18, 2024.", "Es endete am 18. Mai 2024.", nil),
            ("It holds 1,500 pages of text.", "Es hat 2.500 Seiten Text.", nil),
            ("Run `tool --fast` now.", "`tool --fest` ausführen.", "`tool --fast` ausführen."),
            (
                "See [us](https://example.com/a).", "Siehe [uns](https://example.com/b).",
                "Siehe [uns](https://example.com/a)."
            ),
        ] as [(String, String, String?)])
    func writesAValueAsTheLocaleDoes(source: String, target: String, expected: String?) async throws {
        let fixed = try await Self.fixed(source + "\n", target + "\n", unsafe: true)
        #expect(fixed == (expected ?? target) + "\n")
    }

    @Test(
        arguments: [
            ("It takes 1.5 hours.", "Das dauert 2,5 Stunden."), ("It ended on 6/18/2024.", "Es endete am 28.6.2024."),
            ("See [us](https://example.com/en/a).", "Siehe [uns](https://example.com/en/b)."),
        ])
    func leavesToReviewersWhatALocaleWritesOtherwise(source: String, target: String) async throws {
        #expect(try await Self.fixed(source, target) == target)
        #expect(try await Self.fixed(source, target, unsafe: true) != target)
    }

    @Test func restoresCodeLinesAndKeepsComments() async throws {
        let source = "```sh\n# Start\ntool run --all\ntool a\ntool b\ntool stop\n```\n"
        let target = "```sh\n# Los\ntool run --any\ntool stop\n```\n"
        #expect(
            try await Self.fixed(source, target) == "```sh\n# Los\ntool run --all\ntool a\ntool b\ntool stop\n```\n")
    }

    @Test func leavesTheRestOfTheFileAsItIs() async throws {
        let target = "\u{FEFF}# Titel  \r\n\r\nWarten Sie 30 Sekunden.\t\r\n\r\n\r\nEnde"
        let fixed = try await Self.fixed("# Title\n\nWait 20 seconds.\n\nEnd\n", target)
        #expect(fixed.utf8.elementsEqual(target.replacing("30", with: "20").utf8))
    }

    @Test func leavesAloneWhatIsNotWanted() async throws {
        let documents = ["en/a.md": "Wait 20 seconds.\n", "de/a.md": "Warten Sie 30 Sekunden.\n"]
        let outcome = try await Self.fixer(Run.overlay(documents))
            .run(Run.sets(documents), policy: FixPolicy(includesUnsafe: true) { $0.rule != "changed-number" })
        #expect(outcome.files.isEmpty && outcome.findings.count == 1)
    }

    // MARK: Files

    /// Runs with a folder of two documents that differ in a number; gone afterwards.
    private func withFolder(_ body: (String, [LocaleSet]) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/driftlint-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try DiskFiles().write(Array("Wait 20 seconds.\n".utf8), to: "\(folder)/a.md")
        try DiskFiles().write(Array("Warten Sie 30 Sekunden.\n".utf8), to: "\(folder)/a.de.md")
        try await body(folder, [Run.set(("\(folder)/a.md", "en"), ("\(folder)/a.de.md", "de"))])
    }

    @Test func writesFilesAndKeepsTheirPermissions() async throws {
        try await withFolder { folder, sets in
            let path = "\(folder)/a.de.md"
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
            let fixer = try Self.fixer(DiskFiles(), roots: [folder])
            let outcome = await fixer.run(sets, policy: FixPolicy())
            #expect(fixer.write(outcome).isEmpty)
            #expect(try DiskFiles().read(path) == Array("Warten Sie 20 Sekunden.\n".utf8))
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
            #expect(try DiskFiles().names(in: folder) == ["a.de.md", "a.md"])
            #expect(await fixer.run(sets, policy: FixPolicy()).files.isEmpty)
        }
    }

    @Test func overwritesNothingThatChangedMeanwhile() async throws {
        try await withFolder { folder, sets in
            let fixer = try Self.fixer(DiskFiles(), roots: [folder])
            let outcome = await fixer.run(sets, policy: FixPolicy())
            try DiskFiles().write(Array("Neu.\n".utf8), to: "\(folder)/a.de.md")
            #expect(fixer.write(outcome).map(\.reason) == ["changed since it was read"])
            #expect(try DiskFiles().read("\(folder)/a.de.md") == Array("Neu.\n".utf8))
            #expect(try DiskFiles().names(in: folder) == ["a.de.md", "a.md"])
        }
    }

    @Test func replacesNoLinkAndNothingOutsideTheRoots() async throws {
        try await withFolder { folder, sets in
            let outcome = try await Self.fixer(DiskFiles(), roots: [folder]).run(sets, policy: FixPolicy())
            #expect(try Self.fixer(DiskFiles(), roots: ["\(folder)/other"]).write(outcome).count == 1)
            try FileManager.default.moveItem(atPath: "\(folder)/a.de.md", toPath: "\(folder)/real")
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/a.de.md", withDestinationPath: "real")
            #expect(try Self.fixer(DiskFiles(), roots: [folder]).write(outcome).count == 1)
            #expect(throws: FileError.self) { try DiskFiles().replace("\(folder)/a.de.md", holding: [], with: []) }
            #expect(try DiskFiles().read("\(folder)/real") == Array("Warten Sie 30 Sekunden.\n".utf8))
        }
    }
}

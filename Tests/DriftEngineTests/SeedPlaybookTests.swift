import DriftAlignment
import DriftEngine
import DriftFindings
import DriftLanguage
import DriftLayout
import DriftMarkdown
import DriftText
import FoundationEssentials
import Golden
import Mutations
import Testing

/// Real playbook pages, where they are at hand.
private enum Seed {
    static let folder: String = {
        let shared = ProcessInfo.processInfo.environment["DRIFTLINT_SHARED"] ?? Golden.root + "/../shared"
        return shared + "/seed-playbook"
    }()

    static let names = ((try? DiskFiles().names(in: folder)) ?? []).filter { $0.hasSuffix(".md") }
}

/// A page beside its own copy, whole and with one part taken out.
@Suite(.enabled(if: !Seed.names.isEmpty)) struct SeedPlaybookTests {
    private func findings(_ source: [UInt8], _ target: [UInt8]) async throws -> [Finding] {
        let files = OverlayFiles(["page.md": source, "copy.md": target])
        let set = Run.set(("page.md", "en"), ("copy.md", "en"))
        return try await Run.lint([set], in: files).findings.filter { $0.rule != "broken-link" }
    }

    @Test(arguments: Seed.names)
    func copyHasNoFinding(name: String) async throws {
        let bytes = try DiskFiles().read("\(Seed.folder)/\(name)")
        #expect(try await findings(bytes, bytes).map(\.message).isEmpty)
    }

    @Test(arguments: Seed.names)
    func partTakenOutIsOneFinding(name: String) async throws {
        let bytes = try DiskFiles().read("\(Seed.folder)/\(name)")
        let outline = Outline(
            Document(SourceText(bytes)), locale: LanguageTag(language: "en"), links: LinkKey(localeWords: ["en"]))
        let removals = Removal.all(of: outline)
        #expect(removals.count > 10)
        for removal in removals {
            let found = try await findings(bytes, removal.bytes)
            let summary = found.map { "\($0.rule) \($0.place.path):\($0.place.start.line)" }
            let aspect = removal.aspect == .row || removal.aspect == .column ? "table-" : ""
            let expected = "missing-\(aspect)\(removal.aspect.rawValue) copy.md:\(removal.line)"
            #expect(summary == [expected], "\(removal)")
        }
    }
}

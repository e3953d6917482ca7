import DriftAlignment
import DriftEngine
import DriftFindings
import DriftLanguage
import DriftLayout
import DriftMarkdown
import DriftMutations
import DriftRules
import DriftText
import Golden
import Mutations
import Testing

/// Drift that is put into good translations and fixed again.
@Suite struct FixPropertyTests {
    /// One source, one translation of it and what is known besides, as a run sees them.
    private struct Trial {
        var roots = ["."]
        let files: OverlayFiles
        let sets: [LocaleSet]
        var known: [LocaleSet]?

        func fix() async throws -> FixOutcome {
            let rules = try RuleBook.builtIn()
            let linter = Linter(
                files: files, rules: rules, selection: try rules.selection(select: [], ignore: []),
                insertsMissing: true, roots: roots, jobs: 1)
            return await Fixer(linter: linter, files: files, roots: roots, jobs: 1)
                .run(sets, among: known, policy: FixPolicy(includesUnsafe: true))
        }

        /// The same with the files that fixes leave.
        func fixed(_ outcome: FixOutcome) -> Trial {
            let files = Dictionary(outcome.files.map { ($0.path, $0.after) }) { first, _ in first }
            return Trial(roots: roots, files: OverlayFiles(files, over: self.files), sets: sets, known: known)
        }
    }

    /// A part that was taken out of a translation comes back in its place, marked for a translator.
    @Test(arguments: 1...8)
    func insertsWhatWasTakenOut(seed: UInt64) async throws {
        let source = GeneratedDocument.markdown(seed: seed)
        let links = LinkKey(localeWords: ["en", "de"])
        let outline = Outline(Document(SourceText(source)), locale: LanguageTag(language: "en"), links: links)
        let target = PseudoTranslation.of(outline)
        let whole = Outline(Document(SourceText(target)), locale: LanguageTag(language: "de"), links: links)
        for removal in Removal.all(of: whole) where removal.aspect != .column {
            let trial = Trial(
                files: OverlayFiles(["a.md": Array(source.utf8), "a.de.md": removal.bytes]),
                sets: [Run.set(("a.md", "en"), ("a.de.md", "de"))])
            let outcome = try await trial.fix()
            #expect(outcome.before.contains { $0.fix != nil }, "\(removal)")
            let left = outcome.findings.filter { $0.rule.hasPrefix("missing-") || $0.rule.hasPrefix("extra-") }
            #expect(left.isEmpty, "\(removal): \(left.map(\.message))")
            #expect(outcome.files.map(\.path) == ["a.de.md"])
            let again = try await trial.fixed(outcome).fix()
            #expect(again.files.isEmpty, "\(removal)")
        }
    }

    /// A part that only translations have comes into the source, and nothing else there changes.
    @Test(arguments: [1, 3])
    func insertsIntoTheSourceWhatOnlyTranslationsHave(seed: UInt64) async throws {
        let source = GeneratedDocument.markdown(seed: seed)
        let links = LinkKey(localeWords: ["en", "de"])
        let outline = Outline(Document(SourceText(source)), locale: LanguageTag(language: "en"), links: links)
        let target = PseudoTranslation.of(outline)
        // Links lead somewhere, so that what is inserted is no drift by itself.
        let pages = source.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }.map(String.init)
            .filter { $0.hasPrefix("page-") || $0.hasPrefix("image-") }
        var counts = (seeded: 0, repaired: 0)
        for removal in Removal.all(of: outline) where [.item, .paragraph, .codeBlock].contains(removal.aspect) {
            var files = ["a.md": removal.bytes, "a.de.md": target, "a.fr.md": target, "a.es.md": target]
            for page in pages { files[page] = [] }
            let trial = Trial(
                files: OverlayFiles(files),
                sets: [Run.set(("a.md", "en"), ("a.de.md", "de"), ("a.fr.md", "fr"), ("a.es.md", "es"))])
            let outcome = try await trial.fix()
            counts.seeded += 1
            guard outcome.fixed.contains(where: { $0.place.path == "a.md" }) else { continue }
            counts.repaired += 1
            #expect(outcome.files.map(\.path) == ["a.md"], "\(removal)")
            let (before, after) = (outcome.files[0].before, outcome.files[0].after)
            let kept = zip(before, after).prefix { $0 == $1 }.count
            #expect(after.suffix(before.count - kept).elementsEqual(before[kept...]), "\(removal)")
            let left = outcome.findings.filter { $0.rule.hasPrefix("missing-") || $0.rule.hasPrefix("extra-") }
            #expect(left.isEmpty, "\(removal): \(left.map(\.message))")
            #expect(try await trial.fixed(outcome).fix().files.isEmpty, "\(removal)")
        }
        #expect(counts.repaired >= counts.seeded - 1 && counts.seeded > 5, "\(counts)")
    }

    /// Kinds of drift of which a fix leaves no byte.
    private static let values: [MutationKind] = [
        .codeSpanChanged, .addressChanged, .linkTargetChanged, .numberInCell, .numberInProse, .date, .codeChanged,
    ]
    private static let parts: [MutationKind] = [
        .rowMissing, .itemMissing, .sectionMissing, .paragraphMissing, .headingMissing, .codeMissing, .cellEmptied,
        .frontKeyMissing,
    ]

    private static let folder = "\(Golden.root)/fixtures/playbook"

    /// The playbook under `fixtures/` in two languages, and a generated document, which has code.
    private static func documents() throws -> (files: OverlayFiles, sets: [LocaleSet]) {
        let disk = DiskFiles()
        let paths = try DocumentFinder(files: disk).documents(in: [folder])
        let sets = LayoutDiscovery(source: nil).discover(paths: paths) { (try? disk.read($0)) ?? [] }.sets
        let source = Array(GeneratedDocument.markdown(seed: 2).utf8)
        let outline = Outline(
            Document(SourceText(source)), locale: LanguageTag(language: "en"), links: LinkKey(localeWords: []))
        let files = ["made.md": source, "made.de.md": PseudoTranslation.of(outline)]
        let made = Run.set(("made.md", "en"), ("made.de.md", "de"))
        let pairs = sets.map { LocaleSet(name: $0.name, members: [$0.members[0], $0.members[2]]) }
        return (OverlayFiles(files, over: disk), pairs + [made])
    }

    /// Drift that is put into good translations is gone after fixes, and a value is what it was.
    @Test(arguments: values + parts)
    func takesSeededDriftAway(kind: MutationKind) async throws {
        let (files, sets) = try Self.documents()
        var counts = (seeded: 0, repaired: 0)
        for set in sets {
            let target = try files.read(set.members[1].path)
            let clean = try await Trial(roots: [Self.folder], files: files, sets: [set], known: sets).fix()
            let subject = Subject(
                source: Document(SourceText(try files.read(set.members[0].path))), set.members[0].locale,
                target: Document(SourceText(target)), set.members[1].locale)
            var generator = SplitMix(seed: 7, name: kind.rawValue)
            for mutation in subject.mutations(of: kind, limit: 3, using: &generator) {
                let bytes = mutation.applied(to: SourceText(target))
                let trial = Trial(
                    roots: [Self.folder], files: OverlayFiles([set.members[1].path: bytes], over: files), sets: [set],
                    known: sets)
                let outcome = try await trial.fix()
                counts.seeded += 1
                if outcome.fixed.count > clean.fixed.count { counts.repaired += 1 }
                if Self.values.contains(kind) {
                    #expect(outcome.files.last?.after == (clean.files.last?.after ?? target), "\(mutation.summary)")
                }
                let rules = Set(outcome.fixed.map(\.rule))
                let left = outcome.findings.filter { rules.contains($0.rule) }.count
                #expect(left <= clean.findings.filter { rules.contains($0.rule) }.count, "\(mutation.summary)")
                #expect(try await trial.fixed(outcome).fix().files.isEmpty, "\(mutation.summary)")
            }
        }
        #expect(counts.seeded > 0 && counts.repaired >= counts.seeded - 1, "\(kind.rawValue): \(counts)")
    }
}

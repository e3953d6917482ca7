import DriftEngine
import DriftFindings
import DriftLayout
import DriftMutations
import DriftReport
import DriftRules
import Golden
import Testing

/// A self-test on the playbook under `fixtures/`.
@Suite struct SelfTestTests {
    private static let folder = "\(Golden.root)/fixtures/playbook"

    private static func run(
        _ kinds: [MutationKind] = MutationKind.allCases, perKind: Int = 2, seed: UInt64 = 1, jobs: Int = 2
    ) async throws -> SelfTestResult {
        let files = DiskFiles()
        let paths = try DocumentFinder(files: files).documents(in: [folder])
        let sets = LayoutDiscovery(source: nil).discover(paths: paths) { (try? files.read($0)) ?? [] }.sets
        let rules = try RuleBook.builtIn()
        let linter = Linter(
            files: files, rules: rules, selection: try rules.selection(select: [], ignore: []), roots: [folder],
            jobs: jobs)
        var plan = SelfTest.Plan()
        (plan.kinds, plan.perKind, plan.seed) = (kinds, perKind, seed)
        return await SelfTest(linter: linter, files: files, jobs: jobs).run(plan, on: sets)
    }

    /// A rule that gets better changes these files, for the better.
    @Test func showsWhatIsRecorded() async throws {
        let report = SelfTestReport(try await Self.run())
        for (text, ending) in [(report.text(color: false), "txt"), (report.json, "json")] {
            let text = text.replacing(Golden.root + "/", with: "")
            #expect(try Golden.check(text, against: "fixtures/selftest/playbook.\(ending)") == .matches)
        }
    }

    private static let few: [MutationKind] = [.rowMissing, .numberInProse, .paragraphReflowed]

    @Test(arguments: [1, 3, 16])
    func isTheSameWithAnyNumberOfJobs(jobs: Int) async throws {
        #expect(try await Self.run(Self.few, jobs: jobs) == Self.run(Self.few, jobs: 2))
    }

    /// What is tried of one kind does not depend on the other kinds.
    @Test func isTheSameForAKindAlone() async throws {
        let all = try await Self.run(Self.few)
        for kind in Self.few {
            let alone = try await Self.run([kind])
            #expect(alone.rows == all.rows.filter { $0.kind == kind.rawValue })
            #expect(alone.rows.reduce(0) { $0 + $1.tally.seeded } == 2)
        }
    }

    @Test func triesOtherChangesForAnotherSeed() async throws {
        let first = try await Self.run([.paragraphCut, .date], perKind: 6)
        let second = try await Self.run([.paragraphCut, .date], perKind: 6, seed: 2)
        #expect(first.failures != second.failures)
    }

    @Test func findsALostRowAtItsPlaceAndNothingElse() async throws {
        let tally = try await Self.run([.rowMissing], perKind: 8).total { _ in true }
        #expect(tally.seeded == 8 && tally.found == 8 && tally.exact == 8 && tally.newCauses == 8)
    }

    @Test func findsNothingWithoutTranslations() async throws {
        let files = OverlayFiles([:])
        let rules = try RuleBook.builtIn()
        let linter = Linter(files: files, rules: rules, selection: [], roots: ["."], jobs: 1)
        let result = await SelfTest(linter: linter, files: files, jobs: 1).run(SelfTest.Plan(), on: [])
        #expect(result.rows.isEmpty && result.recall == 100)
    }

    @Test func namesWhatCannotBeRead() async throws {
        let documents = ["page.md": "# A\n\nWait 20 seconds.\n", "page.de.md": "# A\n\nWarten Sie 20 Sekunden.\n"]
        let files = FailingFiles(base: Run.overlay(documents), failing: ["page.de.md"])
        let sets = [Run.set(("page.md", "en"), ("page.de.md", "de"))]
        let linter = Linter(files: files, rules: try RuleBook.builtIn(), selection: [], roots: ["."], jobs: 1)
        let test = SelfTest(linter: linter, files: files, jobs: 1)
        #expect(test.unreadable(in: sets).map(\.path) == ["page.de.md"])
        #expect(await test.run(SelfTest.Plan(), on: sets).rows.isEmpty)
    }

    /// A rule that does not run finds nothing, so that the recall is that of the rules chosen.
    @Test func missesWhatNoRuleLooksFor() async throws {
        let files = Run.overlay([
            "page.md": "# A\n\nWait 20 seconds.\n", "page.de.md": "# A\n\nWarten Sie 20 Sekunden.\n",
        ])
        let sets = [Run.set(("page.md", "en"), ("page.de.md", "de"))]
        var plan = SelfTest.Plan()
        plan.kinds = [.numberInProse]
        for (names, found) in [(["values"], 1), (["links"], 0)] {
            let rules = try RuleBook.builtIn()
            let selection = try rules.selection(select: names, ignore: [])
            let linter = Linter(files: files, rules: rules, selection: selection, roots: ["."], jobs: 1)
            let result = await SelfTest(linter: linter, files: files, jobs: 1).run(plan, on: sets)
            #expect(result.recall == found * 100)
            #expect(result.failures.map(\.path) == (found == 1 ? [] : ["page.de.md"]))
        }
    }
}

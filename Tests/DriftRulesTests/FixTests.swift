import DriftEngine
import DriftFindings
import DriftRules
import Testing

/// What `--fix` does to the examples of the rule pages.
@Suite struct FixTests {
    /// Rules of which an example is fixed, and how many of the examples' findings are.
    private static let fixable = [
        "changed-code-block": 2, "changed-code-span": 1, "changed-date": 1, "changed-link-target": 1,
        "changed-number": 1, "changed-percentage": 1, "changed-time": 1, "changed-version": 1, "wrong-locale-link": 2,
        "missing-code-block": 1, "missing-heading": 1, "missing-image": 1, "missing-list": 1, "missing-list-item": 2,
        "missing-paragraph": 1, "missing-section": 1, "missing-table": 1, "missing-table-cell": 1,
        "missing-table-row": 1, "missing-front-matter-key": 2, "translated-name": 1,
        "invisible-character": 2, "control-character": 1, "decomposed-character": 1,
        "changed-heading-id": 2, "changed-placeholder": 2,
    ]

    private func fixed(_ page: PageExample, _ example: Example) async -> FixOutcome {
        await ExampleRunner(rules: PageExample.rules)
            .fixed(example, rule: page.rule, policy: FixPolicy(includesUnsafe: true))
    }

    @Test(arguments: fixable.keys.sorted())
    func fixesTheExamplesOfItsPage(_ rule: String) async {
        var count = 0
        for page in PageExample.all where page.rule.id == rule {
            count += await fixed(page, page.example).fixed.filter { $0.rule == rule }.count
        }
        #expect(count >= Self.fixable[rule] ?? 0, "\(rule): \(count)")
    }

    /// After a fix its finding is gone, nothing new is there, and fixing again changes nothing.
    @Test(arguments: PageExample.all, [Variation.asWritten, .carriageReturns, .byteOrderMark])
    func leavesNothingToFix(_ page: PageExample, _ variation: Variation) async {
        let example = variation(page.example)
        let outcome = await fixed(page, example)
        let after = Dictionary(outcome.files.map { ($0.path, $0.after) }) { first, _ in first }
        let result = Example(
            files: example.files.map {
                Example.File(locale: $0.locale, path: $0.path, bytes: after[$0.path] ?? $0.bytes, marks: [])
            }, also: [], line: example.line)
        let again = await fixed(page, result)
        #expect(again.files.isEmpty, "\(page.testDescription): \(again.fixed.map(\.message))")
        for (rule, fixed) in Dictionary(grouping: outcome.fixed, by: \.rule) {
            let before = outcome.before.filter { $0.rule == rule }.count
            let left = again.findings.filter { $0.rule == rule }.count
            #expect(left <= before - fixed.count, "\(page.testDescription): \(rule)")
        }
    }

    /// Line ends and a byte-order mark stay as the file has them.
    @Test(arguments: PageExample.all)
    func keepsLineEnds(_ page: PageExample) async {
        let outcome = await fixed(page, Variation.carriageReturns(page.example))
        for file in outcome.files {
            let bare = file.after.indices.filter { file.after[$0] == 0x0A && ($0 == 0 || file.after[$0 - 1] != 0x0D) }
            #expect(bare.isEmpty, "\(page.testDescription): \(file.path)")
        }
    }
}

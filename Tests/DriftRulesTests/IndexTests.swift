import DriftEngine
import DriftRules
import FoundationEssentials
import Golden
import Testing

/// `rules/README.md`: the guide is written by hand, the index below it by this test.
@Test func indexListsAllRules() async throws {
    let path = "rules/README.md"
    let data = try #require(FileManager.default.contents(atPath: "\(Golden.root)/\(path)"))
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let guide = try #require(lines.firstIndex(of: "## Index").map { lines[...$0].joined(separator: "\n") + "\n" })
    #expect(try Golden.check(guide + (await index()), against: path) == .matches)
}

private func index() async -> String {
    var lines = [
        "", "| Rule | Family | Default | Severity | Fix | Right, as read | What it reports |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    let rules = PageExample.rules.rules.sorted { ($0.family, $0.id) < ($1.family, $1.id) }
    for rule in rules {
        let cells = [
            "[\(rule.id)](\(rule.family)/\(rule.id).md)", rule.family, rule.isEnabled ? "on" : "off",
            "\(rule.severity)", await fix(of: rule), precision(of: rule),
            rule.description.summary.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|"),
        ]
        lines.append("| \(cells.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
}

/// What of the examples of a rule's page is fixed: some of it without review, some with, or nothing.
private func fix(of rule: Rule) async -> String {
    for (policy, name) in [(FixPolicy(includesUnsafe: false), "safe"), (FixPolicy(includesUnsafe: true), "unsafe")] {
        for page in PageExample.all where page.rule.id == rule.id {
            let outcome = await ExampleRunner(rules: PageExample.rules).fixed(page.example, rule: rule, policy: policy)
            if outcome.fixed.contains(where: { $0.rule == rule.id }) { return name }
        }
    }
    return ""
}

private func precision(of rule: Rule) -> String {
    let data = FileManager.default.contents(atPath: "\(Golden.root)/rules/\(rule.family)/\(rule.id).md") ?? Data()
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    return lines.first { $0.hasPrefix("precision: ") }.map { String($0.dropFirst(11)) } ?? ""
}

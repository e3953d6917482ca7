import DriftRules
import FoundationEssentials
import Golden
import Testing

/// `rules/README.md`: the guide is written by hand, the index below it by this test.
@Test func indexListsAllRules() throws {
    let path = "rules/README.md"
    let data = try #require(FileManager.default.contents(atPath: "\(Golden.root)/\(path)"))
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let guide = try #require(lines.firstIndex(of: "## Index").map { lines[...$0].joined(separator: "\n") + "\n" })
    #expect(try Golden.check(guide + index(), against: path) == .matches)
}

private func index() -> String {
    var lines = ["", "| Rule | Family | Severity | What it reports |", "| --- | --- | --- | --- |"]
    let rules = PageExample.rules.rules.sorted { ($0.family, $0.id) < ($1.family, $1.id) }
    for rule in rules {
        let cells = [
            "[\(rule.id)](\(rule.family)/\(rule.id).md)", rule.family, "\(rule.severity)",
            rule.description.summary.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|"),
        ]
        lines.append("| \(cells.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
}

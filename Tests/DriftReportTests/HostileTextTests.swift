import DriftFindings
import DriftMarkdown
import DriftText
import Testing

@testable import DriftReport

/// Texts with which a document could try to get out of the place that a report gives it.
private let hostile = [
    "::error::forged", "x\n::error file=a.md::forged", "a\r::stop-commands::x", "%0A::error::forged", "50%, a:b",
    "##[error]forged", "`</code></summary></details><img src=x>", "``` `` ` </details>", "\n\n</details>\n<!--", "-->",
    "[x](https://example.org) @everyone #1 https://example.org", "`", " `` ", "<!-- driftlint-report -->",
    "\u{202E}\u{1B}[31m\u{2028}", "]]></failure>&#10;", "\\`x\\`", "|a|\n|-|",
]

// MARK: GitHub

/// Reads a line as the runner of GitHub Actions does; nil is no command.
private func command(_ line: String) -> (name: String, properties: [String: String], data: String)? {
    let parts = line.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0].isEmpty else { return nil }
    let head = parts[1].split(separator: " ", maxSplits: 1).map(String.init)
    var properties: [String: String] = [:]
    for part in head.count > 1 ? head[1].split(separator: ",") : [] {
        let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
        properties[pair[0]] = unescaped(pair[1], ["%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"])
    }
    return (head[0], properties, unescaped(parts[2], ["%0D": "\r", "%0A": "\n", "%25": "%"]))
}

private func unescaped(_ text: String, _ escapes: KeyValuePairs<String, String>) -> String {
    var result = ""
    var rest = text[...]
    while let first = rest.first {
        let escape = escapes.first { rest.hasPrefix($0.key) }
        result += escape?.value ?? String(first)
        rest = rest.dropFirst(escape?.key.count ?? 1)
    }
    return result
}

@Test(arguments: hostile)
func annotationsHoldTheirText(text: String) throws {
    let lines = GitHubReport.render(ExampleReport.of(text)).split(whereSeparator: \.isNewline).map(String.init)
    try #require(lines.count == 1)
    let read = try #require(command(lines[0]))
    #expect(read.name == "notice")
    #expect(
        read.properties == [
            "title": "driftlint: changed-number", "file": "de/\(text)".escapedForDisplay, "line": "2", "endLine": "2",
            "col": "3", "endColumn": "3",
        ])
    #expect(read.data == "\(text) 0".escapedForDisplay + "\n" + "en de/\(text):2: \(text)".escapedForDisplay)
}

@Test func annotationsAreOneACauseAndTheGravestFirst() throws {
    let output = GitHubReport.render(
        ExampleReport.of("x", locales: ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh"], count: 7))
    let read = try output.split(separator: "\n").map { try #require(command(String($0))) }
    #expect(read.map(\.name) == ["error", "error", "warning", "warning", "notice", "notice", "notice"])
    #expect(read[0].properties["file"] == "aa/x")
    #expect(read[0].data.hasSuffix("\nalso (ff) ff/x:2\nand 2 more places"))
}

@Test(arguments: [
    ("a ::error::b", "a ::error::b"), ("::error::b\n  ::x", "\\u{3A}:error::b\n  \\u{3A}:x"), (":a\n\n:", ":a\n\n:"),
    ("é ##[error]x ####[", "é ##\\u{5B}error]x ####\\u{5B}"), ("#[a] ##", "#[a] ##"), ("\n", "\n"), ("", ""),
])
func logsHoldNoCommands(text: String, shown: String) {
    #expect(text.withoutWorkflowCommands == shown)
}

// MARK: Markdown

@Test(arguments: hostile)
func markdownKeepsTextInCodeSpans(text: String) {
    let report = MarkdownReport.render(ExampleReport.of(text, locales: ["de", "ja"], count: 3))
    let html = String(decoding: HTMLRenderer.render(Document(SourceText(Array(report.utf8)))), as: UTF8.self)
    var outside = ""
    for (index, part) in html.split(separator: "<code>", omittingEmptySubsequences: false).enumerated() {
        let rest = part.split(separator: "</code>", maxSplits: 1, omittingEmptySubsequences: false)
        #expect(rest.count == (index == 0 ? 1 : 2))
        outside += rest.last ?? ""
    }
    for word in ["forged", "everyone", "example", "img", "code", "\\u", "stop"] { #expect(!outside.contains(word)) }
    #expect(html.split(separator: "<details>").count == 3)
    #expect(html.split(separator: "</details>", omittingEmptySubsequences: false).count == 3)
    #expect(html.split(separator: "<!--", omittingEmptySubsequences: false).count == 2)
    #expect(html.split(separator: "<li>").count == 7)
}

@Test(arguments: [1_500, 5_000, 65_536])
func markdownLeavesOutWhatDoesNotFit(limit: Int) {
    let locales = ["ar", "de", "ja"]
    let report = MarkdownReport.render(ExampleReport.of("表`x`", locales: locales, count: 900), limit: limit)
    #expect(report.unicodeScalars.count <= limit)
    #expect(report.hasPrefix(MarkdownReport.marker + "\n"))
    #expect(
        report.hasSuffix(
            "</details>\n\n_\(leftOut(report)) are left out, since a comment holds \(limit) characters._\n"))
    let shown = report.split(separator: "\n").filter { $0.hasPrefix("- **") }
    #expect(shown.count + leftOut(report) == 2700)
    #expect(!shown.isEmpty && shown.allSatisfy { $0.hasPrefix("- **error**") })
}

/// What the last line says.
private func leftOut(_ report: String) -> Int {
    let last = report.split(separator: "\n").last ?? ""
    return Int(last.dropFirst().prefix { $0.isNumber }) ?? -1
}

// MARK: Others

@Test(arguments: hostile)
func conciseLinesAreOneAFinding(text: String) {
    let output = ConciseReport.render(ExampleReport.of(text, locales: ["de", "ja"], count: 3))
    #expect(output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count == 7)
    #expect(!output.unicodeScalars.contains { $0.isUnsafeToDisplay && $0 != "\n" })
}

@Test func fingerprintsOfCodeQualityAreUnique() {
    let twice = ExampleReport.make().findings + ExampleReport.make().findings
    let report = Report(toolVersion: "1", rules: [], findings: twice, setCount: 1, documentCount: 1)
    let lines = GitLabReport.render(report).split(separator: "\n").filter { $0.contains("\"fingerprint\"") }
    #expect(Set(lines).count == twice.count)
}

// MARK: Limits

@Test(arguments: [(0, ""), (1, "error"), (4, "error,error,warning,warning"), (99, "")])
func limitedReportsShowTheGravest(limit: Int, severities: String) {
    let all = ExampleReport.of("x", locales: ["aa", "bb"], count: 3)
    let report = Report(
        toolVersion: "1", rules: [], findings: all.findings, setCount: 1, documentCount: 1, limit: limit)
    let shown = report.findings.map(\.severity.rawValue).sorted().joined(separator: ",")
    if limit < 99 { #expect(shown == severities) }
    #expect(report.findings.count == min(limit, 6) && report.hidden.count == max(0, 6 - limit))
    #expect(Summary(report).total.places == 6 && Summary(report).total.causes == 3)
    #expect(JSONReport.render(report).contains("\"hidden\": \(6 - limit)") == (limit < 6))
}

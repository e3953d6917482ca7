import DriftFindings
import DriftText
import Testing

@testable import DriftReport

@Test func leastSevereResultsAreLeftOutAndCounted() {
    let output = SARIFReport.render(ExampleReport.make(), limit: 3)
    #expect(occurrences(of: "\"ruleIndex\": ", in: output) == 3)
    #expect(occurrences(of: "\"primaryLocationLineHash\": ", in: output) == 3)
    #expect(occurrences(of: "\"level\": \"note\"", in: output) == 1)  // the rule's own
    #expect(output.contains("5 of 8 findings are left out"))
}

@Test func nothingIsSaidOfLimitsThatAreKept() {
    #expect(!SARIFReport.render(ExampleReport.make(), limit: 8).contains("toolExecutionNotifications"))
}

/// What does not count stands in no other format, and counts in none.
@Test(arguments: OutputFormat.allCases)
func suppressedResultsAreListedInSARIFAlone(format: OutputFormat) {
    let output = format.render(ExampleReport.make())
    #expect(output.contains("does not count") == (format == .sarif))
}

@Test func suppressedResultsComeLast() {
    let output = SARIFReport.render(ExampleReport.make(), limit: 9)
    #expect(occurrences(of: "\"suppressions\": ", in: output) == 1)
    #expect(!output.contains("toolExecutionNotifications"))
}

@Test(arguments: [
    ("docs/de/x.md", "docs/de/x.md"), ("über uns 100%.md", "%C3%BCber%20uns%20100%25.md"),
    ("a:b#c?.md", "a%3Ab%23c%3F.md"),
])
func pathsBecomeURIs(path: String, uri: String) {
    #expect(SARIFPlace.percentEncoded(path) == uri)
}

@Test(arguments: [
    ("[a] (b)", "[a] (b)"), ("[a](1)", "\\[a\\](1)"), ("\\[a](1)", "\\\\\\[a\\](1)"), ("\u{202E}", "\\u{202E}"),
])
func messagesHoldNoLinks(text: String, plain: String) {
    #expect(SARIFPlace.plainText(text) == plain)
}

private func occurrences(of needle: String, in text: String) -> Int {
    text.split(separator: needle, omittingEmptySubsequences: false).count - 1
}

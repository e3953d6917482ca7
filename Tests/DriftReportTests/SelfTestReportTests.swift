import DriftFindings
import DriftReport
import Golden
import Testing

/// Two kinds of drift and one harmless change, in two locales, with a text that must not reach a terminal.
private func result() -> SelfTestResult {
    func row(_ kind: String, _ locale: String, _ counts: [Int], isHarmless: Bool = false) -> SelfTestResult.Row {
        var tally = SelfTestResult.Tally()
        (tally.seeded, tally.noticed, tally.found, tally.exact) = (counts[0], counts[1], counts[2], counts[3])
        (tally.newCauses, tally.alarms) = (counts[4], counts[5])
        return SelfTestResult.Row(kind: kind, isHarmless: isHarmless, locale: locale, tally: tally)
    }
    func failure(_ number: Int) -> SelfTestResult.Failure {
        SelfTestResult.Failure(
            kind: number == 0 ? "line-ends" : "row-missing", isHarmless: number == 0, locale: "de",
            path: "docs/de/seite-\(number).md", line: 7, change: "row gone: | “a” | \u{202E}b |",
            findings: number < 2 ? ["docs/de/seite-\(number).md:40: missing-heading: missing heading “\u{1B}[31m”"] : []
        )
    }
    return SelfTestResult(
        seed: 7,
        rows: [
            row("row-missing", "de", [40, 31, 30, 29, 42, 31]), row("row-missing", "zh-Hans", [3, 3, 3, 1, 3, 3]),
            row("date", "de", [8, 0, 0, 0, 0, 0]),
            row("line-ends", "de", [5, 1, 0, 0, 2, 1], isHarmless: true),
        ], failures: (0..<12).map(failure), pairCount: 25)
}

@Test(arguments: ["selftest.txt", "selftest-color.txt", "selftest.json"])
func rendersSelfTestsAsRecorded(file: String) throws {
    let report = SelfTestReport(result())
    let output = file.hasSuffix("json") ? report.json : report.text(color: file.contains("color"))
    #expect(try Golden.check(output, against: "fixtures/reports/\(file)") == .matches)
}

@Test func rendersNothingTried() {
    let report = SelfTestReport(SelfTestResult(seed: 1, rows: [], failures: [], pairCount: 0))
    #expect(report.text(color: false).hasPrefix("0 of 0 changes found"))
    #expect(!report.text(color: true).contains("NaN"))
}

@Test func recallCountsDriftAlone() {
    #expect(result().recall == 33 * 100 / 51)
}

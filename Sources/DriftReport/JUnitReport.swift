internal import DriftFindings
internal import DriftText

/// JUnit's XML as CI servers read it: a suite a locale, a case a page.
///
/// A page with errors or warnings has failed; what is for information alone stands in its output.
enum JUnitReport {
    static func render(_ report: Report) -> String {
        let suites = suites(report)
        let failures = suites.reduce(0) { $0 + $1.failures }
        let tests = suites.reduce(0) { $0 + $1.pages.count }
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
        lines.append("<testsuites name=\"driftlint\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\">")
        for suite in suites { lines += element(suite) }
        lines.append("</testsuites>")
        return lines.joined(separator: "\n") + "\n"
    }

    private struct Suite {
        var locale: String
        var pages: [Page]

        var failures: Int { pages.filter { !$0.failures.isEmpty }.count }
    }

    private struct Page {
        var path: String
        var findings: [Finding]

        var failures: [Finding] { findings.filter { $0.severity > .info } }
        var remarks: [Finding] { findings.filter { $0.severity == .info } }
    }

    /// Suites by locale and pages by path, those without findings among them where the report knows of them.
    private static func suites(_ report: Report) -> [Suite] {
        var pages: [String: [String: [Finding]]] = [:]
        for document in report.documents { pages[document.locale, default: [:]][document.path] = [] }
        for finding in report.findings {
            pages[finding.locale, default: [:]][finding.place.path, default: []].append(finding)
        }
        return pages.sorted { $0.key < $1.key }.map { locale, pages in
            let sorted = pages.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            return Suite(locale: locale, pages: sorted.map { Page(path: $0.key, findings: $0.value) })
        }
    }

    private static func element(_ suite: Suite) -> [String] {
        let counts = "tests=\"\(suite.pages.count)\" failures=\"\(suite.failures)\" errors=\"0\" skipped=\"0\""
        var lines = ["  <testsuite name=\(XMLText.attribute(suite.locale.escapedForDisplay)) \(counts) time=\"0\">"]
        for page in suite.pages { lines += element(page, locale: suite.locale) }
        lines.append("  </testsuite>")
        return lines
    }

    private static func element(_ page: Page, locale: String) -> [String] {
        let name = XMLText.attribute(page.path.escapedForDisplay)
        let head = "    <testcase name=\(name) classname=\(XMLText.attribute(locale.escapedForDisplay)) time=\"0\""
        guard !page.findings.isEmpty else { return [head + "/>"] }
        var lines = [head + ">"]
        if let gravest = page.failures.max(by: { $0.severity < $1.severity }) {
            let more = page.failures.count > 1 ? " (and \(page.failures.count - 1) more)" : ""
            let message = XMLText.attribute((gravest.message + more).escapedForDisplay)
            lines.append("      <failure message=\(message) type=\(XMLText.attribute(gravest.rule.escapedForDisplay))>")
            lines[lines.count - 1] += text(page.failures) + "</failure>"
        }
        if !page.remarks.isEmpty { lines.append("      <system-out>\(text(page.remarks))</system-out>") }
        return lines + ["    </testcase>"]
    }

    /// The findings of a page and what stands on the other side of each, a line each.
    private static func text(_ findings: [Finding]) -> String {
        var lines: [String] = []
        for finding in findings {
            let start = finding.place.start
            lines.append(
                "\(finding.place.path):\(start.line):\(start.column): "
                    + "\(finding.severity.rawValue) \(finding.rule): \(finding.message)")
            lines += finding.related.map { "  \($0.locale) \($0.place.path):\($0.place.start.line): \($0.text)" }
        }
        return lines.map { XMLText.content($0.escapedForDisplay) }.joined(separator: "\n")
    }
}

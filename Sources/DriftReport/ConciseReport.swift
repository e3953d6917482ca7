internal import DriftFindings
internal import DriftText

/// One line a finding, as compilers write them: `path:line:column: severity rule: message`.
enum ConciseReport {
    static func render(_ report: Report) -> String {
        report.findings.map { line($0) + "\n" }.joined()
    }

    private static func line(_ finding: Finding) -> String {
        let start = finding.place.start
        let place = "\(finding.place.path):\(start.line):\(start.column)"
        return "\(place): \(finding.severity.rawValue) \(finding.rule): \(finding.message)".escapedForDisplay
    }
}

internal import DriftFindings
internal import DriftText

/// The report of GitLab's Code Quality: a subset of Code Climate's format as one array.
enum GitLabReport {
    static func render(_ report: Report) -> String {
        var ordinals: [String: Int] = [:]
        let issues = report.findings.map { finding in
            let ordinal = ordinals[finding.fingerprint, default: 0] + 1
            ordinals[finding.fingerprint] = ordinal
            // GitLab drops all but one of the issues that share a fingerprint.
            return issue(finding, fingerprint: finding.fingerprint + (ordinal == 1 ? "" : "-\(ordinal)"))
        }
        return JSONValue.array(issues).pretty
    }

    private static func issue(_ finding: Finding, fingerprint: String) -> JSONValue {
        .object([
            "description": .string("\(finding.message) (\(finding.locale))".escapedForDisplay),
            "check_name": .string(finding.rule),
            "fingerprint": .string(fingerprint),
            "severity": .string(severity(finding.severity)),
            "location": .object([
                "path": .string(finding.place.path),
                "lines": .object(["begin": .int(finding.place.start.line), "end": .int(finding.place.end.line)]),
            ]),
        ])
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "major"
        case .warning: "minor"
        case .info: "info"
        }
    }
}

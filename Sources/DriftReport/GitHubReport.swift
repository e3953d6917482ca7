internal import DriftFindings
internal import DriftText

/// Workflow commands of GitHub Actions: an annotation a cause, the gravest first, since a step shows ten of each level.
enum GitHubReport {
    static func render(_ report: Report) -> String {
        Cause.group(report.findings).gravestFirst.map { command($0) + "\n" }.joined()
    }

    /// The annotation stands at the gravest place of the cause; its text names the others.
    private static func command(_ cause: Cause) -> String {
        guard let finding = cause.gravest else { return "" }
        var lines = [finding.message]
        lines += finding.related.prefix(3).map { "\($0.locale) \(place($0.place)): \($0.text)" }
        let others = cause.findings.filter { $0 != finding }
        lines += others.prefix(5).map { "also (\($0.locale)) \(place($0.place))" }
        if others.count > 5 { lines.append("and \(others.count - 5) more places") }
        let text = lines.map { data($0.escapedForDisplay.cut(to: 400)) }.joined(separator: "%0A")
        return "::\(level(finding.severity)) \(properties(finding))::\(text)"
    }

    private static func place(_ place: Place) -> String { "\(place.path):\(place.start.line)" }

    /// Columns are left out where the place ends on another line, since the host refuses them there.
    private static func properties(_ finding: Finding) -> String {
        let (start, end) = (finding.place.start, finding.place.end)
        var properties = [
            "title=\(property("driftlint: \(finding.rule)"))", "file=\(property(finding.place.path))",
            "line=\(start.line)", "endLine=\(end.line)",
        ]
        if start.line == end.line { properties += ["col=\(start.column)", "endColumn=\(end.column)"] }
        return properties.joined(separator: ",")
    }

    private static func level(_ severity: Severity) -> String {
        severity == .info ? "notice" : severity.rawValue
    }

    /// Text that can neither end the command nor begin another.
    private static func data(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
    }

    private static func property(_ text: String) -> String {
        escaped(text.escapedForDisplay, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }

    private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let escape = escapes[scalar] { result += escape } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}

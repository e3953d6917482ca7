internal import DriftFindings
internal import DriftText

/// Checkstyle's XML, which many tools read: an element a file, and in it one a finding. Columns count Unicode scalars.
enum CheckstyleReport {
    static func render(_ report: Report) -> String {
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<checkstyle version=\"4.3\">"]
        var path: String?
        for finding in report.findings {
            if finding.place.path != path {
                if path != nil { lines.append("  </file>") }
                // The path is what tools open the file by; spelling its characters out would make it another.
                lines.append("  <file name=\(XMLText.attribute(finding.place.path))>")
            }
            path = finding.place.path
            lines.append(error(finding))
        }
        if path != nil { lines.append("  </file>") }
        return (lines + ["</checkstyle>"]).joined(separator: "\n") + "\n"
    }

    private static func error(_ finding: Finding) -> String {
        let start = finding.place.start
        let place = "line=\"\(start.line)\" column=\"\(start.column)\" severity=\"\(finding.severity.rawValue)\""
        let message = XMLText.attribute(finding.message.escapedForDisplay)
        let source = XMLText.attribute("driftlint.\(finding.rule)".escapedForDisplay)
        return "    <error \(place) message=\(message) source=\(source)/>"
    }
}

internal import DriftFindings
internal import DriftText

/// The Reviewdog Diagnostic Format, as one document or a diagnostic a line. Columns count bytes of UTF-8.
enum RDJSONReport {
    static func render(_ report: Report) -> String {
        JSONValue.object([
            "source": source, "diagnostics": .array(report.findings.map { diagnostic($0, source: nil) }),
        ]).pretty
    }

    static func renderLines(_ report: Report) -> String {
        report.findings.map { diagnostic($0, source: source).line }.joined()
    }

    private static var source: JSONValue { .object(["name": .string("driftlint")]) }

    private static func diagnostic(_ finding: Finding, source: JSONValue?) -> JSONValue {
        let suggestions = suggestions(finding)
        return .object([
            "message": .string(message(finding)),
            "location": .object(["path": .string(finding.place.path), "range": range(finding.place)]),
            "severity": .string(finding.severity.rawValue.uppercased()),
            "source": source,
            "code": .object(["value": .string(finding.rule)]),
            "suggestions": suggestions.isEmpty ? nil : .array(suggestions),
        ])
    }

    /// The format has no place for the other side but the text.
    private static func message(_ finding: Finding) -> String {
        let lines =
            [finding.message]
            + finding.related.map { "\($0.locale) \($0.place.path):\($0.place.start.line): \($0.text)" }
        return lines.map(\.escapedForDisplay).joined(separator: "\n")
    }

    /// A suggestion replaces a part of the file that it is shown in, so that edits elsewhere have none.
    private static func suggestions(_ finding: Finding) -> [JSONValue] {
        guard let fix = finding.fix, fix.isSafe, fix.edits.count == 1, let edit = fix.edits.first else { return [] }
        guard edit.place.path == finding.place.path, edit.place.start.line == edit.place.end.line else { return [] }
        return [.object(["range": range(edit.place), "text": .string(edit.replacement)])]
    }

    /// Whole lines where the place ends on another line, whose text is not at hand to count its bytes.
    private static func range(_ place: Place) -> JSONValue {
        let isOneLine = place.start.line == place.end.line
        return .object([
            "start": position(place.start, in: place, hasColumn: isOneLine),
            "end": position(place.end, in: place, hasColumn: isOneLine),
        ])
    }

    private static func position(_ position: Position, in place: Place, hasColumn: Bool) -> JSONValue {
        let before = String(place.lineText.unicodeScalars.prefix(position.column - 1))
        return .object([
            "line": .int(position.line), "column": hasColumn ? .int(before.utf8.count + 1) : nil,
        ])
    }
}

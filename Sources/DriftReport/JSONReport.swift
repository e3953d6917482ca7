internal import DriftFindings
internal import DriftText

/// The format for programs; `.github/driftlint-output.schema.json` describes it. Columns count Unicode scalars.
package enum JSONReport {
    package static func render(_ report: Report) -> String {
        JSONValue.object([
            "version": .int(1),
            "summary": value(Summary(report)),
            "findings": .array(report.findings.map(value)),
        ]).pretty
    }

    /// A finding a line, for programs that read while they are written to.
    package static func renderLines(_ report: Report) -> String {
        report.findings.map { value($0).line }.joined()
    }

    private static func value(_ summary: Summary) -> JSONValue {
        let locales = summary.byLocale.map { entry in
            (
                key: entry.locale,
                value: JSONValue.object(["causes": .int(entry.count.causes), "places": .int(entry.count.places)])
            )
        }
        return .object([
            "causes": counts(summary, \.causes),
            "places": counts(summary, \.places),
            "locales": .map(locales),
            "documents": .int(summary.documentCount),
            "sets": .int(summary.setCount),
            "hidden": summary.hiddenCount > 0 ? .int(summary.hiddenCount) : nil,
        ])
    }

    private static func counts(_ summary: Summary, _ part: KeyPath<Summary.Count, Int>) -> JSONValue {
        func count(_ severity: Severity) -> JSONValue { .int(summary.bySeverity[severity]?[keyPath: part] ?? 0) }
        return .object([
            "total": .int(summary.total[keyPath: part]),
            "error": count(.error),
            "warning": count(.warning),
            "info": count(.info),
        ])
    }

    private static func value(_ finding: Finding) -> JSONValue {
        .object([
            "rule": .string(finding.rule),
            "severity": .string(finding.severity.rawValue),
            "pending": finding.isPending ? .bool(true) : nil,
            "message": .string(finding.message),
            "set": .string(finding.set),
            "locale": .string(finding.locale),
            "path": .string(finding.place.path),
            "start": value(finding.place.start),
            "end": value(finding.place.end),
            "cause": .string(finding.cause),
            "fingerprint": .string(finding.fingerprint),
            "related": .array(finding.related.map(value)),
            "fix": finding.fix.map(value),
        ])
    }

    private static func value(_ related: RelatedPlace) -> JSONValue {
        .object([
            "locale": .string(related.locale),
            "path": .string(related.place.path),
            "start": value(related.place.start),
            "end": value(related.place.end),
            "text": .string(related.text),
        ])
    }

    private static func value(_ fix: FixIt) -> JSONValue {
        .object([
            "summary": .string(fix.summary),
            "safe": .bool(fix.isSafe),
            "edits": .array(fix.edits.map(value)),
        ])
    }

    private static func value(_ edit: FixIt.Edit) -> JSONValue {
        .object([
            "path": .string(edit.place.path),
            "start": value(edit.place.start),
            "end": value(edit.place.end),
            "replacement": .string(edit.replacement),
        ])
    }

    private static func value(_ position: Position) -> JSONValue {
        .object([
            "line": .int(position.line),
            "column": .int(position.column),
            "offset": .int(position.offset),
        ])
    }
}

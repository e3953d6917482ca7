internal import DriftFindings
internal import DriftText

/// SARIF 2.1.0 as code scanning services accept it.
package enum SARIFReport {
    /// Results that one run may hold.
    package static let resultLimit = 25_000

    /// Renders at most `limit` results, the gravest, and then what is suppressed; an invocation notification counts the
    /// others.
    package static func render(_ report: Report, limit: Int = resultLimit) -> String {
        let kept = report.findings.gravest(limit).kept
        let run = JSONValue.object([
            "tool": .object(["driver": driver(report)]),
            "columnKind": .string("utf16CodeUnits"),
            "invocations": .array([invocation(omitted: report.findings.count - kept.count, limit: limit)]),
            "results": .array(
                results(
                    kept + report.suppressed.prefix(max(0, limit - kept.count)), rules: report.rules)),
        ])
        return JSONValue.object([
            "$schema": .string(
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"),
            "version": .string("2.1.0"),
            "runs": .array([run]),
        ]).pretty
    }

    private static func invocation(omitted: Int, limit: Int) -> JSONValue {
        let text = "\(omitted) of \(omitted + limit) findings are left out, the least severe; a run holds \(limit)"
        let notification = JSONValue.object(["level": .string("warning"), "message": .object(["text": .string(text)])])
        return .object([
            "executionSuccessful": .bool(true),
            "toolExecutionNotifications": omitted > 0 ? .array([notification]) : nil,
        ])
    }

    private static func driver(_ report: Report) -> JSONValue {
        .object([
            "name": .string("driftlint"),
            "semanticVersion": .string(report.toolVersion),
            "rules": .array(report.rules.map(value)),
        ])
    }

    private static func value(_ rule: RuleDescription) -> JSONValue {
        .object([
            "id": .string(rule.id),
            "name": .string(pascalCase(rule.id)),
            "shortDescription": text(rule.title),
            "fullDescription": text(rule.summary),
            "help": .object(["text": .string(rule.page), "markdown": .string(rule.page)]),
            "defaultConfiguration": .object(["level": .string(level(rule.severity))]),
            "properties": .object(["tags": .array([.string(rule.family)])]),
        ])
    }

    private static func results(_ findings: [Finding], rules: [RuleDescription]) -> [JSONValue] {
        let indices = Dictionary(uniqueKeysWithValues: zip(rules.map(\.id), rules.indices))
        var ordinals: [String: Int] = [:]
        return findings.map { finding in
            let ordinal = ordinals[finding.fingerprint, default: 0] + 1
            ordinals[finding.fingerprint] = ordinal
            return result(finding, ruleIndex: indices[finding.rule], ordinal: ordinal)
        }
    }

    private static func result(_ finding: Finding, ruleIndex: Int?, ordinal: Int) -> JSONValue {
        let related = finding.related.enumerated().map { SARIFPlace.related($1, id: $0 + 1) }
        let fix = finding.fix.flatMap { $0.isSafe ? SARIFPlace.fix($0) : nil }
        return .object([
            "ruleId": .string(finding.rule),
            "ruleIndex": ruleIndex.map { .int($0) },
            "level": .string(level(finding.severity)),
            "message": text(finding.message),
            "locations": .array([.object(["physicalLocation": SARIFPlace.physicalLocation(finding.place)])]),
            "relatedLocations": related.isEmpty ? nil : .array(related),
            "partialFingerprints": .object(["primaryLocationLineHash": .string("\(finding.fingerprint):\(ordinal)")]),
            "suppressions": finding.suppression.map { .array([suppression($0)]) },
            "fixes": fix.map { .array([$0]) },
            "properties": .object([
                "locale": .string(finding.locale), "set": .string(finding.set), "cause": .string(finding.cause),
                "pending": finding.isPending ? .bool(true) : nil,
            ]),
        ])
    }

    private static func suppression(_ suppression: Finding.Suppression) -> JSONValue {
        switch suppression {
        case .inSource(let reason):
            .object([
                "kind": .string("inSource"),
                "justification": reason.isEmpty ? nil : .string(SARIFPlace.plainText(reason)),
            ])
        case .baseline: .object(["kind": .string("external")])
        }
    }

    private static func text(_ text: String) -> JSONValue {
        .object(["text": .string(SARIFPlace.plainText(text))])
    }

    private static func level(_ severity: Severity) -> String {
        severity == .info ? "note" : severity.rawValue
    }

    private static func pascalCase(_ id: String) -> String {
        id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

internal import DriftFindings

/// Findings that spring from one cause, in the report's order.
struct Cause {
    var findings: [Finding]

    /// The gravest of the findings'.
    var severity: Severity { findings.map(\.severity).max() ?? .info }

    /// The first of those that are as grave as the cause.
    var gravest: Finding? { findings.first { $0.severity == severity } }

    /// The rules that found it, in the order of their findings: one, but for a part and what comes and goes with it.
    var rules: [String] {
        findings.reduce(into: []) { rules, finding in
            if !rules.contains(finding.rule) { rules.append(finding.rule) }
        }
    }

    /// Groups findings by cause, in order of each cause's first place. Within a cause the source stands before the
    /// copies of its defect in the translations. O(findings).
    static func group(_ findings: [Finding]) -> [Cause] {
        var causes: [Cause] = []
        var indices: [String: Int] = [:]
        for finding in findings {
            if let index = indices[finding.cause] {
                causes[index].findings.append(finding)
            } else {
                indices[finding.cause] = causes.count
                causes.append(Cause(findings: [finding]))
            }
        }
        return causes.map { cause in
            Cause(findings: cause.findings.filter(\.isInSource) + cause.findings.filter { !$0.isInSource })
        }
    }
}

extension [Cause] {
    /// By severity, and in the order that they had.
    var gravestFirst: [Cause] {
        enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }.map(\.element)
    }
}

extension [Finding] {
    /// At most `limit` findings, the gravest and of these the first, and the others, both in the order that they had.
    func gravest(_ limit: Int) -> (kept: [Finding], others: [Finding]) {
        guard count > limit else { return (self, []) }
        let ranked = enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
        let kept = ranked.prefix(limit).sorted { $0.offset < $1.offset }
        return (kept.map(\.element), ranked.dropFirst(limit).sorted { $0.offset < $1.offset }.map(\.element))
    }
}

extension Finding {
    /// Whether the document to edit is the one that its set is named after.
    fileprivate var isInSource: Bool { place.path == set }
}

/// The causes that a report shows under one locale set.
struct CauseGroup {
    /// Name of the locale set in which each of the causes is met first.
    var set: String
    var causes: [Cause]

    /// Groups causes by locale set, in order of first place. O(causes).
    static func group(_ causes: [Cause]) -> [CauseGroup] {
        var groups: [CauseGroup] = []
        var indices: [String: Int] = [:]
        for cause in causes {
            guard let set = cause.findings.first?.set else { continue }
            if let index = indices[set] {
                groups[index].causes.append(cause)
            } else {
                indices[set] = groups.count
                groups.append(CauseGroup(set: set, causes: [cause]))
            }
        }
        return groups
    }
}

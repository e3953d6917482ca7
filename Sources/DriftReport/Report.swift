package import DriftFindings

/// What a run found, ready to be rendered in any format.
package struct Report: Sendable {
    /// A document that was checked.
    package struct Document: Sendable {
        package let locale: String
        package let path: String

        package init(locale: String, path: String) {
            self.locale = locale
            self.path = path
        }
    }

    package let toolVersion: String
    /// The rules that ran and those of the findings, by id, each once.
    package let rules: [RuleDescription]
    /// By path, offset and rule id.
    package let findings: [Finding]
    /// What was found too but is not to be shown; the summary counts it.
    package let hidden: [Finding]
    /// What does not count; only a format for services that know of suppressions lists it.
    package let suppressed: [Finding]
    /// What was checked, for formats that list what is in order too.
    package let documents: [Document]
    /// Number of locale sets that were checked.
    package let setCount: Int
    package let documentCount: Int

    /// Puts rules and findings in order, whatever order they come in.
    ///
    /// - Parameter limit: how many findings are shown, the gravest and of these the first; nil is all.
    package init(
        toolVersion: String, rules: [RuleDescription], findings: [Finding], setCount: Int, documentCount: Int,
        documents: [Document] = [], suppressed: [Finding] = [], limit: Int? = nil
    ) {
        self.toolVersion = toolVersion
        self.rules = Report.ordered(rules)
        let sorted = findings.sorted(by: Report.precedes)
        (self.findings, hidden) = sorted.gravest(limit ?? sorted.count)
        self.suppressed = suppressed.sorted(by: Report.precedes)
        self.documents = documents
        self.setCount = setCount
        self.documentCount = documentCount
    }

    private static func ordered(_ rules: [RuleDescription]) -> [RuleDescription] {
        var result: [RuleDescription] = []
        for rule in rules.sorted(by: { $0.id < $1.id }) where result.last?.id != rule.id { result.append(rule) }
        return result
    }

    /// A total order of findings that differ in anything a report shows, so that output never depends on timing.
    private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
        if left.place.path != right.place.path {
            return left.place.path.utf8.lexicographicallyPrecedes(right.place.path.utf8)
        }
        if left.place.start.offset != right.place.start.offset {
            return left.place.start.offset < right.place.start.offset
        }
        if left.rule != right.rule { return left.rule < right.rule }
        if left.place.end.offset != right.place.end.offset { return left.place.end.offset < right.place.end.offset }
        if left.message != right.message { return left.message.utf8.lexicographicallyPrecedes(right.message.utf8) }
        return (left.set, left.fingerprint, left.cause, left.reason)
            < (right.set, right.fingerprint, right.cause, right.reason)
    }
}

extension Finding {
    fileprivate var reason: String {
        if case .inSource(let reason) = suppression { return reason }
        return suppression == nil ? "" : "baseline"
    }
}

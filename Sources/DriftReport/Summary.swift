package import DriftFindings

/// Counts of what a run found, also of what its report does not show. A cause counts once, with the gravest severity of its places.
package struct Summary: Sendable {
    package struct Count: Sendable, Equatable {
        package var causes = 0
        package var places = 0
    }

    package private(set) var total = Count()
    package private(set) var bySeverity: [Severity: Count] = [:]
    /// Of the locales that have findings, by tag. A cause counts in every locale that has to be edited.
    package private(set) var byLocale: [(locale: String, count: Count)] = []
    package let documentCount: Int
    package let setCount: Int
    /// Findings that the report does not show.
    package let hiddenCount: Int

    package init(_ report: Report) {
        self.init(report, shown: Cause.group(report.findings))
    }

    /// - Parameter shown: the causes of the findings that are shown.
    init(_ report: Report, shown: [Cause]) {
        let causes = report.hidden.isEmpty ? shown : Cause.group(report.findings + report.hidden)
        hiddenCount = report.hidden.count
        documentCount = report.documentCount
        setCount = report.setCount
        var locales: [String: Count] = [:]
        for cause in causes {
            total.causes += 1
            bySeverity[cause.severity, default: Count()].causes += 1
            for locale in Set(cause.findings.map(\.locale)) { locales[locale, default: Count()].causes += 1 }
            for finding in cause.findings {
                total.places += 1
                bySeverity[finding.severity, default: Count()].places += 1
                locales[finding.locale, default: Count()].places += 1
            }
        }
        byLocale = locales.sorted { $0.key < $1.key }.map { (locale: $0.key, count: $0.value) }
    }
}

package import DriftText

/// How bad a finding is. The order is that of gravity.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    case info, warning, error

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// Drift that a rule reports, resolved so that it can outlive its documents.
package struct Finding: Hashable, Sendable {
    /// Id of the rule, in kebab-case.
    package var rule: String
    package var severity: Severity
    /// One sentence without a final full stop: what is there, what was expected, the text quoted.
    package var message: String
    /// Name of the locale set: its source document's path, or the path pattern of its members.
    package var set: String
    /// Locale to edit, as a BCP 47 tag.
    package var locale: String
    /// Where to edit; for something missing, the end of the neighbour after which it belongs.
    package var place: Place
    /// The counterparts, the source locale first.
    package var related: [RelatedPlace]
    /// Findings that spring from one cause share this id: 16 hexadecimal digits.
    package var cause: String
    /// Survives reflow and moved lines: 16 hexadecimal digits.
    package var fingerprint: String
    package var fix: FixIt?
    /// Whether a change left it in a file that it did not touch, and somebody else is to follow.
    package var isPending = false
    /// Why it does not count; nil for one that does.
    package var suppression: Suppression?

    /// Somebody's decision to leave a finding as it is.
    package enum Suppression: Hashable, Sendable {
        /// In the document or its source, with the reason that is given there, empty where there is none.
        case inSource(reason: String)
        /// In the baseline.
        case baseline
    }

    package init(
        rule: String, severity: Severity, message: String, set: String, locale: String, place: Place,
        related: [RelatedPlace], cause: String, fingerprint: String, fix: FixIt? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.set = set
        self.locale = locale
        self.place = place
        self.related = related
        self.cause = cause
        self.fingerprint = fingerprint
        self.fix = fix
    }
}

/// The other side of a finding.
package struct RelatedPlace: Hashable, Sendable {
    package var locale: String
    package var place: Place
    /// The counterpart's text, one line, shortened where it is long.
    package var text: String

    package init(locale: String, place: Place, text: String) {
        self.locale = locale
        self.place = place
        self.text = text
    }
}

/// Edits that are applied together or not at all.
package struct FixIt: Hashable, Sendable {
    package struct Edit: Hashable, Sendable {
        package var place: Place
        package var replacement: String

        package init(place: Place, replacement: String) {
            self.place = place
            self.replacement = replacement
        }
    }

    package var summary: String
    /// Whether it may be applied without review.
    package var isSafe: Bool
    package var edits: [Edit]

    package init(summary: String, isSafe: Bool, edits: [Edit]) {
        self.summary = summary
        self.isSafe = isSafe
        self.edits = edits
    }
}

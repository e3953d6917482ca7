import DriftLanguage
import DriftLayout
import DriftText

/// A rule or a family that a document switches off, and where.
struct Suppression {
    /// As it was written; nil for all rules.
    let name: String?
    /// The ids of the rules that the name stands for.
    let rules: Set<String>
    /// Locales whose findings are covered; empty for all.
    let locales: [LanguageTag]
    /// Where it stands.
    let comment: ByteRange
    /// The bytes in which it holds.
    let covered: ByteRange
    /// Whether it holds for all that is found in the document, and in a source for all that is found in its set.
    let isForFile: Bool
    /// Why, as the comment says; empty where it does not.
    var reason = ""
    /// Where it ends for rules that are enabled again.
    var ends: [String: Int] = [:]

    /// Whether it is of a rule and of the locale to edit.
    func names(_ rule: String, _ locale: LanguageTag) -> Bool {
        rules.contains(rule) && (locales.isEmpty || locales.contains { locale.isCovered(by: $0) })
    }

    /// Whether it holds at an offset.
    func holds(for rule: String, at offset: Int) -> Bool {
        holds(for: rule, from: offset, through: offset)
    }

    /// Whether it holds anywhere between two offsets, both included.
    func holds(for rule: String, from start: Int, through end: Int) -> Bool {
        covered.lower <= end && start < max(covered.upper, covered.lower + 1) && start < ends[rule] ?? .max
    }
}

/// A suppression that says nothing, or nothing that can be understood.
struct SuppressionProblem {
    let comment: ByteRange
    let message: String
}

/// What one document suppresses.
struct DocumentSuppressions {
    var suppressions: [Suppression] = []
    /// Comments that cannot be understood.
    var invalid: [SuppressionProblem] = []
    /// Comments that end nothing.
    var needless: [SuppressionProblem] = []
}

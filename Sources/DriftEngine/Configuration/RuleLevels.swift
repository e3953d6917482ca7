import DriftFindings
import DriftLanguage
import DriftLayout

/// How badly a configuration takes a rule; `off` reports nothing of it.
package enum RuleLevel: String, Sendable, CaseIterable {
    case error, warning, info, off

    /// Nil for `off`.
    var severity: Severity? { Severity(rawValue: rawValue) }
}

/// How badly rules are taken where a configuration departs from their pages: everywhere, in a locale, in some paths.
package struct RuleLevels: Sendable {
    typealias Levels = [String: RuleLevel]

    struct PathSection: Sendable {
        var rules: IgnoreRules
        var levels: Levels
    }

    /// By the ids of rules.
    var general: Levels = [:]
    var locales: [(locale: LanguageTag, levels: Levels)] = []
    /// In the order of the file; of several that match, the last counts.
    var paths: [PathSection] = []
    /// The folder to which the patterns of paths are relative.
    var folder = "."
    var workingFolder = ""

    /// Changes nothing.
    package init() {}

    /// What holds for a document, by the ids of rules: a path counts more than a locale, and that more than all.
    func levels(path: String, locale: LanguageTag) -> Levels {
        var levels = general
        for section in locales where locale.isCovered(by: section.locale) { levels.merge(section.levels) { $1 } }
        guard !paths.isEmpty, let rest = Path.rest(of: path, in: folder, workingFolder: workingFolder) else {
            return levels
        }
        for section in paths where section.rules.leavesOut(rest) { levels.merge(section.levels) { $1 } }
        return levels
    }
}

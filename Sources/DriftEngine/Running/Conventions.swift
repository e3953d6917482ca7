import DriftFindings
import DriftText

/// What most documents of a locale have in common: the same line left out everywhere is one decision, or one omission,
/// and not a hundred.
///
/// Such findings share one cause, so that a report shows them once with their number; each keeps its place.
enum Conventions {
    private static let leastDocuments = 5

    /// What is said, of which locale.
    private struct Habit: Hashable {
        let rule: String
        let locale: String
        let message: String

        init(_ finding: Finding) {
            (rule, locale, message) = (finding.rule, finding.locale, finding.message)
        }

        var cause: String {
            var hash = StableHash()
            for text in [rule, locale, message] { hash.combine(text) }
            return hash.hexadecimal
        }
    }

    /// Gives findings that say the same of more than half of a locale's documents one cause.
    ///
    /// - Parameter documentCounts: how many documents of each locale were looked at.
    static func unite(_ findings: [Finding], documentCounts: [String: Int]) -> [Finding] {
        var documents: [Habit: Set<String>] = [:]
        for finding in findings { documents[Habit(finding), default: []].insert(finding.place.path) }
        let shared = Set(
            documents.filter { habit, paths in
                paths.count >= leastDocuments && 2 * paths.count > documentCounts[habit.locale] ?? 0
            }.keys)
        guard !shared.isEmpty else { return findings }
        return findings.map { finding in
            let habit = Habit(finding)
            guard shared.contains(habit) else { return finding }
            var finding = finding
            finding.cause = habit.cause
            return finding
        }
    }
}

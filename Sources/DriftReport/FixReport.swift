package import DriftFindings
import DriftText

/// What was fixed, by file and rule, and what could be.
package enum FixReport {
    /// A line for each file, and below it one for each rule with the number of findings that it had.
    package static func list(_ fixed: [Finding]) -> String {
        let files = Dictionary(grouping: fixed) { $0.fix?.edits.first?.place.path ?? $0.place.path }
        var text = ""
        for path in files.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            text += path.escapedForDisplay + ":\n"
            let rules = Dictionary(grouping: files[path] ?? [], by: \.rule)
            for rule in rules.keys.sorted() {
                text += "  \(rules[rule]?.count ?? 0) × \(rule.escapedForDisplay)\n"
            }
        }
        return text
    }

    /// One line: how much was or would be fixed, and what else there is to fix.
    ///
    /// - Parameters:
    ///   - remaining: findings that are left and that could be asked to be fixed.
    ///   - isWritten: whether files were written.
    package static func summary(fixed: [Finding], remaining: [Finding], fileCount: Int, isWritten: Bool) -> String {
        let verb = isWritten ? "fixed" : "would fix"
        var text =
            fixed.isEmpty
            ? "nothing to fix"
            : "\(verb) \(counted(fixed.count, "finding")) in \(counted(fileCount, "file"))"
        let others = remaining.filter { $0.fix.map { !$0.isSafe } ?? false }.count
        if others > 0 { text += "; \(others) more with --unsafe-fixes, to be reviewed" }
        return text
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}

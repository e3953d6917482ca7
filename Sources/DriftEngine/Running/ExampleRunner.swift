import DriftFindings
import DriftLanguage
import DriftLayout
package import DriftRules

/// Runs the examples of rule pages: every rule on, each document where the page puts it.
package struct ExampleRunner: Sendable {
    private let rules: RuleBook

    package init(rules: RuleBook) {
        self.rules = rules
    }

    /// What differs from what the example says, one sentence each; empty when it holds.
    package func failures(of example: Example, rule: Rule) async -> [String] {
        var members: [LocaleSet.Member] = []
        for file in example.files {
            guard let locale = LanguageTag(spelling: file.locale) else { return ["“\(file.locale)” is no locale"] }
            members.append(LocaleSet.Member(path: file.path, locale: locale, reason: "given"))
        }
        let files = OverlayFiles(Dictionary(example.files.map { ($0.path, $0.bytes) }) { first, _ in first })
        let selection = Set(rules.rules.filter { $0.isEnabled || $0.id == rule.id }.map(\.id))
        let linter = Linter(files: files, rules: rules, selection: selection, roots: ["."], jobs: 1)
        let outcome = await linter.run(Self.sets(members))
        return outcome.unreadable.map(\.description) + judge(outcome.findings, example, rule)
    }

    /// Documents that are called alike form a set, in the page's order.
    private static func sets(_ members: [LocaleSet.Member]) -> [LocaleSet] {
        var sets: [LocaleSet] = []
        for member in members {
            let name = key(member)
            if let index = sets.firstIndex(where: {
                key($0.members[0]) == name && !$0.members.contains { $0.locale == member.locale }
            }) {
                sets[index].members.append(member)
            } else {
                sets.append(LocaleSet(name: member.path, members: [member]))
            }
        }
        return sets
    }

    /// The file's name without what spells the locale.
    private static func key(_ member: LocaleSet.Member) -> String {
        Path.name(of: member.path).split { "-._".contains($0) }
            .filter { LanguageTag(spelling: $0) != member.locale }.joined(separator: ".")
    }

    private func judge(_ findings: [Finding], _ example: Example, _ rule: Rule) -> [String] {
        var failures: [String] = []
        var others = example.also
        var due = example.files.flatMap { file in file.marks.map { (path: file.path, offset: $0) } }
        for finding in findings {
            let index = due.firstIndex { mark in
                finding.rule == rule.id && mark.path == finding.place.path
                    && finding.place.start.offset <= mark.offset && mark.offset <= finding.place.end.offset
            }
            if let index {
                due.remove(at: index)
            } else if let index = others.firstIndex(of: finding.rule) {
                others.remove(at: index)
            } else {
                failures.append(
                    "unexpected \(finding.rule) at \(finding.place.path):\(finding.place.start.line):\(finding.place.start.column): \(finding.message)"
                )
            }
        }
        failures += due.map { "no \(rule.id) at the mark in \($0.path), offset \($0.offset)" }
        return failures + others.map { "no \($0), which is listed under also:" }
    }
}

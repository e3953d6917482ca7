import DriftFindings
import DriftLanguage
import DriftLayout
package import DriftRules
import DriftText

/// Runs the examples of rule pages: every rule on, each document where the page puts it.
package struct ExampleRunner: Sendable {
    private let rules: RuleBook

    package init(rules: RuleBook) {
        self.rules = rules
    }

    /// What differs from what the example says, one sentence each; empty when it holds.
    package func failures(of example: Example, rule: Rule) async -> [String] {
        if let file = example.files.first(where: { LanguageTag(spelling: $0.locale) == nil }) {
            return ["“\(file.locale)” is no locale"]
        }
        if case .failure(let error) = terms(of: example, rule) { return [error.description] }
        let outcome = await linter(for: example, rule: rule).run(Self.sets(of: example))
        return outcome.unreadable.map(\.description) + judge(outcome.findings, example, rule)
    }

    /// What fixes would do to the example's documents.
    package func fixed(_ example: Example, rule: Rule, policy: FixPolicy) async -> FixOutcome {
        let fixer = Fixer(
            linter: linter(for: example, rule: rule, insertsMissing: true), files: Self.files(of: example),
            roots: ["."], jobs: 1)
        return await fixer.run(Self.sets(of: example), policy: policy)
    }

    private func linter(for example: Example, rule: Rule, insertsMissing: Bool = false) -> Linter {
        let selection = Set(rules.rules.filter { $0.isEnabled || $0.id == rule.id }.map(\.id))
        let terms = (try? terms(of: example, rule).get()) ?? []
        return Linter(
            files: Self.files(of: example), rules: rules.adding(terms: terms), selection: selection,
            insertsMissing: insertsMissing,
            roots: ["."], jobs: 1)
    }

    private func terms(of example: Example, _ rule: Rule) -> Result<[TermTable], RuleError> {
        if example.terms.isEmpty { return .success([]) }
        return Result { () throws(RuleError) in
            try TermTableReader.read(SourceText(example.terms), path: "terms.md")
        }
    }

    private static func files(of example: Example) -> OverlayFiles {
        OverlayFiles(Dictionary(example.files.map { ($0.path, $0.bytes) }) { first, _ in first })
    }

    private static func sets(of example: Example) -> [LocaleSet] {
        sets(
            example.files.compactMap { file in
                LanguageTag(spelling: file.locale)
                    .map { LocaleSet.Member(path: file.path, locale: $0, reason: "given") }
            })
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

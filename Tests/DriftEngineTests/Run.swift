import DriftEngine
import DriftFindings
import DriftLanguage
import DriftLayout
import DriftRules

/// Runs the linter as the command does: every rule that is on by default.
enum Run {
    static func rules() throws -> RuleBook { try RuleBook.builtIn() }

    static func lint(
        _ sets: [LocaleSet], in files: any Files, roots: [String] = ["."], jobs: Int = 1, select: [String] = []
    ) async throws -> Linter.Outcome {
        let rules = try RuleBook.builtIn()
        let selection = try rules.selection(select: select, ignore: [])
        return await Linter(files: files, rules: rules, selection: selection, roots: roots, jobs: jobs).run(sets)
    }

    /// Checks documents that are given by path, sorted into sets as the layout finds them.
    static func lint(
        _ documents: [String: String], jobs: Int = 1, select: [String] = []
    ) async throws -> [Finding] {
        let files = overlay(documents)
        return try await lint(sets(documents), in: files, jobs: jobs, select: select).findings
    }

    static func overlay(_ documents: [String: String]) -> OverlayFiles {
        OverlayFiles(documents.mapValues { Array($0.utf8) })
    }

    static func sets(_ documents: [String: String]) -> [LocaleSet] {
        LayoutDiscovery(source: nil).discover(paths: documents.keys.sorted()) { Array((documents[$0] ?? "").utf8) }.sets
    }

    static func set(_ members: (path: String, locale: String)...) -> LocaleSet {
        LocaleSet(
            name: members[0].path,
            members: members.map {
                LocaleSet.Member(path: $0.path, locale: LanguageTag(language: $0.locale), reason: "given")
            })
    }
}

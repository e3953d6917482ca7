import DriftAlignment
import DriftEngine
import DriftFindings
import DriftLayout
import DriftRules
import DriftText

/// `driftlint check` of what a change touches: twice, before and after it.
struct ChangeCheck {
    let sets: ChangedSets
    private let change: Change
    private let project: Project
    /// Nil where nothing that is asked for was there before.
    private let before: Project?
    private let rules: RuleBook
    private let choice: RuleChoice
    private let options: Options
    private let profile: Profile?

    init(_ change: Change, of project: Project, rules: RuleBook, choice: RuleChoice, options: Options) throws {
        (self.change, self.project, self.rules, self.choice, self.options) = (change, project, rules, choice, options)
        profile = try project.profile(isPartial: true)
        let paths = change.pathsBefore(project.paths, project.sets)
        var options = options
        // Both states are read as they are configured now.
        if let path = project.found.configuration?.path { options.configuration = path }
        before = paths.isEmpty ? nil : try Project(paths, options: options, files: change.before)
        sets = ChangedSets(change, now: project.sets, before: before?.sets ?? [])
    }

    /// What the change brought, and fixes of that.
    func outcome(_ fixes: FixRun?) async -> FixRun.Result {
        if sets.now.isEmpty { return FixRun.Result(outcome: Linter.Outcome(), hasChanges: false) }
        var outcome = await project.lint(rules, choice, sets: sets.now, profile: profile).outcome
        // What did not count before is not told from what does not count now.
        outcome.suppressed = []
        let old =
            await before?.lint(rules, choice, sets: sets.before, renamed: sets.renamed, profile: profile).outcome
            ?? Linter.Outcome()
        // What git does not give, as a clone without all contents may not, is not taken for new.
        outcome.unreadable += old.unreadable
        let count = outcome.findings.count
        outcome.findings = ChangedFindings.new(among: outcome.findings, before: old.findings)
        if !options.quiet { say(known: count - outcome.findings.count) }
        guard let fixes else { return FixRun.Result(outcome: outcome, hasChanges: false) }
        let new = Set(outcome.findings.map(\.fingerprint))
        var fixed = await project.lint(
            rules, choice, fixes.restricted(toFingerprints: new), sets: sets.now, profile: profile)
        fixed.outcome.unreadable += old.unreadable
        fixed.outcome.findings = ChangedFindings.new(among: fixed.outcome.findings, before: old.findings)
        return fixed
    }

    private func say(known: Int) {
        let base = options.changedSince ?? "HEAD"
        Stream.standardError.write(
            "driftlint: \(sets.now.count) of \(project.sets.count) locale sets are touched since "
                + "\(base.escapedForDisplay); \(known) findings in them were there before\n")
    }

    /// The findings where the change can be seen.
    func placed(_ findings: [Finding]) -> [Finding] {
        let configuration = project.found.configuration
        let failsOnPending = options.failsOnPending || configuration?.failsOnPending ?? false
        let severity = options.pending ?? configuration?.pending ?? .warning
        var placing = ChangedFindings(
            change, pending: failsOnPending ? .now : .later(severity),
            titles: Dictionary(rules.rules.map { ($0.id, $0.description.title) }) { first, _ in first },
            absences: Set(rules.rules.filter { $0.drift == .missing }.map(\.id)))
        return placing.placed(findings)
    }
}

import DriftEngine
import DriftFindings
import DriftLanguage
import DriftLayout
import DriftReport
import DriftRules
import DriftText

/// `driftlint check`: finds the locale sets below some paths and reports their drift.
struct CheckCommand {
    let rules: RuleBook
    let options: Options

    func run(_ paths: [String]) async throws -> Int32 {
        let change = try change(paths)
        let project = try Project(paths, options: options, files: change?.files ?? DiskFiles())
        let rules = try RuleFolders(files: project.files).book(rules, with: project.found.configuration)
        let choice = try project.choice(of: rules)
        let gate = try BaselineGate(options, configuration: project.found.configuration, files: project.files)
        if project.sets.isEmpty { Stream.standardError.write(Self.nothingToCompare(project)) }
        let check = try change.map { try ChangeCheck($0, of: project, rules: rules, choice: choice, options: options) }
        let profile = try change == nil ? project.profile() : nil
        let known = gate?.fingerprints ?? []
        let fixes = FixRun(options) { !known.contains($0.fingerprint) }
        let checked =
            if let check { await check.outcome(fixes) } else {
                await project.lint(rules, choice, fixes, profile: profile)
            }
        var outcome = checked.outcome
        outcome.unreadable = project.found.unreadable + outcome.unreadable
        var fails = false
        if let gate {
            if options.reportsSuppressed { outcome.suppressed += gate.suppressed(among: outcome.findings) }
            let isWhole = outcome.unreadable.isEmpty && check == nil
            let lookedAt = isWhole ? project.lookedAt(choice, gate.file) : nil
            (outcome.findings, fails) = try gate.pass(outcome.findings, lookedAt: lookedAt)
        }
        if let check { outcome.findings = check.placed(outcome.findings) }
        let threshold = options.failOn ?? project.found.configuration?.failOn ?? .error
        let status = CheckCommand(rules: rules, options: options).report(
            outcome, check?.sets.now ?? project.sets, files: DiskFiles(), selection: choice.selection,
            threshold: threshold)
        if options.diff, status < ExitStatus.wrongUsage {
            return checked.hasChanges ? ExitStatus.findings : ExitStatus.clean
        }
        return fails ? max(status, ExitStatus.findings) : status
    }

    /// What is to be compared with; nil for a run that reports everything.
    private func change(_ paths: [String]) throws -> Change? {
        guard options.changedSince != nil || options.isStaged else { return nil }
        guard options.baselineWriting == nil else {
            throw InputError(
                "--write-baseline takes all that is found; it does not go with --changed-since or --staged")
        }
        let folder = LinkRoot(files: DiskFiles()).root(for: paths[0])
        return try Change(
            since: options.changedSince, staged: options.isStaged, in: folder, workingFolder: WorkingFolder.path)
    }

    static func nothingToCompare(_ project: Project) -> String {
        "driftlint: no document below \(project.paths.joined(separator: ", ")) has a translation; "
            + "`driftlint locales` shows what was found\n"
    }

    /// Writes the reports and returns the exit status.
    func report(
        _ outcome: Linter.Outcome, _ sets: [LocaleSet], files: any Files, selection: Set<String>, threshold: Threshold
    ) -> Int32 {
        for error in outcome.unreadable {
            Stream.standardError.write("driftlint: \(error.description.escapedForDisplay)\n")
        }
        let report = Report(
            toolVersion: Driftlint.version,
            rules: rules.rules.filter { selection.contains($0.id) }.map(\.description), findings: outcome.findings,
            setCount: sets.count, documentCount: sets.reduce(0) { $0 + $1.members.count },
            documents: sets.flatMap(\.members).map { Report.Document(locale: $0.locale.description, path: $0.path) },
            suppressed: outcome.suppressed,
            limit: options.maxFindings)
        let isWritten = ReportWriter(options: options, files: files).write(report)
        guard isWritten, outcome.unreadable.isEmpty else { return ExitStatus.wrongUsage }
        let fails = outcome.findings.contains { threshold.isReached(by: $0.severity) }
        return fails ? ExitStatus.findings : ExitStatus.clean
    }
}

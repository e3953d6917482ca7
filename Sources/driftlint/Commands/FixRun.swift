import DriftEngine
import DriftFindings
import DriftLayout
import DriftReport
import DriftText

/// What `--fix` and `--diff` do in place of a plain check.
struct FixRun: Sendable {
    private let options: Options
    /// Whether a finding is to be fixed at all.
    private let isWanted: @Sendable (Finding) -> Bool

    /// nil where fixes are not asked for.
    init?(_ options: Options, isWanted: @escaping @Sendable (Finding) -> Bool = { _ in true }) {
        guard options.fix || options.diff else { return nil }
        self.options = options
        self.isWanted = isWanted
    }

    /// The findings that reports are to show, and whether any file is or would be another.
    struct Result {
        var outcome: Linter.Outcome
        var hasChanges: Bool
    }

    /// The same, of findings in some documents alone.
    func restricted(to paths: Set<String>) -> FixRun {
        let isWanted = self.isWanted
        return FixRun(options) { isWanted($0) && paths.contains($0.place.path) } ?? self
    }

    /// The same, of some findings alone.
    func restricted(toFingerprints fingerprints: Set<String>) -> FixRun {
        let isWanted = self.isWanted
        return FixRun(options) { isWanted($0) && fingerprints.contains($0.fingerprint) } ?? self
    }

    /// Fixes the sets, or shows what fixing them would change.
    func run(_ fixer: Fixer, _ sets: [LocaleSet], among known: [LocaleSet]? = nil) async -> Result {
        let policy = FixPolicy(includesUnsafe: options.unsafeFixes, isWanted: isWanted)
        var outcome = await Progress.shown(quiet: options.quiet) {
            await fixer.run(sets, among: known, policy: policy, progress: $0)
        }
        if options.diff {
            show(outcome)
        } else {
            let unwritten = fixer.write(outcome)
            outcome.takeBack(Set(unwritten.map(\.path)))
            outcome.unreadable += unwritten
        }
        tell(outcome)
        return Result(
            outcome: Linter.Outcome(
                findings: options.diff ? outcome.before : outcome.findings, unreadable: outcome.unreadable,
                suppressed: outcome.suppressed),
            hasChanges: !outcome.files.isEmpty)
    }

    private func show(_ outcome: FixOutcome) {
        let stream = Stream.standardOutput
        for file in outcome.files {
            let diff = DiffReport.render(path: file.path, before: file.before, after: file.after)
            if stream.isTerminal {
                let lines = String(decoding: diff, as: UTF8.self).split(
                    separator: "\n", omittingEmptySubsequences: false)
                stream.write(lines.map { String($0).escapedForDisplay }.joined(separator: "\n"))
            } else if Environment.variables["GITHUB_ACTIONS"] == "true" {
                stream.write(String(decoding: diff, as: UTF8.self).withoutWorkflowCommands)
            } else {
                stream.write(diff)
            }
        }
    }

    private func tell(_ outcome: FixOutcome) {
        let stream = Stream.standardError
        if options.showFixes { stream.write(FixReport.list(outcome.fixed)) }
        let summary = FixReport.summary(
            fixed: outcome.fixed, remaining: options.unsafeFixes ? [] : outcome.findings.filter(isWanted),
            fileCount: outcome.files.count,
            isWritten: !options.diff)
        if !options.quiet { stream.write("driftlint: \(summary)\n") }
    }
}

extension Options {
    /// Whether anything is done with fixes: they are made, shown, or part of a report for programs.
    var carriesFixes: Bool {
        fix || diff || ([outputFormat] + outputs.map(\.format)).contains { $0 == .json || $0 == .sarif }
    }
}

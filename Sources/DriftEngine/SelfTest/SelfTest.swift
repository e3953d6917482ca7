package import DriftFindings
package import DriftLayout
package import DriftMutations
import DriftText

/// Puts known drift, and changes that are none, into translations in memory and sees what the linter says of each.
///
/// A finding counts where the unchanged set has none like it. Nothing is written.
package struct SelfTest: Sendable {
    /// What is to be tried.
    package struct Plan: Sendable {
        package var kinds = MutationKind.allCases
        /// Changes of each kind, as far as the documents have places for them.
        package var perKind = 20
        package var seed: UInt64 = 1

        package init() {}
    }

    private let linter: Linter
    private let files: any Files
    private let jobs: Int

    package init(linter: Linter, files: any Files, jobs: Int) {
        self.linter = linter
        self.files = files
        self.jobs = jobs
    }

    /// - Parameters:
    ///   - known: sets whose pages links may lead to, `sets` among them; nil for no others.
    ///   - progress: told, in any order and from any task, how many of how many changes are done.
    package func run(
        _ plan: Plan, on sets: [LocaleSet], among known: [LocaleSet]? = nil,
        progress: @escaping @Sendable (_ done: Int, _ count: Int) -> Void = { _, _ in }
    ) async -> SelfTestResult {
        let trials = await TrialPlan(
            sets: sets, files: files, kinds: plan.kinds, perKind: plan.perKind, seed: plan.seed, jobs: jobs
        ).trials()
        let checker = await linter.checker(for: sets, among: known)
        let scores = await scores(of: trials, on: sets, checker: checker, progress: progress)
        return SelfTestResult(
            seed: plan.seed, rows: rows(trials, scores, sets), failures: scores.compactMap(\.failure),
            pairCount: sets.reduce(0) { $0 + max(0, $1.members.count - 1) })
    }

    /// Scores in the order of the trials. The trials on one set stand together, since they share its first run.
    private func scores(
        of trials: [Trial], on sets: [LocaleSet], checker: SetChecker,
        progress: @escaping @Sendable (_ done: Int, _ count: Int) -> Void
    ) async -> [TrialScore] {
        let groups = Dictionary(grouping: trials.indices) { trials[$0].set }.sorted { $0.key < $1.key }.map(\.value)
        return await withTaskGroup(of: [(Int, TrialScore)].self) { tasks in
            var next = 0
            func start() {
                guard next < groups.count else { return }
                let group = groups[next]
                next += 1
                tasks.addTask { score(group, of: trials, on: sets[trials[group[0]].set], checker: checker) }
            }
            for _ in 0..<jobs { start() }
            var results: [(Int, TrialScore)] = []
            while let part = await tasks.next() {
                results += part
                progress(results.count, trials.count)
                start()
            }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// Tries some changes on one set, each by itself.
    private func score(_ group: [Int], of trials: [Trial], on set: LocaleSet, checker: SetChecker) -> [(
        Int, TrialScore
    )] {
        var documents: [String: [UInt8]] = [:]
        for member in set.members { documents[member.path] = try? files.read(member.path) }
        let before = NewFindings(before: checker.over(OverlayFiles(documents, over: files)).check(set).findings)
        return group.map { index in
            let trial = trials[index]
            let member = set.members[trial.member]
            let bytes = trial.mutation.applied(to: documents[member.path] ?? [])
            var changed = documents
            changed[member.path] = bytes
            let after = checker.over(OverlayFiles(changed, over: files)).check(set).findings
            let score = TrialScore(
                trial, member: member, changed: SourceText(bytes), findings: before.among(after))
            return (index, score)
        }
    }

    private func rows(_ trials: [Trial], _ scores: [TrialScore], _ sets: [LocaleSet]) -> [SelfTestResult.Row] {
        var tallies: [MutationKind: [String: SelfTestResult.Tally]] = [:]
        for (trial, score) in zip(trials, scores) {
            let locale = sets[trial.set].members[trial.member].locale.description
            let sum = tallies[trial.mutation.kind]?[locale] ?? SelfTestResult.Tally()
            tallies[trial.mutation.kind, default: [:]][locale] = sum + score.tally
        }
        return MutationKind.allCases.flatMap { kind in
            (tallies[kind] ?? [:]).sorted { $0.key < $1.key }.map { locale, tally in
                SelfTestResult.Row(kind: kind.rawValue, isHarmless: kind.isHarmless, locale: locale, tally: tally)
            }
        }
    }
}

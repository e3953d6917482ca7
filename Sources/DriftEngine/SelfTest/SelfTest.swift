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
            seed: plan.seed, rows: rows(scores, of: trials, on: sets), failures: scores.compactMap(\.score.failure),
            pairCount: sets.reduce(0) { $0 + max(0, $1.members.count - 1) })
    }

    /// Documents that cannot be read, and whose sets therefore are not tried.
    package func unreadable(in sets: [LocaleSet]) -> [FileError] {
        sets.flatMap(\.members).compactMap { member in
            do throws(FileError) {
                _ = try files.read(member.path)
                return nil
            } catch {
                return error
            }
        }
    }

    /// Scores with the indices of their trials, ascending. The trials on one set stand together, since they share its first run.
    private func scores(
        of trials: [Trial], on sets: [LocaleSet], checker: SetChecker,
        progress: @escaping @Sendable (_ done: Int, _ count: Int) -> Void
    ) async -> [(index: Int, score: TrialScore)] {
        let groups = groups(of: trials, on: sets)
        return await withTaskGroup(of: [(index: Int, score: TrialScore)].self) { tasks in
            var next = 0
            func start() {
                guard next < groups.count else { return }
                let group = groups[next]
                next += 1
                tasks.addTask { score(group, of: trials, on: sets, checker: checker) }
            }
            for _ in 0..<jobs { start() }
            var results: [(index: Int, score: TrialScore)] = []
            while let part = await tasks.next() {
                results += part
                progress(results.count, trials.count)
                start()
            }
            return results.sorted { $0.index < $1.index }
        }
    }

    /// Members of a set that are looked at together. Whether several translations agree against one shows with three of
    /// them; more only take time.
    private static let memberLimit = 5

    /// Indices of the trials that share a first run: those on one set or, where that is large, on one translation.
    private func groups(of trials: [Trial], on sets: [LocaleSet]) -> [[Int]] {
        Dictionary(grouping: trials.indices) { index -> [Int] in
            let trial = trials[index]
            return [trial.set, sets[trial.set].members.count > Self.memberLimit ? trial.member : 0]
        }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }

    /// The set with its source, the translation that is changed and as many others as are looked at.
    private func set(of trial: Trial, on sets: [LocaleSet]) -> (set: LocaleSet, member: Int) {
        let set = sets[trial.set]
        guard set.members.count > Self.memberLimit else { return (set, trial.member) }
        let others = set.members.indices.dropFirst().filter { $0 != trial.member }.prefix(Self.memberLimit - 2)
        let kept = [0, trial.member] + others
        return (LocaleSet(name: set.name, members: kept.map { set.members[$0] }), 1)
    }

    /// Tries some changes on one set, each by itself. A set that can no longer be read gives no scores.
    private func score(
        _ group: [Int], of trials: [Trial], on sets: [LocaleSet], checker: SetChecker
    ) -> [(index: Int, score: TrialScore)] {
        guard let original = try? checker.read(set(of: trials[group[0]], on: sets).set) else { return [] }
        let before = NewFindings(before: checker.findings(in: original))
        return group.map { index in
            let trial = trials[index]
            let member = set(of: trial, on: sets).member
            let bytes = trial.mutation.applied(to: original.text(of: member))
            let changed = checker.replacing(member, of: original, with: bytes)
            let score = TrialScore(
                trial, member: original.members[member], changed: SourceText(bytes),
                findings: before.among(checker.findings(in: changed)))
            return (index, score)
        }
    }

    private func rows(
        _ scores: [(index: Int, score: TrialScore)], of trials: [Trial], on sets: [LocaleSet]
    ) -> [SelfTestResult.Row] {
        var tallies: [MutationKind: [String: SelfTestResult.Tally]] = [:]
        for (index, score) in scores {
            let trial = trials[index]
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

package import DriftAlignment
package import DriftFindings
import DriftLanguage
package import DriftLayout
package import DriftRules
import DriftText

/// Checks locale sets: reads them, learns what they teach together, and judges each by itself.
package struct Linter: Sendable {
    private let files: any Files
    private let rules: RuleBook
    private let selection: Set<String>
    private let levels: RuleLevels
    private let home: Home
    private let insertsMissing: Bool
    private let keepsSuppressed: Bool
    private let profile: Profile?
    private let roots: [String]
    private let jobs: Int
    private let values = ValueReaders()

    /// What a run found, and what it could not read.
    package struct Outcome: Sendable {
        package var findings: [Finding] = []
        package var unreadable: [FileError] = []
        /// Findings that do not count, where they are asked for.
        package var suppressed: [Finding] = []

        package init(findings: [Finding] = [], unreadable: [FileError] = [], suppressed: [Finding] = []) {
            (self.findings, self.unreadable, self.suppressed) = (findings, unreadable, suppressed)
        }
    }

    /// - Parameters:
    ///   - selection: ids of the rules that report.
    ///   - levels: how badly they are taken where that departs from their pages.
    ///   - home: the folder to which fingerprints are relative, so that they are the same wherever a run starts.
    ///   - insertsMissing: whether findings on what is missing carry a fix, for which all translations are learnt first.
    ///   - keepsSuppressed: whether what documents suppress is told apart rather than dropped.
    ///   - profile: what more documents teach than the run sees; nil where it sees them all.
    ///   - roots: folders in which links are followed.
    ///   - jobs: locale sets that are worked on at once, at least 1.
    package init(
        files: any Files, rules: RuleBook, selection: Set<String>, levels: RuleLevels = RuleLevels(),
        home: Home = Home(), insertsMissing: Bool = false, keepsSuppressed: Bool = false, profile: Profile? = nil,
        roots: [String],
        jobs: Int
    ) {
        self.files = files
        self.rules = rules
        self.selection = selection
        self.levels = levels
        self.home = home
        self.insertsMissing = insertsMissing
        self.keepsSuppressed = keepsSuppressed
        self.profile = profile
        self.roots = roots.map(Path.normalised)
        self.jobs = max(1, jobs)
    }

    /// Checks all sets. A file that cannot be read is reported; the others of its set are checked without it.
    ///
    /// - Parameters:
    ///   - known: sets whose pages links may lead to, `sets` among them; nil for no others.
    ///   - progress: told of each step from any thread, with the number of steps of the run.
    package func run(
        _ sets: [LocaleSet], among known: [LocaleSet]? = nil, progress: (@Sendable (_ total: Int) -> Void)? = nil
    ) async -> Outcome {
        let steps = sets.count > 1 ? 2 * sets.count : sets.count
        let lessons = await lessons(of: sets, profile: sets.count > 1, renderings: insertsMissing, keeps: true) {
            progress?(steps)
        }
        let checker = checker(for: sets, among: known, lessons)
        let parts = await Parallel.map(Array(sets.enumerated()), jobs: jobs) { index, set in
            defer { progress?(steps) }
            return checker.check(set, read: lessons.kept[index])
        }
        var outcome = Outcome()
        for part in parts {
            outcome.findings += part.findings
            outcome.unreadable += part.unreadable
            outcome.suppressed += part.suppressed
        }
        let locales = sets.flatMap(\.members).map(\.locale.description)
        let counts = Dictionary(locales.map { ($0, 1) }, uniquingKeysWith: +)
        outcome.findings = Conventions.unite(outcome.findings, documentCounts: counts)
        return outcome
    }

    /// What judges each of the sets, with all that they teach together.
    ///
    /// - Parameter step: told of each set that was read, from any thread.
    package func checker(
        for sets: [LocaleSet], among known: [LocaleSet]? = nil, step: @escaping @Sendable () -> Void = {}
    ) async -> SetChecker {
        let lessons = await lessons(of: sets, profile: sets.count > 1, renderings: insertsMissing, step: step)
        return checker(for: sets, among: known, lessons)
    }

    private func checker(for sets: [LocaleSet], among known: [LocaleSet]?, _ lessons: Lessons) -> SetChecker {
        let own = sets.count > 1 ? lessons.profile : nil
        return SetChecker(
            files: files, rules: rules, selection: selection, levels: levels, home: home,
            resolver: LinkResolver(files: files, roots: roots, catalogue: Catalogue(known ?? sets)),
            profile: own.map { profile?.covering($0) ?? $0 }, wider: own == nil ? profile : nil,
            renderings: insertsMissing ? lessons.renderings : nil,
            terms: TermBases(rules, locales: sets.map { $0.members.map(\.locale) }), keepsSuppressed: keepsSuppressed,
            values: values)
    }

    /// What the sets teach together, to be kept for runs of few of them, and what cannot be read of them.
    ///
    /// - Parameter progress: told of each set from any thread, with the number of sets.
    package func profile(
        of sets: [LocaleSet], progress: (@Sendable (_ total: Int) -> Void)? = nil
    ) async -> (profile: Profile, unreadable: [FileError]) {
        let files = files
        let unreadable = sets.flatMap(\.members).compactMap { member -> FileError? in
            do throws(FileError) {
                _ = try files.read(member.path)
                return nil
            } catch {
                return error
            }
        }
        return (await lessons(of: sets, profile: true) { progress?(sets.count) }.profile, unreadable)
    }

    /// What sets teach together.
    private struct Lessons: Sendable {
        var profile = Profile()
        var renderings = Renderings()
        /// Sets that need not be read again, by their index.
        var kept: [Int: AlignedSet] = [:]
    }

    /// Bytes of documents that are kept between the passes: most repositories are read once, and for the others memory
    /// does not grow with the repository.
    private static let mostKeptBytes = 8_000_000

    /// The first pass, in which each set is read once. What cannot be read teaches nothing.
    ///
    /// - Parameter keeps: whether sets are read again soon.
    private func lessons(
        of sets: [LocaleSet], profile: Bool, renderings: Bool = false, keeps: Bool = false,
        step: @escaping @Sendable () -> Void
    ) async -> Lessons {
        guard profile || renderings else { return Lessons() }
        let reader = SetReader(files: files, values: values)
        let room = Locked(keeps ? Self.mostKeptBytes : 0)
        return await Parallel.map(Array(sets.enumerated()), jobs: jobs) { index, set in
            defer { if profile { step() } }
            let readable = reader.readable(of: set)
            guard readable.isComparable else { return Lessons() }
            let set = readable.aligned()
            let size = set.members.reduce(0) { $0 + $1.outline.document.source.bytes.count }
            let isKept =
                readable.unreadable.isEmpty
                && room.withLock { room in
                    guard size <= room else { return false }
                    room -= size
                    return true
                }
            return Lessons(
                profile: profile ? Profile(surveying: set) : Profile(),
                renderings: renderings ? Renderings(surveying: set) : Renderings(), kept: isKept ? [index: set] : [:])
        }.reduce(into: Lessons()) { all, part in
            all.profile.merge(part.profile)
            all.renderings.merge(part.renderings)
            all.kept.merge(part.kept) { first, _ in first }
        }
    }
}

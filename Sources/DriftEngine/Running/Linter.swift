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
        let steps = 2 * sets.count
        let parts = await outcomes(of: sets, among: known) { progress?(steps) }
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

    /// What is known of a set that was read once.
    private enum FirstLook: Sendable {
        /// It is kept, to be judged when all is known.
        case kept(SetChecker.ReadSet, unreadable: [FileError])
        /// It was judged by what was known then, and is to be judged again where what it asked has another answer now.
        case judged(Outcome, LessonInquiry)
        case unreadable([FileError])
    }

    /// Bytes of documents that are kept between the passes: most repositories are kept whole, and for the others memory
    /// does not grow with the repository.
    private static let mostKeptBytes = 8_000_000

    /// Reads each set, and judges it when all of them were read. There may be no room to keep it until then; it is judged
    /// at once by what those before it taught, and nearly always that is what all teach in the end.
    private func outcomes(
        of sets: [LocaleSet], among known: [LocaleSet]?, step: @escaping @Sendable () -> Void
    ) async -> [Outcome] {
        let learning = Learning(wider: profile, renderings: insertsMissing)
        let reader = reader(for: sets, among: known)
        let room = Locked(Self.mostKeptBytes)
        let looks = await Parallel.map(sets, jobs: jobs) { set in
            defer { step() }
            return Self.firstLook(at: set, reader, learning, room)
        }
        let lessons = learning.lessons
        let checker = reader.knowing(lessons)
        return await Parallel.map(Array(zip(sets, looks)), jobs: jobs) { set, look in
            defer { step() }
            switch look {
            case .kept(let read, let unreadable): return checker.judgement(of: read).adding(unreadable)
            case .judged(let outcome, let inquiry): return inquiry.holds(in: lessons) ? outcome : checker.check(set)
            case .unreadable(let errors): return Outcome(unreadable: errors)
            }
        }
    }

    private static func firstLook(
        at set: LocaleSet, _ checker: SetChecker, _ learning: Learning, _ room: Locked<Int>
    ) -> FirstLook {
        let (read, unreadable) = checker.readable(of: set)
        guard let read else { return .unreadable(unreadable) }
        learning.add(read.aligned)
        let size = read.size
        let isKept = room.withLock { room in
            guard size <= room else { return false }
            room -= size
            return true
        }
        if isKept { return .kept(read, unreadable: unreadable) }
        let inquiry = learning.inquiry()
        return .judged(checker.judgement(of: read, asking: inquiry).adding(unreadable), inquiry)
    }

    /// What judges each of the sets, with all that they teach together.
    ///
    /// - Parameter step: told of each set that was read, from any thread.
    package func checker(
        for sets: [LocaleSet], among known: [LocaleSet]? = nil, step: @escaping @Sendable () -> Void = {}
    ) async -> SetChecker {
        let checker = reader(for: sets, among: known)
        guard sets.count > 1 || insertsMissing else { return checker }
        let learning = await learning(from: sets, wider: profile, renderings: insertsMissing, step: step)
        return sets.count > 1 ? checker.knowing(learning.lessons) : checker.knowing(learning.lessons.renderings)
    }

    /// What reads and judges sets, each by itself.
    private func reader(for sets: [LocaleSet], among known: [LocaleSet]?) -> SetChecker {
        SetChecker(
            files: files, rules: rules, selection: selection, levels: levels, home: home,
            resolver: LinkResolver(files: files, roots: roots, catalogue: Catalogue(known ?? sets)),
            wider: profile,
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
        let learning = await learning(from: sets, wider: nil, renderings: false) { progress?(sets.count) }
        return (learning.lessons.profile, unreadable)
    }

    /// Reads each set for what it teaches. What cannot be read teaches nothing.
    private func learning(
        from sets: [LocaleSet], wider: Profile?, renderings: Bool, step: @escaping @Sendable () -> Void
    ) async -> Learning {
        let learning = Learning(wider: wider, renderings: renderings)
        let reader = SetReader(files: files, values: values)
        _ = await Parallel.map(sets, jobs: jobs) { set in
            defer { step() }
            let readable = reader.readable(of: set)
            if readable.isComparable { learning.add(readable.aligned()) }
        }
        return learning
    }
}

extension Linter.Outcome {
    /// The same with files that could not be read.
    fileprivate func adding(_ unreadable: [FileError]) -> Linter.Outcome {
        var outcome = self
        outcome.unreadable = unreadable
        return outcome
    }
}

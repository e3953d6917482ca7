import DriftAlignment
package import DriftFindings
package import DriftLayout
package import DriftRules

/// Checks locale sets: reads them, learns what they teach together, and judges each by itself.
package struct Linter: Sendable {
    private let files: any Files
    private let rules: RuleBook
    private let selection: Set<String>
    private let roots: [String]
    private let jobs: Int

    /// What a run found, and what it could not read.
    package struct Outcome: Sendable {
        package var findings: [Finding] = []
        package var unreadable: [FileError] = []
    }

    /// - Parameters:
    ///   - selection: ids of the rules that report.
    ///   - roots: folders in which links are followed.
    ///   - jobs: locale sets that are worked on at once, at least 1.
    package init(files: any Files, rules: RuleBook, selection: Set<String>, roots: [String], jobs: Int) {
        self.files = files
        self.rules = rules
        self.selection = selection
        self.roots = roots.map(Path.normalised)
        self.jobs = max(1, jobs)
    }

    /// Checks all sets. A file that cannot be read is reported and leaves its set unchecked.
    ///
    /// - Parameter known: sets whose pages links may lead to, `sets` among them; nil for no others.
    package func run(_ sets: [LocaleSet], among known: [LocaleSet]? = nil) async -> Outcome {
        let resolver = LinkResolver(files: files, roots: roots, catalogue: Catalogue(known ?? sets))
        let profile = sets.count > 1 ? await survey(sets) : nil
        var outcome = Outcome()
        for part in await inParallel(sets, { check($0, profile: profile, resolver: resolver) }) {
            outcome.findings += part.findings
            outcome.unreadable += part.unreadable
        }
        return outcome
    }

    /// The first pass: what the sets teach together. A set that cannot be read teaches nothing.
    private func survey(_ sets: [LocaleSet]) async -> Profile {
        let reader = SetReader(files: files)
        return await inParallel(sets) { set in
            (try? reader.read(set)).map { Profile(surveying: $0) } ?? Profile()
        }.reduce(into: Profile()) { $0.merge($1) }
    }

    private func check(_ set: LocaleSet, profile: Profile?, resolver: LinkResolver) -> Outcome {
        do throws(FileError) {
            let links = SetReader.linkKey(of: set)
            let aligned = try SetReader(files: files).read(set, links: links)
            let profile = profile ?? Profile(surveying: aligned)
            let context = CheckContext(
                set: aligned, differences: Comparison.differences(in: aligned, profile: profile, links: links),
                links: resolver.targets(of: aligned.members), linkKey: links)
            let claims = rules.claims(in: context).filter { selection.contains($0.rule.id) }
            return Outcome(findings: FindingWriter(set: aligned).findings(claims))
        } catch {
            return Outcome(unreadable: [error])
        }
    }

    /// Maps the sets on as many tasks as there are jobs; the results are in the order of the sets.
    private func inParallel<Result: Sendable>(
        _ sets: [LocaleSet], _ work: @escaping @Sendable (LocaleSet) -> Result
    ) async -> [Result] {
        await withTaskGroup(of: [(Int, Result)].self) { group in
            for job in 0..<min(jobs, sets.count) {
                group.addTask {
                    stride(from: job, to: sets.count, by: jobs).map { ($0, work(sets[$0])) }
                }
            }
            var results: [(Int, Result)] = []
            for await part in group { results += part }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

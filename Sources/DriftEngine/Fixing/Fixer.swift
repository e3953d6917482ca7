import DriftFindings
package import DriftLayout

/// Fixes locale sets: works out in memory what the files would hold, and writes them when told to.
package struct Fixer: Sendable {
    private let linter: Linter
    private let files: any Files
    private let roots: [String]
    private let jobs: Int

    /// - Parameters:
    ///   - roots: folders in which files may be written.
    ///   - jobs: locale sets that are worked on at once, at least 1.
    package init(linter: Linter, files: any Files, roots: [String], jobs: Int) {
        self.linter = linter
        self.files = files
        self.roots = roots.map(Path.normalised)
        self.jobs = max(1, jobs)
    }

    /// What fixes would do. Of sets that share a file only the first is fixed, so that no edit is lost.
    ///
    /// - Parameters:
    ///   - known: sets whose pages links may lead to, `sets` among them; nil for no others.
    ///   - progress: told of each step from any thread, with the number of steps of the run.
    package func run(
        _ sets: [LocaleSet], among known: [LocaleSet]? = nil, policy: FixPolicy,
        progress: (@Sendable (_ total: Int) -> Void)? = nil
    ) async -> FixOutcome {
        let steps = sets.count > 1 ? 2 * sets.count : sets.count
        let checker = await linter.checker(for: sets, among: known) { progress?(steps) }
        let fixer = SetFixer(checker: checker, policy: policy)
        var outcome = FixOutcome()
        var seen: Set<String> = []
        let parts = await Parallel.map(sets, jobs: jobs) { set in
            defer { progress?(steps) }
            return fixer.fix(set)
        }
        for part in parts {
            let isFree = part.files.allSatisfy { !seen.contains($0.path) }
            seen.formUnion(part.files.map(\.path))
            outcome.add(isFree ? part : part.undone)
        }
        outcome.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return outcome
    }

    /// Writes the files, each as a whole, and returns those that could not be written.
    package func write(_ outcome: FixOutcome) -> [FileError] {
        outcome.files.compactMap { file in
            do throws(FileError) {
                try checkPlace(of: file.path)
                try files.replace(file.path, holding: file.before, with: file.after)
                return nil
            } catch {
                return error
            }
        }
    }

    /// A document lies in one of the roots, and no symbolic link on the way leads out of it.
    private func checkPlace(of path: String) throws(FileError) {
        let path = Path.normalised(path)
        guard let root = roots.filter({ Path.isInside(path, $0) }).max(by: { $0.utf8.count < $1.utf8.count }) else {
            throw FileError(path: path, reason: "outside the folders that were given, so it is not written")
        }
        var folder = path
        while folder != root, folder != ".", folder != "/" {
            if files.isLink(folder) {
                throw FileError(path: path, reason: "behind a symbolic link, so it is not written")
            }
            folder = Path.folder(of: folder)
        }
    }
}

extension FixOutcome {
    /// The same without any fix.
    fileprivate var undone: FixOutcome {
        FixOutcome(before: before, findings: before, suppressed: suppressed, unreadable: unreadable)
    }
}

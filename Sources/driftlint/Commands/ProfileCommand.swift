import DriftAlignment
import DriftEngine
import DriftRules
import DriftText

/// `driftlint profile`: keeps what all documents teach for runs that see only a few of them.
struct ProfileCommand {
    let rules: RuleBook
    let options: Options

    func run(_ paths: [String]) async throws -> Int32 {
        let project = try Project(paths, options: options)
        let linter = Linter(
            files: project.files, rules: rules, selection: [], roots: project.roots,
            jobs: options.jobs ?? Processors.count)
        let sets = project.found.layout.sets
        let (profile, unreadable) = await Progress.shown(quiet: options.quiet) {
            await linter.profile(of: sets, progress: $0)
        }
        for error in project.found.unreadable + unreadable { say(error.description) }
        // One that says less than the documents do would mislead all later runs.
        guard unreadable.isEmpty, project.found.unreadable.isEmpty else { return ExitStatus.wrongUsage }
        let configuration = project.found.configuration
        let configured = configuration.flatMap { own in own.profile.map { Path.join(own.folder, $0) } }
        let usual = Path.join(configuration?.folder ?? ".", ProfileFile.defaultName)
        let file = ProfileFile(path: options.profile ?? configured ?? usual, files: DiskFiles())
        try file.write(profile)
        if !options.quiet {
            say("wrote what \(sets.count) locale sets teach to \(file.path)")
            if configured.map(Path.normalised) != file.path {
                let key = Path.rest(of: file.path, in: configuration?.folder ?? ".", workingFolder: WorkingFolder.path)
                let way = key.map { "“profile: \($0)” in driftlint.yml" } ?? "--profile"
                say("runs of a few files read it with \(way)")
            }
        }
        return ExitStatus.clean
    }

    private func say(_ text: String) {
        Stream.standardError.write("driftlint: \(text.escapedForDisplay)\n")
    }
}

/// Where a run learns what its documents alone do not teach.
struct WiderProfile {
    let options: Options
    let configuration: Configuration?

    /// The profile of a run; nil where there is none, or the run sees all that the configuration is for.
    ///
    /// - Parameter paths: what is looked at as a whole; empty for a run of single files.
    func profile(besides paths: [String]) throws -> Profile? {
        if let path = options.profile { return try ProfileFile(path: path, files: DiskFiles()).read() }
        guard let configuration, let path = configuration.profile else { return nil }
        let isWhole = paths.contains { path in
            Path.rest(of: configuration.folder, in: path, workingFolder: WorkingFolder.path) != nil
        }
        return isWhole ? nil : try ProfileFile(path: Path.join(configuration.folder, path), files: DiskFiles()).read()
    }
}

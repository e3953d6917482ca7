import DriftEngine
import DriftMutations
import DriftReport
import DriftRules
import DriftText

/// `driftlint selftest`: puts drift into a user's own documents, in memory, and shows what of it is found.
struct SelfTestCommand {
    let rules: RuleBook
    let options: Options

    func run(_ paths: [String]) async throws -> Int32 {
        let project = try Project(paths, options: options)
        let rules = try RuleFolders(files: project.files).book(rules, with: project.found.configuration)
        let choice = try project.choice(of: rules)
        let status = project.unreadableStatus
        if project.sets.isEmpty {
            Stream.standardError.write(CheckCommand.nothingToCompare(project))
            return status
        }
        var plan = SelfTest.Plan()
        if !options.kinds.isEmpty { plan.kinds = options.kinds }
        plan.perKind = options.perKind
        plan.seed = UInt64(options.seed)
        let jobs = options.jobs ?? Processors.count
        let linter = Linter(
            files: project.files, rules: rules, selection: choice.selection, levels: choice.levels,
            roots: project.roots,
            jobs: jobs)
        let meter = ProgressMeter()
        let test = SelfTest(linter: linter, files: project.files, jobs: jobs)
        let unreadable = test.unreadable(in: project.sets)
        for error in unreadable { Stream.standardError.write("driftlint: \(error.description.escapedForDisplay)\n") }
        let result = await test.run(plan, on: project.sets, among: project.found.surroundings) { done, count in
            meter.show(done, of: count)
        }
        meter.clear()
        let stream = Stream.standardOutput
        let isColored = options.color.isOn(isTerminal: stream.isTerminal, environment: Environment.variables)
        let report = SelfTestReport(result)
        stream.write(options.listFormat == .json ? report.json : report.text(color: isColored))
        guard unreadable.isEmpty, status == ExitStatus.clean else { return ExitStatus.wrongUsage }
        return result.recall < options.failUnder ? ExitStatus.findings : ExitStatus.clean
    }
}

/// A line on standard error that says how far a run of more than a second has come; nothing where that is no terminal.
struct ProgressMeter: Sendable {
    private let start = ContinuousClock.now
    private let isShown = Stream.standardError.isTerminal

    func show(_ done: Int, of count: Int) {
        guard isShown, start.duration(to: .now) > .seconds(1) else { return }
        Stream.standardError.write("\r\u{1B}[K\(done) of \(count) changes")
    }

    func clear() {
        if isShown { Stream.standardError.write("\r\u{1B}[K") }
    }
}

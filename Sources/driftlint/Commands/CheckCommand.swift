import DriftEngine
import DriftFindings
import DriftLayout
import DriftReport
import DriftRules
import DriftText

/// `driftlint check`: finds the locale sets below some paths and reports their drift.
struct CheckCommand {
    let rules: RuleBook
    let options: Options

    func run(_ paths: [String]) async throws -> Int32 {
        let selection = try rules.selection(select: options.select, ignore: options.ignore)
        let project = try Project(paths, options: options)
        if project.sets.isEmpty { Stream.standardError.write(Self.nothingToCompare(project)) }
        return try await lint(
            project.sets, among: project.found.surroundings, files: project.files, roots: project.roots,
            selection: selection)
    }

    static func nothingToCompare(_ project: Project) -> String {
        "driftlint: no document below \(project.paths.joined(separator: ", ")) has a translation; "
            + "`driftlint locales` shows what was found\n"
    }

    /// Checks sets, writes the reports and returns the exit status.
    ///
    /// - Parameter known: sets whose pages links may lead to; nil for no others.
    func lint(
        _ sets: [LocaleSet], among known: [LocaleSet]? = nil, files: any Files, roots: [String], selection: Set<String>
    ) async throws -> Int32 {
        let linter = Linter(
            files: files, rules: rules, selection: selection, roots: roots,
            jobs: options.jobs ?? Processors.count)
        let outcome = await linter.run(sets, among: known)
        for error in outcome.unreadable {
            Stream.standardError.write("driftlint: \(error.description.escapedForDisplay)\n")
        }
        let report = Report(
            toolVersion: Driftlint.version,
            rules: rules.rules.filter { selection.contains($0.id) }.map(\.description), findings: outcome.findings,
            setCount: sets.count, documentCount: sets.reduce(0) { $0 + $1.members.count })
        try write(report, files: files)
        return outcome.unreadable.isEmpty ? status(outcome.findings) : ExitStatus.wrongUsage
    }

    private func status(_ findings: [Finding]) -> Int32 {
        guard let threshold = options.failOn else { return ExitStatus.clean }
        return findings.contains { $0.severity >= threshold } ? ExitStatus.findings : ExitStatus.clean
    }

    private func write(_ report: Report, files: any Files) throws {
        let stream = Stream.standardOutput
        let isColored = options.color.isOn(isTerminal: stream.isTerminal, environment: Environment.variables)
        stream.write(render(report, options.outputFormat, color: isColored, width: stream.columns))
        for output in options.outputs {
            try files.write(Array(render(report, output.format, color: false, width: nil).utf8), to: output.path)
        }
    }

    private func render(_ report: Report, _ format: OutputFormat, color: Bool, width: Int?) -> String {
        switch format {
        case .text:
            TextReport.render(report, TextReport.Options(color: color, width: width ?? 100, quiet: options.quiet))
        case .json: JSONReport.render(report)
        case .sarif: SARIFReport.render(report)
        }
    }
}

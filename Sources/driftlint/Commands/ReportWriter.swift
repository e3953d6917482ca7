import DriftEngine
import DriftReport
import DriftText

/// Writes a report in each of the formats that were asked for.
struct ReportWriter {
    let options: Options
    let files: any Files

    /// False where a file could not be written, which is said on standard error.
    ///
    /// Files come first, so that they are complete where the reader of standard output leaves early.
    func write(_ report: Report) -> Bool {
        var isWritten = true
        for output in options.outputs {
            let bytes = Array(output.format.render(report, textOptions(nil)).utf8)
            isWritten = attempt { () throws(FileError) in try files.write(bytes, to: output.path) } && isWritten
        }
        if options.outputFormat == .github || options.outputs.contains(where: { $0.format == .github }) {
            isWritten = summarise(report) && isWritten
        }
        if !report.hidden.isEmpty, !options.quiet {
            Stream.standardError.write(
                "driftlint: \(report.hidden.count) more findings are not shown (--max-findings)\n")
        }
        // Standard output holds the diff alone, so that it can be applied.
        if options.diff { return isWritten }
        let text = options.outputFormat.render(report, textOptions(.standardOutput))
        let isForPeople = [.text, .concise].contains(options.outputFormat)
        let isLog = isForPeople && Environment.variables["GITHUB_ACTIONS"] == "true"
        Stream.standardOutput.write(isLog ? text.withoutWorkflowCommands : text)
        return isWritten
    }

    /// Adds the report to the summary of a job on GitHub, where annotations are few.
    private func summarise(_ report: Report) -> Bool {
        guard let path = Environment.variables["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return true }
        let bytes = Array((OutputFormat.markdown.render(report) + "\n").utf8)
        return attempt { () throws(FileError) in try DiskFiles().append(bytes, to: path) }
    }

    private func attempt(_ write: () throws(FileError) -> Void) -> Bool {
        do throws(FileError) {
            try write()
            return true
        } catch {
            Stream.standardError.write("driftlint: \(error.description.escapedForDisplay)\n")
            return false
        }
    }

    /// - Parameter stream: where the text goes; nil is a file.
    private func textOptions(_ stream: Stream?) -> TextReport.Options {
        guard let stream else { return TextReport.Options(quiet: options.quiet) }
        let isColored = options.color.isOn(isTerminal: stream.isTerminal, environment: Environment.variables)
        return TextReport.Options(
            color: isColored, width: Environment.columns ?? stream.columns ?? 100, quiet: options.quiet,
            ascii: stream.isTerminal && !Environment.isUTF8)
    }
}

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
            do throws(FileError) {
                try files.write(Array(output.format.render(report, textOptions(nil)).utf8), to: output.path)
            } catch {
                Stream.standardError.write("driftlint: \(error.description.escapedForDisplay)\n")
                isWritten = false
            }
        }
        Stream.standardOutput.write(options.outputFormat.render(report, textOptions(.standardOutput)))
        return isWritten
    }

    /// - Parameter stream: where the text goes; nil is a file.
    private func textOptions(_ stream: Stream?) -> TextReport.Options {
        guard let stream else { return TextReport.Options(quiet: options.quiet) }
        let isColored = options.color.isOn(isTerminal: stream.isTerminal, environment: Environment.variables)
        return TextReport.Options(color: isColored, width: stream.columns ?? 100, quiet: options.quiet)
    }
}

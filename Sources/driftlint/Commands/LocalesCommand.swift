import DriftEngine
import DriftLayout
import DriftText

/// `driftlint locales`: shows the locale sets that were found, and why each document has its locale.
struct LocalesCommand {
    let options: Options

    func run(_ paths: [String]) throws -> Int32 {
        let project = try Project(paths, options: options, looksForContradictions: true)
        let status = project.unreadableStatus
        let report = LocalesReport(
            layout: project.found.layout, sets: project.sets, configuration: project.found.configuration?.path)
        if let path = options.checkedPath {
            let path =
                Path.rest(of: path, in: ".", workingFolder: WorkingFolder.path) ?? Path.normalised(path)
            guard project.files.kind(of: path) == .file else {
                throw FileError(path: path, reason: "no such file")
            }
            Stream.standardOutput.write(report.explanation(of: path, isExcluded: project.found.excluded.contains(path)))
        } else {
            Stream.standardOutput.write(options.listFormat == .json ? report.json : report.text)
        }
        return status
    }
}

import DriftEngine
import DriftFindings
import DriftLanguage
import DriftLayout
import DriftReport
import DriftText

/// `driftlint align`: shows which parts of the members of each set stand side by side.
struct AlignCommand {
    let options: Options

    func run(_ operands: [String]) throws -> Int32 {
        let files = DiskFiles()
        let (sets, isNamed, found) = try sets(operands.map { ComparedFile(operand: $0) }, files: files)
        var status = found
        if sets.isEmpty, !isNamed {
            Stream.standardError.write(Self.nothingToAlign(operands))
            if options.alignFormat == .xliff || options.alignFormat == .text { return status }
        }
        if options.alignFormat == .xliff { try checkLocales(of: sets) }
        let reader = SetReader(files: files)
        var texts: [AlignedText] = []
        for set in sets {
            let readable = reader.readable(of: set)
            for error in readable.unreadable {
                Stream.standardError.write("driftlint: \(error.description.escapedForDisplay)\n")
                status = ExitStatus.wrongUsage
            }
            guard readable.isComparable else { continue }
            let text = AlignedTextReader.read(readable.aligned())
            if options.alignFormat != .text {
                texts.append(text)
            } else {
                Stream.standardOutput.write(AlignmentView.render(text, viewOptions) + "\n")
            }
        }
        if options.alignFormat == .text {
            Stream.standardOutput.write(AlignmentView.legend(viewOptions))
        } else {
            try write(AlignmentReport(toolVersion: Driftlint.version, sets: texts))
        }
        return status
    }

    private static func nothingToAlign(_ paths: [String]) -> String {
        "driftlint: no document below \(paths.joined(separator: ", ").escapedForDisplay) has a translation; "
            + "`driftlint locales` shows what was found\n"
    }

    // MARK: What to align

    /// The sets to which the operands belong, or the operands as one set, which `isNamed` tells, and the exit status so far.
    func sets(
        _ operands: [ComparedFile], files: DiskFiles
    ) throws -> (sets: [LocaleSet], isNamed: Bool, status: Int32) {
        if operands.contains(where: { $0.locale != nil }) {
            guard operands.count > 1 else {
                throw InputError("a locale before a path needs a second file to lay beside it")
            }
            return ([try wanted(NamedFiles.localeSet(operands, files: files))], true, ExitStatus.clean)
        }
        let project = try Project(operands.map(\.path), options: options)
        // As the project writes them.
        let named = operands.map { operand in
            ComparedFile(
                path: Path.rest(of: operand.path, in: ".", workingFolder: WorkingFolder.path)
                    ?? Path.normalised(operand.path))
        }
        guard belongTogether(named.map(\.path), project) else {
            return (project.sets, false, project.unreadableStatus)
        }
        let set = try NamedFiles.localeSet(named, among: project.found.layout.sets, files: files)
        return ([try wanted(set)], true, project.unreadableStatus)
    }

    private func wanted(_ set: LocaleSet) throws -> LocaleSet {
        try set.restricted(to: options.locales.map(LanguageTag.init(given:)))
    }

    /// Whether several files are meant as versions of one document: they are known as such, or one of them has no
    /// counterpart by its path.
    private func belongTogether(_ paths: [String], _ project: Project) -> Bool {
        guard paths.count > 1, paths.allSatisfy({ project.files.kind(of: $0) == .file }) else { return false }
        let homes = paths.map { path in
            project.found.layout.sets.firstIndex { set in set.members.contains { $0.path == path } }
        }
        return homes.contains(nil) || Set(homes).count == 1
    }

    // MARK: Text

    private var viewOptions: AlignmentView.Options {
        let stream = Stream.standardOutput
        return AlignmentView.Options(
            color: options.color.isOn(isTerminal: stream.isTerminal, environment: Environment.variables),
            // Behind a pager the terminal is that of the messages.
            width: Environment.columns ?? stream.columns ?? Stream.standardError.columns ?? 80,
            isolates: stream.isTerminal)
    }

    // MARK: Other formats

    private func write(_ report: AlignmentReport) throws {
        let stream = Stream.standardOutput
        switch options.alignFormat {
        case .text: break
        case .json: stream.write(AlignmentJSON.render(report))
        case .tsv: stream.write(AlignmentTSV.render(report))
        case .tmx: stream.write(AlignmentTMX.render(report, uncertain: options.uncertain))
        case .xliff:
            let locale = report.targetLocales.first ?? ""
            guard let text = AlignmentXLIFF.render(report, locale: locale, uncertain: options.uncertain) else {
                throw InputError("no pair is certain enough for XLIFF; --uncertain writes the others too")
            }
            stream.write(text)
        }
    }

    /// An XLIFF document has one source language and one target language.
    private func checkLocales(of sets: [LocaleSet]) throws {
        let sources = Set(sets.compactMap { $0.members.first?.locale.description }).sorted()
        let targets = Set(sets.flatMap { $0.members.dropFirst().map(\.locale.description) }).sorted()
        if targets.count > 1 {
            throw InputError(
                "XLIFF holds one target locale; choose one of \(targets.joined(separator: ", ")) by --locale")
        }
        if sources.count > 1 {
            throw InputError("XLIFF holds one source locale, but there are \(sources.joined(separator: ", "))")
        }
    }
}

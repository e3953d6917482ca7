import DriftEngine
import DriftLanguage
import DriftLayout
import DriftMarkdown
import DriftText

/// `driftlint init`: writes a configuration with what is found, commented so that it explains itself.
struct InitialiseCommand {
    let options: Options

    func run(_ folder: String) throws -> Int32 {
        let files = DiskFiles()
        guard try files.examine(folder) == .folder else {
            throw InputError("\(folder): no such folder")
        }
        let path = Path.normalised(Path.join(folder, "driftlint.yml"))
        if try files.examine(path) != nil, !options.overwrites {
            throw InputError("\(path) is there already; --force overwrites it")
        }
        var search = options
        search.readsConfiguration = false
        let project = try Project([folder], options: search)
        // What says less than there is would hold for all later runs.
        let status = project.unreadableStatus
        guard status == ExitStatus.clean else { return status }
        try files.write(Array(Self.text(project.found.layout, in: folder).utf8), to: path)
        let documents = project.sets.reduce(0) { $0 + $1.members.count }
        let counts = "\(documents) documents in \(project.sets.count) locale sets"
        Stream.standardError.write("driftlint: wrote \(path.escapedForDisplay); found \(counts)\n")
        return ExitStatus.clean
    }

    /// The whole file; only what differs from what would be worked out anew is no comment.
    static func text(_ layout: Layout, in folder: String) -> String {
        let source = layout.source.map(\.description)
        let patterns = LayoutSummary(layout).rows.map(\.pattern)
        let locales = Set(layout.sets.flatMap { $0.members.map(\.locale.description) }).sorted()
        var text =
            "# What driftlint is told about this repository. Every key is optional; those that are commented out\n"
        text += "# show an example, or what was found. `driftlint config` shows what holds.\n"
        for key in Configuration.descriptions {
            text += "\n# \(key.summary)\n# Default: \(key.fallback).\n"
            switch key.name {
            case "source" where source != nil: text += "source: \(YAMLNode.scalar(source ?? ""))\n"
            case "layout" where !patterns.isEmpty && Path.normalised(folder) == ".": text += line(key, list(patterns))
            case "locales" where !locales.isEmpty: text += line(key, list(locales))
            default: text += line(key, key.example)
            }
        }
        return text
    }

    private static func line(_ key: ConfigurationDescription, _ value: String) -> String { "# \(key.name): \(value)\n" }

    private static func list(_ texts: [String]) -> String {
        "[ \(texts.map { YAMLNode.scalar($0) }.joined(separator: ", ")) ]"
    }
}

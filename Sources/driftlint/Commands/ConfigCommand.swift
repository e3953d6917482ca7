import DriftEngine
import DriftMarkdown
import DriftRules
import DriftText

/// `driftlint config`: shows what is configured, and where.
struct ConfigCommand {
    let rules: RuleBook
    let options: Options

    func run(_ path: String) throws -> Int32 {
        if options.showsSchema {
            Stream.standardOutput.write(ConfigurationSchema.json)
            return ExitStatus.clean
        }
        let configuration = try ConfigurationFinder(files: DiskFiles())
            .configuration(for: path, options.configurationChoice, settings: options.settings)
        // Names of rules are looked up as a run does, so that what is wrong with one shows here, too.
        let rules = try RuleFolders(files: DiskFiles()).book(rules, with: configuration)
        _ = try RuleChoice(configuration, rules: rules, select: options.select, ignore: options.ignore)
        Stream.standardOutput.write(listing(configuration))
        return ExitStatus.clean
    }

    /// Lines of YAML with the origin of each as a comment; what is not given is a comment as a whole.
    private func listing(_ configuration: Configuration?) -> String {
        let path = configuration?.path.map { "# \($0.escapedForDisplay)\n" } ?? "# no file\n"
        let lines = Configuration.descriptions.map { key in
            let values = given(key.name, configuration)
            if values.isEmpty { return ("# \(key.name): \(key.fallback)", "default") }
            let origins = values.map(\.origin).joined(separator: " and ")
            return ("\(key.name): \(values.map(\.text).joined(separator: " + "))", origins)
        }
        let width = min(60, lines.map(\.0.displayWidth).max() ?? 0)
        return path
            + lines.map { line, origin in
                let line = line.escapedForDisplay
                let blanks = String(repeating: " ", count: max(0, width - line.displayWidth))
                return "\(line)\(blanks)  # \(origin.escapedForDisplay)\n"
            }.joined()
    }

    /// The values of a key that count, flags last.
    private func given(_ key: String, _ configuration: Configuration?) -> [(text: String, origin: String)] {
        let own = configuration?.given[key].map { [(text: $0.text, origin: $0.place.description)] } ?? []
        switch key {
        case "select": return options.select.isEmpty ? own : [flag("select", list(options.select))]
        case "ignore":
            let kept = options.select.isEmpty ? own : []
            return options.ignore.isEmpty ? kept : kept + [flag("ignore", list(options.ignore))]
        case "source": return options.source.map { [flag("source", YAMLNode.scalar($0))] } ?? own
        case "baseline": return options.baseline.map { [flag("baseline", YAMLNode.scalar($0))] } ?? own
        case "profile": return options.profile.map { [flag("profile", YAMLNode.scalar($0))] } ?? own
        case "fail-on": return options.failOn.map { [flag("fail-on", $0.rawValue)] } ?? own
        case "pending": return options.pending.map { [flag("pending", $0.rawValue)] } ?? own
        case "fail-on-pending": return options.failsOnPending ? [flag("fail-on-pending", "true")] : own
        default: return own
        }
    }

    private func flag(_ name: String, _ text: String) -> (text: String, origin: String) { (text, "--\(name)") }

    private func list(_ texts: [String]) -> String {
        "[ \(texts.map { YAMLNode.scalar($0) }.joined(separator: ", ")) ]"
    }
}

import DriftLanguage
import DriftMarkdown
import DriftText

/// Reads a configuration and says where it is wrong.
package struct ConfigurationReader {
    /// What is read: a file, or the value of a flag.
    private enum Origin {
        case file(String)
        case flag(String)
    }

    private let origin: Origin
    private let source: SourceText

    /// - Parameter bytes: what stands in the file; an empty one configures nothing.
    package static func read(_ bytes: [UInt8], path: String) throws(ConfigurationError) -> Configuration {
        let reader = ConfigurationReader(origin: .file(path), source: SourceText(bytes))
        var configuration = Configuration(path: path)
        let root = try reader.root()
        try reader.read(root, into: &configuration, keys: Configuration.keys)
        for (key, value) in root.pairs ?? [] {
            let given = GivenValue(text: value.flowText, place: reader.place(key.range))
            configuration.given[key.string ?? ""] = given
        }
        return configuration
    }

    /// Replaces the value of a key by one that a flag gives.
    ///
    /// - Parameters:
    ///   - setting: `key=value`, the value as YAML writes it on one line.
    ///   - flag: the flag as errors name it.
    package static func apply(
        _ setting: String, of flag: String, to configuration: inout Configuration
    ) throws(ConfigurationError) {
        let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let reader = ConfigurationReader(origin: .flag(flag), source: SourceText(parts.count > 1 ? parts[1] : ""))
        let keys = Configuration.keys
        guard let key = keys.first(where: { $0.name == parts[0] }) else {
            throw reader.unknown(.empty, parts[0], keys.map(\.name))
        }
        guard parts.count > 1 else { throw reader.error(at: .empty, "expected key=value") }
        let node = try reader.root()
        try key.read(node, &configuration, reader)
        configuration.given[key.name] = GivenValue(text: node.flowText, place: reader.place(node.range))
    }

    private func root() throws(ConfigurationError) -> YAMLNode {
        do throws(YAMLError) {
            return try YAMLReader.read(source, in: ByteRange(0, source.bytes.count))
        } catch {
            // `{path}` at the beginning of a value is YAML's own syntax.
            let text = source.string(source.lineRange(source.lineIndex(at: error.range.lower)))
            let isPattern = text.contains("{path}") || text.contains("{locale}")
            let advice = isPattern ? "; a value that begins with a brace has to be quoted" : ""
            throw self.error(at: error.range, error.message + advice)
        }
    }

    /// Reads a mapping key by key; what no key declares is an error that names the nearest.
    func read<Target>(
        _ node: YAMLNode, into target: inout Target, keys: [ConfigurationKey<Target>]
    ) throws(ConfigurationError) {
        guard let pairs = node.pairs else { throw error(node, "expected “key: value” lines") }
        for (key, value) in pairs {
            let name = key.string ?? ""
            guard let known = keys.first(where: { $0.name == name }) else {
                throw unknown(key.range, name, keys.map(\.name))
            }
            try known.read(value, &target, self)
        }
    }

    private func unknown(_ range: ByteRange, _ name: String, _ names: [String]) -> ConfigurationError {
        let meant = nearest(to: name, among: names).map { ", did you mean “\($0)”?" } ?? ""
        return error(at: range, "unknown key “\(name)”\(meant); there are \(names.joined(separator: ", "))")
    }

    // MARK: Places

    func error(_ node: YAMLNode, _ message: String) -> ConfigurationError { error(at: node.range, message) }

    private func error(at range: ByteRange, _ message: String) -> ConfigurationError {
        ConfigurationError(place: place(range), message: message)
    }

    func place(_ node: YAMLNode) -> ConfigurationPlace { place(node.range) }

    private func place(_ range: ByteRange) -> ConfigurationPlace {
        switch origin {
        case .file(let path): .file(path, line: source.lineIndex(at: range.lower) + 1)
        case .flag(let text): .flag(text)
        }
    }

    // MARK: Values

    func pairs(_ node: YAMLNode, of key: String) throws(ConfigurationError) -> [(key: YAMLNode, value: YAMLNode)] {
        guard let pairs = node.pairs else { throw error(node, "“\(key)” takes “key: value” lines") }
        return pairs
    }

    func text(_ node: YAMLNode, of key: String) throws(ConfigurationError) -> String {
        guard let text = node.string, !text.isEmpty else { throw error(node, "“\(key)” takes a text") }
        return text
    }

    /// A path that does not lead out of the folder of the configuration: anybody may propose a change to that.
    func pathBelow(_ node: YAMLNode, of key: String) throws(ConfigurationError) -> String {
        let path = Path.normalised(try text(node, of: key))
        guard Path.isInside(path, ".") else { throw error(node, "“\(key)” has to lie below the configuration") }
        return path
    }

    /// One text, or a list of them.
    func texts(_ node: YAMLNode, of key: String) throws(ConfigurationError) -> [String] {
        try each(node, of: key, text)
    }

    func locale(_ node: YAMLNode, of key: String) throws(ConfigurationError) -> LanguageTag {
        let text = try text(node, of: key)
        guard let tag = LanguageTag(spelling: text) else {
            throw error(node, "“\(text)” in “\(key)” is no locale; write a BCP 47 tag such as de or pt-BR")
        }
        return tag
    }

    func ruleName(_ node: YAMLNode, of key: String) throws(ConfigurationError) -> RuleName {
        RuleName(text: try text(node, of: key), place: place(node))
    }

    func ruleSettings(_ node: YAMLNode) throws(ConfigurationError) -> RuleSettings {
        var settings = RuleSettings()
        try read(node, into: &settings, keys: RuleSettings.keys)
        return settings
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: YAMLNode, of key: String, _ type: Choice.Type
    ) throws(ConfigurationError) -> Choice where Choice.RawValue == String {
        let text = try text(node, of: key)
        if let choice = Choice(rawValue: text) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        let meant = nearest(to: text, among: words).map { ", did you mean “\($0)”?" } ?? ""
        throw error(node, "“\(text)” is no value of “\(key)”\(meant); allowed are \(words.joined(separator: ", "))")
    }

    func each<Value>(
        _ node: YAMLNode, of key: String, _ read: (YAMLNode, String) throws(ConfigurationError) -> Value
    ) throws(ConfigurationError) -> [Value] {
        if node.isNull { return [] }
        guard let items = node.items else { return [try read(node, key)] }
        var values: [Value] = []
        for item in items { values.append(try read(item, key)) }
        return values
    }
}

import DriftLanguage
import DriftMarkdown
import DriftText

/// Reads a configuration and says where it is wrong.
package struct ConfigurationReader {
    private let path: String
    private let source: SourceText

    /// - Parameter bytes: what stands in the file; an empty one configures nothing.
    package static func read(_ bytes: [UInt8], path: String) throws(ConfigurationError) -> Configuration {
        let reader = ConfigurationReader(path: path, source: SourceText(bytes))
        var configuration = Configuration(path: path)
        try reader.read(try reader.root(), into: &configuration, keys: Configuration.keys)
        return configuration
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
            guard let known = keys.first(where: { $0.name == name }) else { throw unknown(key, name, keys.map(\.name)) }
            try known.read(value, &target, self)
        }
    }

    private func unknown(_ key: YAMLNode, _ name: String, _ names: [String]) -> ConfigurationError {
        let meant = nearest(to: name, among: names).map { ", did you mean “\($0)”?" } ?? ""
        return error(key, "unknown key “\(name)”\(meant); there are \(names.joined(separator: ", "))")
    }

    // MARK: Values

    func error(_ node: YAMLNode, _ message: String) -> ConfigurationError { error(at: node.range, message) }

    private func error(at range: ByteRange, _ message: String) -> ConfigurationError {
        ConfigurationError(path: path, line: source.lineIndex(at: range.lower) + 1, message: message)
    }

    func pairs(_ node: YAMLNode, of key: String) throws(ConfigurationError) -> [(key: YAMLNode, value: YAMLNode)] {
        guard let pairs = node.pairs else { throw error(node, "“\(key)” takes “key: value” lines") }
        return pairs
    }

    func text(_ node: YAMLNode, of key: String) throws(ConfigurationError) -> String {
        guard let text = node.string, !text.isEmpty else { throw error(node, "“\(key)” takes a text") }
        return text
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

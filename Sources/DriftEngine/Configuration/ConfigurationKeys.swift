import DriftLanguage
import DriftLayout
import DriftMarkdown

/// One key of a mapping: its name and what becomes of its value. The one declaration from which it is read.
struct ConfigurationKey<Target> {
    let name: String
    let read: (YAMLNode, inout Target, ConfigurationReader) throws(ConfigurationError) -> Void
}

extension Configuration {
    /// The keys of the outermost mapping.
    static var keys: [ConfigurationKey<Configuration>] {
        let layout = LayoutSettings.keys.map { key in
            ConfigurationKey<Configuration>(name: key.name) { (node, target, reader) throws(ConfigurationError) in
                try key.read(node, &target.layout, reader)
            }
        }
        let roots = ConfigurationKey<Configuration>(name: "roots") {
            (node, target, reader) throws(ConfigurationError) in
            for (key, value) in try reader.pairs(node, of: "roots") {
                let folder = Path.normalised(try reader.text(key, of: "roots"))
                var settings = LayoutSettings()
                try reader.read(value, into: &settings, keys: LayoutSettings.keys)
                target.roots.append(Root(folder: folder, layout: settings))
            }
        }
        return layout + [roots]
    }
}

extension LayoutSettings {
    /// The keys that may also stand below a folder in `roots`.
    static var keys: [ConfigurationKey<LayoutSettings>] {
        [
            ConfigurationKey(name: "layout") { (node, target, reader) throws(ConfigurationError) in
                let texts = try reader.texts(node, of: "layout")
                do throws(LayoutPattern.Invalid) {
                    target.patterns = try LayoutPattern.list(texts)
                } catch {
                    throw reader.error(node, "a pattern of “layout” is wrong: \(error.message)")
                }
            },
            ConfigurationKey(name: "source") { (node, target, reader) throws(ConfigurationError) in
                target.source = try reader.locale(node, of: "source")
            },
            ConfigurationKey(name: "locales") { (node, target, reader) throws(ConfigurationError) in
                target.locales = try reader.each(node, of: "locales", reader.locale)
            },
            ConfigurationKey(name: "aliases") { (node, target, reader) throws(ConfigurationError) in
                for (key, value) in try reader.pairs(node, of: "aliases") {
                    let word = try reader.text(key, of: "aliases").lowercased()
                    target.aliases[word] = try reader.locale(value, of: "aliases")
                }
            },
            ConfigurationKey(name: "include") { (node, target, reader) throws(ConfigurationError) in
                target.include = try reader.texts(node, of: "include")
            },
            ConfigurationKey(name: "exclude") { (node, target, reader) throws(ConfigurationError) in
                target.exclude = try reader.texts(node, of: "exclude")
            },
        ]
    }
}

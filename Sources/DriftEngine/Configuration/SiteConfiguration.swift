import DriftLanguage
import DriftLayout

/// The source locale as site generators and translation services are told it. Their files are read as text, never run.
struct SiteConfiguration {
    let files: any Files

    /// Files of one tool, and the keys of which the first that is found names the locale.
    private struct Tool {
        var names: [String]
        var keys: [String]
    }

    private static let tools = [
        Tool(names: endings("docusaurus.config", ".js .ts .mjs .cjs .mts"), keys: ["defaultLocale"]),
        Tool(names: endings("lunaria.config", ".json .js .ts .mjs .mts"), keys: ["sourceLocale", "defaultLocale"]),
        Tool(names: endings(".vitepress/config", ".js .ts .mjs .mts"), keys: ["root", "lang"]),
        Tool(names: endings("astro.config", ".mjs .js .ts .mts"), keys: ["defaultLocale"]),
        Tool(names: ["mkdocs.yml", "mkdocs.yaml"], keys: ["default_language", "language"]),
        Tool(
            names: endings("hugo", ".toml .yaml .yml .json") + endings("config", ".toml .yaml .yml .json")
                + endings("config/_default/hugo", ".toml .yaml .yml")
                + endings("config/_default/config", ".toml .yaml .yml"),
            keys: ["defaultContentLanguage", "languageCode"]),
        Tool(names: ["_config.yml"], keys: ["default_lang", "lang"]),
        Tool(names: ["crowdin.yml", "crowdin.yaml"], keys: ["source"]),
    ]

    /// Names of which one stands in every folder that may have a hint.
    static let landmarks = Set(tools.flatMap(\.names).map { String($0.prefix { $0 != "/" }) })

    private static func endings(_ name: String, _ endings: String) -> [String] {
        endings.split(separator: " ").map { name + $0 }
    }

    /// What the files of some folders say, one hint a folder at most.
    func hints(in folders: [String]) -> [SiteHint] {
        folders.compactMap { folder in
            guard let names = try? Set(files.names(in: folder)) else { return nil }
            for tool in Self.tools {
                for name in tool.names where names.contains(String(name.prefix { $0 != "/" })) {
                    if let hint = hint(Path.join(folder, name), tool, folder: folder) { return hint }
                }
            }
            return nil
        }
    }

    private func hint(_ path: String, _ tool: Tool, folder: String) -> SiteHint? {
        guard let text = try? files.read(path) else { return nil }
        let scanner = SettingScanner(text, isScript: [".js", "ts", ".mjs", ".cjs"].contains { path.hasSuffix($0) })
        for key in Path.name(of: path).hasPrefix("mkdocs") ? ["default"] + tool.keys : tool.keys {
            let value = key == "default" ? scanner.defaultItem(naming: "locale") : scanner.value(of: key)
            guard let value, let tag = key == "source" ? Self.locale(inPath: value) : LanguageTag(spelling: value)
            else {
                continue
            }
            // The generator's own folder often lies beside the documents.
            let isBeside = Path.name(of: folder) == "website"
            return SiteHint(
                folder: isBeside ? Path.folder(of: folder) : folder, source: tag, evidence: "\(path): \(key)")
        }
        return nil
    }

    /// The locale of a path such as `/docs/en/**/*.md`.
    private static func locale(inPath path: String) -> LanguageTag? {
        path.split { $0 == "/" || $0 == "." }.lazy.filter { $0.utf8.count == 2 || $0.utf8.count == 5 }
            .compactMap { LanguageTag(spelling: $0) }.first
    }
}

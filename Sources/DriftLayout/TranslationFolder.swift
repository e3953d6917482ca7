/// Folders that hold translations apart from their sources.
enum TranslationFolder {
    /// Where the source of a translation may be, given the parts of the translation's path without its locale.
    static func sourcePlaces(of parts: [Substring]) -> [[Substring]] {
        var places: [[Substring]] = []
        for (index, part) in parts.enumerated().dropLast() where holders.contains(part) {
            guard let place = docusaurusPlace(of: parts, holder: index) else {
                places.append(Array(parts[..<index] + parts[(index + 1)...]))
                break
            }
            places.append(place)
            // The site's own folder often lies beside that of the documents: `website/i18n` and `docs`.
            if index > 0 { places.append(Array(place[..<(index - 1)] + place[index...])) }
            return places
        }
        // Translations of the front pages often lie among the documents.
        var rest = places.first ?? parts
        while places.count < 4, rest.count > 1, frontFolders.contains(rest[rest.count - 2]) {
            rest.remove(at: rest.count - 2)
            places.append(rest)
        }
        return places
    }

    private static let frontFolders: Set<Substring> = ["docs", "doc", "README", "readme", "Docs", "documentation"]

    private static let holders: Set<Substring> = [
        "i18n", "translations", "translation", "translated", "locales", "locale", "localization", "l10n", "lang",
        "langs", "languages",
    ]

    /// `i18n/docusaurus-plugin-content-docs/current/x` for `docs/x`.
    private static func docusaurusPlace(of parts: [Substring], holder: Int) -> [Substring]? {
        let prefix = "docusaurus-plugin-content-"
        guard holder + 2 < parts.count, parts[holder + 1].utf8.starts(with: prefix.utf8) else { return nil }
        var rest = Array(parts[(holder + 2)...])
        var folder = [parts[holder + 1].dropFirst(prefix.count)]
        if folder == ["pages"] { folder = ["src", "pages"] }
        if folder[0].utf8.starts(with: "docs-".utf8) { folder = [folder[0].dropFirst(5)] }
        if rest[0] == "current" {
            rest.removeFirst()
        } else if rest[0].utf8.starts(with: "version-".utf8) {
            folder = [folder[0] == "docs" ? "versioned_docs" : folder[0] + "_versioned_docs"]
        }
        return parts[..<holder] + folder + rest
    }
}

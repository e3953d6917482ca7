import DriftText

import DriftLanguage

/// What of a link target no localization changes.
///
/// Dropped are the fragment, segments of the path and labels of the host that spell a locale, locale suffixes of file
/// names, and steps such as `../` that only say from where the link is seen.
package struct LinkKey: Sendable {
    /// Words that name the locales compared, in lower case, such as `jp`, `japanese` or `zh-cn`.
    package let localeWords: Set<String>

    package init(localeWords: Set<String>) {
        self.localeWords = localeWords
    }

    /// A hash that is equal for targets that differ by localization only.
    package func hash(_ target: [UInt8]) -> UInt64 {
        var hash = StableHash()
        for word in words(target) { hash.combine(word) }
        return hash.value
    }

    /// The parts of a target that are kept, in lower case.
    package func words(_ target: [UInt8]) -> [String] {
        let path = target.prefix { $0 != UInt8(ascii: "#") }
        let pieces = path.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "&") }
        var kept: [String] = []
        for piece in pieces {
            let text = String(decoding: piece, as: UTF8.self).lowercased()
            if text == "." || text == ".." || text == "https:" || text == "http:" || isLocale(text) { continue }
            kept += text.split { ".-_=".contains($0) }.map(String.init).filter { !isLocaleSuffix($0) }
        }
        return kept
    }

    private func isLocaleSuffix(_ word: String) -> Bool {
        localeWords.contains(word) || word == "www" || word == "en"
    }

    private func isLocale(_ segment: String) -> Bool {
        if localeWords.contains(segment) { return true }
        guard segment.utf8.count == 2 || segment.utf8.count == 5 || segment.utf8.count == 7 else { return false }
        return LanguageTag(spelling: segment) != nil
    }
}

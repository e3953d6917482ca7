internal import DriftLanguage

/// A part of a path that spells a locale.
struct LocaleSlot: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        /// A whole folder: `docs/de/x.md`.
        case folder
        /// Words at the beginning or the end of a folder's name: `german-playbook`, `vue-ja`.
        case folderWord
        /// The end of the file's name: `x-de.md`, `x.pt-BR.md`.
        case suffix
        /// The beginning of the file's name: `de_x.md`, `zh-README.md`.
        case prefix
        /// The whole name of the file: `de.md`.
        case name
    }

    var kind: Kind
    var locale: KnownLocale
    /// Which part of the path, from 0.
    var part: Int
    /// What stays of the part when the locale and its delimiter are taken out.
    var remainder: Substring
    /// As the path writes it: `-jp`, `german-playbook`, `de`.
    var spelling: Substring

    /// Whether the spelling is hardly ever anything but a locale; `no`, `in`, `cs` and `pr` may be.
    var isPlain: Bool {
        if locale.isAlias { return true }
        let tag = locale.tag
        // `es-modules` and `no-intent` are no rarer than translations that are named so.
        if kind == .prefix { return tag.region != nil || tag.script != nil }
        let letters = spelling.utf8.filter { $0 != 0x2D && $0 != 0x2E && $0 != 0x5F }
        if kind != .folderWord, letters.count > 3 || spelling.utf8.contains(where: { $0 >= 0x80 }) { return true }
        if kind == .folderWord, tag.region != nil || tag.script != nil { return true }
        let name = String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
        return kind != .folderWord ? Self.plainCodes.contains(name) : Self.plainCodes.contains(tag.language)
    }

    private static let plainCodes: Set<String> = [
        "de", "es", "fr", "pt", "ja", "jp", "ko", "kr", "zh", "ru", "uk", "pl", "nl", "tr", "vi", "th", "sv", "fi",
        "hu",
        "el", "bg", "hi", "cn", "tw", "ua", "en", "fa", "bn", "eng", "jpn", "deu", "spa", "fra",
    ]

    var reason: String {
        switch kind {
        case .folder, .folderWord: "folder \(spelling)"
        case .suffix: "suffix \(spelling)"
        case .prefix: "prefix \(spelling)"
        case .name: "name \(spelling)"
        }
    }

    /// The part of the path with `{locale}` for the spelling.
    var pattern: String {
        switch kind {
        case .folder, .name: return "{locale}"
        case .folderWord:
            return remainder.startIndex == spelling.startIndex
                ? "\(remainder)\(joint){locale}" : "{locale}\(joint)\(remainder)"
        case .suffix: return "{path}\(spelling.prefix(1)){locale}"
        case .prefix: return "{locale}\(spelling.suffix(1)){path}"
        }
    }

    /// The delimiter between the locale and the rest of a folder's name.
    private var joint: Substring {
        if remainder.startIndex == spelling.startIndex { return spelling[remainder.endIndex...].prefix(1) }
        return spelling[..<remainder.startIndex].suffix(1)
    }
}

/// A locale that a word was found to spell.
struct KnownLocale: Hashable, Sendable {
    var tag: LanguageTag
    /// The bit that stands for the locale in a set of them; bit 0 is for documents without one.
    var bit: UInt64
    /// Whether the user said what the word means.
    var isAlias = false

    static func == (one: KnownLocale, other: KnownLocale) -> Bool { one.tag == other.tag }
    func hash(into hasher: inout Hasher) { hasher.combine(tag) }
}

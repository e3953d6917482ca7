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
    var locale: LanguageTag
    /// Which part of the path, from 0.
    var part: Int
    /// What stays of the part when the locale and its delimiter are taken out.
    var remainder: Substring
    /// As the path writes it: `-jp`, `german-playbook`, `de`.
    var spelling: Substring

    /// Whether the spelling is hardly ever anything but a locale; `no`, `in`, `cs` and `pr` may be.
    var isPlain: Bool {
        // `es-modules` and `no-intent` are no rarer than translations that are named so.
        if kind == .prefix { return locale.region != nil || locale.script != nil }
        let letters = spelling.utf8.filter { $0 != 0x2D && $0 != 0x2E && $0 != 0x5F }
        if kind != .folderWord, letters.count > 3 || spelling.utf8.contains(where: { $0 >= 0x80 }) { return true }
        if kind == .folderWord, locale.region != nil || locale.script != nil { return true }
        let name = String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
        return kind != .folderWord ? Self.plainCodes.contains(name) : Self.plainCodes.contains(locale.language)
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
}

/// Finds the slots of paths and remembers what each word spells.
struct SlotFinder {
    private var known: [Substring: LanguageTag?] = [:]

    /// Candidates of every part, the last of which is the file's name without its extension.
    mutating func slots(of parts: [Substring]) -> [LocaleSlot] {
        var slots: [LocaleSlot] = []
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1 {
                slots += fileSlots(part, at: index)
            } else if let locale = tag(part) {
                slots.append(
                    LocaleSlot(kind: .folder, locale: locale, part: index, remainder: "", spelling: part))
            } else if let slot = folderWord(part, at: index) {
                slots.append(slot)
            }
        }
        return slots
    }

    private mutating func tag(_ word: Substring) -> LanguageTag? {
        // No spelling is longer than `brazilian-portuguese`, and none ends in a digit but `es-419`.
        guard (2...24).contains(word.utf8.count), let last = word.utf8.last, last > 0x39 || word.utf8.count == 6 else {
            return nil
        }
        if let tag = known[word] { return tag }
        let tag = LanguageTag(spelling: word)
        known[word] = .some(tag)
        return tag
    }

    private mutating func fileSlots(_ stem: Substring, at index: Int) -> [LocaleSlot] {
        if let locale = tag(stem) {
            return [LocaleSlot(kind: .name, locale: locale, part: index, remainder: "", spelling: stem)]
        }
        var slots: [LocaleSlot] = []
        for delimiter in Self.delimiters(of: stem).suffix(3) {
            guard delimiter > stem.startIndex, let locale = tag(stem[stem.index(after: delimiter)...]) else { continue }
            slots.append(
                LocaleSlot(
                    kind: .suffix, locale: locale, part: index, remainder: stem[..<delimiter],
                    spelling: stem[delimiter...]))
        }
        if slots.isEmpty, let delimiter = Self.delimiters(of: stem).first, delimiter > stem.startIndex,
            let locale = tag(stem[..<delimiter])
        {
            let rest = stem.index(after: delimiter)
            slots.append(
                LocaleSlot(
                    kind: .prefix, locale: locale, part: index, remainder: stem[rest...],
                    spelling: stem[..<rest]))
        }
        // The longest, `-pt-br`, and the shortest, as `guide-in-it` may be Italian.
        return slots.count > 1 ? [slots[0], slots[slots.count - 1]] : slots
    }

    private mutating func folderWord(_ part: Substring, at index: Int) -> LocaleSlot? {
        let delimiters = Self.delimiters(of: part)
        for delimiter in delimiters.prefix(3).reversed() {
            if let locale = tag(part[..<delimiter]) {
                return folderWord(part, locale, remainder: part[part.index(after: delimiter)...], at: index)
            }
        }
        for delimiter in delimiters.suffix(3) {
            if let locale = tag(part[part.index(after: delimiter)...]) {
                return folderWord(part, locale, remainder: part[..<delimiter], at: index)
            }
        }
        return nil
    }

    private func folderWord(_ part: Substring, _ locale: LanguageTag, remainder: Substring, at index: Int)
        -> LocaleSlot?
    {
        guard !remainder.isEmpty else { return nil }
        return LocaleSlot(
            kind: .folderWord, locale: locale, part: index, remainder: remainder, spelling: part)
    }

    private static func delimiters(of part: Substring) -> [Substring.Index] {
        part.utf8.indices.filter { [0x2D, 0x2E, 0x5F].contains(part.utf8[$0]) }
    }
}

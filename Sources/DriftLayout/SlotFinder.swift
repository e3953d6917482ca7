package import DriftLanguage

/// Finds the slots of paths and remembers what each word spells.
struct SlotFinder {
    private let options: LayoutOptions
    private var known: [Substring: KnownLocale?] = [:]
    private var bits: [LanguageTag: UInt64] = [:]
    /// The slots of the folder that was read last; paths come sorted.
    private var lastFolder: Substring?
    private var lastSlots: [LocaleSlot] = []

    init(options: LayoutOptions) {
        self.options = options
    }

    /// Candidates of every part, the last of which is the file's name without its extension.
    ///
    /// - Parameter folder: the path of the folder, to tell whether it is the last one again.
    mutating func slots(of parts: [Substring], in folder: Substring) -> [LocaleSlot] {
        if lastFolder.map({ !$0.utf8.elementsEqual(folder.utf8) }) ?? true {
            lastFolder = folder
            lastSlots = folderSlots(parts.dropLast())
        }
        guard let stem = parts.last else { return [] }
        return lastSlots + fileSlots(stem, at: parts.count - 1)
    }

    private mutating func folderSlots(_ parts: ArraySlice<Substring>) -> [LocaleSlot] {
        var slots: [LocaleSlot] = []
        for (index, part) in parts.enumerated() {
            if let locale = locale(part) {
                slots.append(LocaleSlot(kind: .folder, locale: locale, part: index, remainder: "", spelling: part))
            } else if let slot = folderWord(part, at: index) {
                slots.append(slot)
            }
        }
        return slots
    }

    /// The locale that a word spells, if it is one that documents may be in.
    mutating func locale(_ word: Substring) -> KnownLocale? {
        // No spelling is longer than `brazilian-portuguese`, and none ends in a digit but `es-419`.
        guard word.utf8.count >= 2 || !options.aliases.isEmpty, word.utf8.count <= 24, let last = word.utf8.last,
            last > 0x39 || word.utf8.count == 6 || !options.aliases.isEmpty
        else { return nil }
        if let locale = known[word] { return locale }
        let locale = lookUp(word)
        known[word] = .some(locale)
        return locale
    }

    private mutating func lookUp(_ word: Substring) -> KnownLocale? {
        let alias = options.aliases.isEmpty ? nil : options.aliases[word.lowercased()]
        guard let tag = alias ?? LanguageTag(spelling: word) else { return nil }
        if !options.locales.isEmpty, alias == nil, !options.locales.contains(where: tag.isCovered) { return nil }
        // A bit may stand for two locales where there are more than 63, so that company looks smaller than it is.
        let bit = bits[tag] ?? UInt64(1) << UInt64(1 + bits.count % 63)
        bits[tag] = bit
        return KnownLocale(tag: tag, bit: bit, isAlias: alias != nil)
    }

    /// The bits of all locales of a language that were met.
    func bits(of language: String) -> UInt64 {
        bits.reduce(0) { $1.key.language == language ? $0 | $1.value : $0 }
    }

    private mutating func fileSlots(_ stem: Substring, at index: Int) -> [LocaleSlot] {
        if let locale = locale(stem) {
            return [LocaleSlot(kind: .name, locale: locale, part: index, remainder: "", spelling: stem)]
        }
        let delimiters = Self.delimiters(of: stem)
        guard let first = delimiters.first else { return [] }
        var slots: [LocaleSlot] = []
        for delimiter in delimiters.suffix(3) {
            guard delimiter > stem.startIndex, let locale = locale(stem[stem.utf8.index(after: delimiter)...]) else {
                continue
            }
            slots.append(
                LocaleSlot(
                    kind: .suffix, locale: locale, part: index, remainder: stem[..<delimiter],
                    spelling: stem[delimiter...]))
        }
        if slots.isEmpty, first > stem.startIndex, let locale = locale(stem[..<first]) {
            let rest = stem.utf8.index(after: first)
            slots.append(
                LocaleSlot(
                    kind: .prefix, locale: locale, part: index, remainder: stem[rest...], spelling: stem[..<rest]))
        }
        // The longest, `-pt-br`, and the shortest, as `guide-in-it` may be Italian.
        return slots.count > 1 ? [slots[0], slots[slots.count - 1]] : slots
    }

    private mutating func folderWord(_ part: Substring, at index: Int) -> LocaleSlot? {
        let delimiters = Self.delimiters(of: part)
        for delimiter in delimiters.prefix(3).reversed() {
            if let locale = locale(part[..<delimiter]) {
                return folderWord(part, locale, remainder: part[part.utf8.index(after: delimiter)...], at: index)
            }
        }
        for delimiter in delimiters.suffix(3) {
            if let locale = locale(part[part.utf8.index(after: delimiter)...]) {
                return folderWord(part, locale, remainder: part[..<delimiter], at: index)
            }
        }
        return nil
    }

    private func folderWord(_ part: Substring, _ locale: KnownLocale, remainder: Substring, at index: Int)
        -> LocaleSlot?
    {
        guard !remainder.isEmpty else { return nil }
        return LocaleSlot(
            kind: .folderWord, locale: locale, part: index, remainder: remainder, spelling: part)
    }

    private static func delimiters(of part: Substring) -> [Substring.Index] {
        var found: [Substring.Index] = []
        let bytes = part.utf8
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == 0x2D || byte == 0x2E || byte == 0x5F { found.append(index) }
            bytes.formIndex(after: &index)
        }
        return found
    }
}

extension LanguageTag {
    /// Whether this is what a listed locale means: the same tag, or any of its language where no region is listed.
    package func isCovered(by listed: LanguageTag) -> Bool {
        listed == self || listed.region == nil && listed.script == nil && listed.isSameLanguage(as: self)
    }
}

internal import DriftLanguage

/// What the beginning of a document says about its language.
struct ContentEvidence {
    private var words: [String: FunctionWords?] = [:]
    private let peek: (String) -> [UInt8]
    private static let sampleSize = 16_384

    /// - Parameter peek: the beginning of the file at a path.
    init(peek: @escaping (String) -> [UInt8]) {
        self.peek = peek
    }

    /// Whether a document is in a locale; nil where it has too few words to tell.
    mutating func agrees(_ path: String, with locale: LanguageTag) -> Bool? {
        let text = Array(peek(path).prefix(Self.sampleSize))
        if let declared = Self.declared(in: text) { return declared.isSameLanguage(as: locale) }
        let share = scriptShare(of: text)
        guard share.letters >= 20 else { return nil }
        let system = locale.writingSystem
        if system != .latin { return isWritten(share, in: system) }
        let total = FunctionWords.wordCount(in: text)
        guard total >= 10, share.share(of: .latin) > 0.5 else { return share.share(of: .latin) > 0.5 ? nil : false }
        let english = hits(in: text, language: "en") ?? 0
        if locale.language == "en" { return english * 10 >= total }
        guard let own = hits(in: text, language: locale.language) else { return english * 16 < total }
        return own > english && own * 16 >= total
    }

    /// Documents hold code and names, so that a twentieth of the letters is enough for another script than Latin.
    private func isWritten(_ share: ScriptShare, in system: WritingSystem) -> Bool {
        guard share.share(of: system) >= 0.05 else { return false }
        switch system {
        case .japanese: return share.kana > 0
        case .han: return share.kana * 5 < share.count(of: .han)
        case .hangul: return share.count(of: .hangul) > 2 * share.count(of: .han)
        default: return true
        }
    }

    /// The language of a document; nil where nothing tells it.
    mutating func language(of path: String) -> LanguageTag? {
        let text = Array(peek(path).prefix(Self.sampleSize))
        if let declared = Self.declared(in: text) { return declared }
        let share = scriptShare(of: text)
        guard share.letters >= 20 else { return nil }
        for (system, language) in Self.languages where share.share(of: system) >= 0.15 {
            if isWritten(share, in: system) { return LanguageTag(language: language) }
        }
        var best = (language: "", hits: FunctionWords.wordCount(in: text) / 12)
        for language in Self.latinLanguages {
            if let hits = hits(in: text, language: language), hits > best.hits { best = (language, hits) }
        }
        return best.language.isEmpty ? nil : LanguageTag(language: best.language)
    }

    private static let languages: [(WritingSystem, String)] = [
        (.japanese, "ja"), (.han, "zh"), (.hangul, "ko"), (.cyrillic, "ru"), (.arabic, "ar"), (.hebrew, "he"),
        (.greek, "el"), (.thai, "th"), (.devanagari, "hi"),
    ]
    private static let latinLanguages = ["en", "de", "es", "fr", "pt", "it", "nl", "pl", "tr", "vi", "id"]

    private mutating func hits(in text: [UInt8], language: String) -> Int? {
        if words[language] == nil { words[language] = .some(FunctionWords(language: language)) }
        return words[language].flatMap(\.self)?.hits(in: text)
    }

    /// What `lang:` or `language:` in the front matter says.
    private static func declared(in text: [UInt8]) -> LanguageTag? {
        guard text.starts(with: "---".utf8) else { return nil }
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).dropFirst().prefix(64) {
            if line.starts(with: "---".utf8) { return nil }
            for key in ["lang:", "language:", "locale:"] where line.starts(with: key.utf8) {
                let isFrame: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x22 || $0 == 0x27 }
                let value = line.dropFirst(key.utf8.count).drop(while: isFrame)
                return LanguageTag(spelling: String(decoding: value.prefix { !isFrame($0) }, as: UTF8.self))
            }
        }
        return nil
    }
}

import DriftLanguage
import DriftText

/// Finds text of a translation that is in the language of another translation: somebody pasted it into the wrong file.
struct ForeignText {
    let set: AlignedSet
    let member: Int
    private let outline: Outline
    /// Of each language and script that the set has beside the source's and this one: a member in it.
    private let others: [Other]
    /// Whether one of them is written in this one's script, so that its letters do not tell the two apart.
    private let hasLike: Bool

    private let words: (own: WordTally.Language, source: WordTally.Language)

    private struct Other {
        let member: Int
        let locale: LanguageTag
        let words: WordTally.Language
    }

    /// Less may be a name or a quotation.
    private static let leastWords = 8
    private static let leastLetters = 16
    /// So many bytes tell which language a passage is in.
    private static let extent = 400

    init(set: AlignedSet, member: Int) {
        self.set = set
        self.member = member
        outline = set.members[member].outline
        let own = outline.locale
        var others: [Other] = []
        for other in set.targets where other != member {
            let locale = set.members[other].outline.locale
            let isKnown = locale.isWritten(as: own) || locale.isWritten(as: set.source.locale)
            if !isKnown, !others.contains(where: { $0.locale.isWritten(as: locale) }) {
                others.append(Other(member: other, locale: locale, words: .init(locale.language)))
            }
        }
        self.others = others
        words = (.init(own.language), .init(set.source.locale.language))
        hasLike = others.contains { $0.locale.writingSystem == own.writingSystem }
    }

    /// Linear in the text.
    func differences() -> [Difference] {
        if others.isEmpty { return [] }
        var passages = 0
        let found = outline.segments.indices.compactMap { index -> (segment: Int, other: Int)? in
            let text = outline.segments[index].text.bytes
            guard text.count >= Self.leastLetters, isProse(index) else { return nil }
            passages += 1
            if !hasLike, outline.locale.writingSystem.isOwn(text) { return nil }
            return other(text, index).map { (index, $0) }
        }
        guard let first = found.first else { return [] }
        if found.count > 2, 2 * found.count > passages {
            return [difference(first.segment, first.other, detail: "\(found.count) of \(passages) passages")]
        }
        return found.map { difference($0.segment, $0.other, detail: "") }
    }

    private func isProse(_ index: Int) -> Bool {
        [.paragraph, .heading, .cell].contains(outline.part(of: index).kind)
    }

    // MARK: Which language

    /// The member whose language a text is in; nil where it is in its own, or in none that is known.
    private func other(_ text: [UInt8], _ index: Int) -> Int? {
        let source = set.pairs[member - 1].sources[index]
        let original = source < 0 ? [] : set.source.segments[Int(source)].text.bytes
        if text == original { return nil }
        let start = Array(text.prefix(Self.extent))
        if 4 * start.count(where: { $0 >= 0x80 }) < start.count {
            // Text in a language without a list resembles its neighbours' more than nothing.
            if outline.locale.writingSystem == .latin, !words.own.isKnown { return nil }
            let tally = WordTally(start)
            guard tally.words >= Self.leastWords else { return nil }
            return others.first {
                isInLanguage(tally, $0.words, repeats: repeats(text, source, $0.member)) && !quotes(original, $0)
            }?.member
        }
        let script = ScriptEvidence(text: start)
        return others.first { other in
            script.speaks(
                for: other.locale, against: outline.locale, leastMarks: repeats(text, source, other.member) ? 1 : 3)
                && !ScriptEvidence(text: original).speaks(for: other.locale, against: outline.locale, leastMarks: 3)
        }?.member
    }

    /// Whether a text has the small words of a language and hardly those of its own or of the source's.
    private func isInLanguage(_ tally: WordTally, _ language: WordTally.Language, repeats: Bool) -> Bool {
        let hits = tally.count(of: language, notOf: words.own)
        guard hits > 0 else { return false }
        let against = tally.count(of: words.own, notOf: language)
        if repeats { return hits > 2 * against && hits >= tally.count(of: words.source, notOf: language) }
        return hits >= 3 && 10 * hits >= tally.words && 6 * tally.count(of: language) >= tally.words
            && hits >= 6 * against && hits >= 3 * tally.count(of: words.source, notOf: language)
    }

    /// Whether another translation says the same in the same words.
    private func repeats(_ text: [UInt8], _ source: Int32, _ other: Int) -> Bool {
        guard source >= 0, let partner = set.segment(of: other, for: Int(source)) else { return false }
        return text == set.members[other].outline.segments[partner].text.bytes
    }

    /// Whether the source itself has text in that language there.
    private func quotes(_ original: [UInt8], _ other: Other) -> Bool {
        WordTally(original).count(of: other.words, notOf: words.source) >= 3
    }

    private func difference(_ index: Int, _ other: Int, detail: String) -> Difference {
        let found = outline.passage(ofSegment: index, member: member)
        let source = set.pairs[member - 1].sources[index]
        let counterparts =
            source < 0
            ? []
            : [0, other].compactMap { holder in
                set.segment(of: holder, for: Int(source)).map {
                    set.members[holder].outline.passage(ofSegment: $0, member: holder)
                }
            }
        return Difference(
            .foreign, .text, at: found, counterparts: counterparts,
            expected: outline.locale.description, found: set.members[other].outline.locale.description, detail: detail,
            cause: Difference.cause(.foreign, .text, member: member, detail.isEmpty ? found.text : "document"))
    }
}

/// What the letters of a text say about its language.
private struct ScriptEvidence {
    let text: [UInt8]
    let share: ScriptShare

    init(text: [UInt8]) {
        self.text = text
        share = scriptShare(of: text)
    }

    private static let leastLetters = 12

    /// Whether a text is in the script of one locale and not in that of another; of two that share a script, whether it has
    /// letters of the one alone.
    ///
    /// - Parameter leastMarks: so many of these are evidence enough.
    func speaks(for locale: LanguageTag, against own: LanguageTag, leastMarks: Int) -> Bool {
        guard share.letters >= Self.leastLetters else { return false }
        switch (locale.writingSystem, own.writingSystem) {
        case (.han, .han):
            return marks(of: locale) >= leastMarks && marks(of: own) == 0
        case (.han, .japanese):
            return share.share(of: .han) > 0.6 && share.kana == 0 && count(of: "的了是们們这這") >= 2
        case (.japanese, _):
            return share.share(of: .japanese) > 0.6 && 5 * share.kana >= share.letters
        case (.cyrillic, .cyrillic):
            return share.share(of: .cyrillic) > 0.7 && marks(of: locale) >= leastMarks && marks(of: own) == 0
        case (.latin, _): return false
        case (let system, let other):
            return system != .other && system != other && share.share(of: system) > 0.6 && share.share(of: other) < 0.3
        }
    }

    /// How many letters a text has that the locale writes and its like does not.
    private func marks(of locale: LanguageTag) -> Int {
        switch (locale.language, locale.isTraditionalChinese) {
        case ("zh", false): count(of: "这们个时为会来对国说过后发经开数请应该进实现设标关问题类态码变组义选项样见单将显动执务")
        case ("zh", true): count(of: "這們個時為會來對國說過後發經開數請應該進實現設標關問題類態碼變組義選項樣見單將顯動執務")
        case ("ru", _): count(of: "ыэъёЫЭЪЁ")
        case ("uk", _): count(of: "іїєґІЇЄҐ")
        default: 0
        }
    }

    private func count(of letters: String) -> Int {
        let wanted = Set(letters.unicodeScalars.map(\.value))
        return String(decoding: text.prefix(4000), as: UTF8.self).unicodeScalars.count { wanted.contains($0.value) }
    }
}

extension WritingSystem {
    /// Whether a text surely is in a script that no other has: a look at bytes that tells it of nearly all passages.
    fileprivate func isOwn(_ text: [UInt8]) -> Bool {
        func has(_ leads: ClosedRange<UInt8>) -> Bool { text.contains { leads.contains($0) } }
        switch self {
        case .japanese: return zip(text, text.dropFirst()).contains { $0 == 0xE3 && (0x81...0x83).contains($1) }
        case .hangul: return has(0xEA...0xED)
        case .cyrillic: return has(0xD0...0xD1)
        case .arabic: return has(0xD8...0xDB)
        case .hebrew: return has(0xD7...0xD7)
        default: return false
        }
    }
}

extension LanguageTag {
    fileprivate var isTraditionalChinese: Bool {
        language == "zh" && (script == "Hant" || script == nil && ["TW", "HK", "MO"].contains(region ?? ""))
    }

    /// Whether two locales have one language and write it alike.
    fileprivate func isWritten(as other: LanguageTag) -> Bool {
        isSameLanguage(as: other) && isTraditionalChinese == other.isTraditionalChinese
    }
}

import DriftLanguage
import DriftText

/// Finds text of a translation that still is the source's.
///
/// A sentence is known by its words. A word or two may be a name or a term that the locale keeps, so that other
/// evidence is needed: the other locales translate it here, or this locale translates it elsewhere.
struct UntranslatedText {
    let set: AlignedSet
    let member: Int
    let inquiry: Inquiry<Profile>
    private let outline: Outline
    private let locale: LanguageTag
    private let sourceWords: FunctionWords?
    private let targetWords: FunctionWords?
    private let labels: Labels?
    private let columns: KeptCells

    init(set: AlignedSet, member: Int, inquiry: Inquiry<Profile>) {
        self.set = set
        self.member = member
        self.inquiry = inquiry
        outline = set.members[member].outline
        locale = outline.locale
        sourceWords = FunctionWords.known(set.source.locale.language)
        targetWords = FunctionWords.known(locale.language)
        labels = Labels(from: set.source.locale, in: locale)
        columns = KeptCells(set: set, member: member, inquiry: inquiry)
    }

    /// - Parameter pairs: all of the translation.
    func differences(among pairs: [SegmentPair]) -> [Difference] {
        let pairs = pairs.filter { isProse($0) }
        let found = pairs.filter { pair in
            (isUntranslated(pair) && !isKeptInColumn(pair) && !isTitle(pair) || columns.isForgotten(pair))
                && (!othersKeep(pair)
                    || pair.kind == .cell && isForgottenLabel(pair.target.text.bytes) && pair.isKept)
        }
        guard !found.isEmpty else { return [] }
        if let document = wholeDocument(found, of: pairs) { return [document] }
        let items = KeptItems(set: set, member: member, pairs: pairs, found: found) { isTerm($0.target.text.bytes) }
        let kept = Set(found.filter { isTerm($0.target.text.bytes) && isKept($0, in: items) }.map(\.target.text.bytes))
        let left = found.filter { pair in
            !kept.contains(pair.target.text.bytes)
                && !(isTerm(pair.target.text.bytes) && items.isKeptWhole(pair) && !othersTranslate(pair))
        }
        return left.map { difference($0, container: items.container(of: $0)) }
    }

    private func isKept(_ pair: SegmentPair, in items: KeptItems) -> Bool {
        let text = pair.target.text.bytes
        return items.isTermKept(pair, isName: words(text) >= 2 && plainWords(text) == 0)
    }

    private func isProse(_ pair: SegmentPair) -> Bool {
        (pair.kind == .cell || pair.kind == .heading || pair.kind == .paragraph) && !pair.target.text.bytes.isEmpty
    }

    private func isUntranslated(_ pair: SegmentPair) -> Bool {
        let text = pair.target.text.bytes
        let count = words(text)
        if count >= 6, plainWords(text) >= 3, isSourceLanguage(text, words: count), !isOwnSentence(pair) { return true }
        if text == pair.source.text.bytes, isForgottenLabel(text) { return true }
        guard text == pair.source.text.bytes, pair.source.values.isEmpty || count >= 3, hasWord(text),
            !Wording.isNotApplicable(text), !Wording.isPlaceholder(text)
        else {
            return false
        }
        return count >= 4 && isSourceLanguage(text, words: count) && plainWords(text) >= 3 || isForeignScript(text)
            || isForeignTitle(pair) || othersTranslate(pair)
            || isTranslatedElsewhere(text)
    }

    /// Whether a text is a word such as “yes” or “optional” that the locale has a word for, and does not keep as a habit.
    private func isForgottenLabel(_ text: [UInt8]) -> Bool {
        (labels?.isForgotten(text) ?? false) && !isKept(text)
    }

    /// Whether a locale of another script has three words here that are neither names nor code.
    private func isForeignScript(_ text: [UInt8]) -> Bool {
        guard locale.writingSystem != set.source.locale.writingSystem,
            !text.contains(where: { "|[]{}<>=_\\/".utf8.contains($0) })
        else { return false }
        let plain = plainWords(text)
        return plain >= 3 || plain == 2 && words(text) <= 4 && (sourceWords?.hits(in: text) ?? 0) >= 2
    }

    /// Whether a locale of another script has a title here, without code or links, in which a function word of the
    /// source's language stands.
    private func isForeignTitle(_ pair: SegmentPair) -> Bool {
        let text = pair.target.text.bytes
        return locale.writingSystem != set.source.locale.writingSystem && words(text) >= 4
            && (pair.target.inlines.allSatisfy { [.text, .strong, .emphasis].contains($0.kind) }
                || (sourceWords?.hits(in: text) ?? 0) > 1 && plainWords(text) > 1 && !isMostlyLink(pair))
            && (sourceWords?.hits(in: text) ?? 0) > 0
    }

    private func isMostlyLink(_ pair: SegmentPair) -> Bool {
        pair.target.inlines.contains { $0.kind == .link && 2 * $0.content.indices.count > pair.target.text.bytes.count }
    }

    /// How many words are in lower case throughout: neither names nor capitals of a title.
    private func plainWords(_ text: [UInt8]) -> Int {
        var count = 0
        /// Letters in lower case, all other bytes of the word, and whether the last is a mark that may end it.
        var (small, others, endsInMark) = (0, 0, false)
        func isPlain() -> Bool { small >= 2 && (others == 0 || others == 1 && endsInMark) }
        for byte in text {
            if byte >= 0x61 && byte <= 0x7A {
                (small, endsInMark) = (small + 1, false)
            } else if byte == 0x20 {
                if isPlain() { count += 1 }
                (small, others, endsInMark) = (0, 0, false)
            } else {
                (others, endsInMark) = (others + 1, ",.:;!?".utf8.contains(byte))
            }
        }
        return isPlain() ? count + 1 : count
    }

    // MARK: Sentences

    /// Whether function words of the source's language make up a good part of a text, and those of the target's do not.
    private func isSourceLanguage(_ text: [UInt8], words: Int) -> Bool {
        guard let source = sourceWords?.hits(in: text), source >= 2, source * 8 >= words else { return false }
        guard source >= 3 * (targetWords?.hits(in: text) ?? 0) else { return false }
        return scriptShare(of: text).share(of: set.source.locale.writingSystem) > 0.85
    }

    /// Whether a sentence that is not the source's has as many words with letters such as `ä`, which English lacks, as it has
    /// small words of English: an idiom such as “out of the box” is one of its own by now.
    private func isOwnSentence(_ pair: SegmentPair) -> Bool {
        let text = pair.target.text.bytes
        guard set.source.locale.language == "en", text != pair.source.text.bytes else { return false }
        let own = text.split(separator: 0x20).filter { $0.contains { $0 >= 0xC3 && $0 < 0xE0 } }.count
        return 3 * (own + (targetWords?.hits(in: text) ?? 0)) > (sourceWords?.hits(in: text) ?? 0)
    }

    private func words(_ text: [UInt8]) -> Int {
        var count = 0
        var isCounted = false
        for byte in text {
            if byte.isASCIILetter {
                if !isCounted { count += 1 }
                isCounted = true
            } else if byte < 0x80 {
                isCounted = false
            }
        }
        return count
    }

    /// Whether most of the text is one link to another site, whose title is what that site calls itself, or the text says
    /// whose right it is.
    private func isTitle(_ pair: SegmentPair) -> Bool {
        if ["Copyright (", "Copyright ©", "© "].contains(where: { pair.target.text.bytes.starts(with: $0.utf8) }) {
            return true
        }
        guard let link = pair.target.inlines.first, link.kind == .link, isMostlyLink(pair) else { return false }
        return outline.document.destination(of: link).starts(with: Array("http".utf8))
    }

    /// Whether nearly all other locales keep the text too, as they keep a credit line or an error message.
    private func othersKeep(_ pair: SegmentPair) -> Bool {
        guard pair.target.text.bytes == pair.source.text.bytes else { return false }
        let texts = set.targets.filter { $0 != member }.compactMap { other in
            set.segment(of: other, for: pair.sourceIndex).map { set.members[other].outline.segments[$0].text.bytes }
        }
        let kept = texts.filter { $0 == pair.source.text.bytes }.count
        return texts.count >= 2 && 4 * kept >= 3 * texts.count
    }

    // MARK: Words and names

    /// Whether a text has a word of three letters that is not written in capitals throughout.
    private func hasWord(_ text: [UInt8]) -> Bool {
        text.split { !$0.isASCIILetter && $0 < 0x80 }.contains {
            $0.count >= 3 && $0.contains { $0 >= 0x61 && $0 < 0x80 }
        }
    }

    /// Whether at least two other locales have the unit, nearly all of them translate it, and this one does not use
    /// the word within its own sentences.
    private func othersTranslate(_ pair: SegmentPair) -> Bool {
        var (translated, others) = (0, 0)
        for other in set.targets where other != member && !set.isSameLanguage(other) {
            guard let segment = set.segment(of: other, for: pair.sourceIndex) else { continue }
            let text = set.members[other].outline.segments[segment].text.bytes
            if text.isEmpty { continue }
            others += 1
            if !text.isCognate(of: pair.source.text.bytes) { translated += 1 }
        }
        return others >= 2 && translated * 4 >= others * 3 && !isUsedInTranslation(pair.target.text.bytes)
            && !isKept(pair.target.text.bytes)
    }

    private func isKept(_ text: [UInt8]) -> Bool { inquiry.isKept(text, locale: locale) }

    private func isUsedInTranslation(_ text: [UInt8]) -> Bool {
        outline.segments.indices.contains { index in
            let bytes = outline.segments[index].text.bytes
            guard bytes.count > text.count, bytes.mentions(text) else { return false }
            let source = set.pairs[member - 1].sources[index]
            return source < 0 || set.source.segments[Int(source)].text.bytes != bytes
        }
    }

    private func isTranslatedElsewhere(_ text: [UInt8]) -> Bool {
        inquiry.isTranslated(text, locale: locale) && !isUsedInTranslation(text)
    }

    /// A column that mostly is kept, such as one of titles or names, is kept on purpose.
    private func isKeptInColumn(_ pair: SegmentPair) -> Bool { columns.isMostlyKept(pair) }

    // MARK: Differences

    /// - Parameter container: the header row, list or quotation of the source that was left as a whole; nil elsewhere.
    private func difference(_ pair: SegmentPair, container: Int?) -> Difference {
        let found = pair.wholeTarget
        let isTerm = isTerm(pair.target.text.bytes)
        var difference = Difference(
            .untranslated, isTerm ? .term : .text, at: found,
            counterparts: [pair.wholeSource] + otherTexts(pair), found: found.text,
            cause: Difference.cause(.untranslated, .text, member: member, container.map { "part \($0)" } ?? found.text))
        difference.isCertain = (!isTerm || !mayBeOwnWord(pair.target.text.bytes)) && !isQuoted(pair)
        return difference
    }

    /// Whether a text is quoted, which some leave as it was said; a note that begins with a label in bold is not.
    private func isQuoted(_ pair: SegmentPair) -> Bool {
        guard
            let quote = outline.nearest(.quote, around: pair.targetIndex)
        else { return false }
        let first = outline.firstSegment(in: quote).flatMap { outline.segments[$0].inlines.first }
        let block = outline.document.blocks[Int(outline.parts[quote].block)]
        return first?.kind != .strong && block.kind == .quote && block.detail.code == 0
    }

    /// Whether a few words may be spelt in this locale just as they are in the source's, as many are where both have one
    /// script.
    private func mayBeOwnWord(_ text: [UInt8]) -> Bool {
        locale.writingSystem == set.source.locale.writingSystem && !isForgottenLabel(text)
    }

    /// Whether a text is a few words or a title, which may be the locale's own.
    private func isTerm(_ text: [UInt8]) -> Bool { words(text) <= 3 || words(text) < 6 && plainWords(text) < 3 }

    private func otherTexts(_ pair: SegmentPair) -> [Difference.Passage] {
        set.targets.filter { $0 != member }.compactMap { other in
            set.segment(of: other, for: pair.sourceIndex).map {
                set.members[other].outline.passage(ofSegment: $0, member: other)
            }
        }
    }

    /// How many sentences left in the source's language, if they are a quarter of all, nobody wants to be told one by one.
    private static let many = 20

    /// One difference for all, where more than half of the text has been left: of many sentences, or of few passages, kept
    /// headings included, and of their bytes; of very many, where it is a quarter.
    private func wholeDocument(_ found: [SegmentPair], of pairs: [SegmentPair]) -> Difference? {
        let places = Set(found.map(\.sourceIndex))
        let passages = pairs.filter { isPassage($0.source.text.bytes) }
        let left = passages.filter { places.contains($0.sourceIndex) || $0.isKept }
        let sentences = passages.filter { words($0.source.text.bytes) >= 6 }
        let forgotten = sentences.filter { places.contains($0.sourceIndex) }
        func bytes(_ pairs: [SegmentPair]) -> Int { pairs.reduce(0) { $0 + $1.source.text.bytes.count } }
        let isMost =
            forgotten.count > 4 && 2 * forgotten.count > sentences.count
            || forgotten.count >= Self.many && 4 * forgotten.count > sentences.count
        guard
            isMost
                || max(left.count, found.count) > 1 && 2 * left.count > passages.count
                    && 2 * bytes(left) > bytes(passages)
        else { return nil }
        return Difference(
            .untranslated, .text, at: left[0].wholeTarget, counterparts: [left[0].wholeSource],
            found: left[0].wholeTarget.text, detail: "\(left.count) of \(passages.count) passages of this document",
            cause: Difference.cause(.untranslated, .text, member: member, "document"))
    }

    /// Whether a text is more than a name.
    private func isPassage(_ text: [UInt8]) -> Bool { words(text) >= 6 || words(text) >= 3 && plainWords(text) >= 2 }
}

extension [UInt8] {
    /// Whether two texts have a word of four ASCII letters or more in common, or differ only as `Instalación` does
    /// from `Installation`: where one language has the same word, another may have just that.
    func isCognate(of other: [UInt8]) -> Bool {
        let words = Set(split { !$0.isASCIILetter }.filter { $0.count >= 4 })
        return other.split { !$0.isASCIILetter }.contains { words.contains($0) }
            || foldedLetters.sharedEnds(with: other.foldedLetters) >= 0.6
    }
}

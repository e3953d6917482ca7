import DriftLanguage
import DriftMarkdown
import DriftText

/// Finds words that are written twice, words of two scripts, and spaces before punctuation.
struct WordDefects {
    private let outline: Outline
    private let segment: Int
    private let text: PlainText

    init(outline: Outline, segment: Int) {
        self.outline = outline
        self.segment = segment
        text = outline.segments[segment].text
    }

    /// Whether a part of some kind holds words.
    static func canStand(in kind: PartKind) -> Bool {
        kind == .heading || kind == .paragraph || kind == .cell || kind == .title
    }

    /// Linear in the segment's text.
    func defects() -> [TextDefect] {
        let bytes = text.bytes
        var defects: [TextDefect] = []
        var last = 0..<0
        var index = 0
        while index < bytes.count {
            guard let end = endOfWord(bytes, from: index) else {
                if let spacing = spacing(bytes, at: index) { defects.append(spacing) }
                index += bytes[index] < 0x80 ? 1 : bytes.scalar(at: index).length
                continue
            }
            let word = index..<end
            if let doubled = doubled(last, word) { defects.append(doubled) }
            if let mixed = mixed(word) { defects.append(mixed) }
            last = word
            index = end
        }
        return defects
    }

    private func endOfWord(_ bytes: [UInt8], from start: Int) -> Int? {
        var end = start
        while end < bytes.count {
            if bytes[end] < 0x80 {
                guard bytes[end].isASCIILetter else { break }
                end += 1
            } else {
                let scalar = bytes.scalar(at: end)
                guard Scalars.isLetter(scalar.value) else { break }
                end += scalar.length
            }
        }
        return end > start ? end : nil
    }

    private func defect(_ aspect: Difference.Aspect, _ range: Range<Int>, _ detail: String = "") -> TextDefect {
        TextDefect(
            aspect: aspect, segment: segment, range: text.sourceRange(range),
            found: text.shown(range), detail: detail)
    }

    // MARK: Words written twice

    private func doubled(_ first: Range<Int>, _ second: Range<Int>) -> TextDefect? {
        let bytes = text.bytes
        guard first.count == second.count, first.count >= 2, second.lowerBound == first.upperBound + 1,
            bytes[first.upperBound] == 0x20, isSame(first, second), !isJoined(first, second),
            !Self.reduplicating.contains(outline.locale.language), !isRightTwice(first),
            !isEndAndBeginning(first, second)
        else { return nil }
        // Mark-up between the two, such as that of a link, makes them two words for two things.
        let (end, start) = (text.sourceRange(first).upper, text.sourceRange(second).lower)
        guard end <= start, outline.document.source.bytes[end..<start].allSatisfy({ $0 <= 0x20 }) else { return nil }
        return defect(.doubledWord, first.lowerBound..<second.upperBound)
    }

    /// Whether two words are equal but for the capital that begins a sentence; other words with a capital are names.
    private func isSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        let bytes = text.bytes
        if bytes[first] == bytes[second] { return !(0x41...0x5A).contains(bytes[first.lowerBound]) }
        let isBeginning = first.lowerBound < 2 || ".!?:".utf8.contains(bytes[first.lowerBound - 2])
        return isBeginning
            && bytes[first].first.map { (0x41...0x5A).contains($0) && $0 | 0x20 == bytes[second.lowerBound] } ?? false
            && bytes[first].dropFirst() == bytes[second].dropFirst()
    }

    /// Whether what stands around makes the two parts of longer words, or of a row of equal ones.
    private func isJoined(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        let bytes = text.bytes
        let before = first.lowerBound > 0 ? bytes[first.lowerBound - 1] : 0x20
        let after = second.upperBound < bytes.count ? bytes[second.upperBound] : 0x20
        let isRow =
            after == 0x20 && bytes[second.upperBound...].dropFirst().starts(with: bytes[second])
            || bytes[..<first.lowerBound].dropLast().suffix(first.count) == bytes[first]
        return isRow || !(before == 0x20 || before == 0x28 || before == 0x22)
            || !(after == 0x20 || ".,;:!?)\"".utf8.contains(after))
    }

    /// Languages that double words on purpose.
    private static let reduplicating: Set = [
        "id", "ms", "jv", "su", "tl", "fil", "vi", "hi", "bn", "ta", "te", "mr", "ne", "ur", "pa", "th", "tr", "az",
        "hy", "ka", "sw", "ht", "mi", "haw", "fa", "zh", "ja", "ko", "yue",
        // A noun and a verb may be spelt alike.
        "he", "ar",
    ]

    /// Words that stand twice in a row in sentences that are right, and those that are doubled for emphasis.
    private func isRightTwice(_ word: Range<Int>) -> Bool {
        [
            "that", "had", "is", "very", "so", "long", "many", "bla", "blah", "ha", "knock", "die", "der", "das", "dem",
            "den", "sie", "nous", "vous", "dat", "det", "som", "les", "se", "si", "van", "muito", "muy", "non", "no",
            "yes", "in", "on", "up", "faire", "set",
        ].contains { $0.utf8.elementsEqual(text.bytes[word].map { $0 | 0x20 }) }
    }

    /// Whether the first word ends a phrase and the second begins another: “at will will”, “what it has to to `file`”.
    private func isEndAndBeginning(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        let word = text.bytes[first]
        if word.elementsEqual("to".utf8) {
            return text.bytes[second.upperBound...].starts(with: [0x20, 0xEF, 0xBF, 0xBC])
        }
        return word.elementsEqual("will".utf8) && text.bytes[..<first.lowerBound].suffix(4).elementsEqual(" at ".utf8)
    }

    // MARK: Two scripts

    /// A name may stand right beside letters of a third script, as it does in Korean.
    private func mixed(_ word: Range<Int>) -> TextDefect? {
        let bytes = text.bytes
        guard bytes[word].contains(where: { $0 < 0x80 }), bytes[word].contains(where: { $0 >= 0xCD && $0 <= 0xD4 })
        else { return nil }
        var start = word.lowerBound
        while start < word.upperBound {
            let end = bytes.endOfScripts(from: start, to: word.upperBound)
            if end > start, let defect = mixed(alphabetic: start..<end) { return defect }
            start = end > start ? end : start + bytes.scalar(at: start).length
        }
        return nil
    }

    private func mixed(alphabetic word: Range<Int>) -> TextDefect? {
        let scalars = Array(String(decoding: text.bytes[word], as: UTF8.self).unicodeScalars)
        let isForeign = scalars.map { Scalars.isCyrillicOrGreek($0.value) }
        let foreign = zip(scalars, isForeign).filter { $1 }.map(\.0)
        let latin = zip(scalars, isForeign).filter { !$1 }.map(\.0)
        guard let first = isForeign.firstIndex(of: true), !latin.isEmpty else { return nil }
        // An ending may follow a name, as in most Slavic languages.
        if first > 0, !isForeign[first...].contains(false) { return nil }
        if foreign.allSatisfy(Self.resemblesLatin), latin.count > 1 || foreign.count > 1 {
            let code = String(foreign[0].value, radix: 16, uppercase: true)
            return defect(.mixedScript, word, "“\(foreign[0])” is U+0\(code)")
        }
        guard latin.allSatisfy(Self.isResembled), foreign.count >= 2 else { return nil }
        return defect(.mixedScript, word, "“\(latin[0])” is Latin")
    }

    private static func resemblesLatin(_ scalar: Unicode.Scalar) -> Bool {
        "АВЕКМНОРСТХаеорсухіјѕІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧον".unicodeScalars.contains(scalar)
    }

    private static func isResembled(_ scalar: Unicode.Scalar) -> Bool {
        "ABEKMHOPCTXaeopcyxiIjJsS".unicodeScalars.contains(scalar)
    }

    // MARK: Spaces

    /// A space between a word and a mark after which the sentence goes on or ends. French has one before most marks.
    private func spacing(_ bytes: [UInt8], at space: Int) -> TextDefect? {
        guard bytes[space] == 0x20, space > 0, space + 1 < bytes.count else { return nil }
        let marks = outline.locale.language == "fr" ? ",." : ",.;?!"
        let (before, mark) = (bytes[space - 1], bytes[space + 1])
        let after = space + 2 < bytes.count ? bytes[space + 2] : 0x20
        guard marks.utf8.contains(mark), after == 0x20,
            before.isASCIILetter || before == 0x29 || before >= 0x80 && !isObject(bytes, before: space)
        else { return nil }
        // Types and expressions are spaced as their language has it.
        guard !bytes.contains(where: { "<>{}".utf8.contains($0) }) else { return nil }
        let range = text.sourceRange(space..<space + 2)
        let found = space + 1..<space + 2
        guard range.count == 2 else { return nil }
        return TextDefect(
            aspect: .spacing, segment: segment, range: range, found: String(decoding: bytes[found], as: UTF8.self))
    }

    /// Whether what was left out of the text, such as code or a tag, ends before an offset.
    private func isObject(_ bytes: [UInt8], before offset: Int) -> Bool {
        offset >= 3 && bytes[(offset - 3)..<offset].elementsEqual([0xEF, 0xBF, 0xBC])
    }
}

extension [UInt8] {
    /// The end of the run of Latin, Cyrillic and Greek letters that begins at an offset.
    fileprivate func endOfScripts(from start: Int, to limit: Int) -> Int {
        var end = start
        while end < limit {
            let scalar = scalar(at: end)
            guard Scalars.isLatin(scalar.value) || Scalars.isCyrillicOrGreek(scalar.value) else { break }
            end += scalar.length
        }
        return end
    }
}

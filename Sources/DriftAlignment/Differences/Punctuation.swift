import DriftLanguage
import DriftMarkdown
import DriftText

/// Compares brackets and final marks of a translation with those of its source, whatever script they are of.
struct Punctuation {
    /// Those of one translation that are certain.
    let pairs: [SegmentPair]

    func differences() -> [Difference] {
        let pairs = pairs.filter { pair in
            (pair.kind == .paragraph || pair.kind == .heading || pair.kind == .cell) && !pair.isShownAsCodeOnce
        }
        return pairs.flatMap(brackets) + pairs.compactMap(quotation) + endings(pairs.filter { $0.kind == .paragraph })
    }

    // MARK: Brackets

    private func brackets(_ pair: SegmentPair) -> [Difference] {
        guard pair.target.marks.contains(.bracket) else { return [] }
        let found = Brackets(in: pair.target.text.bytes)
        guard !found.isClean, Brackets(in: pair.source.text.bytes).isClean else { return [] }
        return [
            found.unpaired.map { difference(pair, .bracket, $0) },
            found.mixed.map { difference(pair, .bracketWidth, $0) },
        ].compactMap(\.self)
    }

    private func difference(
        _ pair: SegmentPair, _ aspect: Difference.Aspect, _ range: Range<Int>, _ detail: String = ""
    ) -> Difference {
        let text = pair.target.text
        let found = text.shown(range)
        return Difference(
            .defective, aspect, at: pair.targetPassage(text.sourceRange(range)), counterparts: [pair.wholeSource],
            found: found, detail: detail,
            cause: Difference.cause(.defective, aspect, member: pair.member, pair.wholeTarget.text))
    }

    // MARK: Quotation marks

    /// The last double quotation mark of a passage that has an odd number of them, though its source has an even one.
    /// Which of them opens and which closes differs by language.
    private func quotation(_ pair: SegmentPair) -> Difference? {
        // Hebrew has the same mark within abbreviations.
        guard pair.target.marks.contains(.quotation), pair.targetOutline.locale.writingSystem != .hebrew else {
            return nil
        }
        let found = Self.quotationMarks(pair.target.text.bytes)
        guard let last = found.last, found.count % 2 == 1,
            Self.quotationMarks(pair.source.text.bytes).count % 2 == 0
        else { return nil }
        return difference(pair, .quotation, last)
    }

    /// Double marks but for those that stand for inches behind a digit.
    private static func quotationMarks(_ text: [UInt8]) -> [Range<Int>] {
        var marks: [Range<Int>] = []
        var index = 0
        while index < text.count {
            let length = quotationMarkLength(text, index)
            let range = index..<index + max(1, length)
            // What a mark opened may end in a digit.
            if length > 1 || length == 1 && (marks.count % 2 == 1 || !isInch(text, range)) { marks.append(range) }
            index = range.upperBound
        }
        return marks
    }

    /// Bytes of the double mark at an offset; 0 where there is none.
    private static func quotationMarkLength(_ text: [UInt8], _ index: Int) -> Int {
        switch text[index] {
        case 0x22: return 1
        case 0xC2, 0xE2, 0xEF:
            let scalar = text.scalar(at: index)
            switch scalar.value {
            case 0xAB, 0xBB, 0x201C...0x201F, 0xFF02: return scalar.length
            default: return 0
            }
        default: return 0
        }
    }

    private static func isInch(_ text: [UInt8], _ mark: Range<Int>) -> Bool {
        mark.lowerBound > 0 && text[mark.lowerBound - 1] >= 0x30 && text[mark.lowerBound - 1] <= 0x39
    }

    // MARK: Final marks

    /// A final mark is lost where the document has it at the end of nearly all other paragraphs whose source has it: some
    /// languages do without full stops, some translators in lists.
    private func endings(_ pairs: [SegmentPair]) -> [Difference] {
        let marks = pairs.map { FinalMark(of: $0.source.text.bytes) }
        return FinalMark.compared.flatMap { mark -> [Difference] in
            let due = pairs.indices.filter { marks[$0] == mark && isSentence(pairs[$0]) }.map { pairs[$0] }
            let lost = due.filter { FinalMark(of: $0.target.text.bytes) == FinalMark.none }
            guard due.count >= 8, 10 * lost.count <= due.count else { return [] }
            return lost.filter { mark != .stop || !isItem($0) || lost.count == 1 && isListStopped($0) }
                .compactMap { lostMark($0, mark) }
        }
    }

    /// Whether a pair stands in lists, where two items without a full stop are a manner of writing.
    private func isItem(_ pair: SegmentPair) -> Bool {
        pair.targetOutline.nearest(.item, around: pair.targetIndex) != nil
    }

    /// Whether another item of the translation's list ends in a full stop, however short.
    private func isListStopped(_ pair: SegmentPair) -> Bool {
        let outline = pair.targetOutline
        guard let list = outline.nearest(.list, around: pair.targetIndex)
        else { return false }
        return (list..<Int(outline.parts[list].end)).contains { part in
            outline.parts[part].kind == .paragraph && part != Int(pair.target.part)
                && FinalMark(of: outline.segments[Int(outline.parts[part].segment)].text.bytes) == .stop
        }
    }

    private func isSentence(_ pair: SegmentPair) -> Bool {
        let text = pair.target.text.bytes
        // Single blanks alone stand in a plain text.
        return pair.source.text.bytes.count { $0 == 0x20 } >= 4
            && (text.count >= Self.leastSentence || text.contains(0x20))
    }

    /// Bytes of a translation without blanks between words below which it is no sentence: about seven letters.
    private static let leastSentence = 20

    private func lostMark(_ pair: SegmentPair, _ mark: FinalMark) -> Difference? {
        let bytes = pair.target.text.bytes
        guard let last = bytes.indices.last(where: { bytes[$0] & 0xC0 != 0x80 }) else { return nil }
        return difference(
            pair, .endPunctuation, last..<bytes.count, "ends this text, whose source ends in a \(mark.rawValue)")
    }
}

/// The class of the mark that a text ends in.
enum FinalMark: String {
    case stop = "full stop"
    case colon, question = "question mark"
    /// A letter or a digit.
    case none
    /// A bracket, a quotation mark, code, an emoji, a mark that may stand for others.
    case other

    /// Those that a translation has to have too.
    static let compared: [FinalMark] = [.stop, .colon, .question]

    init(of text: [UInt8]) {
        guard let start = text.indices.last(where: { text[$0] & 0xC0 != 0x80 }) else {
            self = .other
            return
        }
        let value = text.scalar(at: start).value
        switch value {
        case 0x2E: self = text.suffix(4).elementsEqual("etc.".utf8) || text.dropLast().last == 0x2E ? .other : .stop
        case 0x3002, 0xFF0E, 0xFF61, 0x964, 0x6D4, 0x589: self = .stop
        case 0x3A, 0xFF1A: self = .colon
        case 0x3F, 0xFF1F, 0x61F: self = .question
        case 0x30...0x39: self = .none
        default: self = Scalars.isLetter(value) ? .none : .other
        }
    }
}

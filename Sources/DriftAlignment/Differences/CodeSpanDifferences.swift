import DriftMarkdown
import DriftText

/// Compares the code spans of two segments: what is code in the source is code, and the same, in the translation.
struct CodeSpanDifferences {
    let pair: SegmentPair

    func differences() -> [Difference] {
        guard pair.source.holdsAny(of: [.codeSpan]) else { return [] }
        let unmatched = Unmatched(
            spans(pair.source, pair.sourceOutline), spans(pair.target, pair.targetOutline), extent: pair.extent
        ) {
            [$0.code.stableHash]
        } equal: {
            $0.code == $1.code
        }
        let pairs = CodeSpanPairs(unmatched).pairs
        let paired = Set(pairs.filter { !isRecut($0.source.code, $0.target.code) }.map { $0.source.inline.range })
        return pairs.filter { !mayDiffer($0.source, $0.target) }.map {
            pair.changed(.codeSpan, $0.source.inline.range, $0.target.inline.range)
        }
            + brokenCalls()
            + LostCodeSpan.differences(
                unmatched.source.map(\.inline).filter { !paired.contains($0.range) }, in: pair)
    }

    private func spans(_ segment: Segment, _ outline: Outline) -> [CodeSpan] {
        segment.inlines.filter { $0.kind == .codeSpan }.map {
            CodeSpan(code: outline.document.source.bytes[$0.content.indices].comparableCode, inline: $0)
        }
    }

    /// Code that is the source's but for a blank in front of a parenthesis, where the source has no blank at all: `open ()`.
    private func brokenCalls() -> [Difference] {
        func bytes(_ inline: Inline, _ outline: Outline) -> [UInt8] {
            Array(outline.document.source.bytes[inline.content.indices])
        }
        let broken = pair.target.inlines.filter {
            $0.kind == .codeSpan && bytes($0, pair.targetOutline).firstRange(of: " (".utf8, asWord: false) != nil
        }
        return broken.compactMap { inline in
            let code = bytes(inline, pair.targetOutline).filter { $0 != 0x20 }
            return pair.source.inlines.first {
                $0.kind == .codeSpan && bytes($0, pair.sourceOutline) == code
            }.map { pair.changed(.codeSpan, $0.range, inline.range) }
        }
    }

    /// Whether two spans that resemble one another may both be right: the translator drew the line between code and text
    /// elsewhere, or translated what is no code.
    private func mayDiffer(_ span: CodeSpan, _ other: CodeSpan) -> Bool {
        if isRecut(span.code, other.code) { return true }
        let code = (
            pair.sourceOutline.document.source.bytes[span.inline.content.indices],
            pair.targetOutline.document.source.bytes[other.inline.content.indices]
        )
        let variation = CodeVariation(source: pair.sourceOutline.locale, target: pair.targetOutline.locale)
        return variation.isLocalized(code.0, code.1) || variation.isReworded(code.0, code.1)
            || isSameButForText(code.0, code.1)
    }

    /// Whether only comments, or texts between tags, are other words.
    private func isSameButForText(_ code: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        let texts = (CodeText(code), CodeText(other))
        guard !texts.0.code.isEmpty, texts.0.code == texts.1.code else { return false }
        if texts.0.quoted == texts.1.quoted { return true }
        let isTag = code.first == UInt8(ascii: "<") && !texts.0.code.contains(UInt8(ascii: "\""))
        return isTag && texts.0.quoted.sharedEnds(with: texts.1.quoted) < 0.8
    }

    /// Whether one holds the other.
    private func isRecut(_ code: [UInt8], _ other: [UInt8]) -> Bool {
        let isNumber = !code.hasLetter && !other.hasLetter
        return code.firstRange(of: other, asWord: isNumber) != nil
            || other.firstRange(of: code, asWord: isNumber) != nil
    }
}

extension [UInt8] {
    /// The share, of the longer of two texts, of their common start and end together.
    func sharedEnds(with other: [UInt8]) -> Float {
        let limit = Swift.min(count, other.count)
        var start = 0
        while start < limit && self[start] == other[start] { start += 1 }
        var end = 0
        while end < limit - start && self[count - 1 - end] == other[other.count - 1 - end] { end += 1 }
        return Float(start + end) / Float(Swift.max(1, Swift.max(count, other.count)))
    }

    var hasLetter: Bool { contains { $0.isASCIILetter || $0 >= 0x80 } }

    /// The first place of a text; as a word it does not adjoin letters, digits or `_` of ASCII.
    func firstRange(of text: some Collection<UInt8>, asWord: Bool) -> Range<Int>? {
        guard let first = text.first, text.count <= count else { return nil }
        for start in 0...(count - text.count) where self[start] == first {
            let end = start + text.count
            let isFree = !asWord || ((start == 0 || !self[start - 1].isWord) && (end == count || !self[end].isWord))
            if isFree, self[start..<end].elementsEqual(text) { return start..<end }
        }
        return nil
    }
}

extension UInt8 {
    var isCapital: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }

    /// Whether a byte is of a name in ASCII.
    var isWord: Bool { isASCIILetter || isASCIIDigit || self == UInt8(ascii: "_") }
}

extension ArraySlice<UInt8> {
    /// Code without blanks, a minus sign being the hyphen that stands for it on a keyboard.
    var comparableCode: [UInt8] {
        let code = filter { $0 > 0x20 }
        guard code.contains(0xE2) || code.contains(0xC2) else { return code }
        var plain: [UInt8] = []
        var index = 0
        while index < code.count {
            let rest = code[index...]
            if rest.starts(with: [0xE2, 0x88, 0x92]) {
                plain.append(UInt8(ascii: "-"))
                index += 3
            } else if rest.starts(with: [0xC2, 0xA0]) {
                index += 2
            } else {
                plain.append(code[index])
                index += 1
            }
        }
        return plain
    }
}

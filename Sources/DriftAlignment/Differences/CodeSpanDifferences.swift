import DriftMarkdown
import DriftText

/// Compares the code spans of two segments: what is code in the source is code, and the same, in the translation.
struct CodeSpanDifferences {
    let pair: SegmentPair

    private struct Span {
        let code: [UInt8]
        let inline: Inline
    }

    func differences() -> [Difference] {
        guard pair.source.holdsAny(of: [.codeSpan]) else { return [] }
        let unmatched = Unmatched(
            spans(pair.source, pair.sourceOutline), spans(pair.target, pair.targetOutline), extent: pair.extent
        ) {
            [$0.code.stableHash]
        } equal: {
            $0.code == $1.code
        }
        let pairs = closestPairs(unmatched)
        let paired = Set(pairs.filter { !isRecut($0.source.code, $0.target.code) }.map { $0.source.inline.range })
        return pairs.filter { !mayDiffer($0.source, $0.target) }.map {
            pair.changed(.codeSpan, $0.source.inline.range, $0.target.inline.range)
        }
            + LostCodeSpan.differences(
                unmatched.source.map(\.inline).filter { !paired.contains($0.range) }, in: pair)
    }

    private func spans(_ segment: Segment, _ outline: Outline) -> [Span] {
        segment.inlines.filter { $0.kind == .codeSpan }.map {
            Span(code: outline.document.source.bytes[$0.content.indices].comparableCode, inline: $0)
        }
    }

    /// Pairs what is alike, the likest first; translated placeholders and prose in code are not drift. What has no letters
    /// needs no likeness where both sides have as many left.
    private func closestPairs(_ unmatched: Unmatched<Span>) -> [(source: Span, target: Span)] {
        let rest = unmatched.target.filter { span in !span.code.contains { $0 >= 0x80 } }
        var likest: [(source: Int, target: Int, share: Float)] = []
        for (index, span) in unmatched.source.enumerated() {
            for (other, target) in rest.enumerated() {
                let share = span.code.sharedEnds(with: target.code)
                if share >= 0.5 { likest.append((index, other, share)) }
            }
        }
        likest.sort { $0.share != $1.share ? $0.share > $1.share : ($0.source, $0.target) < ($1.source, $1.target) }
        var partner = [Int?](repeating: nil, count: unmatched.source.count)
        var isTaken = [Bool](repeating: false, count: rest.count)
        for pair in likest where partner[pair.source] == nil && !isTaken[pair.target] {
            partner[pair.source] = pair.target
            isTaken[pair.target] = true
        }
        let left = (
            partner.indices.filter { partner[$0] == nil && !unmatched.source[$0].code.hasLetter },
            rest.indices.filter { !isTaken[$0] && !rest[$0].code.hasLetter }
        )
        if unmatched.source.count == 1, unmatched.target.count == 1, partner[0] == nil,
            unmatched.source[0].code.isOneName(with: unmatched.target[0].code)
        {
            return [(unmatched.source[0], unmatched.target[0])]
        }
        if left.0.count == left.1.count { for (source, target) in zip(left.0, left.1) { partner[source] = target } }
        return partner.enumerated().compactMap { source, target in target.map { (unmatched.source[source], rest[$0]) } }
    }

    /// Whether two spans that resemble one another may both be right: the translator drew the line between code and text
    /// elsewhere, or translated what is no code.
    private func mayDiffer(_ span: Span, _ other: Span) -> Bool {
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

    /// Whether both are names of as many parts, three or more, of which one is the same, as when `no-old-name` was
    /// translated in part.
    fileprivate func isOneName(with other: [UInt8]) -> Bool {
        func parts(_ name: [UInt8]) -> [ArraySlice<UInt8>] {
            name.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        }
        guard !(self + other).contains(where: { " <>(){}[]=,;:'\"/".utf8.contains($0) }) else { return false }
        let sides = (parts(self), parts(other))
        return sides.0.count >= 3 && sides.0.count == sides.1.count
            && zip(sides.0, sides.1).contains { $0 == $1 && $0.count > 2 }
    }

    fileprivate var hasLetter: Bool { contains { $0.isASCIILetter || $0 >= 0x80 } }

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

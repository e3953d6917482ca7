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
        let unmatched = Unmatched(
            spans(pair.source, pair.sourceOutline), spans(pair.target, pair.targetOutline), extent: pair.extent
        ) {
            [$0.code.stableHash]
        } equal: {
            $0.code == $1.code
        }
        let pairs = closestPairs(unmatched)
        let paired = Set(pairs.map { $0.source.inline.range })
        return pairs.map { pair.changed(.codeSpan, $0.source.inline.range, $0.target.inline.range) }
            + unmatched.source.filter { !paired.contains($0.inline.range) }.compactMap(lost)
    }

    private func spans(_ segment: Segment, _ outline: Outline) -> [Span] {
        segment.inlines.filter { $0.kind == .codeSpan }.map {
            Span(code: Array(outline.document.source.bytes[$0.content.indices].filter { $0 > 0x20 }), inline: $0)
        }
    }

    /// Pairs what is alike; translated placeholders and prose in code are not drift.
    private func closestPairs(_ unmatched: Unmatched<Span>) -> [(source: Span, target: Span)] {
        var rest = unmatched.target.filter { span in !span.code.contains { $0 >= 0x80 } }
        var pairs: [(source: Span, target: Span)] = []
        for span in unmatched.source {
            let ranked = rest.indices.map { (index: $0, share: span.code.sharedEnds(with: rest[$0].code)) }
            guard let best = ranked.max(by: { $0.share < $1.share }),
                best.share >= 0.5 || !span.code.hasLetter && !rest[best.index].code.hasLetter
            else { continue }
            let other = rest.remove(at: best.index)
            if !isRecut(span.code, other.code) { pairs.append((span, other)) }
        }
        return pairs
    }

    /// Whether one holds the other: the translator drew the line between code and text elsewhere.
    private func isRecut(_ code: [UInt8], _ other: [UInt8]) -> Bool {
        let isNumber = !code.hasLetter && !other.hasLetter
        return code.firstRange(of: other, asWord: isNumber) != nil
            || other.firstRange(of: code, asWord: isNumber) != nil
    }

    /// A span that is gone counts where its code still stands in the text, but no longer as code.
    private func lost(_ span: Span) -> Difference? {
        let code = pair.sourceOutline.document.source.bytes[span.inline.content.indices]
        guard let place = placeInText(code) ?? placeAsTag(code) else { return nil }
        let expected = pair.sourcePassage(span.inline.range)
        let found = pair.targetPassage(place)
        return Difference(
            .lost, .codeSpan, at: found, counterparts: [expected], expected: expected.text, found: found.text,
            cause: Difference.cause(.lost, .codeSpan, expected.range))
    }

    /// Where code stands in the translation's text. A single character may be a word of its own, so the source must not
    /// have it in its text.
    private func placeInText(_ code: ArraySlice<UInt8>) -> ByteRange? {
        if code.count == 1, pair.source.text.bytes.firstRange(of: code, asWord: true) != nil { return nil }
        let text = pair.target.text.bytes
        guard let place = text.firstRange(of: code, asWord: true), code.count > 1 || !text.adjoinsLetter(place) else {
            return nil
        }
        return pair.target.text.sourceRange(place)
    }

    /// Where `<KeepAlive>` of the source stands as a tag, which a reader does not see.
    private func placeAsTag(_ code: ArraySlice<UInt8>) -> ByteRange? {
        guard code.first == UInt8(ascii: "<"), code.last == UInt8(ascii: ">") else { return nil }
        func tags(_ segment: Segment, _ outline: Outline) -> [ByteRange] {
            segment.inlines.filter { $0.kind == .html }.map(\.range).filter {
                outline.document.source.bytes[$0.indices].elementsEqual(code)
            }
        }
        let places = tags(pair.target, pair.targetOutline)
        return places.count > tags(pair.source, pair.sourceOutline).count ? places.first : nil
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

    /// Whether a letter of two bytes, such as `ú` or `б`, stands right before or behind a place.
    fileprivate func adjoinsLetter(_ place: Range<Int>) -> Bool {
        func isLead(_ index: Int) -> Bool { indices.contains(index) && self[index] >= 0xC3 && self[index] <= 0xDF }
        return isLead(place.upperBound) || isLead(place.lowerBound - 2)
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
    fileprivate var isWord: Bool { isASCIILetter || isASCIIDigit || self == UInt8(ascii: "_") }
}

import DriftMarkdown
import DriftText

/// Looks for code of the source in the text of the translation: a span that is gone is lost where its code still stands
/// there, but no longer as code. All that one text has lost is one cause.
struct LostCodeSpan {
    let pair: SegmentPair
    /// The span of the source.
    let inline: Inline
    /// Where others have been found that are lost.
    let taken: Set<ByteRange>

    /// One for each of some spans of the source that is lost, each at another place.
    static func differences(_ spans: [Inline], in pair: SegmentPair) -> [Difference] {
        var taken: Set<ByteRange> = []
        return spans.compactMap { span in
            let difference = LostCodeSpan(pair: pair, inline: span, taken: taken).difference
            if let difference { taken.insert(difference.passage.range) }
            return difference
        }
    }

    private var difference: Difference? {
        let code = pair.sourceOutline.document.source.bytes[inline.content.indices]
        guard let place = placeInText(code) ?? placeAsTag(code) ?? placeAsEmphasis(code) ?? placeOfDescription(code)
        else { return nil }
        let expected = pair.sourcePassage(inline.range)
        let found = pair.targetPassage(place)
        return Difference(
            .lost, .codeSpan, at: found, counterparts: [expected], expected: expected.text, found: found.text,
            cause: Difference.cause(.lost, .codeSpan, pair.wholeSource.range))
    }

    /// Where code stands in the translation's text, more often than in that of the source: of several places the one that
    /// is as far into the text. A single letter may be a word of its own, and a digit stands as well without mark-up.
    private func placeInText(_ code: ArraySlice<UInt8>) -> ByteRange? {
        let text = pair.target.text.bytes
        if code.count == 1, !code[code.startIndex].isASCIILetter { return nil }
        let all = text.wholeRanges(of: code).filter { place in
            !text.isPartOfLabel(place) && (code.count > 1 || !text.adjoinsLetter(place))
        }
        let places = all.map(pair.target.text.sourceRange).filter { !taken.contains($0) && !isTagged($0) }
        if isOwnWord(code) { return nil }
        // A word of the source's language is another word in the translation, where it stands as text.
        let isWord = code.count > 1 && code.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
        let plain = isWord ? 0 : pair.source.text.bytes.wholeRanges(of: code).count
        guard places.count > plain else { return nil }
        let (part, other) = (
            pair.sourceOutline.part(of: pair.sourceIndex).range, pair.targetOutline.part(of: pair.targetIndex).range
        )
        let share = Float(inline.range.lower - part.lower) / Float(max(1, part.count))
        func distance(_ place: ByteRange) -> Float {
            abs(Float(place.lower - other.lower) / Float(max(1, other.count)) - share)
        }
        return places.min { distance($0) < distance($1) }
    }

    /// Whether a place is code by a tag.
    private func isTagged(_ place: ByteRange) -> Bool {
        let before = pair.targetOutline.document.source.bytes[..<place.lower]
        return before.suffix(6).elementsEqual("<code>".utf8) || before.suffix(5).elementsEqual("<kbd>".utf8)
    }

    /// Whether code may as well be a word of the translation's language: names in code are English.
    private func isOwnWord(_ code: ArraySlice<UInt8>) -> Bool {
        pair.targetOutline.locale.language == "en" && code.count > 1 && code.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    }

    /// Where `${variable}` of the source, which describes what stands there, was translated and is code no more.
    private func placeOfDescription(_ code: ArraySlice<UInt8>) -> ByteRange? {
        guard code.starts(with: "${".utf8), code.last == UInt8(ascii: "}") else { return nil }
        func shells(_ text: [UInt8]) -> [Range<Int>] {
            PlaceholderDifferences.placeholders(text).filter { text[$0].starts(with: "${".utf8) }
        }
        let places = shells(pair.target.text.bytes)
        guard places.count > shells(pair.source.text.bytes).count else { return nil }
        return places.map(pair.target.text.sourceRange).first { !taken.contains($0) }
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

    /// Where `__init__.py` of the source stands as text, of which a reader sees a strong “init”.
    private func placeAsEmphasis(_ code: ArraySlice<UInt8>) -> ByteRange? {
        guard code.contains(where: { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "*") }) else { return nil }
        let part = pair.targetOutline.part(of: pair.targetIndex).range
        let places = Array(pair.targetOutline.document.source.bytes[part.indices]).wholeRanges(of: code)
            .map { ByteRange(part.lower + $0.lowerBound, part.lower + $0.upperBound) }
        return places.first { place in
            !taken.contains(place)
                && pair.target.inlines.contains {
                    [.strong, .emphasis].contains($0.kind) && place.contains($0.range)
                }
        }
    }
}

extension [UInt8] {
    /// The places of a word that is no part of a longer name, such as `@scope/name-of-it` or `name.js`.
    fileprivate func wholeRanges(of word: ArraySlice<UInt8>) -> [Range<Int>] {
        guard let first = word.first, word.count <= count else { return [] }
        let joints = Array("-@.".utf8)
        var ranges: [Range<Int>] = []
        var start = 0
        while start + word.count <= count {
            let end = start + word.count
            guard self[start] == first, self[start..<end].elementsEqual(word) else {
                start += 1
                continue
            }
            let isJoined =
                start > 0 && (self[start - 1].isWord || first.isWord && joints.contains(self[start - 1]))
                || end < count
                    && (self[end].isWord || joints.contains(self[end]) && end + 1 < count && self[end + 1].isWord)
            if !isJoined { ranges.append(start..<end) }
            start = end
        }
        return ranges
    }

    /// Whether a place is part of a longer text in quotation marks of one line.
    fileprivate func isPartOfLabel(_ place: Range<Int>) -> Bool {
        let marks: [(open: [UInt8], close: [UInt8])] = [
            ([0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D]), ([0xE3, 0x80, 0x8C], [0xE3, 0x80, 0x8D]),
            ([0xC2, 0xAB], [0xC2, 0xBB]),
        ]
        return marks.contains { open, close in
            let before = Array(self[Swift.max(0, place.lowerBound - 40)..<place.lowerBound])
            let after = Array(self[place.upperBound..<Swift.min(count, place.upperBound + 40)])
            guard let start = before.lastRange(of: open), let end = after.firstRange(of: close, asWord: false) else {
                return false
            }
            if let closed = before.lastRange(of: close), closed.lowerBound > start.lowerBound { return false }
            // A no-break space may stand inside the marks.
            return (before[start.upperBound...] + after[..<end.lowerBound]).contains {
                ![0x20, 0xC2, 0xA0].contains($0)
            }
        }
    }

    private func lastRange(of text: [UInt8]) -> Range<Int>? {
        guard count >= text.count else { return nil }
        return (0...(count - text.count)).last { self[$0..<$0 + text.count].elementsEqual(text) }.map {
            $0..<$0 + text.count
        }
    }
}

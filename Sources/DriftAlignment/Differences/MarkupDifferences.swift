import DriftMarkdown
import DriftText

/// Compares strong emphasis and the colon of labels: `**Delivery:** …` against `**Entrega** …`.
struct MarkupDifferences {
    let pair: SegmentPair

    private let source: [Inline]
    private let target: [Inline]

    init(pair: SegmentPair) {
        self.pair = pair
        source = Self.strongSpans(pair.source)
        target = Self.strongSpans(pair.target)
    }

    /// - Parameter isHabit: whether the locale writes with less emphasis on the whole; asked where that decides.
    func differences(isHabit: () -> Bool) -> [Difference] {
        if source.isEmpty { return [] }
        if let label = lostLabelPunctuation() { return [label] }
        guard target.count < source.count, let lost = losesEmphasis ? plainSpan : plainName else { return [] }
        let isLabel = pair.source.isStrongThroughout || source.first.map { isLeading($0, pair.source) } ?? false
        let isPlain = losesEmphasis && (isLabel && target.isEmpty || isWrittenInVain)
        return isPlain || !isHabit() ? [lostEmphasis(of: lost)] : []
    }

    /// Emphasised words of the source that the translation has word for word, but plain.
    private var plainName: Inline? {
        let marked = pair.target.inlines.filter { [.strong, .emphasis, .codeSpan, .link].contains($0.kind) }.map {
            Array(pair.targetOutline.document.source.bytes[$0.content.indices])
        }
        return source.first { span in
            let name = Array(pair.sourceOutline.document.source.bytes[span.content.indices])
            return name.count >= 3
                && name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x20 || $0 == 0x2E }
                && !marked.contains { $0.firstRange(of: name, asWord: true) != nil }
                && pair.target.text.bytes.firstRange(of: name, asWord: true) != nil
        }
    }

    private static func strongSpans(_ segment: Segment) -> [Inline] {
        guard segment.holdsAny(of: [.strong]) else { return [] }
        return segment.inlines.filter { $0.kind == .strong && !$0.content.isEmpty }
    }

    /// Whether the source has emphasis that a translation could lose.
    var hasEmphasis: Bool {
        !source.isEmpty && pair.kind != .heading && pair.targetOutline.part(of: pair.targetIndex).kind != .heading
    }

    /// Whether the translation has less of it, and no other mark-up instead.
    var losesEmphasis: Bool {
        hasEmphasis && source.count - target.count > max(0, otherMarkup(pair.target) - otherMarkup(pair.source))
    }

    private func otherMarkup(_ segment: Segment) -> Int {
        segment.inlines.filter { $0.kind == .emphasis || $0.kind == .codeSpan }.count
    }

    /// Whether `**` stands in the translation without effect, as it does between a full-width colon and a letter.
    private var isWrittenInVain: Bool {
        pair.target.text.bytes.firstRange(of: Array("**".utf8), asWord: false) != nil
    }

    /// The span of the source that lacks its emphasis: by its place, where marks of the translation take no effect;
    /// otherwise one whose text is not strong there, nor gone with the words around it. nil where each has a counterpart.
    private var plainSpan: Inline? {
        if let place = vainMarks {
            return source[min(target.filter { $0.range.upper <= place }.count, source.count - 1)]
        }
        var strong = target.map { Array(pair.targetOutline.document.source.bytes[$0.content.indices]) }
        let kept = source.filter { span in
            let index = strong.firstIndex { $0.firstRange(of: bytes(span), asWord: true) != nil }
            if let index { strong.remove(at: index) }
            return index != nil
        }
        func isKept(_ index: Int) -> Bool { kept.contains { $0.range == source[index].range } }
        let open = source.indices.filter { index in
            let isHalf = index + 1 < source.count && continuesSpan(index + 1) && isKept(index + 1)
            return !isKept(index) && !isHalf && !isGone(source[index]) && !continuesSpan(index)
        }
        let others = max(0, target.count - kept.count)
        return open.count > others ? source[open[others]] : nil
    }

    private func bytes(_ span: Inline) -> ArraySlice<UInt8> {
        pair.sourceOutline.document.source.bytes[span.content.indices]
    }

    /// Whether the translation lacks a name that no translation changes, such as `LIMIT_2`: its words are gone, and not
    /// their emphasis.
    private func isGone(_ span: Inline) -> Bool {
        let name = bytes(span)
        let isName =
            name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
            && name.dropFirst().contains { !$0.isASCIILetter || $0 & 0x20 == 0 }
        return isName && pair.target.text.bytes.firstRange(of: name, asWord: true) == nil
    }

    /// Whether nothing but a blank separates a span from the one before, so that a translation may have one for both.
    private func continuesSpan(_ index: Int) -> Bool {
        guard index > 0, source[index - 1].range.upper <= source[index].range.lower else { return false }
        let between = source[index - 1].range.upper..<source[index].range.lower
        return pair.sourceOutline.document.source.bytes[between].trimmingBlanks.isEmpty
    }

    /// Where marks of strong emphasis stand in the translation that take no effect.
    private var vainMarks: Int? {
        let bytes = pair.targetOutline.document.source.bytes
        for inline in pair.target.inlines where inline.kind == .text {
            if let place = Array(bytes[inline.range.indices]).firstRange(of: Array("**".utf8), asWord: false) {
                return inline.range.lower + place.lowerBound
            }
        }
        return nil
    }

    private func lostEmphasis(of first: Inline) -> Difference {
        let expected = pair.sourcePassage(first.range)
        return Difference(
            .lost, .emphasis, at: pair.wholeTarget, counterparts: [expected], expected: expected.text,
            detail: isWrittenInVain ? "the “**” in the translation take no effect where they stand" : "",
            cause: Difference.cause(.lost, .emphasis, member: pair.member, text(first, pair.sourceOutline)))
    }

    private func lostLabelPunctuation() -> Difference? {
        guard let label = source.first, let counterpart = target.first, isLeading(label, pair.source),
            isLeading(counterpart, pair.target), endsWithColon(label, pair.sourceOutline),
            !endsWithPunctuation(counterpart, pair.targetOutline), !hasColonSoonAfter(counterpart)
        else { return nil }
        let expected = pair.sourcePassage(label.range)
        let found = pair.targetPassage(counterpart.range)
        return Difference(
            .lost, .labelPunctuation, at: found, counterparts: [expected], expected: expected.text, found: found.text,
            cause: Difference.cause(.lost, .labelPunctuation, member: pair.member, expected.text, found.text))
    }

    /// Whether the label goes on in plain text up to its colon, as where a verb comes last.
    private func hasColonSoonAfter(_ inline: Inline) -> Bool {
        let after = pair.targetOutline.document.source.bytes[inline.range.upper...].prefix(Self.restOfLabel)
        return [": ", "：", ":\n"].contains { Array(after).firstRange(of: Array($0.utf8), asWord: false) != nil }
    }

    /// Bytes of a label that may stand behind its emphasis.
    private static let restOfLabel = 24

    private func isLeading(_ inline: Inline, _ segment: Segment) -> Bool {
        inline.parent < 0 && segment.inlines.first?.range == inline.range
    }

    private func endsWithColon(_ inline: Inline, _ outline: Outline) -> Bool {
        ends(inline, outline, with: [":", "：", "︰"])
    }

    /// A colon, or what may stand for it: a comma, a full stop, a dash.
    private func endsWithPunctuation(_ inline: Inline, _ outline: Outline) -> Bool {
        ends(inline, outline, with: [":", "：", "︰", ",", "、", "，", ".", "。", "-", "–", "—", "?", "？", "!", "！"])
    }

    /// Whether one of some marks stands at the end of the emphasis, or right after it, blanks and marks of emphasis that
    /// take no effect aside.
    private func ends(_ inline: Inline, _ outline: Outline, with marks: [String]) -> Bool {
        let bytes = outline.document.source.bytes
        var inside = bytes[inline.content.indices]
        while let last = inside.last, [0x20, UInt8(ascii: "*"), UInt8(ascii: "\\")].contains(last) {
            inside.removeLast()
        }
        var after = bytes[inline.range.upper...].prefix { $0 != UInt8(ascii: "\n") }.prefix(8)
        while let space = ["\u{20}", "\u{A0}", "\u{202F}"].first(where: { after.starts(with: $0.utf8) }) {
            after.removeFirst(space.utf8.count)
        }
        return marks.contains { inside.suffix($0.utf8.count).elementsEqual($0.utf8) || after.starts(with: $0.utf8) }
    }

    private func text(_ inline: Inline, _ outline: Outline) -> String {
        outline.document.source.string(inline.content)
    }
}

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

    /// - Parameter isHabit: whether the locale writes with less emphasis on the whole.
    func differences(isHabit: Bool) -> [Difference] {
        if let label = lostLabelPunctuation() { return [label] }
        let isLabel = pair.source.isStrongThroughout || source.first.map { isLeading($0, pair.source) } ?? false
        if losesEmphasis, !isHabit || isLabel && target.isEmpty || isWrittenInVain { return [lostEmphasis()] }
        return isHabit || target.count >= source.count ? [] : plainName.map { [lostEmphasis(of: $0)] } ?? []
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
        segment.inlines.filter { $0.kind == .strong && !$0.content.isEmpty }
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

    private func lostEmphasis() -> Difference {
        lostEmphasis(of: source[min(target.count, source.count - 1)])
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
            !endsWithPunctuation(counterpart, pair.targetOutline)
        else { return nil }
        let expected = pair.sourcePassage(label.range)
        let found = pair.targetPassage(counterpart.range)
        return Difference(
            .lost, .labelPunctuation, at: found, counterparts: [expected], expected: expected.text, found: found.text,
            cause: Difference.cause(.lost, .labelPunctuation, member: pair.member, expected.text, found.text))
    }

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

    /// Whether one of some marks stands at the end of the emphasis, or right after it.
    private func ends(_ inline: Inline, _ outline: Outline, with marks: [String]) -> Bool {
        let bytes = outline.document.source.bytes
        let inside = bytes[inline.content.indices].trimmingBlanks
        let after = bytes[inline.range.upper..<min(bytes.count, inline.range.upper + 4)].trimmingBlanks
        return marks.contains { inside.suffix($0.utf8.count).elementsEqual($0.utf8) || after.starts(with: $0.utf8) }
    }

    private func text(_ inline: Inline, _ outline: Outline) -> String {
        outline.document.source.string(inline.content)
    }
}

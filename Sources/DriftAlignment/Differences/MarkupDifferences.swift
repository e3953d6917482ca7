import DriftMarkdown
import DriftText

/// Compares strong emphasis and the colon of labels: `**Delivery:** …` against `**Entrega** …`.
struct MarkupDifferences {
    let pair: SegmentPair

    func differences() -> [Difference] {
        let strong = (strongSpans(pair.source), strongSpans(pair.target))
        if let label = lostLabelPunctuation(strong.0, strong.1) { return [label] }
        return lostEmphasis(strong.0, strong.1)
    }

    private func strongSpans(_ segment: Segment) -> [Inline] {
        segment.inlines.filter { $0.kind == .strong && !$0.content.isEmpty }
    }

    /// Only a segment without any emphasis counts, or one that lost some of what it had in equal measure elsewhere:
    /// a translator may emphasise more, and other words.
    private func lostEmphasis(_ source: [Inline], _ target: [Inline]) -> [Difference] {
        guard source.count > target.count, pair.kind != .heading, let first = source.first else { return [] }
        let emphasised = pair.target.inlines.filter { $0.kind == .emphasis || $0.kind == .codeSpan }.count
        let inSource = pair.source.inlines.filter { $0.kind == .emphasis || $0.kind == .codeSpan }.count
        if emphasised - inSource >= source.count - target.count { return [] }
        let expected = pair.sourcePassage(target.isEmpty ? first.range : source[target.count].range)
        return [
            Difference(
                .lost, .emphasis, at: pair.wholeTarget, counterparts: [expected], expected: expected.text,
                cause: Difference.cause(.lost, .emphasis, member: pair.member, text(first, pair.sourceOutline)))
        ]
    }

    private func lostLabelPunctuation(_ source: [Inline], _ target: [Inline]) -> Difference? {
        guard let label = source.first, let counterpart = target.first, isLeading(label, pair.source),
            isLeading(counterpart, pair.target), endsWithColon(label, pair.sourceOutline),
            !endsWithColon(counterpart, pair.targetOutline)
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

    /// A colon inside the emphasis or right after it, ASCII or full-width.
    private func endsWithColon(_ inline: Inline, _ outline: Outline) -> Bool {
        let bytes = outline.document.source.bytes
        let inside = bytes[inline.content.indices].trimmingBlanks
        let after = bytes[inline.range.upper..<min(bytes.count, inline.range.upper + 4)].trimmingBlanks
        return [":", "：", "︰"].contains { inside.suffix($0.utf8.count).elementsEqual($0.utf8) || after.starts(with: $0.utf8) }
    }

    private func text(_ inline: Inline, _ outline: Outline) -> String {
        outline.document.source.string(inline.content)
    }
}

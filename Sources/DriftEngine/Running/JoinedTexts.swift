import DriftAlignment
import DriftFindings
import DriftMarkdown
import DriftText

/// What of a target's text belongs to each of the source's paragraphs where a translator merged, split, or cut them at
/// another place: so that a translation unit holds what says the same.
struct JoinedTexts {
    /// By source segment.
    private(set) var passages: [Int: AlignedEntry.Passage] = [:]
    /// Source segments of which some sentence belongs to two of them, or to none.
    private(set) var unsettled: Set<Int> = []
    /// Target segments whose text stands in `passages`.
    private(set) var targets: Set<Int> = []

    private let outline: Outline

    init(_ set: AlignedSet, member: Int) {
        outline = set.members[member].outline
        for joined in set.pairs[member - 1].joined { collect(joined) }
    }

    private mutating func collect(_ joined: SentenceAlignment) {
        guard let parts = Self.parts(joined) else { return unsettled.formUnion(joined.sources.map(Int.init)) }
        targets.formUnion(joined.targets.map(Int.init))
        for (source, sentences) in parts { passages[Int(source)] = passage(sentences) }
    }

    /// The target's sentences by source segment; nil where one cannot tell.
    private static func parts(_ joined: SentenceAlignment) -> [Int32: [SentenceAlignment.Sentence]]? {
        if joined.sources.count == 1 { return [joined.sources[0]: joined.groups.flatMap(\.target)] }
        var parts: [Int32: [SentenceAlignment.Sentence]] = [:]
        for group in joined.groups {
            guard let first = group.source.first, !group.target.isEmpty,
                group.source.allSatisfy({ $0.segment == first.segment })
            else { return nil }
            parts[first.segment, default: []] += group.target
        }
        return parts.count == joined.sources.count ? parts : nil
    }

    private func passage(_ sentences: [SentenceAlignment.Sentence]) -> AlignedEntry.Passage? {
        var ranges: [ByteRange] = []
        for (index, sentence) in sentences.enumerated() {
            let range = sourceRange(sentence)
            if index > 0, sentences[index - 1].segment == sentence.segment {
                ranges[ranges.count - 1].end = range.end
            } else {
                ranges.append(range)
            }
        }
        guard let first = ranges.first, let last = ranges.last else { return nil }
        let document = outline.document
        let texts = ranges.map { String(decoding: document.rawText($0), as: UTF8.self).trimmingWhitespace }
        return AlignedEntry.Passage(
            line: document.source.lineIndex(at: first.lower) + 1,
            lastLine: document.source.lineIndex(at: max(first.lower, last.upper - 1)) + 1,
            text: texts.joined(separator: "\n\n"))
    }

    /// Where a sentence stands with the mark-up around it: from the white space before it to that before the next.
    private func sourceRange(_ sentence: SentenceAlignment.Sentence) -> ByteRange {
        let text = outline.segments[Int(sentence.segment)].text
        let block = outline.document.blocks[Int(outline.part(of: Int(sentence.segment)).block)].range
        let isFirst = sentence.range.lowerBound == 0
        let isLast = sentence.range.upperBound >= text.bytes.count
        return ByteRange(
            isFirst ? block.lower : cut(before: text.sourceOffset(of: sentence.range.lowerBound), in: block),
            isLast ? block.upper : cut(before: text.sourceOffset(of: sentence.range.upperBound + 1), in: block))
    }

    private func cut(before offset: Int, in block: ByteRange) -> Int {
        let bytes = outline.document.source.bytes
        var place = min(offset, block.upper)
        while place > block.lower, bytes[place - 1] > 0x20 { place -= 1 }
        return place > block.lower ? place : offset
    }
}

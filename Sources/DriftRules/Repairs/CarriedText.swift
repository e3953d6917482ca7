import DriftAlignment
import DriftLanguage
import DriftMarkdown
import DriftText

/// What of a source text can be written into a translation: a rendering that other places have, or what no language
/// changes; else the text itself, marked for a translator.
struct CarriedText {
    let context: CheckContext
    let renderings: Inquiry<Renderings>
    let direction: Direction
    /// Segments of the destination whose dates show how dates are written, the nearest first.
    let samples: [Int]

    /// What to write for a segment, as edits of its document, and whether a translator has nothing left to do.
    struct Result {
        var edits: [TextEdit] = []
        var isComplete = true
    }

    private var source: Outline { direction.from }
    private var target: Outline { direction.to }

    /// - Parameter indentation: what follows each line break of a rendering.
    func edits(ofSegment index: Int, indentation: [UInt8] = []) -> Result {
        let segment = source.segments[index]
        let block = Int(source.part(of: index).block)
        guard let first = source.document.lineRanges(of: block).first,
            let last = source.document.lineRanges(of: block).last, !segment.inlines.isEmpty
        else { return Result() }
        let range = ByteRange(first.lower, last.upper)
        let isCell = source.part(of: index).kind == .cell
        let text = source.document.code(of: block)
        if !direction.isToSource,
            let known = renderings.rendering(of: text, locale: target.locale.description, isCell: isCell)
        {
            let lines = known.split(separator: 0x0A, omittingEmptySubsequences: false)
            return Result(edits: [TextEdit(range, Array(lines.joined(separator: [0x0A] + indentation)))])
        }
        return carried(segment, range)
    }

    private func carried(_ segment: Segment, _ range: ByteRange) -> Result {
        var result = Result(edits: links(segment, range))
        result.isComplete = !segment.inlines.contains { !range.contains($0.destination) && !$0.destination.isEmpty }
        // A picture is one in every language, but for the sentence that may stand for it.
        let isPicture = segment.inlines.allSatisfy { $0.parent >= 0 || $0.kind == .image || $0.kind == .softBreak }
        if isPicture, !segment.inlines.contains(where: isDescribed) {
            return result
        }
        if !isPicture, let values = values(segment) {
            result.edits += values
        } else {
            result.isComplete = false
            result.edits.append(TextEdit(ByteRange(range.upper, range.upper), Array(marker.utf8)))
        }
        result.edits.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
        return result
    }

    private func isDescribed(_ inline: Inline) -> Bool {
        let words = source.document.source.bytes[inline.content.indices].split(separator: 0x20)
        return inline.kind == .image && words.count >= ImageTexts.leastWords
    }

    /// What translators search for; MDX knows no other comment.
    private var marker: String {
        target.document.isMDX ? " {/* \(Self.note) */}" : " <!-- \(Self.note) -->"
    }

    static let note = "TODO translate"

    private func links(_ segment: Segment, _ range: ByteRange) -> [TextEdit] {
        segment.inlines.compactMap { inline in
            guard inline.kind == .link || inline.kind == .image, range.contains(inline.destination),
                !direction.isToSource,
                let link = context.links.rebased(
                    source.document.destination(of: inline), member: direction.destination),
                link != source.document.destination(of: inline)
            else { return nil }
            return TextEdit(inline.destination, link)
        }
    }

    /// The values of a text that says nothing else, as the locale writes them; nil where there are words, or where nobody
    /// knows how a value is written.
    private func values(_ segment: Segment) -> [TextEdit]? {
        var edits: [TextEdit] = []
        var place = 0
        for value in segment.values {
            guard !segment.text.bytes[place..<value.range.lowerBound].hasWords,
                let text = written(value, Array(segment.text.bytes[value.range]))
            else { return nil }
            edits.append(TextEdit(segment.text.sourceRange(value.range), text))
            place = value.range.upperBound
        }
        return segment.text.bytes[place...].hasWords ? nil : edits
    }

    private func written(_ value: TypedValue, _ text: [UInt8]) -> [UInt8]? {
        if text.hasWords && value.kind != .version && value.kind != .date { return nil }
        if value.kind != .date {
            let hasMarks = text.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
            let isAlike = source.values.hasDecimalComma == target.values.hasDecimalComma
            return !hasMarks || isAlike || value.kind == .version ? text : nil
        }
        guard let day = CalendarDay(value) ?? day(value, text) else { return nil }
        let notations = dateNotations(target, samples)
        return (notations.filter(\.showsPadding) + notations.filter { !$0.showsPadding }).lazy
            .compactMap { $0.writing(day) }.first { written in
                target.values.values(in: written).contains { $0.agrees(with: value) }
            }
    }

    /// The day of a date that could be two, where other dates beside it show the order of their numbers.
    private func day(_ value: TypedValue, _ text: [UInt8]) -> CalendarDay? {
        let notations = dateNotations(source, samples.compactMap(direction.partner(ofDestination:)))
        let days = notations.compactMap { $0.day(in: text) }
        guard let day = days.first, days.allSatisfy({ $0 == day }) else { return nil }
        return day
    }

    /// How some segments write dates.
    private func dateNotations(_ outline: Outline, _ segments: [Int]) -> [DateNotation] {
        segments.flatMap { index -> [DateNotation] in
            let segment = outline.segments[index]
            return segment.values.compactMap { value in
                value.kind == .date ? DateNotation(value, Array(segment.text.bytes[value.range])) : nil
            }
        }
    }
}

extension Document {
    /// The content lines of a leaf.
    func lineRanges(of block: Int) -> [ByteRange] { lines[blocks[block].lineIndices].map(\.range) }
}

extension Collection<UInt8> {
    /// Whether there is anything to translate: a letter of any script.
    fileprivate var hasWords: Bool { scriptShare(of: Array(self)).letters > 0 }
}

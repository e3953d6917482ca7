import DriftAlignment
import DriftMarkdown
import DriftText

/// Inserts missing parts, such as paragraphs, list items and sections, in the style of what stands beside them.
struct PartRepair {
    let context: CheckContext
    let renderings: Inquiry<Renderings>
    let difference: Difference
    let parts: [Range<Int>]
    let direction: Direction

    private var source: Document { direction.from.document }
    private var target: Document { direction.to.document }

    /// All that is missing together; nil where one of its parts has no certain place, or something in it is there.
    func repair() -> Repair? {
        var edits: [TextEdit] = []
        var isSafe = !direction.isToSource
        var numbers = ItemNumbers(target)
        for part in parts {
            guard !isPresent(part), let insertion = insertion(of: part, &numbers) else { return nil }
            edits.append(insertion.edit)
            isSafe = isSafe && insertion.isComplete
        }
        if edits.isEmpty { return nil }
        edits += numbers.edits()
        let rest = parts.count == 1 ? "" : " and what is missing with it"
        edits = edits.enumerated().sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }
            .map(\.element)
        return Repair(
            member: direction.destination, edits: edits,
            summary: "insert “\(difference.expected)”\(rest)" + (isSafe ? "" : ", to be translated"), isSafe: isSafe)
    }

    private func isPresent(_ part: Range<Int>) -> Bool {
        part.contains { index in
            let segment = Int(direction.from.parts[index].segment)
            return segment >= 0 && direction.partner(of: segment) != nil
        }
    }

    private func insertion(
        of part: Range<Int>, _ numbers: inout ItemNumbers
    ) -> (edit: TextEdit, isComplete: Bool)? {
        let block = Int(direction.from.parts[part.lowerBound].block)
        guard let place = InsertionPlace(ofPart: part.lowerBound, end: part.upperBound, along: direction),
            let style = style(beside: place, of: block, &numbers), let content = content(of: part)
        else { return nil }
        let lines = content.lines.enumerated().map { index, line in
            index == 0 ? style.start + line : line.isEmpty ? [] : style.indentation + line
        }
        let isClosed = style.isSpaced && !isFollowedDirectly(part)
        return (edit(lines, place, isSpaced: style.isSpaced, isClosed: isClosed), content.isComplete)
    }

    // MARK: What is inserted

    /// The part's lines without what its containers put before them, the marker of an item left out.
    private func content(of part: Range<Int>) -> (lines: [[UInt8]], isComplete: Bool)? {
        let parts = direction.from.parts
        let block = source.blocks[Int(parts[part.lowerBound].block)]
        let end = part.map { parts[$0].range.upper }.max() ?? block.range.upper
        let start = block.kind == .item ? source.contentStart(ofItem: block) : block.range.lower
        let line = source.source.lineRange(source.source.lineIndex(at: start)).lower
        guard start <= end,
            !source.source.bytes[line..<start].contains(where: { $0 == 0x09 || $0 == 0x3E || $0 >= 0x80 })
        else { return nil }
        let column = start - line
        let carried = edits(of: part, indentation: [UInt8](repeating: 0x20, count: column))
        let text = source.source.bytes.applying(carried.edits, in: ByteRange(start, end))
        let lines = text.filter { $0 != 0x0D }.split(separator: 0x0A, omittingEmptySubsequences: false)
        return (
            lines.enumerated().map { index, line in
                index == 0 ? Array(line) : Array(line.dropFirst(min(column, line.prefix { $0 == 0x20 }.count)))
            }, carried.isComplete
        )
    }

    private func edits(of part: Range<Int>, indentation: [UInt8]) -> CarriedText.Result {
        let outline = direction.from
        let text = CarriedText(
            context: context, renderings: renderings, direction: direction,
            samples: Array(direction.to.segments.indices))
        var result = CarriedText.Result()
        for index in part where outline.parts[index].segment >= 0 {
            guard source.blocks[Int(outline.parts[index].block)].kind.hasInlines else { continue }
            let own = text.edits(ofSegment: Int(outline.parts[index].segment), indentation: indentation)
            result.edits += own.edits
            result.isComplete = result.isComplete && own.isComplete
        }
        return result
    }

    // MARK: How it is written

    private struct Style {
        /// Before the first line and before all others.
        let start: [UInt8]
        let indentation: [UInt8]
        /// Whether blank lines set it off.
        let isSpaced: Bool
    }

    private func style(beside place: InsertionPlace, of block: Int, _ numbers: inout ItemNumbers) -> Style? {
        let neighbour = target.blocks[place.neighbour]
        let line = target.source.lineRange(target.source.lineIndex(at: neighbour.range.lower)).lower
        let prefix = Array(target.source.bytes[line..<neighbour.range.lower])
        guard prefix.allSatisfy({ $0 < 0x80 && $0 != 0x09 && $0 != UInt8(ascii: ">") }) else { return nil }
        let blank = [UInt8](repeating: 0x20, count: prefix.count)
        guard source.blocks[block].kind == .item else {
            let indentation = source.blocks[block].parent == 0 ? [] : blank
            return Style(start: indentation, indentation: indentation, isSpaced: isSpaced(block))
        }
        guard neighbour.kind == .item else { return nil }
        let marker = numbers.marker(beside: place)
        let space = max(1, min(4, target.contentStart(ofItem: neighbour) - neighbour.info.upper))
        let start = marker + [UInt8](repeating: 0x20, count: space)
        return Style(
            start: blank + start, indentation: blank + [UInt8](repeating: 0x20, count: start.count),
            isSpaced: !target.blocks[Int(neighbour.parent)].detail.isTight)
    }

    /// What follows its predecessor directly in an item or below a line of text does so in the translation too.
    private func isSpaced(_ block: Int) -> Bool {
        let line = source.source.lineIndex(at: source.blocks[block].range.lower)
        let follows = line > 0 && !source.source.isBlank(line: line - 1)
        return !(follows && [.codeBlock, .list].contains(source.blocks[block].kind))
    }

    /// Whether the next item follows what stands in an item without a blank line.
    private func isFollowedDirectly(_ part: Range<Int>) -> Bool {
        let block = source.blocks[Int(direction.from.parts[part.lowerBound].block)]
        let line = source.source.lineIndex(at: max(block.range.lower, block.range.upper - 1)) + 1
        return block.parent > 0 && line < source.source.lineCount && !source.source.isBlank(line: line)
    }

    /// - Parameter isClosed: whether a blank line has to stand behind it.
    private func edit(_ lines: [[UInt8]], _ place: InsertionPlace, isSpaced: Bool, isClosed: Bool) -> TextEdit {
        let (text, range) = (target.source, target.blocks[place.neighbour].range)
        if place.isBefore {
            let line = text.lineRange(text.lineIndex(at: range.lower)).lower
            let bytes = (lines + (isSpaced ? [[]] : [])).flatMap { $0 + text.lineBreak }
            return TextEdit(ByteRange(line, line), bytes)
        }
        let line = text.lineIndex(at: max(range.lower, range.upper - 1))
        let isFollowed = isClosed && line + 1 < text.lineCount && !text.isBlank(line: line + 1)
        return text.inserting((isSpaced ? [[]] : []) + lines + (isFollowed ? [[]] : []), belowLine: line)
    }
}

extension Document {
    /// Where what an item says begins, behind its marker and the blanks that follow.
    fileprivate func contentStart(ofItem item: Block) -> Int {
        var start = item.info.upper
        while start < item.range.upper, source.bytes[start] == 0x20 { start += 1 }
        return start
    }
}

extension CheckContext {
    /// What inserts something that a member lacks; nil where nobody asks for that, or it has no certain place.
    func inserting(_ difference: Difference) -> Repair? {
        guard let renderings, difference.kind == .missing else { return nil }
        if difference.aspect == .frontMatterKey {
            return FrontMatterRepair(context: self, renderings: renderings, difference: difference).repair()
        }
        guard let (parts, direction) = carriage(of: difference), let first = parts.first?.lowerBound,
            !parts.contains(where: { isUnfinished($0, in: direction.from) })
        else { return nil }
        let row = RowRepair(
            context: self, renderings: renderings, difference: difference, part: first, direction: direction)
        switch difference.aspect {
        case .row: return row.row()
        case .cell: return row.cell()
        case .column: return nil
        default:
            return PartRepair(
                context: self, renderings: renderings, difference: difference, parts: parts, direction: direction
            ).repair()
        }
    }

    /// Whether a part waits for a translator itself, so that there is nothing yet to carry over.
    private func isUnfinished(_ parts: Range<Int>, in outline: Outline) -> Bool {
        let end = parts.map { outline.parts[$0].range.upper }.max() ?? 0
        let bytes = outline.document.source.bytes[outline.parts[parts.lowerBound].range.lower..<end]
        return String(decoding: bytes, as: UTF8.self).contains("\(CarriedText.note) ")
    }
}

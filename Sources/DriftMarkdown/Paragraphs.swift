internal import DriftText

/// The kinds of GitHub alert; a quote's `detail.code` is one more than the raw value.
package enum AlertKind: UInt8, CaseIterable, Sendable {
    case note, tip, important, warning, caution

    fileprivate var marker: StaticString {
        switch self {
        case .note: "[!note]"
        case .tip: "[!tip]"
        case .important: "[!important]"
        case .warning: "[!warning]"
        case .caution: "[!caution]"
        }
    }
}

/// One link reference definition at the start of a paragraph.
private struct ParsedDefinition {
    var key: [UInt8]
    var label: ByteRange
    var destination: ByteRange
    var title = ByteRange.empty
    var range: ByteRange
    /// Index after its last content line.
    var lastLine: Int
}

/// What a paragraph turns out to be when it is complete.
extension BlockParser {
    /// Fixes the lines of the innermost block, which is a paragraph, after taking definitions and an alert's marker
    /// from its start. A paragraph of which nothing remains is removed.
    mutating func finishParagraph() {
        let top = stack.count - 1
        let index = stack[top].index
        guard let last = lines.indices.last else { return }
        var end = lines[last].range.upper
        while end > lines[last].range.lower, bytes[end - 1].isBlank { end -= 1 }
        lines[last].range = ByteRange(lines[last].range.lower, end)
        stack[top].endOffset = end
        blocks[index].lines = blocks[index].lines.lowerBound..<UInt32(lines.count)
        if bytes[lines[Int(blocks[index].lines.lowerBound)].range.lower] == UInt8(ascii: "[") {
            if dialect.hasExtensions { takeAlertMarker(index) }
            if !blocks[index].lines.isEmpty { takeDefinitions(index) }
            if blocks[stack[top].index].lines.isEmpty { blocks.removeLast() }
        }
    }

    /// An alert's marker is the whole first line of a quote. It is in no leaf's lines, only in the quote's range.
    private mutating func takeAlertMarker(_ index: Int) {
        let parent = Int(blocks[index].parent)
        guard blocks[parent].kind == .quote, parent == index - 1, blocks[parent].detail.code == 0 else { return }
        let first = blocks[index].lines.lowerBound
        let line = lines[Int(first)].range
        for kind in AlertKind.allCases {
            let length = kind.marker.utf8CodeUnitCount
            guard line.count >= length, bytes[line.lower + length..<line.upper].allSatisfy(\.isBlank) else { continue }
            guard bytes.holds(kind.marker, in: ByteRange(line.lower, line.lower + length)) else { continue }
            blocks[parent].detail.code = kind.rawValue + 1
            blocks[index].lines = first + 1..<blocks[index].lines.upperBound
            if !blocks[index].lines.isEmpty {
                blocks[index].range = ByteRange(lines[Int(first) + 1].range.lower, blocks[index].range.upper)
            }
            return
        }
    }

    /// Puts the definitions at the start of the paragraph before it, as blocks of their own.
    private mutating func takeDefinitions(_ index: Int) {
        let definitions = parseDefinitions(blocks[index].lines)
        guard let last = definitions.last else { return }
        var paragraph = blocks.removeLast()
        var first = paragraph.lines.lowerBound
        for definition in definitions {
            references.addLink(
                definition.key,
                LinkDefinition(block: blocks.count, destination: definition.destination, title: definition.title))
            blocks.append(
                Block(
                    kind: .linkDefinition, parent: paragraph.parent, end: Int32(blocks.count + 1),
                    range: definition.range, lines: first..<UInt32(definition.lastLine), info: definition.label))
            // Blanks at its end are no part of it.
            let lastLine = lines[definition.lastLine - 1].range
            lines[definition.lastLine - 1].range = ByteRange(lastLine.lower, definition.range.upper)
            first = UInt32(definition.lastLine)
        }
        let top = stack.count - 1
        paragraph.lines = first..<paragraph.lines.upperBound
        if paragraph.lines.isEmpty {
            // The entry stands for the last definition from here on.
            stack[top].index = blocks.count - 1
            stack[top].endOffset = last.range.upper
        } else {
            let start = lines[Int(first)].range.lower
            paragraph.range = ByteRange(start, start)
            stack[top].index = blocks.count
            blocks.append(paragraph)
        }
    }

    private func parseDefinitions(_ range: Range<UInt32>) -> [ParsedDefinition] {
        var result: [ParsedDefinition] = []
        let text = LeafText(bytes: bytes, lines: lines, range: range)
        var position = text.start
        while text.peek(position) == 0x5B, let definition = parseDefinition(text, &position) {
            result.append(definition)
            if definition.lastLine >= text.last { break }
            position = LeafPosition(offset: lines[definition.lastLine].range.lower, line: definition.lastLine)
        }
        return result
    }

    private func parseDefinition(_ text: LeafText, _ position: inout LeafPosition) -> ParsedDefinition? {
        let start = position
        guard let label = text.scanLabel(&position), text.peek(position) == 0x3A else { return nil }
        text.advance(&position)
        text.skipSpace(&position)
        let before = position.offset
        guard let destination = text.scanDestination(&position), position.offset > before else { return nil }
        var result = ParsedDefinition(
            key: LabelKey.make(text.text(label, from: start.line)), label: label, destination: destination,
            range: ByteRange(start.offset, position.offset), lastLine: position.line + 1)
        var rest = position
        text.skipSpace(&rest)
        let hasSpace = rest.offset > position.offset
        if hasSpace, let title = text.scanTitle(&rest) {
            let end = rest.offset
            if text.skipToLineEnd(&rest) {
                result.title = title
                result.range = ByteRange(start.offset, end)
                result.lastLine = rest.line + 1
                return result
            }
        }
        return text.skipToLineEnd(&position) ? result : nil
    }
}

internal import DriftText

/// Definition lists: lines of terms, and behind each some `: definition` (PHP Markdown Extra).
extension BlockParser {
    /// Lines that can be terms of one definition; more are a paragraph.
    private static let mostTerms = 4

    /// Opens the definition that the line begins, and a list where its terms stand right above.
    mutating func openDefinition() -> Bool {
        guard dialect.hasExtensions, openItems < Self.mostItems, nonspace + 1 < lineEnd, bytes[nonspace + 1].isBlank,
            !isBlank(from: nonspace + 1), !isDelimiterRow()
        else { return false }
        let start = nonspace
        let markerIndent = indent
        guard stack[depth - 1].kind == .definitionList || openDefinitionList() else { return false }
        advanceToNonspace()
        advance(bytes: 1)
        let width = takeItemPadding()
        open(.definitionDescription, at: start)
        let top = stack.count - 1
        stack[top].indent = markerIndent + 1 + width
        stack[top].endOffset = start + 1
        return true
    }

    private func isDelimiterRow() -> Bool {
        bytes[nonspace..<lineEnd].allSatisfy { $0.isBlank || $0 == 0x3A || $0 == 0x2D || $0 == 0x7C }
    }

    /// Makes the paragraph right above, or above one blank line, the terms of a list.
    private mutating func openDefinitionList() -> Bool {
        let isOpen = stack[stack.count - 1].kind == .paragraph
        if isOpen {
            guard depth == stack.count else { return false }
            let first = Int(blocks[stack[depth - 1].index].lines.lowerBound)
            guard lines.count - first <= Self.mostTerms, bytes[lines[first].range.lower] != UInt8(ascii: "[") else {
                return false
            }
            closeTop()
        } else {
            closeUnmatched()
        }
        let top = stack.count - 1
        guard let last = blocks.last, last.kind == .paragraph, Int(last.parent) == stack[top].index,
            Int(last.lines.upperBound) == lines.count, last.lines.count <= Self.mostTerms,
            isOpen || last.lines.count == 1 && stack[top].childEndLine == lineNumber - 2
        else { return false }
        blocks.removeLast()
        pushDefinitionList(before: last)
        addTerms(last.lineIndices)
        return true
    }

    /// Opens a list, or again the one that the terms follow.
    private mutating func pushDefinitionList(before terms: Block) {
        let known = lastDefinitionList
        if known > 0, known < blocks.count, blocks[known].kind == .definitionList,
            Int(blocks[known].end) == blocks.count, blocks[known].parent == terms.parent
        {
            blocks[known].end = 0
            stack.append(
                OpenBlock(
                    index: known, kind: .definitionList, endLine: lineNumber, endOffset: blocks[known].range.upper))
        } else {
            lastDefinitionList = blocks.count
            stack.append(
                OpenBlock(
                    index: blocks.count, kind: .definitionList, endLine: lineNumber, endOffset: terms.range.upper))
            blocks.append(Block(kind: .definitionList, parent: terms.parent, end: 0, range: terms.range))
        }
        depth = stack.count
    }

    private mutating func addTerms(_ indices: Range<Int>) {
        let list = stack[stack.count - 1].index
        for index in indices {
            var range = lines[index].range
            while range.count > 0, bytes[range.upper - 1].isBlank { range = ByteRange(range.lower, range.upper - 1) }
            lines[index].range = range
            blocks.append(
                Block(
                    kind: .definitionTerm, parent: Int32(list), end: Int32(blocks.count + 1), range: range,
                    lines: UInt32(index)..<UInt32(index + 1)))
        }
    }
}

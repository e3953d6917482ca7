internal import DriftText

/// What a line means to one of the blocks that are open.
enum LineMatch {
    case belongs, fails, lineIsDone
}

/// Which open blocks a line belongs to, and which blocks it opens.
extension BlockParser {
    /// Takes the marker or the indentation by which the line belongs to the open block at `depth`.
    mutating func matchOpenBlock() -> LineMatch {
        switch stack[depth].kind {
        case .quote:
            guard indent <= 3, !isBlankLine, bytes[nonspace] == UInt8(ascii: ">") else { return .fails }
            takeQuoteMarker()
            stack[depth].endLine = lineNumber
            stack[depth].endOffset = lineEnd
        case .item, .definitionDescription:
            if indent >= stack[depth].indent {
                advance(columns: stack[depth].indent)
            } else if isBlankLine, blocks.count > stack[depth].index + 1 {
                advanceToNonspace()
            } else {
                return .fails
            }
        case .footnoteDefinition: return matchIndentation(4)
        case .container: return matchContainer()
        case .codeBlock where stack[depth].size == 0: return matchIndentation(4)
        case .codeBlock: return matchFencedLine()
        case .comment where closesLiteral(): return .lineIsDone
        case .htmlBlock: return endsHTML() ? .fails : .belongs
        case .mathBlock where closesMath(): return .lineIsDone
        case .paragraph, .table: return isBlankLine ? .fails : .belongs
        default: break
        }
        findNonspace()
        return .belongs
    }

    private mutating func matchContainer() -> LineMatch {
        let style = ContainerStyle(rawValue: blocks[stack[depth].index].detail.code) ?? .colons
        if style.isIndented { return matchIndentation(4) }
        if style == .component, !isBlankLine {
            // Children are indented as in HTML: by as much as the first of them.
            if stack[depth].indent < 0 { stack[depth].indent = indent }
            advance(columns: min(indent, stack[depth].indent))
            findNonspace()
        }
        return .belongs
    }

    private mutating func matchIndentation(_ columns: Int) -> LineMatch {
        if indent >= columns {
            advance(columns: columns)
        } else if isBlankLine {
            advanceToNonspace()
        } else {
            return .fails
        }
        findNonspace()
        return .belongs
    }

    private mutating func matchFencedLine() -> LineMatch {
        let entry = stack[depth]
        if blocks[entry.index].detail.code == UInt8(ascii: "{") {
            return closesLiteral() ? .lineIsDone : .belongs
        }
        if indent <= 3, !isBlankLine, bytes[nonspace] == blocks[entry.index].detail.code {
            var end = nonspace
            while end < lineEnd, bytes[end] == bytes[nonspace] { end += 1 }
            if end - nonspace >= Int(entry.size), isBlank(from: end) {
                stack[depth].endLine = lineNumber
                stack[depth].endOffset = end
                closeTop()
                return .lineIsDone
            }
        }
        advance(columns: min(indent, entry.indent))
        findNonspace()
        return .belongs
    }

    private mutating func takeQuoteMarker() {
        advanceToNonspace()
        advance(bytes: 1)
        skipOptionalBlank()
    }

    func isBlank(from start: Int) -> Bool {
        var index = start
        while index < lineEnd, bytes[index].isBlank { index += 1 }
        return index >= lineEnd
    }

    /// The end of the line without its trailing blanks, at least `start`.
    func trimmedEnd(from start: Int) -> Int {
        var end = lineEnd
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        return end
    }

    /// Opens the blocks that start on the line; true when they take all of it.
    mutating func openBlocks(maybeLazy: Bool) -> Bool {
        var maybeLazy = maybeLazy
        while !isBlankLine {
            if indent >= 4 {
                guard !maybeLazy else { return false }
                openIndentedCode()
                return true
            }
            let container = stack[depth - 1].kind
            if dialect.hasExtensions, Self.extensionStarts.contains(bytes[nonspace]), takeExtension() { return true }
            switch bytes[nonspace] {
            case UInt8(ascii: ">"):
                open(.quote, at: nonspace)
                takeQuoteMarker()
                stack[depth - 1].endOffset = lineEnd
            case UInt8(ascii: "#"):
                return addATXHeading()
            case UInt8(ascii: "`"), UInt8(ascii: "~"):
                return openFence()
            case UInt8(ascii: "<"):
                return openHTML(canBeAnyTag: container != .paragraph && !maybeLazy)
            case UInt8(ascii: "=") where container == .paragraph:
                return addSetextHeading()
            case UInt8(ascii: "["):
                guard openFootnote() else { return false }
            case UInt8(ascii: "|"): return container == .paragraph && openTable()
            case UInt8(ascii: ":"):
                guard openDefinition() else { return container == .paragraph && openTable() }
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                if container == .paragraph, addSetextHeading() || addThematicBreak() { return true }
                if container != .paragraph, addThematicBreak() { return true }
                guard openItem(interrupts: stack[depth - 1].kind == .paragraph) else {
                    return stack[depth - 1].kind == .paragraph && openTable()
                }
                if dialect.hasGFM, takeTaskMarker() { return false }
            default: return false
            }
            maybeLazy = false
            findNonspace()
        }
        return false
    }

    /// The bytes that `takeExtension` looks further at.
    private static let extensionStarts = ByteSet(":/!?={[-;<ie$")

    /// Takes the line if a construct of documentation sites is all of it.
    private mutating func takeExtension() -> Bool {
        switch bytes[nonspace] {
        case UInt8(ascii: ":"): takeColons()
        case UInt8(ascii: "/"): takeSlashes()
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="): openIndentedContainer()
        case UInt8(ascii: "{"): takeBraces()
        case UInt8(ascii: "["): takeBracketDirective()
        case UInt8(ascii: "-"), UInt8(ascii: ";"): takeSnippet()
        case UInt8(ascii: "<"): takeFileImport() || takeComponent()
        case UInt8(ascii: "i"), UInt8(ascii: "e"): takeModuleStatement()
        case UInt8(ascii: "$"): takeMathBlock()
        default: false
        }
    }

    /// Adds a leaf of one line; `content` is its text.
    private mutating func addLeaf(_ kind: BlockKind, end: Int, detail: BlockDetail, content: ByteRange? = nil) {
        open(kind, at: nonspace, detail: detail)
        let index = stack[stack.count - 1].index
        if let content {
            lines.append(ContentLine(range: content))
            blocks[index].lines = UInt32(lines.count - 1)..<UInt32(lines.count)
        }
        stack[stack.count - 1].endOffset = end
        closeTop()
    }

    private mutating func addATXHeading() -> Bool {
        var start = nonspace
        while start < lineEnd, bytes[start] == UInt8(ascii: "#") { start += 1 }
        let level = start - nonspace
        guard level <= 6, start == lineEnd || bytes[start].isBlank else { return false }
        while start < lineEnd, bytes[start].isBlank { start += 1 }
        let end = trimmedEnd(from: start)
        var contentEnd = end
        while contentEnd > start, bytes[contentEnd - 1] == UInt8(ascii: "#") { contentEnd -= 1 }
        if contentEnd > start, !bytes[contentEnd - 1].isBlank { contentEnd = end }
        while contentEnd > start, bytes[contentEnd - 1].isBlank { contentEnd -= 1 }
        addLeaf(
            .heading, end: max(end, nonspace + level), detail: BlockDetail(code: UInt8(level)),
            content: ByteRange(start, contentEnd))
        takeHeadingAttributes(of: blocks.count - 1)
        return true
    }

    private mutating func addThematicBreak() -> Bool {
        let marker = bytes[nonspace]
        guard marker == UInt8(ascii: "-") || marker == UInt8(ascii: "*") || marker == UInt8(ascii: "_") else {
            return false
        }
        var count = 0
        var index = nonspace
        while index < lineEnd {
            if bytes[index] == marker { count += 1 } else if !bytes[index].isBlank { return false }
            index += 1
        }
        guard count >= 3 else { return false }
        addLeaf(.thematicBreak, end: trimmedEnd(from: nonspace), detail: BlockDetail())
        return true
    }

    /// Makes the open paragraph a heading, if the line underlines it and it is more than definitions.
    private mutating func addSetextHeading() -> Bool {
        let marker = bytes[nonspace]
        guard marker == UInt8(ascii: "=") || marker == UInt8(ascii: "-") else { return false }
        var end = nonspace
        while end < lineEnd, bytes[end] == marker { end += 1 }
        guard isBlank(from: end), depth == stack.count else { return false }
        closeTop()
        let last = blocks.count - 1
        guard last >= 0, blocks[last].kind == .paragraph else { return false }
        blocks[last].kind = .heading
        blocks[last].detail = BlockDetail(code: marker == UInt8(ascii: "=") ? 1 : 2, isMarked: true)
        blocks[last].range = ByteRange(blocks[last].range.lower, end)
        takeHeadingAttributes(of: last)
        let top = stack.count - 1
        stack[top].endLine = max(stack[top].endLine, lineNumber)
        stack[top].childEndLine = lineNumber
        stack[top].endOffset = max(stack[top].endOffset, end)
        return true
    }

}

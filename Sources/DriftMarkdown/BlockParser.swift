internal import DriftText

/// A block that further lines may still join.
struct OpenBlock {
    var index: Int
    var kind: BlockKind
    /// Item: columns that its lines are indented by. Fenced code: columns of the fence's indentation.
    var indent = 0
    /// Fenced code: length of the fence, 0 for indented code. HTML block: its kind. Table: number of columns.
    var size: Int32 = 0
    /// Number of the last line that belongs to the block, from 1.
    var endLine = 0
    /// Source offset at which the block ends as far as it is known.
    var endOffset = 0
    /// Number of the last line of the last closed child; 0 where there is none.
    var childEndLine = 0
    /// Container: its closer has come.
    var isClosed = false
    /// Container: source offset at which its opening line ends.
    var headerEnd = 0
    /// HTML block: a `<pre>` is open in it.
    var isPreformatted = false
}

/// Splits a file into blocks in one pass over its lines (CommonMark 0.31.2, appendix "A parsing strategy").
///
/// Blocks are appended in preorder as they open. Only the last one can be a paragraph that is still open, so that it can
/// turn into definitions, a heading or a table without moving anything.
struct BlockParser {
    let bytes: [UInt8]
    let dialect: Dialect
    var blocks: [Block] = []
    var lines: [ContentLine] = []
    var references = ReferenceTable()
    var stack: [OpenBlock] = []
    /// Alignments of the columns of the table that is open.
    var tableAlignments: [ColumnAlignment] = []

    // The current line: its number from 1 and its end, and how far it has been read.
    var lineNumber = 0
    var lineEnd = 0
    var offset = 0
    var column = 0
    /// A container's indentation took a part of the tab at `offset`.
    var isInTab = false
    // What follows the place that has been read: its first byte that is no blank.
    var nonspace = 0
    var nonspaceColumn = 0
    var isBlankLine = false
    /// How many items and footnotes are open. A blank line belongs to all of them, so that their number has to be bounded.
    var openItems = 0
    static let mostItems = 100
    /// How many containers are open, indented ones included.
    var openContainers = 0
    var unclosed: [UnclosedContainer] = []
    var closers = CloserIndex()
    var unended = UnendedTags()
    /// An import or export has been read.
    var isMDX = false
    /// Index of the definition list that was opened last; 0 where there is none.
    var lastDefinitionList = 0
    /// An export has brackets that are never closed.
    var hasOpenExport = false
    /// Source offsets up to where components' tags and expressions have been sought in vain.
    var componentBarrier = 0
    var expressionBarrier = 0
    /// Lines that start before this source offset are parts of an opener that has been read.
    var takenEnd = 0
    /// Merges that were not resolved, in their order.
    var conflicts: [MergeConflict] = []
    /// How often each line stands in the file, by its hash; filled when the first conflict is met.
    var lineCounts: [UInt64: Int] = [:]
    /// A marker that opens a conflict has no others behind it.
    var hasOpenMarker = false
    /// Source offset of the last end of a `<pre>`; -1 where there is none.
    lazy var lastEndOfPreformatted = bytes.lastPlace(of: "</pre>")
    /// How many entries of the stack the current line belongs to.
    var depth = 1

    init(bytes: [UInt8], dialect: Dialect) {
        self.bytes = bytes
        self.dialect = dialect
    }

    /// Columns of white space before the first byte that is none.
    var indent: Int { nonspaceColumn - column }

    mutating func parse(_ source: SourceText) {
        blocks.reserveCapacity(source.lineCount)
        lines.reserveCapacity(source.lineCount)
        let whole = ByteRange(source.contentStart, source.bytes.count)
        blocks.append(Block(kind: .document, parent: -1, end: 1, range: whole))
        stack.append(OpenBlock(index: 0, kind: .document, endOffset: whole.upper))
        if dialect.hasExtensions {
            closers.lineStarts = source.lineStarts
            lineNumber = parseFrontMatter(source)
            noteConflicts(before: lineNumber, of: source)
        }
        let count = source.bytes.isEmpty ? 0 : source.lineCount
        while lineNumber < count {
            let range = source.lineRange(lineNumber)
            lineNumber += 1
            if range.lower < takenEnd || dialect.hasExtensions && skipsConflict(line: lineNumber - 1, range, of: source)
            {
                noteTakenLine()
            } else {
                parseLine(range)
            }
        }
        while !stack.isEmpty { closeTop() }
        dissolveUnclosed()
        blocks[0].range = whole
    }

    private mutating func parseLine(_ range: ByteRange) {
        offset = range.lower
        column = 0
        isInTab = false
        lineEnd = range.upper
        depth = 1
        findNonspace()
        while depth < stack.count {
            switch matchOpenBlock() {
            case .belongs: depth += 1
            case .fails: return parseRest()
            case .lineIsDone: return
            }
        }
        parseRest()
    }

    private mutating func noteTakenLine() {
        stack[stack.count - 1].endLine = lineNumber
        if stack[stack.count - 1].childEndLine > 0 { stack[stack.count - 1].childEndLine = lineNumber }
    }

    private mutating func parseRest() {
        // What is not indented ends an admonition, also behind a paragraph.
        if depth < stack.count, stack[depth].kind == .container { closeUnmatched() }
        switch stack[depth - 1].kind {
        case .codeBlock, .comment, .mathBlock: appendLine(toNonspace: false)
        case .htmlBlock: appendHTMLLine()
        default:
            let isLazy = stack[stack.count - 1].kind == .paragraph
            if openBlocks(maybeLazy: isLazy) { return }
            appendText()
        }
    }

    /// Adds what is left of the line to a paragraph or a table, or starts a paragraph with it.
    private mutating func appendText() {
        let top = stack[stack.count - 1].kind
        if depth < stack.count, top == .paragraph, !isBlankLine { return appendLine(toNonspace: true) }
        closeUnmatched()
        if isBlankLine { return }
        switch stack[stack.count - 1].kind {
        case .paragraph: appendLine(toNonspace: true)
        case .table: appendRow()
        default:
            open(.paragraph, at: nonspace)
            appendLine(toNonspace: true)
        }
    }

    // MARK: The current line

    /// Finds the first byte that is no blank.
    mutating func findNonspace() {
        var index = offset
        var reached = column
        while index < lineEnd {
            let byte = bytes[index]
            if byte == 0x20 {
                reached += 1
            } else if byte == 0x09 {
                reached += 4 - reached & 3
            } else {
                break
            }
            index += 1
        }
        nonspace = index
        nonspaceColumn = reached
        isBlankLine = index >= lineEnd
    }

    /// Goes on by columns of white space; a tab may be split.
    mutating func advance(columns: Int) {
        var rest = columns
        while rest > 0, offset < lineEnd {
            let width = bytes[offset] == 0x09 ? 4 - column & 3 : 1
            if width > rest {
                column += rest
                isInTab = true
                return
            }
            column += width
            rest -= width
            isInTab = false
            offset += 1
        }
    }

    mutating func advanceToNonspace() {
        isInTab = isInTab && nonspace == offset
        offset = nonspace
        column = nonspaceColumn
    }

    /// Goes on by bytes that are no tabs.
    mutating func advance(bytes count: Int) {
        offset += count
        column += count
    }

    /// Goes on by one column of white space where there is any.
    mutating func skipOptionalBlank() {
        if offset < lineEnd, bytes[offset].isBlank { advance(columns: 1) }
    }

    // MARK: The tree

    /// Appends what is left of the line to the open leaf.
    mutating func appendLine(toNonspace: Bool) {
        if toNonspace { advanceToNonspace() }
        let padding = isInTab ? UInt8(4 - column & 3) : 0
        lines.append(ContentLine(range: ByteRange(isInTab ? offset + 1 : offset, lineEnd), padding: padding))
        let top = stack.count - 1
        stack[top].endLine = lineNumber
        stack[top].endOffset = max(lineEnd, stack[top].endOffset)
    }

    /// Appends a block and opens it, after closing what cannot hold it.
    mutating func open(_ kind: BlockKind, at start: Int, detail: BlockDetail = BlockDetail()) {
        closeUnmatched()
        while true {
            let top = stack[stack.count - 1].kind
            let holds =
                top == .document || top == .quote || top == .item || top == .footnoteDefinition || top == .container
                || top == .definitionDescription
            if holds || (top == .list && kind == .item) { break }
            if top == .definitionList, kind == .definitionDescription { break }
            closeTop()
        }
        noteGap()
        let parent = stack[stack.count - 1].index
        stack.append(OpenBlock(index: blocks.count, kind: kind, endLine: lineNumber, endOffset: start))
        blocks.append(
            Block(
                kind: kind, detail: detail, parent: Int32(parent), end: 0, range: ByteRange(start, start),
                lines: UInt32(lines.count)..<UInt32(lines.count)))
        if kind.isIndentedContainer { openItems += 1 }
        depth = stack.count
    }

    /// Makes the list loose if a blank line stands between the block that starts here and its elder sibling.
    private mutating func noteGap() {
        let top = stack.count - 1
        guard stack[top].childEndLine > 0, stack[top].childEndLine < lineNumber - 1 else { return }
        if stack[top].kind == .list {
            blocks[stack[top].index].detail.isTight = false
        } else if stack[top].kind == .item {
            blocks[stack[top - 1].index].detail.isTight = false
        }
    }

    mutating func closeUnmatched() {
        while stack.count > depth { closeTop() }
    }

    /// Closes the innermost open block and hands its end on to its parent.
    mutating func closeTop() {
        let top = stack.count - 1
        switch stack[top].kind {
        case .paragraph: finishParagraph()
        case .codeBlock, .comment, .mathBlock: finishCode()
        case .container: finishContainer()
        default: break
        }
        let entry = stack.removeLast()
        if entry.kind.isIndentedContainer { openItems -= 1 }
        if entry.index < blocks.count, blocks[entry.index].end == 0 || entry.index == 0 {
            let start = blocks[entry.index].range.lower
            blocks[entry.index].range = ByteRange(start, max(start, entry.endOffset))
            blocks[entry.index].end = Int32(blocks.count)
        }
        guard top > 0 else { return }
        stack[top - 1].childEndLine = entry.endLine
        stack[top - 1].endLine = max(stack[top - 1].endLine, entry.endLine)
        stack[top - 1].endOffset = max(stack[top - 1].endOffset, entry.endOffset)
        depth = min(depth, stack.count)
    }
}

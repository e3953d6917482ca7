package import DriftText

/// The kinds of block that a document is made of.
package enum BlockKind: UInt8, Sendable {
    case document, frontMatter
    // containers
    case quote, list, item, table, tableRow, footnoteDefinition
    /// A site generator's container, such as an admonition or a tab. Its titles are its first children.
    case container
    /// Terms and what defines them.
    case definitionList, definitionDescription
    // leaves
    case paragraph, heading, thematicBreak, codeBlock, htmlBlock, linkDefinition, tableCell
    case definitionTerm
    /// The title of a container or a directive, as a reader sees it.
    case containerTitle
    /// What a site generator replaces, such as an include. Nothing of it is prose but the titles that it may hold.
    case directive
    /// A comment, which no reader sees.
    case comment
    /// A formula between `$$`.
    case mathBlock
}

extension BlockKind {
    /// Whether blank lines belong to the block as long as it is open.
    var isIndentedContainer: Bool {
        switch self {
        case .item, .footnoteDefinition, .definitionDescription: true
        default: false
        }
    }

    /// Whether the block is a leaf of running text.
    package var hasInlines: Bool {
        switch self {
        case .paragraph, .heading, .tableCell, .containerTitle, .definitionTerm: true
        default: false
        }
    }
}

/// Column alignment of a table cell.
package enum ColumnAlignment: UInt8, Sendable {
    case none, left, center, right
}

/// What a block says besides its text. One byte of meaning that depends on the kind.
package struct BlockDetail: Hashable, Sendable {
    /// Heading: level 1 to 6. List: the marker byte (`-`, `+`, `*`, `.`, `)`). Fenced code: the fence byte, `{` for
    /// code between tags; indented code: 0. Cell: a `ColumnAlignment`. Row: 1 for the header. Item: 0 plain, 1 task not
    /// done, 2 task done. Quote: 0, or 1 + an `AlertKind` for a GitHub alert. Container and directive: a
    /// `ContainerStyle`, or 0. Front matter: a `FrontMatterFormat`.
    package var code: UInt8 = 0
    /// List: no blank line between its items.
    package var isTight = false
    /// Setext heading.
    package var isMarked = false
    /// Start number of an ordered list. Table row: how many cells it has less than its header.
    package var number: UInt32 = 0

    package init(code: UInt8 = 0, isTight: Bool = false, isMarked: Bool = false, number: UInt32 = 0) {
        self.code = code
        self.isTight = isTight
        self.isMarked = isMarked
        self.number = number
    }
}

/// One node of the block tree. The tree is an array in preorder: the descendants of node `i` are `i + 1 ..< end`,
/// its first child is `i + 1` (where that is below `end`) and the sibling that follows is `end`.
package struct Block: Sendable {
    package var kind: BlockKind
    package var detail: BlockDetail
    /// Index of the parent; -1 for the document.
    package var parent: Int32
    /// Index after the last descendant.
    package var end: Int32
    /// From the block's first byte (its marker, not its indentation) to the end of its last line's content, without
    /// the terminator. A table cell's range excludes its padding.
    package var range: ByteRange
    /// Indices into `Document.lines`: the content of a leaf, line by line.
    package var lines: Range<UInt32>
    /// Fenced code: the info string. Link definition: the label without brackets. Item: its marker. Table cell: the
    /// range between its pipes with padding. Container and directive: the name. Heading: its attribute list
    /// with the braces. Otherwise empty.
    package var info: ByteRange

    package init(
        kind: BlockKind, detail: BlockDetail = BlockDetail(), parent: Int32, end: Int32, range: ByteRange,
        lines: Range<UInt32> = 0..<0, info: ByteRange = .empty
    ) {
        self.kind = kind
        self.detail = detail
        self.parent = parent
        self.end = end
        self.range = range
        self.lines = lines
        self.info = info
    }
}

/// The part of one source line that is a leaf's content: without container markers and indentation.
package struct ContentLine: Hashable, Sendable {
    package var range: ByteRange
    /// Columns of white space before the content that come from a tab split by a container's indentation: 0 to 3.
    package var padding: UInt8

    package init(range: ByteRange, padding: UInt8 = 0) {
        self.range = range
        self.padding = padding
    }
}

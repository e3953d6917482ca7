import DriftMarkdown
import DriftText

/// What stands in a document, by kind, so that its two sides can be counted against one another.
struct Contents: Sendable {
    /// An inline and the block that it stands in.
    struct Place: Sendable {
        let block: Int
        let inline: Inline
        /// The inlines around it, the nearest first.
        let around: [InlineKind]
    }

    let tables: [Table]
    /// Blocks of the top level.
    let headings: [Int]
    let paragraphs: [Int]
    let items: [Int]
    let codeBlocks: [Int]
    let inlines: [Place]

    init(_ document: Document) {
        func blocks(_ kind: BlockKind) -> [Int] { document.blocks.indices.filter { document.blocks[$0].kind == kind } }
        tables = blocks(.table).map { Table(document, block: $0) }
        headings = blocks(.heading).filter { document.blocks[$0].parent == 0 }
        paragraphs = blocks(.paragraph).filter { document.blocks[$0].parent == 0 }
        items = blocks(.item)
        codeBlocks = blocks(.codeBlock).filter { document.blocks[$0].detail.code != 0 }
        inlines = document.blocks.indices.flatMap { Self.inlines(of: $0, in: document) }
    }

    private static func inlines(of block: Int, in document: Document) -> [Place] {
        let inlines = document.inlines(of: block)
        return inlines.map { inline in
            var around: [InlineKind] = []
            var parent = inline.parent
            while parent >= 0, around.count < 8 {
                around.append(inlines[Int(parent)].kind)
                parent = inlines[Int(parent)].parent
            }
            return Place(block: block, inline: inline, around: around)
        }
    }

    func inlines(_ kind: InlineKind) -> [Place] { inlines.filter { $0.inline.kind == kind } }

    /// The inlines of one block.
    func inlines(of block: Int) -> [Inline] { inlines.filter { $0.block == block }.map(\.inline) }
}

/// The rows and cells of a table by their blocks.
struct Table: Sendable {
    let block: Int
    /// The header first.
    let rows: [Int]
    let cells: [[Int]]

    init(_ document: Document, block: Int) {
        self.block = block
        rows = Array(document.children(of: block))
        cells = rows.map { Array(document.children(of: $0)) }
    }

    var columnCount: Int { cells.first?.count ?? 0 }
    /// Rows below the header, as indices of `rows`.
    var body: Range<Int> { min(1, rows.count)..<rows.count }
    /// Whether no row is shorter or longer than the header.
    var isEven: Bool { cells.allSatisfy { $0.count == columnCount } }
}

extension Subject {
    /// Tables of the translation with their counterparts, where both documents have as many.
    var tables: [(source: Table, target: Table)] {
        guard inSource.tables.count == inTarget.tables.count else { return [] }
        return zip(inSource.tables, inTarget.tables).map { (source: $0, target: $1) }
    }

    /// Tables that have as many rows and columns as their counterparts, none of them cut short.
    var equalTables: [(source: Table, target: Table)] {
        tables.filter { source, target in
            source.rows.count == target.rows.count && source.columnCount == target.columnCount && source.isEven
                && target.isEven
        }
    }

    func range(_ block: Int) -> ByteRange { target.blocks[block].range }
}

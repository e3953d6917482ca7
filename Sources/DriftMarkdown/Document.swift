package import DriftText

/// A parsed Markdown file: its bytes and flat arrays of what stands where in them. Any bytes parse.
package struct Document: Sendable {
    package let source: SourceText
    package let dialect: Dialect
    /// The block tree in preorder; the first is the document.
    package let blocks: [Block]
    /// Content lines of all leaves; a leaf's `lines` selects its own.
    package let lines: [ContentLine]
    /// Link reference and footnote definitions by label.
    package let references: ReferenceTable
    /// The document imports or exports something, so that it is MDX, in which braces hold expressions.
    package let isMDX: Bool
    /// Merges that were not resolved, in their order.
    package let conflicts: [MergeConflict]
}

extension Document {
    /// Parses blocks; inlines are parsed when they are asked for. Linear in the size of the file.
    package init(_ source: SourceText, dialect: Dialect = .all) {
        var parser = BlockParser(bytes: source.bytes, dialect: dialect)
        parser.parse(source)
        self.init(
            source: source, dialect: dialect, blocks: parser.blocks, lines: parser.lines, references: parser.references,
            isMDX: parser.isMDX, conflicts: parser.conflicts)
    }
}

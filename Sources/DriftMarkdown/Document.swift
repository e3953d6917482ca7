package import DriftText

/// A parsed Markdown file: its bytes and flat arrays of what stands where in them. Any bytes parse.
package struct Document: Sendable {
    package let source: SourceText
    /// The block tree in preorder; the first is the document.
    package let blocks: [Block]
    /// Content lines of all leaves; a leaf's `lines` selects its own.
    package let lines: [ContentLine]
}

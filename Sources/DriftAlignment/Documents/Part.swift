package import DriftText

/// The kinds of part that are aligned and can be missing or extra.
package enum PartKind: UInt8, Sendable, CaseIterable {
    case document, section, heading, paragraph, quote, list, item, table, row, cell, codeBlock, figure, html
    /// Title of a container such as `:::note Title`; without one the site shows a word of its own.
    case title
}

/// One node of a document's outline: sections nest by the level of their headings, blocks nest as they do in Markdown.
///
/// The outline is an array in preorder: the descendants of part `i` are `i + 1 ..< end`.
package struct Part: Sendable {
    package internal(set) var kind: PartKind
    /// Index of the block in `Document.blocks`; a section has its heading's.
    package let block: Int32
    /// Index of the enclosing part; -1 for the document.
    package let parent: Int32
    /// Index after the last descendant.
    package internal(set) var end: Int32
    /// The bytes of the part; a section reaches to the end of its last block.
    package internal(set) var range: ByteRange
    /// Heading and section: 1 to 6. Others: how many lists and quotes they stand in.
    package let level: UInt8
    /// Index into `Outline.segments`; -1 for a part that is none.
    package internal(set) var segment: Int32 = -1
}

extension PartKind {
    /// Whether a part that only one side has is no loss: raw HTML, and titles that sites supply.
    var isOptional: Bool { self == .html || self == .title }
}

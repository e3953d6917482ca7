package import DriftText

/// The kinds of inline that a leaf is made of.
package enum InlineKind: UInt8, Sendable {
    /// Literal bytes, within one line.
    case text
    /// A backslash escape (two bytes) or an entity such as `&amp;`; its text is decoded on demand.
    case escape, entity
    case softBreak, hardBreak
    case codeSpan
    case emphasis, strong, strikethrough
    case link, image, autolink
    case html
    /// A comment, which no reader sees.
    case comment
    /// What a site generator replaces or reads: a shortcode, an expression in braces, an attribute list.
    case directive
    /// A formula; its content is without the dollars.
    case math
    case footnoteReference
}

/// One node of a leaf's inlines. Preorder, as `Block` is; the children of a root are the leaf's own inlines.
package struct Inline: Sendable {
    package var kind: InlineKind
    /// Index of the parent; -1 at the top.
    package var parent: Int32
    /// Index after the last descendant.
    package var end: Int32
    /// The source bytes of the whole inline, delimiters included. It may span lines.
    package var range: ByteRange
    /// What stands between the delimiters: a code span's code, a link's text, an autolink's address.
    package var content: ByteRange
    /// Link and image: where the destination stands, without `<>`; in its definition for a reference link.
    package var destination: ByteRange
    /// Link and image: where the title stands, without quotes; empty when there is none.
    package var title: ByteRange

    package init(
        kind: InlineKind, parent: Int32, end: Int32, range: ByteRange, content: ByteRange = .empty,
        destination: ByteRange = .empty, title: ByteRange = .empty
    ) {
        self.kind = kind
        self.parent = parent
        self.end = end
        self.range = range
        self.content = content
        self.destination = destination
        self.title = title
    }
}

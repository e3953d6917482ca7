package import DriftLanguage
package import DriftMarkdown

/// The smallest text that can be aligned: a heading, a paragraph, a table cell; and, without text, a code block or a
/// table as a whole.
///
/// A class, though nothing in it changes: whatever compares looks at many of its arrays, of which a copy would count each.
package final class Segment: Sendable {
    /// Index into `Outline.parts`.
    package let part: Int32
    package let inlines: [Inline]
    /// The kinds that they are of.
    let kinds: InlineKinds
    /// Equal where all links, in order, have equal destinations, and show equal addresses.
    let links: UInt64
    /// The visible text without code spans, HTML and comments.
    package let text: PlainText
    package let values: [TypedValue]
    /// Length that is compared between languages, in bytes of text.
    package let length: Int32
    /// Which marks may stand in the text.
    let marks: TextMarks

    init(part: Int32, inlines: [Inline], links: UInt64, text: PlainText, values: [TypedValue], length: Int32) {
        (self.part, self.inlines, self.links, self.text) = (part, inlines, links, text)
        (self.values, self.length) = (values, length)
        kinds = inlines.reduce(into: []) { $0.insert(InlineKinds($1.kind)) }
        marks = TextMarks(in: text.bytes)
    }

    /// The same of another length.
    func measured(_ length: Int32) -> Segment {
        Segment(part: part, inlines: inlines, links: links, text: text, values: values, length: length)
    }
}

/// Some kinds of inlines.
struct InlineKinds: OptionSet, Sendable {
    let rawValue: UInt32

    static let link = InlineKinds(.link)
    static let autolink = InlineKinds(.autolink)
    static let image = InlineKinds(.image)
    static let html = InlineKinds(.html)
    static let directive = InlineKinds(.directive)
    static let codeSpan = InlineKinds(.codeSpan)
    static let strong = InlineKinds(.strong)
    /// All that is compared between two sides.
    static let markup: InlineKinds = [link, autolink, image, html, directive, codeSpan, strong]

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ kind: InlineKind) { rawValue = 1 << UInt32(kind.rawValue) }
}

extension Segment {
    /// Whether an inline is of one of some kinds, which most segments do not have.
    func holdsAny(of kinds: InlineKinds) -> Bool { !self.kinds.isDisjoint(with: kinds) }

    /// A paragraph of images alone is a figure; one of tags says nothing to compare.
    func kind(asRead kind: PartKind, in document: Document) -> PartKind {
        guard kind == .paragraph else { return kind }
        if isFigure(in: document) { return .figure }
        return inlines.allSatisfy { Segment.markup.contains($0.kind) } ? .html : kind
    }

    private static let markup: Set<InlineKind> = [.html, .comment, .directive, .softBreak, .hardBreak]

    /// Whether all of the text is in strong emphasis, as in a heading that is none.
    var isStrongThroughout: Bool {
        guard let first = inlines.first, first.kind == .strong else { return false }
        return Int(first.end) == inlines.count && !text.bytes.isEmpty
    }

    /// Whether the segment shows nothing but images, linked or not.
    private func isFigure(in document: Document) -> Bool {
        var hasImage = false
        for inline in inlines {
            switch inline.kind {
            case .image: hasImage = true
            case .html: hasImage = hasImage || document.source.bytes[inline.range.indices].starts(with: "<img".utf8)
            case .link, .softBreak, .hardBreak: continue
            default: if !isInsideImage(inline) { return false }
            }
        }
        return hasImage
    }

    private func isInsideImage(_ inline: Inline) -> Bool {
        var parent = inline.parent
        while parent >= 0 {
            if inlines[Int(parent)].kind == .image { return true }
            parent = inlines[Int(parent)].parent
        }
        return false
    }
}

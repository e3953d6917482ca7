package import DriftLanguage
package import DriftMarkdown

/// The smallest text that can be aligned: a heading, a paragraph, a table cell; and, without text, a code block or a
/// table as a whole.
package struct Segment: Sendable {
    /// Index into `Outline.parts`.
    package let part: Int32
    package let inlines: [Inline]
    /// The visible text without code spans and HTML.
    package let text: PlainText
    package let values: [TypedValue]
    /// Indices into `Outline.vocabulary`, ascending, a repeated one as often as it occurs.
    package var tokens: [Int32] = []
    /// Length that is compared between languages, in bytes of text.
    package var length: Int32
}

extension Segment {
    /// Whether the segment shows nothing but images, linked or not.
    var isFigure: Bool {
        var hasImage = false
        for inline in inlines {
            switch inline.kind {
            case .image: hasImage = true
            case .link, .softBreak, .hardBreak, .html: continue
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

package import DriftLanguage
package import DriftMarkdown
import DriftText

/// A document as alignment sees it: its parts, and the segments in reading order.
///
/// A class, though nothing in it changes: all that compares documents holds two outlines, and a copy of a structure with
/// as many arrays counts the references to each.
package final class Outline: Sendable {
    package let document: Document
    package let locale: LanguageTag
    /// Reads values as this document's locale writes them.
    package let values: ValueReader
    /// Preorder; the first is the document.
    package let parts: [Part]
    /// Every leaf and every table cell, in reading order.
    package let segments: [Segment]
    /// Segments that form the document's main sequence, in reading order; a table stands in it as one.
    package let leaves: [Int32]
    /// Distinct anchor tokens of the document, ascending, with their weight and how many segments have them.
    package let vocabulary: [VocabularyEntry]
    /// For each segment indices into `vocabulary`, ascending, a repeated one as often as it occurs.
    let tokens: TokenLists

    /// Reads the parts and segments of a document. Linear in its length but for sorting its distinct tokens.
    ///
    /// - Parameter values: reads values as the locale writes them; nil for one that is made for this document.
    package init(_ document: Document, locale: LanguageTag, links: LinkKey, values: ValueReader? = nil) {
        self.document = document
        self.locale = locale
        var parts = PartReader.parts(of: document)
        var segments: [Segment] = []
        var leaves: [Int32] = []
        let values = values ?? ValueReader(locale: locale)
        self.values = values
        var reader = SegmentReader(document: document, values: values, links: links)
        for index in parts.indices where parts[index].isSegment {
            parts[index].segment = Int32(segments.count)
            segments.append(reader.segment(of: index, in: parts))
            parts[index].kind = segments[segments.count - 1].kind(asRead: parts[index].kind, in: document)
            if parts[index].kind != .cell { leaves.append(parts[index].segment) }
        }
        let finished = reader.finish(segments, parts: parts)
        (vocabulary, self.segments, tokens) = (finished.vocabulary, finished.segments, finished.tokens)
        (self.parts, self.leaves) = (parts, leaves)
    }

    package func part(of segment: Int) -> Part { parts[Int(segments[segment].part)] }

    /// Whether a part is code by its indentation alone, as text is that was indented by mistake.
    func isIndentedCode(_ part: Part) -> Bool {
        part.kind == .codeBlock && document.blocks[Int(part.block)].detail.code == 0
    }

    /// Direct children of a part, in order.
    package func children(of part: Int) -> [Int] {
        var children: [Int] = []
        var index = part + 1
        while index < parts[part].end {
            children.append(index)
            index = Int(parts[index].end)
        }
        return children
    }

    /// The enclosing parts, the nearest first, without the document.
    package func ancestors(of part: Int) -> [Int] {
        var ancestors: [Int] = []
        var index = Int(parts[part].parent)
        while index > 0 {
            ancestors.append(index)
            index = Int(parts[index].parent)
        }
        return ancestors
    }
}

extension Part {
    /// Whether the part stands in the sequence that is aligned, or is a cell of a table that does.
    var isSegment: Bool {
        switch kind {
        case .heading, .paragraph, .figure, .codeBlock, .html, .table, .cell, .title: true
        case .document, .section, .quote, .list, .item, .row: false
        }
    }
}

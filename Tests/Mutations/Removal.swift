package import DriftAlignment
import DriftMarkdown
import DriftMutations
import DriftText

/// A document without one of its parts, and what a comparison with the whole document has to say of that.
package struct Removal: Sendable, CustomStringConvertible {
    /// The document that is left.
    package let bytes: [UInt8]
    package let aspect: Difference.Aspect
    /// One line of what is gone.
    package let text: String
    /// Line, from 1, of what is left after which the part stood.
    package let line: Int

    package var description: String { "\(aspect.rawValue) “\(text)” after line \(line)" }
}

extension Removal {
    /// One removal for each heading, section, block, list item, table row and table column of a document.
    ///
    /// Left out are parts within a block quote or an item, items apart, and a section that is nearly all of the document.
    package static func all(of outline: Outline) -> [Removal] {
        let remover = Remover(outline: outline)
        return outline.parts.indices.dropFirst().flatMap(remover.removals)
    }
}

/// Cuts parts out of one document.
private struct Remover {
    let outline: Outline
    private var source: SourceText { outline.document.source }

    init(outline: Outline) {
        self.outline = outline
    }

    func removals(of part: Int) -> [Removal] {
        let ancestors = outline.ancestors(of: part).map { outline.parts[$0].kind }
        let isInside = ancestors.contains(.quote) || ancestors.contains(.item)
        switch outline.parts[part].kind {
        case .item: return ancestors.contains(.quote) ? [] : [cut(part, withBlankLines: false)]
        case .row: return isInside ? [] : row(part).map { [$0] } ?? []
        case .table: return isInside ? [] : [cut(part, withBlankLines: true)] + columns(of: part)
        case .section: return 3 * leaves(in: part) > 2 * leaves(in: 0) ? [] : [cut(part, withBlankLines: true)]
        case .heading, .paragraph, .quote, .codeBlock, .figure:
            return isInside ? [] : [cut(part, withBlankLines: true)]
        case .list: return isInside ? [] : [cut(part, withBlankLines: true)]
        case .document, .cell, .html, .title: return []
        }
    }

    // MARK: Lines

    private func cut(_ part: Int, withBlankLines: Bool) -> Removal {
        let range = outline.parts[part].range
        let first = source.lineIndex(at: range.lower)
        var last = source.lineIndex(at: range.upper - 1)
        if withBlankLines, last + 1 < source.lineCount, source.isBlank(line: last + 1) { last += 1 }
        var above = first - 1
        while above >= 0, source.isBlank(line: above) { above -= 1 }
        let lost = outermost(part)
        let start = source.lineIndex(at: Int(outline.parts[0].range.start))
        let isFirst = above < start || isInFrontMatter(above)
        return Removal(
            bytes: without(lines: first...last), aspect: outline.aspect(of: lost), text: outline.text(of: lost),
            line: isFirst ? firstContentLine(after: last) - (last - first + 1) + 1 : above + 1)
    }

    private func isInFrontMatter(_ line: Int) -> Bool {
        let blocks = outline.document.blocks
        guard blocks.count > 1, blocks[1].kind == .frontMatter else { return false }
        return source.lineIndex(at: blocks[1].range.upper - 1) >= line
    }

    private func firstContentLine(after line: Int) -> Int {
        var line = line + 1
        while line < source.lineCount, source.isBlank(line: line) { line += 1 }
        return line
    }

    private func without(lines: ClosedRange<Int>) -> [UInt8] {
        Array(source.bytes[..<Int(source.lineStarts[lines.lowerBound])])
            + source.bytes[source.endOfLine(lines.upperBound)...]
    }

    /// The largest part that is gone with this one: a list with its only item, a section with its only heading.
    private func outermost(_ part: Int) -> Int {
        var part = part
        while outline.parts[part].parent > 0 {
            let parent = Int(outline.parts[part].parent)
            if leaves(in: parent) > leaves(in: part) { break }
            part = parent
        }
        return part
    }

    private func leaves(in part: Int) -> Int {
        outline.leaves.filter { leaf in
            let index = Int(outline.segments[Int(leaf)].part)
            return index >= part && index < Int(outline.parts[part].end) && outline.parts[index].kind != .html
        }.count
    }

    // MARK: Tables

    private func row(_ part: Int) -> Removal? {
        let rows = outline.children(of: Int(outline.parts[part].parent))
        guard let index = rows.firstIndex(of: part), index > 0 else { return nil }
        let line = source.lineIndex(at: outline.parts[part].range.lower)
        return Removal(
            bytes: without(lines: line...line), aspect: .row, text: outline.text(of: part),
            line: source.lineIndex(at: outline.parts[rows[index - 1]].range.lower) + 1)
    }

    private func columns(of table: Int) -> [Removal] {
        guard let header = outline.children(of: table).first else { return [] }
        let cells = outline.children(of: header)
        guard cells.count > 1 else { return [] }
        return cells.indices.compactMap { column in
            outline.document.edits(removingColumn: column, of: Int(outline.parts[table].block)).map { edits in
                Removal(
                    bytes: source.bytes.applying(edits), aspect: .column, text: outline.text(of: cells[column]),
                    line: source.lineIndex(at: outline.parts[header].range.lower) + 1)
            }
        }
    }
}

extension Outline {
    /// What the loss of a part is called.
    fileprivate func aspect(of part: Int) -> Difference.Aspect {
        switch parts[part].kind {
        case .section: .section
        case .heading: .heading
        case .list: .list
        case .item: .item
        case .table: .table
        case .row: .row
        case .cell: .cell
        case .codeBlock: .codeBlock
        case .figure: .image
        case .paragraph, .quote, .document, .html, .title: .paragraph
        }
    }
}

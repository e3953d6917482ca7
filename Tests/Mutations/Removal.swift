package import DriftAlignment
import DriftMarkdown
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
        if withBlankLines, last + 1 < source.lineCount, isBlank(last + 1) { last += 1 }
        var above = first - 1
        while above >= 0, isBlank(above) { above -= 1 }
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
        while line < source.lineCount, isBlank(line) { line += 1 }
        return line
    }

    private func isBlank(_ line: Int) -> Bool {
        source.bytes[source.lineRange(line).indices].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    private func without(lines: ClosedRange<Int>) -> [UInt8] {
        let end = lines.upperBound + 1 < source.lineCount ? Int(source.lineStarts[lines.upperBound + 1]) : nil
        return Array(source.bytes[..<Int(source.lineStarts[lines.lowerBound])])
            + source.bytes[(end ?? source.bytes.count)...]
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
        return cells.indices.map { column in
            Removal(
                bytes: without(column: column, of: table), aspect: .column, text: outline.text(of: cells[column]),
                line: source.lineIndex(at: outline.parts[header].range.lower) + 1)
        }
    }

    private func without(column: Int, of table: Int) -> [UInt8] {
        let range = outline.parts[table].range
        let lines = source.lineIndex(at: range.lower)...source.lineIndex(at: range.upper - 1)
        var bytes: [UInt8] = []
        for line in 0..<source.lineCount {
            let end = line + 1 < source.lineCount ? Int(source.lineStarts[line + 1]) : source.bytes.count
            let text = source.bytes[Int(source.lineStarts[line])..<end]
            bytes += lines.contains(line) ? without(column: column, row: Array(text)) : Array(text)
        }
        return bytes
    }

    /// Takes a cell and the pipe behind it, or before it in a row without pipes at its ends.
    private func without(column: Int, row: [UInt8]) -> [UInt8] {
        var pipes: [Int] = []
        for (index, byte) in row.enumerated() where byte == UInt8(ascii: "|") {
            if index == 0 || row[index - 1] != UInt8(ascii: "\\") { pipes.append(index) }
        }
        guard row.first == UInt8(ascii: "|"), column + 1 < pipes.count else { return row }
        return Array(row[...pipes[column]]) + row[(pipes[column + 1] + 1)...]
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

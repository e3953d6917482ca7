/// Renders a document as HTML, in the form of CommonMark's reference implementation.
package struct HTMLRenderer {
    let document: Document
    /// Makes the tags harmless that GFM does not allow.
    let filtersTags: Bool
    var output = HTMLOutput()
    /// Empty cells written so far for rows shorter than their header.
    private var missingCells = 0
    /// Blocks of the footnotes that are referred to, by first reference.
    var footnotes: [Int] = []
    /// Places in `footnotes`, from 1.
    var footnoteNumbers: [Int: Int] = [:]

    package init(_ document: Document, filtersTags: Bool = false) {
        self.document = document
        self.filtersTags = filtersTags
    }

    /// The UTF-8 bytes of the whole document, front matter left out.
    package static func render(_ document: Document, filtersTags: Bool = false) -> [UInt8] {
        var renderer = HTMLRenderer(document, filtersTags: filtersTags)
        renderer.render(descendantsOf: 0, footnote: nil)
        renderer.renderFootnotes()
        return renderer.output.bytes
    }

    private mutating func render(descendantsOf root: Int, footnote: Int?) {
        var open: [Int] = []
        var index = root + 1
        let end = Int(document.blocks[root].end)
        while index < end {
            while let top = open.last, index >= Int(document.blocks[top].end) {
                close(top, footnote: footnote)
                open.removeLast()
            }
            let block = document.blocks[index]
            switch block.kind {
            case .footnoteDefinition, .frontMatter, .linkDefinition, .directive: index = Int(block.end)
            case .tableCell where isExcess(index): index += 1
            default:
                begin(index)
                open.append(index)
                index += 1
            }
        }
        while let top = open.popLast() { close(top, footnote: footnote) }
    }

    /// Whether the header has no column for the cell.
    private func isExcess(_ cell: Int) -> Bool {
        let row = Int(document.blocks[cell].parent)
        let table = Int(document.blocks[row].parent)
        return cell - row > Int(document.blocks[table + 1].end) - table - 2
    }

    private mutating func renderFootnotes() {
        guard !footnotes.isEmpty else { return }
        output.newLine()
        output.raw("<section class=\"footnotes\">\n<ol>\n" as StaticString)
        var number = 0
        while number < footnotes.count {
            let block = footnotes[number]
            number += 1
            output.raw("<li id=\"fn\(number)\">\n")
            render(descendantsOf: block, footnote: number)
            if !endsInParagraph(block) {
                output.newLine()
                renderBackReference(number)
            }
            output.newLine()
            output.raw("</li>\n" as StaticString)
        }
        output.raw("</ol>\n</section>\n" as StaticString)
    }

    private func endsInParagraph(_ footnote: Int) -> Bool {
        let last = Int(document.blocks[footnote].end) - 1
        return document.blocks[last].kind == .paragraph && Int(document.blocks[last].parent) == footnote
    }

    private mutating func renderBackReference(_ number: Int) {
        output.raw("<a href=\"#fnref\(number)\" class=\"footnote-backref\">↩</a>")
    }

    private func isInTightList(_ paragraph: Int) -> Bool {
        let parent = Int(document.blocks[paragraph].parent)
        guard document.blocks[parent].kind == .item else { return false }
        return document.blocks[Int(document.blocks[parent].parent)].detail.isTight
    }

    // MARK: Blocks

    private mutating func begin(_ index: Int) {
        let block = document.blocks[index]
        let isTightParagraph = block.kind == .paragraph && isInTightList(index)
        if block.kind != .tableCell, !isTightParagraph { output.newLine() }
        switch block.kind {
        case .quote: beginQuote(block)
        case .container: beginContainer(block)
        case .definitionList: output.raw("<dl>\n" as StaticString)
        case .definitionDescription: output.raw("<dd>\n" as StaticString)
        case .definitionTerm:
            output.raw("<dt>" as StaticString)
            renderInlines(of: index)
            output.raw("</dt>" as StaticString)
        case .containerTitle:
            output.raw("<p class=\"title\">" as StaticString)
            renderInlines(of: index)
            output.raw("</p>" as StaticString)
        case .list: beginList(block)
        case .item: beginItem(block)
        case .table: output.raw("<table>" as StaticString)
        case .tableRow:
            if block.detail.code == 1 {
                output.raw("<thead>\n" as StaticString)
            } else if document.blocks[Int(block.parent) + 1].end == Int32(index) {
                output.raw("<tbody>\n" as StaticString)
            }
            output.raw("<tr>" as StaticString)
        case .tableCell: renderCell(index)
        case .paragraph:
            if !isTightParagraph { output.raw("<p>" as StaticString) }
            renderInlines(of: index)
        case .heading:
            output.raw("<h\(block.detail.code)")
            if let id = document.headingIdentifier(of: index) {
                output.raw(" id=\"" as StaticString)
                output.text(document.source.bytes[id.indices])
                output.raw("\"" as StaticString)
            }
            output.raw(">" as StaticString)
            renderInlines(of: index)
            output.raw("</h\(block.detail.code)>")
        case .thematicBreak: output.raw("<hr />" as StaticString)
        case .codeBlock: renderCode(index)
        case .mathBlock:
            output.raw("<pre class=\"math\">" as StaticString)
            output.text(document.code(of: index))
            output.raw("</pre>" as StaticString)
        case .comment where block.detail.code == UInt8(ascii: "{"): break
        case .htmlBlock, .comment: output.html(document.code(of: index), filter: filtersTags)
        default: break
        }
    }

    private mutating func close(_ index: Int, footnote: Int?) {
        let block = document.blocks[index]
        switch block.kind {
        case .quote:
            output.newLine()
            output.raw(block.detail.code > 0 ? "</div>\n" as StaticString : "</blockquote>\n" as StaticString)
        case .definitionList:
            output.newLine()
            output.raw("</dl>\n" as StaticString)
        case .definitionDescription:
            output.newLine()
            output.raw("</dd>\n" as StaticString)
        case .container:
            output.newLine()
            output.raw("</div>\n" as StaticString)
        case .list:
            output.newLine()
            output.raw(block.detail.code < 0x2A || block.detail.code == 0x2E ? "</ol>\n" as StaticString : "</ul>\n")
        case .item: output.raw("</li>\n" as StaticString)
        case .table: output.raw("</table>\n" as StaticString)
        case .tableRow:
            renderMissingCells(index)
            output.newLine()
            output.raw("</tr>\n" as StaticString)
            if block.detail.code == 1 {
                output.raw("</thead>\n" as StaticString)
            } else if block.end == document.blocks[Int(block.parent)].end {
                output.raw("</tbody>\n" as StaticString)
            }
        case .paragraph:
            if let footnote, Int(block.end) == Int(document.blocks[Int(block.parent)].end),
                document.blocks[Int(block.parent)].kind == .footnoteDefinition
            {
                output.raw(" " as StaticString)
                renderBackReference(footnote)
            }
            if !isInTightList(index) { output.raw("</p>\n" as StaticString) }
        case .tableCell: break
        default: output.newLine()
        }
    }

    private mutating func beginQuote(_ block: Block) {
        guard block.detail.code > 0, let kind = AlertKind(rawValue: block.detail.code - 1) else {
            return output.raw("<blockquote>\n" as StaticString)
        }
        let name = "\(kind)"
        output.raw("<div class=\"markdown-alert markdown-alert-\(name)\">\n")
        output.raw("<p class=\"markdown-alert-title\">\(name.prefix(1).uppercased())\(name.dropFirst())</p>\n")
    }

    private mutating func beginContainer(_ block: Block) {
        guard !block.info.isEmpty else { return output.raw("<div>\n" as StaticString) }
        output.raw("<div class=\"" as StaticString)
        output.text(document.source.bytes[block.info.indices])
        output.raw("\">\n" as StaticString)
    }

    private mutating func beginList(_ block: Block) {
        let isOrdered = block.detail.code == UInt8(ascii: ".") || block.detail.code == UInt8(ascii: ")")
        if !isOrdered {
            output.raw("<ul>\n" as StaticString)
        } else if block.detail.number == 1 {
            output.raw("<ol>\n" as StaticString)
        } else {
            output.raw("<ol start=\"\(block.detail.number)\">\n")
        }
    }

    private mutating func beginItem(_ block: Block) {
        output.raw("<li>" as StaticString)
        guard block.detail.code > 0 else { return }
        output.raw(
            block.detail.code == 2
                ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> " as StaticString
                : "<input type=\"checkbox\" disabled=\"\" /> ")
    }

    /// Empty cells where a row has fewer than its header. A wide header over many short rows must not make the output
    /// quadratic: no more are written than the file has bytes, and some.
    private mutating func renderMissingCells(_ row: Int) {
        let missing = Int(document.blocks[row].detail.number)
        guard missing > 0, missingCells < document.source.bytes.count + 1000 else { return }
        missingCells += missing
        let header = Int(document.blocks[row].parent) + 1
        for cell in document.children(of: header).suffix(missing) {
            beginCell("td", alignment: document.blocks[cell].detail.code)
            output.raw("</td>" as StaticString)
        }
    }

    private mutating func renderCell(_ index: Int) {
        let block = document.blocks[index]
        let tag = document.blocks[Int(block.parent)].detail.code == 1 ? "th" : "td"
        beginCell(tag, alignment: block.detail.code)
        renderInlines(of: index)
        output.raw("</\(tag)>")
    }

    private mutating func beginCell(_ tag: String, alignment: UInt8) {
        output.newLine()
        output.raw("<\(tag)")
        switch ColumnAlignment(rawValue: alignment) ?? .none {
        case .none: output.raw(">" as StaticString)
        case .left: output.raw(" align=\"left\">" as StaticString)
        case .center: output.raw(" align=\"center\">" as StaticString)
        case .right: output.raw(" align=\"right\">" as StaticString)
        }
    }

    private mutating func renderCode(_ index: Int) {
        let block = document.blocks[index]
        let info = document.dialect.hasExtensions ? document.codeLanguage(of: index) : block.info
        let language = document.unescaped(info).prefix { !$0.isSpace }
        if language.isEmpty {
            output.raw("<pre><code>" as StaticString)
        } else {
            output.raw("<pre><code class=\"" as StaticString)
            if !language.starts(with: "language-".utf8) { output.raw("language-" as StaticString) }
            output.text(language)
            output.raw("\">" as StaticString)
        }
        output.text(document.code(of: index))
        if !block.lines.isEmpty { output.raw("\n" as StaticString) }
        output.raw("</code></pre>" as StaticString)
    }
}

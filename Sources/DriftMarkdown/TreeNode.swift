package import DriftText

/// A block or an inline as tree listings show it, under the names of cmark's XML.
package struct TreeNode: Sendable {
    package enum Value: Sendable, Equatable {
        case flag(Bool)
        case number(Int)
        case text([UInt8])
    }

    /// `block_quote`, `table_cell`, `emph` …; a kind that cmark does not know has its case's name in snake case.
    package var type: String
    package var range: ByteRange
    /// In the order in which they are listed.
    package var attributes: [(name: String, value: Value)] = []

    package init(type: String, range: ByteRange) {
        self.type = type
        self.range = range
    }

    private mutating func add(_ name: String, _ value: Value) {
        attributes.append((name, value))
    }
}

extension TreeNode {
    /// `holdsText` tells that the leaf's text follows as inlines, so that it is not given as a literal.
    init(_ block: Int, of document: Document, holdsText: Bool) {
        let node = document.blocks[block]
        self.init(type: TreeNode.name(node, of: document), range: node.range)
        switch node.kind {
        case .heading:
            add("level", .number(Int(node.detail.code)))
            if let id = document.headingIdentifier(of: block) { add("id", .text(document.rawText(id))) }
            if let tab = document.tabIdentifier(of: block) { add("tab", .text(document.rawText(tab))) }
        case .list: addList(node.detail)
        case .item where node.detail.code > 0: add("checked", .flag(node.detail.code == 2))
        case .quote:
            if node.detail.code > 0, let kind = AlertKind(rawValue: node.detail.code - 1) {
                add("alert", .text(Array("\(kind)".utf8)))
            }
        case .codeBlock:
            add("fenced", .flag(node.detail.code != 0))
            if !node.info.isEmpty { add("info", .text(document.unescaped(node.info))) }
            let language = document.codeLanguage(of: block)
            if !language.isEmpty, language != node.info { add("language", .text(document.rawText(language))) }
        case .tableCell: addCell(node.detail)
        case .tableRow: if node.detail.number > 0 { add("missing_cells", .number(Int(node.detail.number))) }
        case .footnoteDefinition, .linkDefinition: addDefinition(block, of: document)
        case .container, .directive:
            if !node.info.isEmpty { add("name", .text(document.rawText(node.info))) }
            if let style = document.containerStyle(of: block) { add("style", .text(Array("\(style)".utf8))) }
        default: break
        }
        let hasLiteral = !node.kind.hasInlines && !holdsText
        if hasLiteral, !node.lines.isEmpty || node.kind == .codeBlock {
            let code = document.code(of: block)
            add("literal", .text(node.lines.isEmpty ? code : code + [0x0A]))
        }
    }

    private static func name(_ block: Block, of document: Document) -> String {
        switch block.kind {
        case .quote: "block_quote"
        case .tableRow: block.detail.code == 1 ? "table_header" : "table_row"
        default: snakeCase("\(block.kind)")
        }
    }

    private mutating func addList(_ detail: BlockDetail) {
        let isOrdered = detail.code == UInt8(ascii: ".") || detail.code == UInt8(ascii: ")")
        add("list_type", .text(Array((isOrdered ? "ordered" : "bullet").utf8)))
        if isOrdered { add("list_start", .number(Int(detail.number))) }
        add("delimiter", .text([detail.code]))
        add("tight", .flag(detail.isTight))
    }

    private mutating func addCell(_ detail: BlockDetail) {
        let alignment = ColumnAlignment(rawValue: detail.code) ?? .none
        if alignment != .none { add("align", .text(Array("\(alignment)".utf8))) }
    }

    private mutating func addDefinition(_ block: Int, of document: Document) {
        add("label", .text(document.rawText(document.blocks[block].info)))
        guard let definition = document.references.definition(inBlock: block) else { return }
        add("destination", .text(document.unescaped(definition.destination)))
        if !definition.title.isEmpty { add("title", .text(document.unescaped(definition.title))) }
    }
}

extension TreeNode {
    /// - Parameter isCell: whether the inline stands in a table cell.
    init(_ inline: Inline, of document: Document, isCell: Bool) {
        self.init(type: TreeNode.name(inline.kind), range: inline.range)
        switch inline.kind {
        case .text: add("literal", .text(Array(document.source.bytes[inline.range.indices])))
        case .escape: add("literal", .text([document.source.bytes[inline.range.upper - 1]]))
        case .entity: add("literal", .text(Entity.decode(document.source.bytes[inline.range.indices])))
        case .codeSpan:
            let code = document.literal(inline.content, isCell: isCell)
            add("literal", .text(code.map { $0 == 0x0A ? 0x20 : $0 }))
        case .html, .comment, .directive: add("literal", .text(document.literal(inline.range, isCell: isCell)))
        case .link, .image:
            add("destination", .text(document.destination(of: inline)))
            if !inline.title.isEmpty { add("title", .text(document.title(of: inline))) }
        case .autolink:
            let address = document.literal(inline.content, isCell: isCell)
            add("destination", .text(Autolink.destination(address, isBare: inline.content == inline.range)))
        case .footnoteReference: add("label", .text(document.rawText(inline.content)))
        default:
            if !inline.content.isEmpty, !TreeNode.isContainer(inline) {
                add("literal", .text(document.literal(inline.content, isCell: isCell)))
            }
        }
    }

    private static func isContainer(_ inline: Inline) -> Bool {
        inline.kind == .emphasis || inline.kind == .strong || inline.kind == .strikethrough
    }

    private static func name(_ kind: InlineKind) -> String {
        switch kind {
        case .escape, .entity: "text"
        case .softBreak: "softbreak"
        case .hardBreak: "linebreak"
        case .codeSpan: "code"
        case .emphasis: "emph"
        case .autolink: "link"
        case .html: "html_inline"
        default: snakeCase("\(kind)")
        }
    }

    private static func snakeCase(_ name: String) -> String {
        var result = ""
        var lastWasCapital = true
        for byte in name.utf8 {
            let isCapital = byte &- 0x41 < 26
            if isCapital, !lastWasCapital { result += "_" }
            result.unicodeScalars.append(Unicode.Scalar(byte.lowercased))
            lastWasCapital = isCapital
        }
        return result
    }
}

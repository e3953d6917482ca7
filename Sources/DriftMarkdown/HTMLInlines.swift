internal import DriftText

/// Inlines as HTML.
extension HTMLRenderer {
    mutating func renderInlines(of block: Int) {
        let inlines = document.inlines(of: block)
        let isCell = document.blocks[block].kind == .tableCell
        var open: [Int] = []
        // An image shows the text of what it holds, without tags.
        var image = 0..<0
        for index in inlines.indices {
            while let top = open.last, index >= Int(inlines[top].end) {
                close(inlines[top], isPlain: image.contains(top))
                open.removeLast()
            }
            let inline = inlines[index]
            let isPlain = image.contains(index)
            switch inline.kind {
            case .emphasis, .strong, .strikethrough, .link, .image:
                begin(inline, isPlain: isPlain)
                open.append(index)
                if inline.kind == .image, !isPlain { image = index + 1..<Int(inline.end) }
            default: render(inline, isPlain: isPlain, isCell: isCell)
            }
        }
        while let top = open.popLast() { close(inlines[top], isPlain: image.contains(top)) }
    }

    private mutating func begin(_ inline: Inline, isPlain: Bool) {
        if isPlain { return }
        switch inline.kind {
        case .emphasis: output.raw("<em>" as StaticString)
        case .strong: output.raw("<strong>" as StaticString)
        case .strikethrough: output.raw("<del>" as StaticString)
        case .link:
            output.raw("<a href=\"" as StaticString)
            output.address(document.destination(of: inline))
            output.raw("\"" as StaticString)
            renderTitle(inline)
            output.raw(">" as StaticString)
        case .image:
            output.raw("<img src=\"" as StaticString)
            output.address(document.destination(of: inline))
            output.raw("\" alt=\"" as StaticString)
        default: break
        }
    }

    private mutating func close(_ inline: Inline, isPlain: Bool) {
        if isPlain { return }
        switch inline.kind {
        case .emphasis: output.raw("</em>" as StaticString)
        case .strong: output.raw("</strong>" as StaticString)
        case .strikethrough: output.raw("</del>" as StaticString)
        case .link: output.raw("</a>" as StaticString)
        case .image:
            output.raw("\"" as StaticString)
            renderTitle(inline)
            output.raw(" />" as StaticString)
        default: break
        }
    }

    private mutating func renderTitle(_ inline: Inline) {
        guard !inline.title.isEmpty else { return }
        output.raw(" title=\"" as StaticString)
        output.text(document.title(of: inline))
        output.raw("\"" as StaticString)
    }

    private mutating func render(_ inline: Inline, isPlain: Bool, isCell: Bool) {
        let bytes = document.source.bytes
        switch inline.kind {
        case .text: output.text(bytes[inline.range.indices])
        case .escape: output.text(bytes[inline.range.upper - 1..<inline.range.upper])
        case .entity: output.text(Entity.decode(bytes[inline.range.indices]))
        case .softBreak: output.raw(isPlain ? " " as StaticString : "\n")
        case .hardBreak: output.raw(isPlain ? " " as StaticString : "<br />\n")
        case .codeSpan:
            let code = document.literal(inline.content, isCell: isCell).map { $0 == 0x0A ? 0x20 : $0 }
            if !isPlain { output.raw("<code>" as StaticString) }
            output.text(code)
            if !isPlain { output.raw("</code>" as StaticString) }
        case .autolink:
            let isBare = inline.content == inline.range
            renderAutolink(document.literal(inline.content, isCell: isCell), isBare: isBare, isPlain: isPlain)
        case .math: output.text(document.literal(inline.range, isCell: isCell))
        case .html, .comment:
            let html = document.literal(inline.range, isCell: isCell)
            if !isPlain {
                output.html(html, filter: filtersTags)
            } else if inline.kind == .html {
                output.text(html)
            }
        case .footnoteReference: renderFootnote(inline, isPlain: isPlain)
        default: break
        }
    }

    private mutating func renderAutolink(_ address: [UInt8], isBare: Bool, isPlain: Bool) {
        if isPlain { return output.text(address) }
        output.raw("<a href=\"" as StaticString)
        output.address(Autolink.destination(address, isBare: isBare))
        output.raw("\">" as StaticString)
        output.text(address)
        output.raw("</a>" as StaticString)
    }

    private mutating func renderFootnote(_ inline: Inline, isPlain: Bool) {
        let key = LabelKey.make(document.source.bytes[inline.content.indices])
        guard !isPlain, let block = document.references.footnote(key) else { return }
        let number = footnoteNumbers[block] ?? footnotes.count + 1
        if number > footnotes.count {
            footnotes.append(block)
            footnoteNumbers[block] = number
        }
        output.raw("<sup class=\"footnote-ref\"><a href=\"#fn\(number)\" id=\"fnref\(number)\">\(number)</a></sup>")
    }
}

extension Document {
    /// The bytes of a range as they stand; in a cell without the backslashes that protect pipes.
    func literal(_ range: ByteRange, isCell: Bool) -> [UInt8] {
        let raw = rawText(range)
        guard isCell, raw.contains(UInt8(ascii: "|")) else { return raw }
        return raw.indices.filter {
            raw[$0] != UInt8(ascii: "\\") || $0 + 1 == raw.count || raw[$0 + 1] != UInt8(ascii: "|")
        }.map { raw[$0] }
    }
}

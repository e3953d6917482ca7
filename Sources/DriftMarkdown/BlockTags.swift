internal import DriftText

/// Shortcodes and Liquid tags on lines of their own.
extension BlockParser {
    /// Takes a tag that is all of the line, or of some lines: it opens or closes a container, or is a directive.
    mutating func takeTag() -> Bool {
        guard let tag = tag(at: nonspace), tag.kind != .expression, isBlank(behind: tag.end) else { return false }
        let isPaired =
            !tag.isClosing && !tag.isSelfClosing
            && closers.has(tag.closerKey(in: bytes), behind: offset, in: bytes)
        let isInText = stack[depth - 1].kind == .paragraph
        let style = tag.kind.style
        var header = BlockHeader(style: style, name: tag.name, end: tag.end)
        if tag.isClosing {
            guard tag.end <= lineEnd else { return false }
            if closeContainer(style, name: Array(bytes[tag.name.indices]), end: tag.end) { return true }
            if isInText, tag.kind != .liquid { return false }
            addDirective(header)
            return true
        }
        // A lone shortcode between lines of text stands for a word of it.
        if isInText, !isPaired, tag.kind != .liquid { return false }
        takenEnd = tag.end > lineEnd ? tag.end : takenEnd
        if isPaired, tag.isLiteral(in: bytes) {
            openLiteral(tag)
            return true
        }
        tag.titles(in: bytes, isPaired: isPaired).forEach { header.addTitle($0) }
        if isPaired { openContainer(header) } else { addDirective(header) }
        return true
    }

    /// The tag that starts at `start`; it may span lines, none of them blank.
    private mutating func tag(at start: Int) -> TemplateTag? {
        guard let kind = TemplateTag.Kind.start(in: bytes, at: start, limit: bytes.count),
            let end = unended.end(of: kind, from: start + kind.openerLength, in: bytes)
        else { return nil }
        return TemplateTag(kind, in: bytes, from: start, to: end)
    }

    /// Whether nothing follows `end` on its line, which may be a later one.
    func isBlank(behind end: Int) -> Bool {
        var index = end
        while index < bytes.count, bytes[index].isBlank { index += 1 }
        return index >= bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
    }

    private mutating func openLiteral(_ tag: TemplateTag) {
        let kind: BlockKind = tag.isComment(in: bytes) ? .comment : .codeBlock
        open(kind, at: nonspace, detail: BlockDetail(code: UInt8(ascii: "{")))
        let top = stack.count - 1
        stack[top].size = 1
        stack[top].endOffset = tag.end
        stack[top].headerEnd = tag.end
        let words = AttributeScanner.attributes(in: bytes, tag.arguments)
        let language = words.first { $0.key.isEmpty && !$0.isQuoted && !$0.value.isEmpty }
        if kind == .codeBlock, let language { blocks[stack[top].index].info = language.value }
    }

    /// Whether the line holds the closer of the innermost block, which a literal tag has opened; closes it then.
    mutating func closesLiteral() -> Bool {
        let opener = blocks[stack[depth].index].range.lower
        guard let kind = TemplateTag.Kind.start(in: bytes, at: opener, limit: bytes.count),
            let open = TemplateTag(kind, in: bytes, from: opener, to: stack[depth].headerEnd)
        else { return false }
        var index = nonspace
        while index + 3 < lineEnd {
            if bytes[index] == UInt8(ascii: "{"), let close = tag(at: index), close.isClosing,
                bytes[close.name.indices].elementsEqual(bytes[open.name.indices])
            {
                stack[depth].endLine = lineNumber
                stack[depth].endOffset = max(close.end, trimmedEnd(from: nonspace))
                if close.end > lineEnd { takenEnd = close.end }
                closeTop()
                return true
            }
            index += 1
        }
        return false
    }
}

/// Up to where no tag of a kind ends before a blank line, so that hostile text is not searched twice.
struct UnendedTags {
    private var barriers = SIMD4<Int>()

    /// The end of the tag of which the inside starts at `start`.
    mutating func end(of kind: TemplateTag.Kind, from start: Int, in bytes: [UInt8]) -> Int? {
        let barrier = Int(kind.rawValue)
        guard start >= barriers[barrier] else { return nil }
        let first = Int(kind.end.description.utf8.first ?? 0)
        var index = start
        var isLineBlank = false
        while index < bytes.count {
            let byte = bytes[index]
            if Int(byte) == first, bytes.starts(with: kind.end, at: index, limit: bytes.count) {
                return index + kind.end.utf8CodeUnitCount
            }
            if byte == 0x0A || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) {
                if isLineBlank { break }
                isLineBlank = true
            } else if !byte.isSpace {
                isLineBlank = false
            }
            index += 1
        }
        barriers[barrier] = index
        return nil
    }
}

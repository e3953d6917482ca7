internal import DriftText

/// Links, images and footnote references (CommonMark, sections 6.3 and 6.4).
extension InlineParser {
    mutating func pushBracket(isImage: Bool) {
        if !brackets.isEmpty { brackets[brackets.count - 1].hasBracketBehind = true }
        let length = isImage ? 2 : 1
        take(.text, length: length)
        brackets.append(
            OpenBracket(token: tokens.count - 1, isImage: isImage, content: position, delimiter: lastDelimiter))
    }

    mutating func closeBracket() {
        guard let opener = brackets.popLast() else {
            position.offset += 1
            return
        }
        let isBarred = !opener.isImage && brackets.count < linkBarrier
        linkBarrier = min(linkBarrier, brackets.count)
        let close = position
        position.offset += 1
        if !isBarred, let target = linkTarget(opener, close: close) {
            return makeLink(opener, close: close, target: target)
        }
        position = LeafPosition(offset: close.offset + 1, line: close.line)
        if references.hasFootnotes { takeFootnote(opener, close: close) }
    }

    /// What a link points at; the position is behind the link when there is one.
    private mutating func linkTarget(
        _ opener: OpenBracket, close: LeafPosition
    ) -> (destination: ByteRange, title: ByteRange)? {
        if let target = inlineTarget() { return target }
        guard references.hasLinks else { return nil }
        var after = position
        var label: [UInt8]?
        if text.peek(after) == 0x5B {
            let line = after.line
            if let range = text.scanLabel(&after) {
                label = LabelKey.make(text.text(range, from: line))
            } else {
                var empty = position
                if text.skip("[]", at: &empty) { after = empty } else { after = position }
            }
        }
        if label == nil {
            guard !opener.hasBracketBehind, close.offset - opener.content.offset <= 1000 else { return nil }
            label = LabelKey.make(
                text.text(ByteRange(opener.content.offset, close.offset), from: opener.content.line))
        }
        guard let label, !label.isEmpty, let definition = references.link(label) else { return nil }
        position = after
        return (definition.destination, definition.title)
    }

    /// Reads `(destination "title")` at the position.
    private mutating func inlineTarget() -> (destination: ByteRange, title: ByteRange)? {
        guard text.peek(position) == 0x28 else { return nil }
        var after = position
        text.advance(&after)
        text.skipSpace(&after)
        guard let destination = text.scanDestination(&after) else {
            // An empty destination before `)` is no failure, a byte that cannot start one is.
            return nil
        }
        var title = ByteRange.empty
        var rest = after
        text.skipSpace(&rest)
        if rest.offset > after.offset, let range = text.scanTitle(&rest) {
            title = range
            text.skipSpace(&rest)
        }
        guard text.peek(rest) == 0x29 else { return nil }
        text.advance(&rest)
        position = rest
        return (destination, title)
    }

    private mutating func makeLink(
        _ opener: OpenBracket, close: LeafPosition, target: (destination: ByteRange, title: ByteRange)
    ) {
        let after = position
        position = close
        let index = links.count
        let start = tokens[opener.token].start
        links.append(
            MatchedLink(
                isImage: opener.isImage, range: ByteRange(start, after.offset),
                content: ByteRange(opener.content.offset, close.offset), destination: target.destination,
                title: target.title))
        tokens[opener.token].kind = .linkStart
        tokens[opener.token].index = index
        take(.linkEnd, to: after, index: index)
        matchDelimiters(above: opener.delimiter)
        if !opener.isImage { linkBarrier = brackets.count }
    }

    /// Turns `[^label]` into a footnote reference where the label is defined.
    private mutating func takeFootnote(_ opener: OpenBracket, close: LeafPosition) {
        let start = opener.content.offset
        guard opener.content.line == close.line, close.offset - start > 1, close.offset - start <= 1000,
            text.bytes[start] == UInt8(ascii: "^"), !opener.hasBracketBehind,
            references.footnote(LabelKey.make(text.bytes[start + 1..<close.offset])) != nil
        else { return }
        flushText(to: close.offset + 1)
        for index in opener.token + 1..<max(opener.token + 1, tokens.count) { tokens[index].kind = .inert }
        matchDelimiters(above: opener.delimiter)
        if opener.isImage {
            tokens[opener.token].end = start - 1
            tokens.append(
                InlineToken(
                    kind: .footnote, start: start - 1, end: close.offset + 1,
                    content: ByteRange(start + 1, close.offset)))
        } else {
            tokens[opener.token].kind = .footnote
            tokens[opener.token].end = close.offset + 1
            tokens[opener.token].content = ByteRange(start + 1, close.offset)
        }
    }
}

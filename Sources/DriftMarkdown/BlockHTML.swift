internal import DriftText

/// Blocks of HTML (CommonMark, section 4.6), with what sites make of them.
extension BlockParser {
    /// Opens a block of HTML where the line begins one.
    ///
    /// - Parameter canBeAnyTag: whether any tag that stands alone on the line begins one; it cannot end a paragraph.
    mutating func openHTML(canBeAnyTag: Bool) -> Bool {
        let range = ByteRange(nonspace, lineEnd)
        guard let kind = HTMLBlockKind.start(in: bytes, range, canBeAnyTag: canBeAnyTag) else { return false }
        open(.htmlBlock, at: nonspace)
        stack[depth - 1].size = kind.rawValue
        appendHTMLLine()
        return true
    }

    /// Whether the line cannot belong to an HTML block that has no end of its own. Sites let a `<pre>` in it go on over
    /// blank lines, and a heading or a fence follow right upon an image.
    func endsHTML() -> Bool {
        let block = stack[depth]
        guard block.size >= HTMLBlockKind.element.rawValue else { return false }
        if isBlankLine { return !block.isPreformatted }
        if closesComponent() { return true }
        guard dialect.hasExtensions, block.size == HTMLBlockKind.anyTag.rawValue, indent < 4,
            bytes.starts(with: "<img", at: blocks[block.index].range.lower, limit: lineEnd)
        else { return false }
        return bytes.starts(with: "# ", at: nonspace, limit: lineEnd)
            || bytes.starts(with: "##", at: nonspace, limit: lineEnd)
            || bytes.starts(with: "```", at: nonspace, limit: lineEnd)
    }

    /// Notes whether a `<pre>` that is closed further on is open behind the line.
    private mutating func notePreformatted(_ range: ByteRange) {
        guard dialect.hasExtensions, stack[depth - 1].size >= HTMLBlockKind.element.rawValue else { return }
        if bytes.holds("</pre>", in: range) {
            stack[depth - 1].isPreformatted = false
        } else if bytes.holds("<pre>", in: range) || bytes.holds("<pre ", in: range) {
            stack[depth - 1].isPreformatted = range.upper < lastEndOfPreformatted
        }
    }

    /// Appends the line to the open HTML block and closes it where the line holds its end.
    mutating func appendHTMLLine() {
        let range = ByteRange(offset, lineEnd)
        let kind = HTMLBlockKind(rawValue: stack[depth - 1].size)
        appendLine(toNonspace: false)
        let index = stack[depth - 1].index
        blocks[index].lines = blocks[index].lines.lowerBound..<UInt32(lines.count)
        notePreformatted(range)
        guard let kind, kind.ends(in: bytes, range) else { return }
        if kind == .comment, dialect.hasExtensions, endsInComment(range) { blocks[index].kind = .comment }
        closeTop()
    }

    /// Whether nothing but comments follows the first end of one in a range.
    private func endsInComment(_ range: ByteRange) -> Bool {
        var index = range.lower
        while true {
            while index < range.upper, !bytes.starts(with: "-->", at: index, limit: range.upper) { index += 1 }
            index += 3
            while index < range.upper, bytes[index].isBlank { index += 1 }
            if index >= range.upper { return true }
            guard bytes.starts(with: "<!--", at: index, limit: range.upper) else { return false }
            index += 2
        }
    }
}

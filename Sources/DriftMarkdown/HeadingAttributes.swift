package import DriftText

/// Attribute lists at the end of headings: `{#id}`, `{ #id .name }`, `{: #id }`, `{/* #id */}`.
extension BlockParser {
    /// The content of a heading without the attribute list at its end, and the list with its braces.
    func splitAttributes(_ content: ByteRange) -> (content: ByteRange, list: ByteRange)? {
        guard !content.isEmpty, bytes[content.upper - 1] == UInt8(ascii: "}"),
            let list = AttributeScanner.trailingList(bytes, content) ?? trailingComment(content)
        else { return nil }
        var end = list.lower
        while end > content.lower, bytes[end - 1].isBlank { end -= 1 }
        return (ByteRange(content.lower, end), list)
    }

    /// `{/* #id */}` at the end of a range.
    private func trailingComment(_ range: ByteRange) -> ByteRange? {
        guard range.count > 6, bytes[range.upper - 2] == UInt8(ascii: "/"), bytes[range.upper - 3] == UInt8(ascii: "*")
        else { return nil }
        var start = range.upper - 4
        while start > range.lower, bytes[start] != UInt8(ascii: "{"), range.upper - start < 500 { start -= 1 }
        guard bytes.starts(with: "{/*", at: start, limit: range.upper - 3) else { return nil }
        var first = start + 3
        while bytes[first].isBlank { first += 1 }
        return bytes[first] == UInt8(ascii: "#") ? ByteRange(start, range.upper) : nil
    }

    /// Takes the attribute list from the last line of a heading that has just been closed.
    mutating func takeHeadingAttributes(of index: Int) {
        guard dialect.hasExtensions, !blocks[index].lines.isEmpty else { return }
        let last = Int(blocks[index].lines.upperBound) - 1
        guard let (content, list) = splitAttributes(lines[last].range) else { return }
        lines[last].range = content
        blocks[index].info = list
    }
}

extension Document {
    /// Where the id stands that a heading's attribute list gives it, without `#`.
    package func headingIdentifier(of block: Int) -> ByteRange? {
        let node = blocks[block]
        guard node.kind == .heading, !node.info.isEmpty else { return nil }
        var index = node.info.lower + 1
        while index < node.info.upper, source.bytes[index] != UInt8(ascii: "#") { index += 1 }
        guard index < node.info.upper else { return identifierAttribute(in: node.info) }
        let start = index + 1
        index = start
        while index < node.info.upper, !source.bytes[index].isSpace, source.bytes[index] != UInt8(ascii: "}"),
            source.bytes[index] != UInt8(ascii: "*")
        { index += 1 }
        return index > start ? ByteRange(start, index) : nil
    }

    /// The value of `id=`.
    private func identifierAttribute(in list: ByteRange) -> ByteRange? {
        AttributeScanner.attributes(in: source.bytes, ByteRange(list.lower + 1, list.upper - 1))
            .first { source.bytes[$0.key.indices].elementsEqual("id".utf8) && !$0.value.isEmpty }?.value
    }

    /// Where the tab's id stands in a heading that is a tab of Microsoft Learn, `# [Title](#tab/id)`; without `#tab/`.
    package func tabIdentifier(of block: Int) -> ByteRange? {
        guard blocks[block].kind == .heading else { return nil }
        let inlines = inlines(of: block)
        guard let link = inlines.first, link.kind == .link, Int(link.end) == inlines.count else { return nil }
        let target = link.destination
        guard source.bytes.starts(with: "#tab/", at: target.lower, limit: target.upper), target.count > 5 else {
            return nil
        }
        return ByteRange(target.lower + 5, target.upper)
    }
}

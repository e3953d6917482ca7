package import DriftText

/// A place that HTML in a document names, to which a link's fragment can lead.
package struct Anchor: Hashable, Sendable {
    /// Index of the block that holds it.
    package var block: Int
    /// Where the name stands, without quotes.
    package var name: ByteRange
}

extension Document {
    /// The names that `id` attributes, `name` attributes of `a` tags and attribute lists such as `{#id}` give to places,
    /// in order; without those of headings' own lists.
    package func anchors() -> [Anchor] {
        var result: [Anchor] = []
        for (index, block) in blocks.enumerated() {
            switch block.kind {
            case .htmlBlock:
                findAnchors(in: block.range, block: index, &result)
            case .directive where block.end == Int32(index + 1):
                findListIdentifier(in: block.range, block: index, &result)
            case _ where block.kind.hasInlines:
                let text = source.bytes[block.range.indices]
                guard text.contains(UInt8(ascii: "<")) || text.contains(UInt8(ascii: "{")) else { continue }
                for inline in inlines(of: index) {
                    if inline.kind == .html { findAnchors(in: inline.range, block: index, &result) }
                    if inline.kind == .directive { findListIdentifier(in: inline.range, block: index, &result) }
                }
            default: break
            }
        }
        return result
    }

    /// Finds the id of an attribute list in braces.
    private func findListIdentifier(in range: ByteRange, block: Int, _ result: inout [Anchor]) {
        guard source.bytes[range.lower] == UInt8(ascii: "{"), AttributeScanner.isList(source.bytes, range) else {
            return
        }
        let inside = ByteRange(range.lower + 1, range.upper - 1)
        for attribute in AttributeScanner.attributes(in: source.bytes, inside) {
            let start = attribute.value.lower + (source.bytes[attribute.value.lower] == UInt8(ascii: ":") ? 1 : 0)
            guard attribute.key.isEmpty, start + 1 < attribute.value.upper, source.bytes[start] == UInt8(ascii: "#")
            else { continue }
            result.append(Anchor(block: block, name: ByteRange(start + 1, attribute.value.upper)))
        }
    }

    /// Finds anchors in the tags of a range; a comment or a closing tag has none.
    private func findAnchors(in range: ByteRange, block: Int, _ result: inout [Anchor]) {
        let bytes = source.bytes
        var index = range.lower
        while index + 1 < range.upper {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            if bytes.starts(with: "<!--", at: index, limit: range.upper) {
                index = commentEnd(from: index + 2, limit: range.upper)
                continue
            }
            guard bytes[index + 1].isLetter else {
                index += 1
                continue
            }
            let isLink =
                bytes[index + 1].lowercased == UInt8(ascii: "a") && index + 2 < range.upper && bytes[index + 2].isSpace
            while index < range.upper, !bytes[index].isSpace, bytes[index] != UInt8(ascii: ">") { index += 1 }
            while let attribute = nextAttribute(&index, limit: range.upper) {
                let isName = isLink && bytes.holds("name", in: attribute.key) && attribute.key.count == 4
                let isId = bytes.holds("id", in: attribute.key) && attribute.key.count == 2
                if (isId || isName) && !attribute.value.isEmpty {
                    result.append(Anchor(block: block, name: attribute.value))
                }
            }
        }
    }

    private func commentEnd(from start: Int, limit: Int) -> Int {
        var index = start + 2
        while index < limit {
            let isEnd = source.bytes[index] == UInt8(ascii: ">") && source.bytes[index - 1] == UInt8(ascii: "-")
            if isEnd, source.bytes[index - 2] == UInt8(ascii: "-") { return index + 1 }
            index += 1
        }
        return limit
    }

    /// Reads an attribute and steps behind it; nil at the end of the tag.
    private func nextAttribute(_ index: inout Int, limit: Int) -> (key: ByteRange, value: ByteRange)? {
        let bytes = source.bytes
        while index < limit, bytes[index].isSpace || bytes[index] == UInt8(ascii: "/") { index += 1 }
        let start = index
        while index < limit, !bytes[index].isSpace, bytes[index] != UInt8(ascii: "="), bytes[index] != UInt8(ascii: ">")
        {
            index += 1
        }
        let key = ByteRange(start, index)
        guard !key.isEmpty else { return nil }
        guard index < limit, bytes[index] == UInt8(ascii: "=") else { return (key, .empty) }
        index += 1
        guard index < limit, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
            let first = index
            while index < limit, !bytes[index].isSpace, bytes[index] != UInt8(ascii: ">") { index += 1 }
            return (key, ByteRange(first, index))
        }
        let quote = bytes[index]
        let first = index + 1
        index = first
        while index < limit, bytes[index] != quote { index += 1 }
        let value = ByteRange(first, index)
        index = min(index + 1, limit)
        return (key, value)
    }
}

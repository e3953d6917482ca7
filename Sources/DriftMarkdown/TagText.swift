package import DriftText

/// An opening tag as it is written: its name and its attributes.
package struct TagText: Sendable {
    package let name: ByteRange
    package let range: ByteRange
    /// Names and values, without quotes; the name is empty for a value that stands alone.
    package let attributes: [(name: ByteRange, value: ByteRange)]
}

extension Document {
    /// The opening tags in some bytes of mark-up, in order. O(length).
    package func tags(in range: ByteRange) -> [TagText] {
        var tags: [TagText] = []
        var index = range.lower
        while index + 1 < range.upper {
            if source.bytes[index] == UInt8(ascii: "<"), source.bytes[index + 1].isLetter {
                let tag = tag(at: index, limit: range.upper)
                tags.append(tag)
                index = tag.range.upper
            } else {
                index += 1
            }
        }
        return tags
    }

    private func tag(at start: Int, limit: Int) -> TagText {
        var nameEnd = start + 1
        while nameEnd < limit, isNameByte(source.bytes[nameEnd]) { nameEnd += 1 }
        var end = nameEnd
        var quote: UInt8 = 0
        while end < limit, quote != 0 || source.bytes[end] != UInt8(ascii: ">") {
            let byte = source.bytes[end]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
            end += 1
        }
        var inside = ByteRange(nameEnd, end)
        if inside.upper > inside.lower, source.bytes[inside.upper - 1] == UInt8(ascii: "/") {
            inside = ByteRange(inside.lower, inside.upper - 1)
        }
        return TagText(
            name: ByteRange(start + 1, nameEnd), range: ByteRange(start, min(limit, end + 1)),
            attributes: AttributeScanner.attributes(in: source.bytes, inside).map { ($0.key, $0.value) })
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
    }
}

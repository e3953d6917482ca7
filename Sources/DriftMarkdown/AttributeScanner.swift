internal import DriftText

/// Attributes as tags, attribute lists and shortcodes write them: `key="value"`, `key=value`, `key: "value"`, words.
enum AttributeScanner {
    /// Attributes whose values a reader sees.
    private static let titleKeys = Set(
        ["title", "label", "alt", "alt-text", "caption", "summary", "heading", "subtitle"].map { Array($0.utf8) })

    struct Attribute {
        /// Empty for a value that stands alone.
        var key: ByteRange
        /// Without quotes.
        var value: ByteRange
        var isQuoted: Bool
    }

    /// The values of attributes that a reader sees.
    static func titles(in bytes: [UInt8], _ range: ByteRange) -> [ByteRange] {
        attributes(in: bytes, range).filter { isTitle($0.key, in: bytes) && !$0.value.isEmpty }.map(\.value)
    }

    /// Whether a reader sees the value of the attribute.
    static func isTitle(_ key: ByteRange, in bytes: [UInt8]) -> Bool {
        !key.isEmpty && titleKeys.contains(bytes[key.indices].map(\.lowercased))
    }

    /// All attributes and lone values of a range; values in braces count as lone ones without a value.
    static func attributes(in bytes: [UInt8], _ range: ByteRange) -> [Attribute] {
        var result: [Attribute] = []
        var index = range.lower
        while index < range.upper {
            if bytes[index].isSpace || bytes[index] == UInt8(ascii: ",") {
                index += 1
                continue
            }
            let start = index
            let isQuote = isQuote(bytes[index])
            while !isQuote, index < range.upper, !bytes[index].isSpace, bytes[index] != UInt8(ascii: "=") {
                index += 1
            }
            // Blanks may stand around the sign.
            let word = ByteRange(start, index)
            let sign = isQuote ? index : endOfBlanks(bytes, index, range.upper)
            guard isQuote || sign < range.upper && bytes[sign] == UInt8(ascii: "=") else {
                result.append(Attribute(key: .empty, value: word, isQuoted: false))
                continue
            }
            let key = isQuote ? ByteRange.empty : word
            if !isQuote { index = endOfBlanks(bytes, sign + 1, range.upper) }
            result.append(value(bytes, &index, limit: range.upper, key: key))
        }
        return result
    }

    private static func endOfBlanks(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
        var index = start
        while index < limit, bytes[index].isSpace { index += 1 }
        return index
    }

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
    }

    private static func value(_ bytes: [UInt8], _ index: inout Int, limit: Int, key: ByteRange) -> Attribute {
        let start = index
        guard index < limit else { return Attribute(key: key, value: .empty, isQuoted: false) }
        if isQuote(bytes[index]) {
            index += 1
            while index < limit, bytes[index] != bytes[start] { index += 1 }
            let value = ByteRange(start + 1, index)
            index = min(limit, index + 1)
            return Attribute(key: key, value: value, isQuoted: true)
        }
        if bytes[index] == UInt8(ascii: "{") {
            var depth = 0
            repeat {
                if bytes[index] == UInt8(ascii: "{") { depth += 1 }
                if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
                index += 1
            } while index < limit && depth > 0
            return Attribute(key: key, value: .empty, isQuoted: false)
        }
        while index < limit, !bytes[index].isSpace { index += 1 }
        return Attribute(key: key, value: ByteRange(start, index), isQuoted: false)
    }

    /// The attribute list at the end of a range, braces included: `{#id}`, `{ .name key=value }`, `{: #id }`.
    ///
    /// - Parameter allowsWords: whether a word alone, as in `{open}`, is an attribute.
    static func trailingList(_ bytes: [UInt8], _ range: ByteRange, allowsWords: Bool = false) -> ByteRange? {
        guard !range.isEmpty, bytes[range.upper - 1] == UInt8(ascii: "}") else { return nil }
        var start = range.upper - 1
        while start > range.lower, bytes[start] != UInt8(ascii: "{"), range.upper - start < 500 { start -= 1 }
        guard bytes[start] == UInt8(ascii: "{") else { return nil }
        let list = ByteRange(start, range.upper)
        return isList(bytes, list, allowsWords: allowsWords) ? list : nil
    }

    /// Whether a range in braces is an attribute list.
    static func isList(_ bytes: [UInt8], _ range: ByteRange, allowsWords: Bool = false) -> Bool {
        var start = range.lower + 1
        var allowsWords = allowsWords
        if start < range.upper, bytes[start] == UInt8(ascii: ":") {
            start += 1
            // kramdown's lists may name others: `{:toc}`.
            allowsWords = true
        }
        let items = attributes(in: bytes, ByteRange(start, max(start, range.upper - 1)))
        return !items.isEmpty
            && items.allSatisfy { item in
                if !item.key.isEmpty { return bytes[item.key.lower].isLetter }
                guard !item.isQuoted, !item.value.isEmpty else { return false }
                let first = bytes[item.value.lower]
                let isMarked = first == UInt8(ascii: "#") || first == UInt8(ascii: ".")
                return isMarked ? item.value.count > 1 : allowsWords && first.isLetter
            }
    }
}

package import DriftMarkdown
package import DriftText

/// The top level of a document's front matter, line by line, so that a slip in one value hides no other key.
package struct FrontMatterEntries {
    package struct Entry {
        /// In lower case, without quotation marks.
        package let key: String
        /// From the key to the last line of its value.
        package let range: ByteRange
        /// What follows the sign, on the same line, without quotation marks or a comment; empty for a value in lines of
        /// its own.
        package let value: String
        /// Where that stands, quotation marks included.
        package let valueRange: ByteRange
    }

    package private(set) var entries: [Entry] = []
    /// The first entry of each key, by key; empty where there are few entries.
    private var places: [String: Int] = [:]

    /// Up to as many entries are looked through faster than a table is made.
    private static let fewEntries = 32

    /// Nil where a document has no front matter, or one whose keys do not stand at the beginnings of lines.
    package init?(_ document: Document) {
        guard let format = document.frontMatterFormat, format != .json else { return nil }
        let bytes = document.source.bytes
        let sign = format == .yaml ? UInt8(ascii: ":") : UInt8(ascii: "=")
        for line in document.lines[document.blocks[1].lineIndices].map(\.range) {
            let text = bytes[line.indices]
            if format == .toml, text.first == UInt8(ascii: "[") { break }
            if let entry = Self.entry(bytes, line, sign: sign) {
                entries.append(entry)
            } else if let last = entries.last, text.first.map({ $0 == 0x20 || $0 == 0x09 || $0 == 0x2D }) ?? false {
                entries[entries.count - 1] = Entry(
                    key: last.key, range: ByteRange(last.range.lower, line.upper), value: last.value,
                    valueRange: last.valueRange)
            }
        }
        guard entries.count > Self.fewEntries else { return }
        places = Dictionary(entries.enumerated().map { ($1.key, $0) }) { first, _ in first }
    }

    package subscript(key: String) -> Entry? {
        places.isEmpty ? entries.first { $0.key == key } : places[key].map { entries[$0] }
    }

    private static func entry(_ bytes: [UInt8], _ line: ByteRange, sign: UInt8) -> Entry? {
        let text = bytes[line.indices]
        guard let first = text.first, first.isASCIILetter || first == 0x5F || first == 0x22 || first == 0x27,
            let end = text.firstIndex(of: sign)
        else { return nil }
        let key = text[..<end].trimmingBlanks.filter { $0 != 0x22 && $0 != 0x27 }
        guard !key.isEmpty, key.allSatisfy({ $0.isASCIILetter || "0123456789_.-/@".utf8.contains($0) }) else {
            return nil
        }
        let value = withoutComment(text[(end + 1)...]).trimmingBlanks
        return Entry(
            key: String(decoding: key, as: UTF8.self).lowercased(), range: line, value: unquoted(value),
            valueRange: ByteRange(value.startIndex, value.endIndex))
    }

    private static func withoutComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quoted = text.trimmingBlanks
        var start = text.startIndex
        if let quote = quoted.first, quote == 0x22 || quote == 0x27 {
            guard let end = quoted.dropFirst().lastIndex(of: quote) else { return text }
            start = end + 1
        }
        let comment = text[start...].indices.first { index in
            text[index] == UInt8(ascii: "#") && (index == text.startIndex || text[index - 1] == 0x20)
        }
        return comment.map { text[..<$0] } ?? text
    }

    private static func unquoted(_ text: ArraySlice<UInt8>) -> String {
        guard text.count >= 2, let quote = text.first, quote == 0x22 || quote == 0x27, text.last == quote else {
            return String(decoding: text, as: UTF8.self)
        }
        return String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
    }
}

internal import DriftText

/// Reads the lines that open containers of colons, slashes and indentation.
///
/// `range` is the line from its first visible byte to its last.
enum ContainerHeaders {
    /// `:::name title`, `:::name[Title]{attributes}`, `::: {.name}`; nil for a bare fence.
    static func colons(_ bytes: [UInt8], _ range: ByteRange) -> BlockHeader? {
        var index = range.lower
        while index < range.upper, bytes[index] == UInt8(ascii: ":") { index += 1 }
        var header = BlockHeader(style: .colons, fence: index - range.lower, end: range.upper)
        guard header.fence >= 3 else { return nil }
        while index < range.upper, bytes[index].isBlank { index += 1 }
        guard index < range.upper else { return nil }
        if bytes[index] == UInt8(ascii: "{") {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "}"), in: ByteRange(index, range.upper)) else {
                return nil
            }
            let start = bytes[index + 1] == UInt8(ascii: ".") ? index + 2 : index + 1
            header.name = ByteRange(start, max(start, min(end, bytes.nameEnd(from: start))))
            guard !header.name.isEmpty else { return nil }
            AttributeScanner.titles(in: bytes, ByteRange(header.name.upper, end)).forEach { header.addTitle($0) }
            index = end + 1
        } else {
            header.name = ByteRange(index, min(range.upper, bytes.nameEnd(from: index)))
            guard !header.name.isEmpty else { return nil }
            index = header.name.upper
            guard index == range.upper || follows.contains(bytes[index]) else { return nil }
        }
        addTitles(bytes, ByteRange(index, range.upper), to: &header)
        return header
    }

    private static let follows = ByteSet(" \t[{:\"")

    /// The titles in what follows a name: in brackets, in attributes, or as it stands.
    private static func addTitles(_ bytes: [UInt8], _ range: ByteRange, to header: inout BlockHeader) {
        var index = range.lower
        var end = range.upper
        while end > index, bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
        while index < end, bytes[end - 1].isBlank { end -= 1 }
        while index < end {
            if bytes[index].isBlank {
                index += 1
            } else if bytes[index] == UInt8(ascii: "["), let close = bytes.closingBracket(at: index, limit: end) {
                header.addTitle(ByteRange(index + 1, close))
                index = close + 1
            } else if bytes[index] == UInt8(ascii: "{"),
                let close = bytes.firstIndex(of: UInt8(ascii: "}"), in: ByteRange(index, end))
            {
                AttributeScanner.titles(in: bytes, ByteRange(index + 1, close)).forEach { header.addTitle($0) }
                index = close + 1
            } else {
                header.addTitle(text(bytes, ByteRange(index, end)))
                return
            }
        }
    }

    /// A title as it stands: without an attribute list behind it and without the quotes around it.
    private static func text(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange {
        var range = range
        if let list = AttributeScanner.trailingList(bytes, range, allowsWords: true) {
            range = ByteRange(range.lower, list.lower)
            while range.count > 0, bytes[range.upper - 1].isBlank { range = ByteRange(range.lower, range.upper - 1) }
        }
        let isQuoted =
            range.count >= 2 && bytes[range.lower] == UInt8(ascii: "\"")
            && bytes.firstIndex(of: UInt8(ascii: "\""), in: ByteRange(range.lower + 1, range.upper)) == range.upper - 1
        return isQuoted ? ByteRange(range.lower + 1, range.upper - 1) : range
    }

    /// `/// name arguments | Title`; nil for a bare fence.
    static func slashes(_ bytes: [UInt8], _ range: ByteRange) -> BlockHeader? {
        var index = range.lower
        while index < range.upper, bytes[index] == UInt8(ascii: "/") { index += 1 }
        var header = BlockHeader(style: .slashes, fence: index - range.lower, end: range.upper)
        guard header.fence >= 3 else { return nil }
        while index < range.upper, bytes[index].isBlank { index += 1 }
        header.name = ByteRange(index, min(range.upper, bytes.nameEnd(from: index)))
        index = header.name.upper
        while index < range.upper, bytes[index].isBlank { index += 1 }
        guard !header.name.isEmpty else { return nil }
        if index == range.upper { return header }
        guard let pipe = bytes.firstIndex(of: UInt8(ascii: "|"), in: ByteRange(index, range.upper)) else { return nil }
        index = pipe + 1
        while index < range.upper, bytes[index].isBlank { index += 1 }
        // What follows the pipe of an element is its tag.
        if !bytes[header.name.indices].elementsEqual("html".utf8) { header.addTitle(ByteRange(index, range.upper)) }
        return header
    }

    /// `!!! name "Title"`, `???+ name` or `=== "Title"`.
    static func indented(_ bytes: [UInt8], _ range: ByteRange) -> BlockHeader? {
        let marker = bytes[range.lower]
        guard range.count > 3, bytes[range.lower + 1] == marker, bytes[range.lower + 2] == marker else { return nil }
        var index = range.lower + 3
        let style: ContainerStyle
        switch marker {
        case UInt8(ascii: "!"): style = .admonition
        case UInt8(ascii: "?"): style = .collapsible
        default: style = .tab
        }
        var header = BlockHeader(style: style, end: range.upper)
        let mayBeOpen = style != .admonition && bytes[index] == UInt8(ascii: "+")
        if mayBeOpen || style == .tab && bytes[index] == UInt8(ascii: "!") { index += 1 }
        guard index < range.upper, bytes[index].isBlank else { return nil }
        let words = index
        while index < range.upper, bytes[index].isBlank || bytes[index].isAlphanumeric || bytes[index] == 0x2D {
            index += 1
        }
        let first = bytes[words..<index].firstIndex { !$0.isBlank } ?? index
        header.name = ByteRange(first, min(index, bytes.nameEnd(from: first)))
        guard style == .tab ? header.name.isEmpty && index < range.upper : !header.name.isEmpty else { return nil }
        if index == range.upper { return header }
        guard bytes[index] == UInt8(ascii: "\""), range.upper - index >= 2,
            bytes[range.upper - 1] == UInt8(ascii: "\"")
        else { return nil }
        header.addTitle(ByteRange(index + 1, range.upper - 1))
        return header
    }
}

extension [UInt8] {
    /// The first place of a byte in a range.
    func firstIndex(of byte: UInt8, in range: ByteRange) -> Int? {
        self[range.indices].firstIndex(of: byte)
    }

    /// The bracket that closes the one at `start`, others between them matched.
    func closingBracket(at start: Int, limit: Int) -> Int? {
        var depth = 0
        for index in start..<limit {
            if self[index] == UInt8(ascii: "[") { depth += 1 }
            if self[index] == UInt8(ascii: "]") {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }
}

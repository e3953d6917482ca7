/// Bytes of HTML with the escapes that they need.
struct HTMLOutput {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: text.description.utf8)
    }

    mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func raw(_ text: some Sequence<UInt8>) {
        bytes.append(contentsOf: text)
    }

    /// Begins a line where the output is not at the start of one.
    mutating func newLine() {
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }

    mutating func text(_ text: some Sequence<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;" as StaticString)
            case UInt8(ascii: "<"): raw("&lt;" as StaticString)
            case UInt8(ascii: ">"): raw("&gt;" as StaticString)
            case UInt8(ascii: "\""): raw("&quot;" as StaticString)
            case 0: raw("\u{FFFD}" as StaticString)
            default: bytes.append(byte)
            }
        }
    }

    /// An address in an attribute: what URLs do not allow becomes percent codes.
    mutating func address(_ address: some Sequence<UInt8>) {
        let safe = ByteSet("!#$%()*+,-./:;=?@_~")
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in address {
            if byte.isAlphanumeric || safe.contains(byte) {
                bytes.append(byte)
            } else if byte == UInt8(ascii: "&") {
                raw("&amp;" as StaticString)
            } else if byte == UInt8(ascii: "'") {
                raw("&#x27;" as StaticString)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
    }

    /// Raw HTML; with `filter`, GFM's disallowed tags are made harmless.
    mutating func html(_ html: [UInt8], filter: Bool) {
        for (index, byte) in html.enumerated() {
            if filter, byte == UInt8(ascii: "<"), HTMLOutput.isDisallowedTag(html, at: index) {
                raw("&lt;" as StaticString)
            } else {
                bytes.append(byte)
            }
        }
    }

    private static let disallowedTags = Set(
        ["title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"].map {
            Array($0.utf8)
        })

    private static func isDisallowedTag(_ html: [UInt8], at index: Int) -> Bool {
        var start = index + 1
        if start < html.count, html[start] == UInt8(ascii: "/") { start += 1 }
        var end = start
        while end < html.count, end - start < 10, html[end].isLetter { end += 1 }
        guard disallowedTags.contains(html[start..<end].map(\.lowercased)) else { return false }
        return end == html.count || html[end].isSpace || html[end] == UInt8(ascii: ">")
            || html[end] == UInt8(ascii: "/")
    }
}

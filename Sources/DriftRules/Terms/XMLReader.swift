import DriftText

/// Reads XML event by event: elements, attributes and text.
///
/// Document types and entities of one's own are refused, so that no file can make another one be read or grow beyond
/// its size; names are taken as they are written, prefixes included.
struct XMLReader {
    enum Event: Equatable {
        case start(name: String, attributes: [String: String])
        case end(name: String)
        case text(String)
    }

    /// Elements may nest as deeply as this.
    private static let depthLimit = 200

    private let source: SourceText
    private let path: String
    private var index: Int
    private var open: [String] = []
    /// An element that closed itself.
    private var pendingEnd = false
    private var bytes: [UInt8] { source.bytes }

    init(source: SourceText, path: String) {
        self.source = source
        self.path = path
        index = source.contentStart
    }

    /// Line of the file, from 1, at which the reader stands.
    var line: Int { source.lineIndex(at: index) + 1 }

    /// nil at the end.
    mutating func next() throws(RuleError) -> Event? {
        if pendingEnd {
            pendingEnd = false
            return .end(name: open.removeLast())
        }
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else { return .text(try text()) }
            if take("<!--") {
                try skip(past: "-->", "comment")
            } else if take("<?") {
                try skip(past: "?>", "processing instruction")
            } else if take("<![CDATA[") {
                let start = index
                try skip(past: "]]>", "CDATA section")
                return .text(String(decoding: bytes[start..<index - 3], as: UTF8.self))
            } else if take("<!") {
                throw error("document types and entities are not read; remove the declaration")
            } else {
                return take("</") ? try endTag() : try startTag()
            }
        }
        if let name = open.last { throw error("<\(name)> is not closed; is the file complete?") }
        return nil
    }

    private func error(_ message: String) -> RuleError { RuleError(path: path, line: line, message: message) }

    private mutating func take(_ text: String) -> Bool {
        guard bytes[index...].starts(with: text.utf8) else { return false }
        index += text.utf8.count
        return true
    }

    private mutating func skip(past end: String, _ what: String) throws(RuleError) {
        guard let found = bytes.firstOffset(of: Array(end.utf8), from: index) else {
            throw error("a \(what) is not closed; add `\(end)`")
        }
        index = found + end.utf8.count
    }

    private mutating func skipSpace() {
        while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private mutating func name() throws(RuleError) -> String {
        let start = index
        while index < bytes.count, !Self.isSpace(bytes[index]), !"/>=<\"'&".utf8.contains(bytes[index]) { index += 1 }
        if index == start { throw error("a name is missing; write &lt; for the character <") }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func endTag() throws(RuleError) -> Event {
        let name = try name()
        skipSpace()
        guard take(">") else { throw error("</\(name) is not closed; add `>`") }
        guard let last = open.last, last == name else {
            throw error("</\(name)> closes <\(open.last ?? "nothing")>; close elements in the order of their opening")
        }
        open.removeLast()
        return .end(name: name)
    }

    private mutating func startTag() throws(RuleError) -> Event {
        index += 1
        let name = try name()
        guard open.count < Self.depthLimit else { throw error("elements nest more than \(Self.depthLimit) deep") }
        open.append(name)
        var attributes: [String: String] = [:]
        while true {
            skipSpace()
            if take("/>") {
                pendingEnd = true
                break
            }
            if take(">") { break }
            guard index < bytes.count else { throw error("<\(name) is not closed; add `>`") }
            let (key, value) = try attribute()
            attributes[key] = value
        }
        return .start(name: name, attributes: attributes)
    }

    private mutating func attribute() throws(RuleError) -> (String, String) {
        let key = try name()
        skipSpace()
        guard take("=") else { throw error("attribute \(key) has no value; write \(key)=\"…\"") }
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
            throw error("the value of \(key) stands in quotation marks")
        }
        let quote = bytes[index]
        index += 1
        let start = index
        while index < bytes.count, bytes[index] != quote { index += 1 }
        guard index < bytes.count else { throw error("the value of \(key) is not closed") }
        let value = try decoded(bytes[start..<index])
        index += 1
        return (key, value)
    }

    private mutating func text() throws(RuleError) -> String {
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        return try decoded(bytes[start..<index])
    }

    /// With the five entities of XML and numbers of characters resolved.
    private func decoded(_ slice: ArraySlice<UInt8>) throws(RuleError) -> String {
        guard slice.contains(UInt8(ascii: "&")) else { return String(decoding: slice, as: UTF8.self) }
        var result: [UInt8] = []
        var rest = slice
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "&") else {
                result.append(byte)
                continue
            }
            guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
                throw error("`&` begins no entity; write &amp;")
            }
            let name = String(decoding: rest[..<end], as: UTF8.self)
            guard let text = Self.entity(name) else {
                throw error("&\(name); is not read; write the character itself")
            }
            result += Array(text.utf8)
            rest = rest[(end + 1)...]
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func entity(_ name: String) -> String? {
        let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
        if let text = known[name] { return text }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}

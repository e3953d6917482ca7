internal import DriftText

/// Scalars in single and double quotation marks (YAML 1.2.2, chapters 7.3.1 and 7.3.2).
extension YAMLParser {
    mutating func quotedScalar() throws(YAMLError) -> YAMLNode {
        let start = at
        let quote = bytes[at]
        let isDouble = quote == UInt8(ascii: "\"")
        var value: [UInt8] = []
        at += 1
        while at < end {
            switch bytes[at] {
            case quote where !isDouble && byte(at + 1) == quote:
                value.append(quote)
                at += 2
            case quote:
                at += 1
                let string = String(decoding: value, as: UTF8.self)
                let style = isDouble ? YAMLNode.Style.doubleQuoted : .singleQuoted
                return YAMLNode(kind: .scalar(string, style), range: ByteRange(start, at))
            case UInt8(ascii: "\\") where isDouble: try escape(into: &value)
            case let byte where Self.isWhite(byte): foldSpace(into: &value)
            case let byte:
                value.append(byte)
                at += 1
            }
        }
        throw YAMLError("this quotation mark is never closed", ByteRange(start, start + 1))
    }

    /// Keeps spaces within a line; folds those around line ends into a space or line feeds.
    private mutating func foldSpace(into value: inout [UInt8]) {
        let start = at
        var breaks = 0
        while at < end, Self.isWhite(bytes[at]) {
            if Self.isBreak(bytes[at]) {
                passLineEnd()
                breaks += 1
            } else {
                at += 1
            }
        }
        value += breaks == 0 ? Array(bytes[start..<at]) : Self.folded(breaks)
    }

    private mutating func escape(into value: inout [UInt8]) throws(YAMLError) {
        let letter = byte(at + 1)
        if let scalar = Self.simpleEscape(letter) {
            at += 2
            value += Array(String(scalar).utf8)
        } else if Self.isBreak(letter), at + 1 < end {
            at += 1
            passEscapedLineEnd(into: &value)
        } else {
            let digits = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8][letter]
            guard let digits, let scalar = hexEscape(digits: digits) else {
                throw YAMLError("unknown escape sequence", ByteRange(at, min(at + 2, end)))
            }
            value += Array(String(scalar).utf8)
        }
    }

    /// A line end behind a backslash is nothing; the empty lines that follow it are line feeds.
    private mutating func passEscapedLineEnd(into value: inout [UInt8]) {
        passLineEnd()
        skipSpaces()
        while at < end, Self.isBreak(bytes[at]) {
            passLineEnd()
            skipSpaces()
            value.append(UInt8(ascii: "\n"))
        }
    }

    /// Reads `\x`, `\u` or `\U` and, as JSON writers need, a pair of surrogates as one scalar.
    private mutating func hexEscape(digits: Int) -> UnicodeScalar? {
        guard let code = hexNumber(from: at + 2, digits: digits) else { return nil }
        if digits == 4, (0xD800..<0xDC00).contains(code), byte(at + 6) == UInt8(ascii: "\\"),
            byte(at + 7) == UInt8(ascii: "u"), let low = hexNumber(from: at + 8, digits: 4),
            (0xDC00..<0xE000).contains(low)
        {
            at += 12
            return UnicodeScalar(0x10000 + (code - 0xD800) << 10 + (low - 0xDC00))
        }
        guard let scalar = UnicodeScalar(code) else { return nil }
        at += 2 + digits
        return scalar
    }

    private func hexNumber(from start: Int, digits: Int) -> UInt32? {
        guard start + digits <= end else { return nil }
        let text = bytes[start..<start + digits]
        guard text.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }) else { return nil }
        return UInt32(String(decoding: text, as: UTF8.self), radix: 16)
    }

    private static func simpleEscape(_ letter: UInt8) -> UnicodeScalar? {
        switch letter {
        case UInt8(ascii: "0"): "\0"
        case UInt8(ascii: "a"): "\u{7}"
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "t"), UInt8(ascii: "\t"): "\t"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "v"): "\u{B}"
        case UInt8(ascii: "f"): "\u{C}"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "e"): "\u{1B}"
        case UInt8(ascii: " "): " "
        case UInt8(ascii: "\""): "\""
        case UInt8(ascii: "/"): "/"
        case UInt8(ascii: "\\"): "\\"
        case UInt8(ascii: "N"): "\u{85}"
        case UInt8(ascii: "_"): "\u{A0}"
        case UInt8(ascii: "L"): "\u{2028}"
        case UInt8(ascii: "P"): "\u{2029}"
        default: nil
        }
    }
}

internal import DriftText

/// GFM's extended autolinks, by the rules of its reference implementation.
extension InlineParser {
    private static let beforeWWW = ByteSet("*_~(")

    mutating func takeWWW(end: Int) {
        let start = position.offset
        let lineStart = text.lines[position.line].range.lower
        guard start + 4 <= end, text.bytes[start + 1] == UInt8(ascii: "w"), brackets.isEmpty,
            text.bytes.starts(with: "www.", at: start, limit: end),
            start == lineStart || text.bytes[start - 1].isSpace || Self.beforeWWW.contains(text.bytes[start - 1]),
            let domainEnd = Autolink.domainEnd(text.bytes, start, limit: end, isLastLine: isLastLine, needsDot: true)
        else {
            position.offset += 1
            return
        }
        let linkEnd = Autolink.end(text.bytes, start: start, from: domainEnd, limit: end)
        take(.autolink, length: linkEnd - start, content: ByteRange(start, linkEnd))
    }

    private var isLastLine: Bool { position.line + 1 >= text.last }

    mutating func takeURL(end: Int) {
        let colon = position.offset
        position.offset += 1
        guard colon + 3 <= end, text.bytes[colon + 1] == UInt8(ascii: "/"), brackets.isEmpty,
            text.bytes.starts(with: "://", at: colon, limit: end)
        else { return }
        var start = colon
        let lineStart = text.lines[position.line].range.lower
        while start > lineStart, colon - start < 6, text.bytes[start - 1].isLetter { start -= 1 }
        let range = ByteRange(start, colon)
        let isKnown =
            (colon - start == 4 && text.bytes.holds("http", in: range))
            || (colon - start == 5 && text.bytes.holds("https", in: range))
            || (colon - start == 3 && text.bytes.holds("ftp", in: range))
        guard isKnown, start >= textStart,
            let domainEnd = Autolink.domainEnd(
                text.bytes, colon + 3, limit: end, isLastLine: isLastLine, needsDot: false)
        else { return }
        let linkEnd = Autolink.end(text.bytes, start: start, from: domainEnd, limit: end)
        position.offset = start
        take(.autolink, length: linkEnd - start, content: ByteRange(start, linkEnd))
    }
}

/// Where extended autolinks end.
enum Autolink {
    /// The end of the domain at `start`; nil where there is none or it has an underscore in its last two parts.
    static func domainEnd(_ bytes: [UInt8], _ start: Int, limit: Int, isLastLine: Bool, needsDot: Bool) -> Int? {
        guard start < limit, isHost(bytes, start, limit) else { return nil }
        var index = start
        var dots = 0
        var underscores = (0, 0)
        // Beyond ASCII the domain is not looked into: what follows belongs to the address in any case.
        // A leaf's last byte is not looked at: whether it belongs to the address is seen later.
        let last = isLastLine ? limit - 1 : limit
        while index < last, bytes[index] < 0x80 {
            if bytes[index] == UInt8(ascii: "\\"), index + 2 < limit { index += 1 }
            if bytes[index] == UInt8(ascii: "_") {
                underscores.1 += 1
            } else if bytes[index] == UInt8(ascii: ".") {
                underscores = (underscores.1, 0)
                dots += 1
            } else if bytes[index] != UInt8(ascii: "-"), !isHost(bytes, index, limit) {
                break
            }
            index += 1
        }
        if underscores.0 + underscores.1 > 0, dots <= 10 { return nil }
        return needsDot && dots == 0 ? nil : index
    }

    private static func isHost(_ bytes: [UInt8], _ index: Int, _ limit: Int) -> Bool {
        if bytes[index] < 0x80 { return bytes[index].isAlphanumeric }
        switch UnicodeClass.scalar(in: bytes, at: index, limit: limit).scalar.properties.generalCategory {
        case .spaceSeparator, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            return false
        default: return true
        }
    }

    /// The end of the address whose domain ends at `domainEnd`, without punctuation that belongs to the sentence.
    static func end(_ bytes: [UInt8], start: Int, from domainEnd: Int, limit: Int) -> Int {
        var end = domainEnd
        var balance = 0
        for index in start..<end { count(bytes[index], &balance) }
        while end < limit, !bytes[end].isSpace, bytes[end] != UInt8(ascii: "<") {
            count(bytes[end], &balance)
            end += 1
        }
        return trim(bytes, start: start, end: end, balance: balance)
    }

    /// `balance` is the number of closing parentheses less that of opening ones.
    private static func count(_ byte: UInt8, _ balance: inout Int) {
        if byte == UInt8(ascii: "(") { balance -= 1 }
        if byte == UInt8(ascii: ")") { balance += 1 }
    }

    static func trim(_ bytes: [UInt8], start: Int, end: Int, balance: Int) -> Int {
        var end = end
        var balance = balance
        while end > start {
            switch bytes[end - 1] {
            case UInt8(ascii: ")"):
                guard balance > 0 else { return end }
                balance -= 1
                end -= 1
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
                UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
                end -= 1
            case UInt8(ascii: ";"):
                var name = end - 1
                while name > start, bytes[name - 1].isLetter { name -= 1 }
                let isEntity = name < end - 1 && name > start && bytes[name - 1] == UInt8(ascii: "&")
                end = isEntity ? name - 1 : end - 1
            default: return end
            }
        }
        return end
    }

    /// Where an autolink leads: a scheme is put before an address that lacks one.
    ///
    /// - Parameter isBare: whether the address stands without angle brackets.
    static func destination(_ address: [UInt8], isBare: Bool) -> [UInt8] {
        let scheme = address.prefix { $0.isAlphanumeric || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }.count
        if isBare, address.starts(with: "www".utf8) { return Array("http://".utf8) + address }
        if scheme == address.count || address[scheme] != UInt8(ascii: ":") { return Array("mailto:".utf8) + address }
        return address
    }

    private static let mailMarks = ByteSet(".+-_")

    /// The e-mail address around the `@` at `at` within the text from `start` to `end`.
    static func mail(_ bytes: [UInt8], at: Int, start: Int, end: Int) -> ByteRange? {
        var first = at
        while first > start, bytes[first - 1].isAlphanumeric || mailMarks.contains(bytes[first - 1]) { first -= 1 }
        guard first < at else { return nil }
        var last = at + 1
        var dots = 0
        scan: while last < end {
            let byte = bytes[last]
            switch byte {
            case UInt8(ascii: "@"): return nil
            case UInt8(ascii: "."):
                guard last + 1 < end, bytes[last + 1].isAlphanumeric else { break scan }
                dots += 1
            case UInt8(ascii: "-"), UInt8(ascii: "_"): break
            default: if !byte.isAlphanumeric { break scan }
            }
            last += 1
        }
        guard dots > 0, bytes[last - 1].isLetter else { return nil }
        return ByteRange(first, last)
    }
}

/// One pass over a text, from one run of digits to the next.
///
/// Dates, times and versions are tried before plain numbers, each by a method in a file of its own that looks at the
/// groups of digits ahead and answers with the value or nil.
struct ValueScan {
    let text: [UInt8]
    let conventions: NumberConventions
    /// Groups of digits that stand one separator apart, from the current one on.
    var groups: [DigitGroup] = []
    /// The separator after each group but the last.
    var separators: [DigitSeparator] = []
    /// The end of the value or name that was read last.
    var position = 0
    /// The end of the last value.
    private(set) var consumed = 0
    private var values: [TypedValue] = []
    private var token = 0..<0
    private var tokenIsAddress = false

    init(text: [UInt8], conventions: NumberConventions) {
        self.text = text
        self.conventions = conventions
    }

    mutating func run() -> [TypedValue] {
        while let start = nextDigit() {
            if isInAddress(start) {
                position = token.upperBound
            } else if standsInName(start) {
                position = endOfName(from: start)
            } else {
                collectGroups(from: start)
                read()
            }
        }
        return values
    }

    private mutating func read() {
        guard let first = groups.first else { return }
        let value =
            numericDate() ?? characterDate() ?? monthNameDate() ?? time() ?? prefixedVersion() ?? version() ?? number()
        if let value {
            values.append(value)
            position = max(position, value.range.upperBound)
            consumed = position
        } else {
            position = endOfName(from: first.start)
        }
    }

    private mutating func nextDigit() -> Int? {
        while position < text.count {
            let byte = text[position]
            if Self.mayBeginDigit(byte), byte < 0x80 || text.digit(at: position) != nil { return position }
            position += 1
        }
        return nil
    }

    /// Whether a digit of any script may begin with a byte.
    static func mayBeginDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0xD9, 0xDB, 0xE0, 0xEF: true
        default: false
        }
    }

    private mutating func collectGroups(from start: Int) {
        groups.removeAll(keepingCapacity: true)
        separators.removeAll(keepingCapacity: true)
        guard let first = text.digitGroup(at: start) else { return }
        groups.append(first)
        // Eight groups are more than any date or number has; a bound keeps the pass linear.
        while groups.count < 8, let last = groups.last, let separator = text.digitSeparator(at: last.end),
            let next = text.digitGroup(at: last.end + separator.length)
        {
            separators.append(separator.kind)
            groups.append(next)
        }
    }

    // MARK: Names and addresses

    /// Whether the digits continue a name: `L2`, `SHA-256`, `python3.10`, `#12`, `_1`.
    private func standsInName(_ start: Int) -> Bool {
        guard let before = text.scalar(before: start), !continuesValue(start) else { return false }
        switch before.value {
        case 0x23, 0x5F: return true  // # _
        case 0x2D, 0x2010, 0x2011:  // hyphens
            guard let letter = text.scalar(before: start - before.length) else { return false }
            return (Scalars.isLatin(letter.value) || Scalars.isCyrillicOrGreek(letter.value)) && !startsVersion(start)
        default:
            guard Scalars.isLatin(before.value) || Scalars.isCyrillicOrGreek(before.value) else { return false }
            return !hasVersionPrefix(start)
        }
    }

    /// Whether three groups of digits stand there, as behind the name of `package-2.1.4`.
    private func startsVersion(_ start: Int) -> Bool {
        guard let first = text.digitGroup(at: start), text.matches([0x2E], at: first.end),
            let second = text.digitGroup(at: first.end + 1), text.matches([0x2E], at: second.end)
        else { return false }
        return text.digit(at: second.end + 1) != nil
    }

    /// Whether the digits follow a value, as in `1920x1080` and `2020-04-05T14:30`.
    private func continuesValue(_ start: Int) -> Bool {
        guard consumed > 0 else { return false }
        return consumed == start || (consumed == start - 1 && text[consumed] == UInt8(ascii: "T"))
    }

    /// Whether a lone `v` stands before the digits.
    func hasVersionPrefix(_ start: Int) -> Bool {
        guard start > 0, text[start - 1] | 0x20 == UInt8(ascii: "v") else { return false }
        guard let before = text.scalar(before: start - 1) else { return true }
        return !Scalars.isLatin(before.value) && !Scalars.isCyrillicOrGreek(before.value) && before.value != 0x5F
            && before.value != 0x2D && text.digit(at: start - 2) == nil
    }

    /// The end of a name with its digits, and with digits that a hyphen, a dot or a slash joins to it.
    func endOfName(from start: Int) -> Int {
        var end = start
        while end < text.count {
            let byte = text[end]
            if let digit = text.digit(at: end) {
                end += digit.length
            } else if byte == 0x5F {
                end += 1
            } else if byte == 0x2D || byte == 0x2E || byte == 0x2F, text.digit(at: end + 1) != nil {
                end += 1
            } else if text.isLatin(at: end) {
                end += text.scalar(at: end).length
            } else {
                break
            }
        }
        return end
    }

    /// Whether the digits stand in a URL, an e-mail address or a path.
    private mutating func isInAddress(_ start: Int) -> Bool {
        if start >= token.upperBound { findToken(around: start) }
        return tokenIsAddress
    }

    private mutating func findToken(around start: Int) {
        var lower = start
        while lower > token.upperBound, Self.isTokenByte(text[lower - 1]) { lower -= 1 }
        var upper = start
        while upper < text.count, Self.isTokenByte(text[upper]) { upper += 1 }
        token = lower..<max(upper, start + 1)
        tokenIsAddress = isAddress(lower..<upper)
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x26, 0x2A...0x3B, 0x3D, 0x3F...0x5A, 0x5C, 0x5E...0x7B, 0x7D, 0x7E: true
        default: false
        }
    }

    private func isAddress(_ range: Range<Int>) -> Bool {
        var slashes = 0
        var letters = 0
        for index in range {
            let byte = text[index]
            if byte == UInt8(ascii: ":"), text.matches([0x3A, 0x2F, 0x2F], at: index) { return true }
            if byte == UInt8(ascii: "@"), index > range.lowerBound, index + 1 < range.upperBound { return true }
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") { slashes += 1 }
            if Scalars.isLatin(UInt32(byte)) { letters += 1 }
        }
        guard letters > 1, let first = range.first else { return false }
        if text.matches(Array("www.".utf8), at: first) { return true }
        return slashes > 0 && (text[first] == UInt8(ascii: "/") || text[first] == UInt8(ascii: ".") || slashes > 1)
    }
}

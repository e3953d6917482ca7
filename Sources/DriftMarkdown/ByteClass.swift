/// The classes of ASCII bytes that Markdown's grammar asks for.
extension UInt8 {
    /// Space or tab.
    @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 }

    /// Space, tab, line feed, vertical tab, form feed or carriage return.
    @inline(__always) var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }

    @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }

    @inline(__always) var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }

    /// ASCII punctuation, which a backslash escapes.
    @inline(__always) var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isAlphanumeric }

    /// The byte with `A` to `Z` made small.
    @inline(__always) var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

/// A set of ASCII bytes in two words, so that a test costs no memory access.
struct ByteSet {
    private let low: UInt64
    private let high: UInt64

    /// The bytes of `members`, all of which are ASCII.
    init(_ members: StaticString) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        for scalar in members.description.unicodeScalars {
            if scalar.value < 64 { low |= 1 << UInt64(scalar.value) } else { high |= 1 << UInt64(scalar.value - 64) }
        }
        self.low = low
        self.high = high
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        // Without a branch: text alternates between the words too irregularly to be predicted.
        let word = byte & 0x40 == 0 ? low : high
        return (word &>> UInt64(byte & 63)) & UInt64(~byte &>> 7) != 0
    }
}

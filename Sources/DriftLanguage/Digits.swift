/// A run of decimal digits of one text.
struct DigitGroup {
    /// Bytes, half-open.
    var start: Int
    var end: Int
    /// The number written; wraps where it has more than nineteen digits, which is as good for comparing.
    var value: UInt64
    /// Digits, leading zeros included.
    var count: Int

    /// The value where it is small enough for a part of a date.
    var small: Int { count <= 4 ? Int(value) : -1 }
}

/// What may stand between two groups of digits that belong together.
enum DigitSeparator {
    case dot, comma, apostrophe, space, slash, hyphen, colon, decimal, grouping
}

extension [UInt8] {
    /// The value and the length in bytes of a digit, be it ASCII, full-width, Arabic, Persian, Devanagari, Bengali or
    /// Thai.
    func digit(at index: Int) -> (value: UInt64, length: Int)? {
        guard index >= 0, index < count else { return nil }
        let byte = self[index]
        if byte < 0x80 { return byte >= 0x30 && byte <= 0x39 ? (UInt64(byte - 0x30), 1) : nil }
        guard index + 1 < count else { return nil }
        switch byte {
        case 0xD9: return Self.digit(self[index + 1], zero: 0xA0, length: 2)
        case 0xDB: return Self.digit(self[index + 1], zero: 0xB0, length: 2)
        case 0xE0, 0xEF: return index + 2 < count ? wideDigit(at: index) : nil
        default: return nil
        }
    }

    private func wideDigit(at index: Int) -> (value: UInt64, length: Int)? {
        switch (self[index], self[index + 1]) {
        case (0xE0, 0xA5), (0xE0, 0xA7): Self.digit(self[index + 2], zero: 0xA6, length: 3)
        case (0xE0, 0xB9), (0xEF, 0xBC): Self.digit(self[index + 2], zero: 0x90, length: 3)
        default: nil
        }
    }

    private static func digit(_ byte: UInt8, zero: UInt8, length: Int) -> (value: UInt64, length: Int)? {
        byte >= zero && byte < zero + 10 ? (UInt64(byte - zero), length) : nil
    }

    func digitGroup(at start: Int) -> DigitGroup? {
        var group = DigitGroup(start: start, end: start, value: 0, count: 0)
        while let digit = digit(at: group.end) {
            group.value = group.value &* 10 &+ digit.value
            group.count += 1
            group.end += digit.length
        }
        return group.count > 0 ? group : nil
    }

    /// The separator at an offset and its length in bytes; a spacing character counts once.
    func digitSeparator(at index: Int) -> (kind: DigitSeparator, length: Int)? {
        guard index < count else { return nil }
        switch self[index] {
        case UInt8(ascii: "."): return (.dot, 1)
        case UInt8(ascii: ","): return (.comma, 1)
        case UInt8(ascii: "'"): return (.apostrophe, 1)
        case UInt8(ascii: " "): return (.space, 1)
        case UInt8(ascii: "/"): return (.slash, 1)
        case UInt8(ascii: "-"): return (.hyphen, 1)
        case UInt8(ascii: ":"): return (.colon, 1)
        case 0xC2, 0xD9, 0xE2, 0xEF: return wideSeparator(at: index)
        default: return nil
        }
    }

    private func wideSeparator(at index: Int) -> (kind: DigitSeparator, length: Int)? {
        if matches([0xC2, 0xA0], at: index) { return (.space, 2) }
        if matches([0xD9, 0xAB], at: index) { return (.decimal, 2) }
        if matches([0xD9, 0xAC], at: index) { return (.grouping, 2) }
        if matches([0xE2, 0x80, 0xAF], at: index) || matches([0xE2, 0x80, 0x89], at: index) { return (.space, 3) }
        if matches([0xE2, 0x80, 0x99], at: index) { return (.apostrophe, 3) }
        if matches([0xEF, 0xBC, 0x8C], at: index) { return (.comma, 3) }
        if matches([0xEF, 0xBC, 0x8D], at: index) { return (.hyphen, 3) }
        if matches([0xEF, 0xBC, 0x8E], at: index) { return (.dot, 3) }
        if matches([0xEF, 0xBC, 0x8F], at: index) { return (.slash, 3) }
        if matches([0xEF, 0xBC, 0x9A], at: index) { return (.colon, 3) }
        return nil
    }

    /// Whether the bytes stand at an offset, which may lie outside of the text.
    func matches(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + bytes.count <= count else { return false }
        for offset in bytes.indices where self[index + offset] != bytes[offset] { return false }
        return true
    }
}

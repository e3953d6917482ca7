/// What stands beside a run of delimiters, as the flanking rules see it.
enum Neighbour {
    case space, punctuation, other
}

/// Decoding and classes of scalars in bytes that may be invalid UTF-8.
enum UnicodeClass {
    /// The scalar that starts at `offset` and its length in bytes; an invalid byte counts as U+FFFD of length 1.
    static func scalar(in bytes: [UInt8], at offset: Int, limit: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = bytes[offset]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        guard length > 1, offset + length <= limit, first <= 0xF4 else { return ("\u{FFFD}", 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for index in offset + 1..<offset + length {
            guard bytes[index] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
            value = value << 6 | UInt32(bytes[index] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The class of the scalar that starts at `offset`.
    static func neighbour(in bytes: [UInt8], at offset: Int, limit: Int) -> Neighbour {
        let byte = bytes[offset]
        if byte < 0x80 { return byte.isSpace ? .space : byte.isPunctuation ? .punctuation : .other }
        return classify(scalar(in: bytes, at: offset, limit: limit).scalar)
    }

    /// The class of the scalar that ends before `offset`, which is above `start`.
    static func neighbour(in bytes: [UInt8], before offset: Int, start: Int) -> Neighbour {
        var first = offset - 1
        let byte = bytes[first]
        if byte < 0x80 { return byte.isSpace ? .space : byte.isPunctuation ? .punctuation : .other }
        while first > start, offset - first < 4, bytes[first] & 0xC0 == 0x80 { first -= 1 }
        return classify(scalar(in: bytes, at: first, limit: offset).scalar)
    }

    /// Unicode white space is category Zs, punctuation the categories P and S (CommonMark 0.31, section 2.1).
    static func classify(_ scalar: Unicode.Scalar) -> Neighbour {
        switch scalar.properties.generalCategory {
        case .spaceSeparator: .space
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            .punctuation
        default: .other
        }
    }
}

extension UInt8 {
    /// Whether the byte is a letter from A to Z in either case.
    @inlinable package var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

    /// Whether the byte is a digit from 0 to 9.
    @inlinable package var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
}

extension [UInt8] {
    /// Without blanks and ASCII punctuation, ASCII letters in lower case.
    package var foldedLetters: [UInt8] {
        filter { $0 >= 0x80 || $0.isASCIILetter || $0.isASCIIDigit }.map { $0.isASCIILetter ? $0 | 0x20 : $0 }
    }
}

import DriftLanguage

/// A text taken apart for the look-up of terms: words, single characters of scripts without spaces, signs.
///
/// Blanks and invisible characters only separate, so that a term is found across the end of a line.
struct TermText {
    let bytes: [UInt8]
    private(set) var tokens: [Range<Int>] = []
    private var foldedBytes: [UInt8] = []
    private var foldedRanges: [Range<Int>] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var index = 0
        while index < bytes.count {
            let scalar = bytes.scalar(at: index)
            if Self.separates(scalar.value) {
                index += scalar.length
                continue
            }
            var end = index + scalar.length
            if Self.isWord(scalar.value) { end = Self.endOfWord(bytes, from: end) }
            append(index..<end)
            index = end
        }
    }

    private mutating func append(_ range: Range<Int>) {
        tokens.append(range)
        let start = foldedBytes.count
        // The two ways to write an apostrophe are one.
        let isQuote =
            range.count == 3 && bytes[range.lowerBound] == 0xE2 && bytes.scalar(at: range.lowerBound).value == 0x2019
        foldedBytes += isQuote ? [0x27] : bytes.folded(range)
        foldedRanges.append(start..<foldedBytes.count)
    }

    func exact(_ token: Int) -> [UInt8] { Array(bytes[tokens[token]]) }

    func folded(_ token: Int) -> [UInt8] { Array(foldedBytes[foldedRanges[token]]) }

    func foldedSlice(_ token: Int) -> ArraySlice<UInt8> { foldedBytes[foldedRanges[token]] }

    /// Whether nothing stands between two tokens.
    func isAdjacent(_ token: Int, _ next: Int) -> Bool { tokens[token].upperBound == tokens[next].lowerBound }

    /// The bytes from the first to the last of some tokens.
    func range(of tokens: Range<Int>) -> Range<Int> {
        self.tokens[tokens.lowerBound].lowerBound..<self.tokens[tokens.upperBound - 1].upperBound
    }

    // MARK: Characters

    private static func endOfWord(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let scalar = bytes.scalar(at: index)
            guard isWord(scalar.value) || scalar.value == 0x200D || scalar.value == 0x200C
            else {
                break
            }
            index += scalar.length
        }
        return index
    }

    private static func separates(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0D, 0x20, 0xA0, 0xAD, 0x2000...0x200F, 0x202F, 0x2060, 0x3000, 0xFEFF: true
        default: false
        }
    }

    private static func isWord(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 {
            return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A || (0x30...0x39).contains(scalar)
                || scalar == 0x5F
        }
        return Scalars.isLetter(scalar) && !isUnspaced(scalar)
    }

    /// Whether words of the script stand together: Thai, Lao, Burmese, Khmer, Chinese, Japanese; Korean, whose particles
    /// and compounds do.
    static func isUnspaced(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...0xA4CF, 0xAC00...0xD7FF,
            0xF900...0xFAFF, 0xFF66...0xFFDC, 0x2_0000...0x3_FFFF:
            true
        default: false
        }
    }
}

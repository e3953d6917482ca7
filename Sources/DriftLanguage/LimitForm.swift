import DriftText

/// A word of the lexicon of limits, or a few, and what they say. Its letters lie in a list that all of a language share.
struct LimitForm: Sendable {
    /// Of the letters, in small letters.
    let letters: Range<Int>
    /// Whether it ends where a word of the text does.
    let endsWord: Bool
    let kinds: Limits.Kinds

    /// Where it ends in a text that has it at an offset.
    ///
    /// - Parameter hyphenates: whether hyphens and underscores join words, so that “read-only” is a word of its own.
    func end(in text: [UInt8], at start: Int, of all: [UInt32], hyphenates: Bool) -> Int? {
        var index = start
        for letter in letters {
            guard index < text.count else { return nil }
            let scalar = text.scalar(at: index)
            guard Scalars.fold(scalar.value) == all[letter] || (all[letter] == 0x20 && text[index] == 0x0A) else {
                return nil
            }
            index += scalar.length
        }
        if endsWord, index < text.count, Self.joins(text.scalar(at: index).value, hyphenates) { return nil }
        return index
    }

    /// Whether a character belongs to the word beside it.
    static func joins(_ scalar: UInt32, _ hyphenates: Bool) -> Bool {
        if scalar >= 0x80 { return Scalars.isLetter(scalar) }
        let byte = UInt8(scalar)
        return byte.isASCIILetter || byte.isASCIIDigit
            || (hyphenates && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")))
    }
}

/// A word as the lexicon writes it.
struct LimitSpelling: Sendable {
    /// In small letters.
    let letters: [UInt32]
    /// Whether it begins, and ends, where a word of the text does.
    let startsWord: Bool
    let endsWord: Bool
    let kinds: Limits.Kinds

    /// - Parameter word: `_` is a space, `*` stands for further letters.
    init(_ word: Substring.UTF8View, _ kinds: Limits.Kinds) {
        let bytes = Array(word)
        let star = UInt8(ascii: "*")
        let isUnspaced = Self.isUnspaced(bytes)
        startsWord = bytes.first != star && !isUnspaced
        endsWord = bytes.last != star && !isUnspaced
        self.kinds = kinds
        var letters: [UInt32] = []
        var index = 0
        while index < bytes.count {
            let scalar = bytes.scalar(at: index)
            if bytes[index] != star { letters.append(scalar.value == 0x5F ? 0x20 : Scalars.fold(scalar.value)) }
            index += scalar.length
        }
        self.letters = letters
    }

    /// Below `keys`; what a word that has to begin where a word of the text does shares with no other.
    var key: Int { letters.first.map { Self.key(of: $0, startsWord: startsWord) } ?? 0 }

    static let keys = 512

    /// That of words which begin with a letter.
    static func key(of scalar: UInt32, startsWord: Bool) -> Int {
        Int(Scalars.fold(scalar) & 0xFF) + (startsWord ? keys / 2 : 0)
    }

    /// By key, longer ones first.
    func isBefore(_ other: LimitSpelling) -> Bool {
        key != other.key ? key < other.key : letters.count > other.letters.count
    }

    /// Whether a word is in a script that puts no spaces between words, or binds endings to them.
    private static func isUnspaced(_ word: [UInt8]) -> Bool {
        guard !word.isEmpty else { return false }
        let first = word.scalar(at: 0).value
        return (0xE00...0xE7F).contains(first) || (0x3040...0xD7A3).contains(first)
    }
}

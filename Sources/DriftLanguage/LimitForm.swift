import DriftText

/// A word of the lexicon of limits, or a few, and what they say.
struct LimitForm: Sendable {
    /// How it is written.
    struct Spelling: Hashable, Sendable {
        /// In small letters.
        let scalars: [UInt32]
        /// Whether it begins, and ends, where a word of the text does.
        let startsWord: Bool
        let endsWord: Bool

        /// - Parameter word: `_` is a space, `*` stands for further letters.
        init(_ word: Substring.UTF8View) {
            let bytes = Array(word)
            let isAnywhere = bytes.first == Self.star || Self.isUnspaced(bytes)
            startsWord = !isAnywhere
            endsWord = !(bytes.last == Self.star || Self.isUnspaced(bytes))
            var scalars: [UInt32] = []
            var index = 0
            while index < bytes.count {
                let scalar = bytes.scalar(at: index)
                if bytes[index] != Self.star {
                    scalars.append(scalar.value == 0x5F ? 0x20 : Scalars.fold(scalar.value))
                }
                index += scalar.length
            }
            self.scalars = scalars
        }

        private static let star = UInt8(ascii: "*")

        /// Whether a word is in a script that puts no spaces between words, or binds endings to them.
        private static func isUnspaced(_ word: [UInt8]) -> Bool {
            guard !word.isEmpty else { return false }
            let first = word.scalar(at: 0).value
            return (0xE00...0xE7F).contains(first) || (0x3040...0xD7A3).contains(first)
        }
    }

    let spelling: Spelling
    let kinds: Limits.Kinds

    var key: Int { spelling.scalars.first.map(Self.key) ?? 0 }

    /// A letter's, in small letters; others may share it. Below 256.
    static func key(of scalar: UInt32) -> Int { Int(Scalars.fold(scalar) & 0xFF) }

    /// By key, longer ones first; an order of all forms.
    func isBefore(_ other: LimitForm) -> Bool {
        if key != other.key { return key < other.key }
        let scalars = (spelling.scalars, other.spelling.scalars)
        if scalars.0.count != scalars.1.count { return scalars.0.count > scalars.1.count }
        if scalars.0 != scalars.1 { return scalars.0.lexicographicallyPrecedes(scalars.1) }
        return spelling.bounds < other.spelling.bounds
    }

    /// Where it ends in a text that has it at an offset.
    ///
    /// - Parameter hyphenates: whether hyphens and underscores join words, so that “read-only” is a word of its own.
    func end(in text: [UInt8], at start: Int, hyphenates: Bool) -> Int? {
        var index = start
        for wanted in spelling.scalars {
            guard index < text.count else { return nil }
            let scalar = text.scalar(at: index)
            guard Scalars.fold(scalar.value) == wanted || (wanted == 0x20 && text[index] == 0x0A) else { return nil }
            index += scalar.length
        }
        if spelling.startsWord, let before = text.scalar(before: start), Self.joins(before.value, hyphenates) {
            return nil
        }
        if spelling.endsWord, index < text.count, Self.joins(text.scalar(at: index).value, hyphenates) { return nil }
        return index
    }

    private static func joins(_ scalar: UInt32, _ hyphenates: Bool) -> Bool {
        if scalar < 0x80 {
            let byte = UInt8(scalar)
            return byte.isASCIILetter || byte.isASCIIDigit
                || (hyphenates && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")))
        }
        return Scalars.isLetter(scalar)
    }
}

extension LimitForm.Spelling {
    fileprivate var bounds: Int { (startsWord ? 1 : 0) + (endsWord ? 2 : 0) }
}

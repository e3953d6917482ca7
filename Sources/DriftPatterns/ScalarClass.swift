/// A set of characters: ranges and properties, or all others.
struct ScalarClass: Sendable, Hashable {
    /// What `\p{…}`, `\d`, `\w` and `\s` stand for.
    enum Property: Sendable, Hashable {
        case letter, upper, lower, mark, number, decimal, punctuation, symbol, separator, word, space
        case script(ClosedRange<UInt32>)

        /// Names as they are written in braces.
        static let named: [(name: String, properties: [Property])] = [
            ("L", [.letter]), ("Lu", [.upper]), ("Ll", [.lower]), ("M", [.mark]), ("N", [.number]), ("Nd", [.decimal]),
            ("P", [.punctuation]), ("S", [.symbol]), ("Z", [.separator]),
            ("Latin", [.script(0x41...0x5A), .script(0x61...0x7A), .script(0xC0...0x24F), .script(0x1E00...0x1EFF)]),
            ("Greek", [.script(0x370...0x3FF), .script(0x1F00...0x1FFF)]), ("Cyrillic", [.script(0x400...0x52F)]),
            ("Hebrew", [.script(0x590...0x5FF)]), ("Arabic", [.script(0x600...0x6FF), .script(0x750...0x77F)]),
            ("Devanagari", [.script(0x900...0x97F)]), ("Thai", [.script(0xE00...0xE7F)]),
            ("Hangul", [.script(0x1100...0x11FF), .script(0x3130...0x318F), .script(0xAC00...0xD7A3)]),
            ("Hiragana", [.script(0x3040...0x309F)]),
            ("Katakana", [.script(0x30A0...0x30FF), .script(0xFF66...0xFF9F)]),
            ("Han", [.script(0x3005...0x3007), .script(0x3400...0x9FFF), .script(0xF900...0xFAFF)]),
        ]
    }

    struct Item: Sendable, Hashable {
        enum Kind: Sendable, Hashable {
            case range(ClosedRange<UInt32>)
            case properties([Property])

            static func property(_ property: Property) -> Kind { .properties([property]) }
        }

        var kind: Kind
        var isNegated = false
    }

    var items: [Item] = []
    var isNegated = false
    var ignoresCase = false

    init() {}

    init(_ scalar: UInt32, ignoresCase: Bool) {
        items = [Item(kind: .range(scalar...scalar))]
        self.ignoresCase = ignoresCase
    }

    /// All but the end of a line.
    static var anyButLineEnd: ScalarClass {
        var any = ScalarClass(0x0A, ignoresCase: false)
        any.isNegated = true
        return any
    }

    func contains(_ scalar: UInt32) -> Bool {
        var isMember = has(scalar)
        if !isMember, ignoresCase {
            let (lower, upper) = scalar.caseVariants
            isMember = lower != scalar && has(lower) || upper != scalar && has(upper)
        }
        return isMember != isNegated
    }

    private func has(_ scalar: UInt32) -> Bool {
        items.contains { item in
            let isMember =
                switch item.kind {
                case .range(let range): range.contains(scalar)
                case .properties(let properties): properties.contains { $0.has(scalar) }
                }
            return isMember != item.isNegated
        }
    }
}

extension ScalarClass.Property {
    fileprivate func has(_ value: UInt32) -> Bool {
        if case .script(let range) = self { return range.contains(value) }
        guard let scalar = Unicode.Scalar(value) else { return false }
        if self == .space { return scalar.properties.isWhitespace }
        return has(scalar.properties.generalCategory, value)
    }

    private func has(_ category: Unicode.GeneralCategory, _ value: UInt32) -> Bool {
        switch self {
        case .letter: category.isLetter
        case .upper: category == .uppercaseLetter
        case .lower: category == .lowercaseLetter
        case .mark: category.isMark
        case .number: category == .decimalNumber || category == .letterNumber || category == .otherNumber
        case .decimal: category == .decimalNumber
        case .punctuation: category.isPunctuation
        case .symbol:
            [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol].contains(category)
        case .separator: [.spaceSeparator, .lineSeparator, .paragraphSeparator].contains(category)
        case .word: category.isLetter || category.isMark || category == .decimalNumber || value == 0x5F
        case .space, .script: false
        }
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isLetter: Bool {
        [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter].contains(self)
    }

    fileprivate var isMark: Bool { [.nonspacingMark, .spacingMark, .enclosingMark].contains(self) }

    fileprivate var isPunctuation: Bool {
        [
            .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation,
        ].contains(self)
    }
}

extension UInt32 {
    /// The small and the capital letter, where each is one character.
    fileprivate var caseVariants: (lower: UInt32, upper: UInt32) {
        if self < 0x80 {
            let isLetter = (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A
            return isLetter ? (self | 0x20, self & ~0x20) : (self, self)
        }
        guard let properties = Unicode.Scalar(self)?.properties else { return (self, self) }
        return (single(properties.lowercaseMapping), single(properties.uppercaseMapping))
    }

    private func single(_ text: String) -> UInt32 {
        let scalars = text.unicodeScalars
        return scalars.count == 1 ? scalars.first?.value ?? self : self
    }

    /// Whether a character belongs to a word: a letter, a mark, a digit or a low line.
    var isWordCharacter: Bool {
        if self < 0x80 {
            return (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A || self >= 0x30 && self <= 0x39 || self == 0x5F
        }
        return ScalarClass.Property.word.has(self)
    }
}

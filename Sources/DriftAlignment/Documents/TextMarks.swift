/// Marks of which nothing can stand in a text that lacks the bytes with which they begin, so that nobody looks for them there.
struct TextMarks: OptionSet, Sendable {
    let rawValue: UInt8

    static let bracket = TextMarks(rawValue: 1)
    static let quotation = TextMarks(rawValue: 2)
    static let placeholder = TextMarks(rawValue: 4)
    /// What joins keys or names one: a plus sign, a hyphen, a symbol, the letter of function keys.
    static let key = TextMarks(rawValue: 8)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Linear in the text, and the only look at most texts.
    init(in text: [UInt8]) {
        let beginnings = Self.beginnings
        var marks: UInt8 = 0
        for byte in text { marks |= beginnings[Int(byte)] }
        rawValue = marks
    }

    /// Those that may begin with a byte.
    init(beginningWith byte: UInt8) { rawValue = Self.beginnings[Int(byte)] }

    /// By byte what may begin with it; marks in full width begin with one of a few.
    private static let beginnings: [UInt8] = {
        var marks = [TextMarks](repeating: [], count: 256)
        for byte in [0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0xE3, 0xEF] { marks[byte].insert(.bracket) }
        for byte in [0x22, 0xC2, 0xE2, 0xEF] { marks[byte].insert(.quotation) }
        for byte in "{%".utf8 { marks[Int(byte)].insert(.placeholder) }
        for byte in [0x2B, 0x2D, 0x46, 0xE2, 0xEF] { marks[byte].insert(.key) }
        return marks.map(\.rawValue)
    }()
}

import DriftText

/// Keys that are pressed together and end in a letter, a digit or a function key, such as `Strg+Umschalt+P` and `⌘K`; a
/// function key by itself as well.
struct KeyCombination {
    struct Modifiers: OptionSet {
        let rawValue: UInt8

        static let control = Modifiers(rawValue: 1)
        static let alternate = Modifiers(rawValue: 2)
        static let shift = Modifiers(rawValue: 4)
        static let command = Modifiers(rawValue: 8)
        static let system = Modifiers(rawValue: 16)
    }

    let modifiers: Modifiers
    /// In bytes of the text, the modifiers included.
    let range: Range<Int>
    /// Where the key itself stands.
    let key: Range<Int>
    /// The key's name, in capitals.
    private let name: [UInt8]

    func isSame(as other: KeyCombination) -> Bool { modifiers == other.modifiers && name == other.name }

    /// Those of a text in their order. Linear in the text.
    static func all(in text: [UInt8]) -> [KeyCombination] {
        var combinations: [KeyCombination] = []
        var modifiers: Modifiers = []
        var start = 0
        var index = 0
        while index < text.count {
            let end = text.endOfWord(from: index)
            if modifiers.isEmpty { start = index }
            if let next = modifier(in: text, index..<end) {
                modifiers.formUnion(next.modifier)
                index = next.end
                continue
            }
            if index < end, let name = keyName(text[index..<end]), !modifiers.isEmpty || name.count > 1 {
                combinations.append(
                    KeyCombination(modifiers: modifiers, range: start..<end, key: index..<end, name: name))
            }
            modifiers = []
            index = max(end, index + 1)
        }
        return combinations
    }

    /// - Parameter word: empty where no word begins, and a symbol may stand.
    private static func modifier(in text: [UInt8], _ word: Range<Int>) -> (modifier: Modifiers, end: Int)? {
        if word.isEmpty {
            guard text[word.lowerBound] == 0xE2,
                let symbol = symbols.first(where: { text[word.lowerBound...].starts(with: $0.text.utf8) })
            else { return nil }
            let end = word.lowerBound + symbol.text.utf8.count
            return (symbol.modifier, text.endOfJoint(from: end) ?? text.endOfGap(from: end))
        }
        guard word.count <= longest, let end = text.endOfJoint(from: word.upperBound) else { return nil }
        // `option-a` is a name as well.
        let isNamed = text[word.upperBound] != UInt8(ascii: "-") || text[word.lowerBound] < UInt8(ascii: "a")
        guard isNamed else { return nil }
        let folded = text[word].map { $0.isASCIILetter ? $0 | 0x20 : $0 }
        return words.first { folded.elementsEqual($0.text.utf8) }.map { ($0.modifier, end) }
    }

    private static let symbols: [(text: String, modifier: Modifiers)] = [
        ("⌃", .control), ("⌥", .alternate), ("⇧", .shift), ("⌘", .command),
    ]

    private static let words: [(text: String, modifier: Modifiers)] = [
        ("ctrl", .control), ("control", .control), ("strg", .control),
        ("alt", .alternate), ("option", .alternate), ("opt", .alternate),
        ("shift", .shift), ("umschalt", .shift), ("maj", .shift), ("mayús", .shift), ("mayus", .shift),
        ("maiusc", .shift),
        ("cmd", .command), ("command", .command), ("meta", .command), ("win", .system), ("windows", .system),
        ("super", .system),
    ]

    /// Bytes of the longest word for a modifier.
    private static let longest = 8

    /// nil for what is neither a letter, a digit nor a function key.
    private static func keyName(_ word: ArraySlice<UInt8>) -> [UInt8]? {
        guard let first = word.first else { return nil }
        if word.count == 1 { return first.isASCIILetter ? [first & 0xDF] : first.isASCIIDigit ? [first] : nil }
        let digits = word.dropFirst()
        let isFunctionKey =
            first == UInt8(ascii: "F") && digits.count <= 2 && digits.allSatisfy(\.isASCIIDigit)
            && digits.first != UInt8(ascii: "0")
        return isFunctionKey ? Array(word) : nil
    }
}

extension [UInt8] {
    /// The end of the word that begins at an index; the index itself where none does.
    fileprivate func endOfWord(from start: Int) -> Int {
        var end = start
        while end < count {
            if self[end].isWord {
                end += 1
            } else if self[end] >= 0xC3, self[end] <= 0xDF, end + 1 < count {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// Where the next key begins behind `+`, with or without blanks and tags around it, or `-` without any; nil where
    /// neither is.
    fileprivate func endOfJoint(from start: Int) -> Int? {
        guard start < count else { return nil }
        if self[start] == UInt8(ascii: "-") { return start + 1 }
        let plus = endOfGap(from: start)
        return plus < count && self[plus] == UInt8(ascii: "+") ? endOfGap(from: plus + 1) : nil
    }

    /// The end of blanks and of the marks that stand for tags.
    fileprivate func endOfGap(from start: Int) -> Int {
        var end = start
        while end < count {
            if self[end] == 0x20 {
                end += 1
            } else if self[end...].starts(with: "\u{FFFC}".utf8) {
                end += 3
            } else {
                break
            }
        }
        return end
    }
}

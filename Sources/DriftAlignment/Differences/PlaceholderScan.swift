import DriftText

/// Reads the placeholders of running text: those of shells, templates and printf, and those of message formats:
/// `%name%`, `%{name}`, `%1$s`, `{name}`, `{count, plural, one {…} other {…}}`.
struct PlaceholderScan {
    struct Placeholder {
        let range: Range<Int>
        /// What must be equal, without blanks.
        let text: [UInt8]
        /// Whether it may as well be a word for the reader to replace, which translators translate.
        var isLoose = false
    }

    private let text: [UInt8]
    private var found: [Placeholder] = []

    /// The placeholders of a text in their order. O(length).
    static func placeholders(in text: [UInt8]) -> [Placeholder] {
        guard text.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "%") }) else { return [] }
        var scan = PlaceholderScan(text: text)
        scan.run()
        return scan.found
    }

    private init(text: [UInt8]) {
        self.text = text
    }

    private mutating func run() {
        var index = 0
        while index < text.count {
            if let end = PlaceholderDifferences.end(of: text, index) ?? rubyName(index) ?? positional(index) {
                add(index..<end)
                index = end
            } else if let end = message(index) {
                index = end
            } else if let end = name(index) {
                add(index..<end, isLoose: true)
                index = end
            } else {
                index += 1
            }
        }
    }

    private mutating func add(_ range: Range<Int>, isLoose: Bool = false) {
        found.append(Placeholder(range: range, text: text[range].filter { $0 > 0x20 }, isLoose: isLoose))
    }

    private func byte(_ index: Int) -> UInt8? { index >= 0 && index < text.count ? text[index] : nil }

    /// The end of a name of letters, digits, `_` and full stops within it; nil where none begins.
    private func endOfName(_ start: Int) -> Int? {
        guard let first = byte(start), first.isWord, !first.isASCIIDigit else { return nil }
        var end = start + 1
        while let next = byte(end), next.isWord || next == UInt8(ascii: "."), end - start < 60 { end += 1 }
        return end
    }

    /// `%{name}` of Ruby.
    private func rubyName(_ start: Int) -> Int? {
        guard byte(start) == UInt8(ascii: "%"), byte(start + 1) == UInt8(ascii: "{"), let end = endOfName(start + 2),
            byte(end) == UInt8(ascii: "}")
        else { return nil }
        return end + 1
    }

    /// `%1$s`.
    private func positional(_ start: Int) -> Int? {
        guard byte(start) == UInt8(ascii: "%"), byte(start + 1)?.isASCIIDigit ?? false,
            byte(start + 2) == UInt8(ascii: "$"), let letter = byte(start + 3), "sdifu@".utf8.contains(letter),
            !(byte(start + 4)?.isWord ?? false)
        else { return nil }
        return start + 4
    }

    /// `%name%`, and `{name}` that is no part of a formula.
    private func name(_ start: Int) -> Int? {
        guard let mark = byte(start), mark == UInt8(ascii: "%") || mark == UInt8(ascii: "{"),
            let end = endOfName(start + 1), byte(end) == (mark == UInt8(ascii: "%") ? mark : UInt8(ascii: "}"))
        else { return nil }
        if let before = byte(start - 1), before.isWord || "}\\^%#".utf8.contains(before) { return nil }
        if mark == UInt8(ascii: "%"), byte(end + 1)?.isWord ?? false { return nil }
        return end - start > 3 ? end + 1 : nil
    }

    // MARK: Message formats

    /// Adds the argument of a message and, where it selects by words that no language changes, these words.
    ///
    /// - Returns: the end of the message; nil where none begins.
    private mutating func message(_ start: Int) -> Int? {
        guard byte(start) == UInt8(ascii: "{"), let name = endOfName(skippingBlanks(start + 1)) else { return nil }
        let comma = skippingBlanks(name)
        guard byte(comma) == UInt8(ascii: ",") else { return nil }
        let kind = skippingBlanks(comma + 1)
        guard let end = endOfName(kind),
            let word = Self.kinds.first(where: { text[kind..<end].elementsEqual($0.utf8) }),
            let close = closingBrace(from: start)
        else { return nil }
        add(start..<end)
        if word == "select" { addArms(from: end, to: close) }
        return close
    }

    private static let kinds = ["plural", "select", "selectordinal", "number", "date", "time"]

    private mutating func addArms(from start: Int, to end: Int) {
        var depth = 0
        var index = start
        while index < end {
            if text[index] == UInt8(ascii: "{") {
                depth += 1
            } else if text[index] == UInt8(ascii: "}") {
                depth -= 1
            } else if depth == 0, let after = endOfName(index) {
                if byte(skippingBlanks(after)) == UInt8(ascii: "{") { add(index..<after) }
                index = after
                continue
            }
            index += 1
        }
    }

    /// The offset behind the brace that closes one, within 600 bytes.
    private func closingBrace(from start: Int) -> Int? {
        var depth = 0
        for index in start..<min(text.count, start + 600) {
            if text[index] == UInt8(ascii: "{") { depth += 1 }
            if text[index] == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { return index + 1 }
        }
        return nil
    }

    private func skippingBlanks(_ start: Int) -> Int {
        var index = start
        while let next = byte(index), next <= 0x20, index - start < 40 { index += 1 }
        return index
    }
}

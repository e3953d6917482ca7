import DriftText

/// A line of code, told apart from the prose in it, for the families of syntax that most languages belong to.
struct CodeText {
    /// The line without blanks, comments (`#`, `//`, `--`, `;`, `<!--`, `/*`, `*`) and the contents of quotation marks.
    private(set) var code: [UInt8] = []
    /// What stands in quotation marks or between the tags of mark-up, without blanks; each text ends in a line break.
    private(set) var quoted: [UInt8] = []
    /// The whole line without blanks.
    let all: [UInt8]
    /// Whether the line is text that may be translated: other than ASCII, or a sentence of three words without any
    /// sign of code.
    private(set) var isProse = false
    /// Whether what is not code is what a diagram shows.
    var isLabel: Bool { language.isDiagram }
    private let language: CodeLanguage

    /// O(length), but for quotation marks that are never closed.
    ///
    /// - Parameter language: what the block is said to be in; of none, marks that several families share are known.
    init(_ line: ArraySlice<UInt8>, language: CodeLanguage = CodeLanguage("")) {
        self.language = language
        let line = line.withPlainBlanks
        all = line.filter { $0 > 0x20 }
        read(language.isMarkup ? withoutCapitals(Array(line.trimmingBlanks)) : Array(line.trimmingBlanks))
        let words = line.split(separator: 0x20)
        let plain = words.filter { $0.allSatisfy { $0.isASCIILetter || ".,:;!?'()/-".utf8.contains($0) } }
        let isSentence =
            code.first.map { $0 >= 0x41 && $0 <= 0x5A || $0.isASCIIDigit } ?? false
            || code.last.map { ".:?!".utf8.contains($0) } ?? false
        let isCode = !isSentence || code.contains { "{}=;<>$|\\".utf8.contains($0) }
        isProse =
            language.isDiagram || language.isText || language.isScript && isPhrase(words)
            || code.contains { $0 >= 0x80 }
            || !isCode && words.count >= 3 && 4 * plain.count >= 3 * words.count
    }

    /// Whether a line of two words or more that are nothing but letters is no statement.
    private func isPhrase(_ words: [ArraySlice<UInt8>]) -> Bool {
        let statements = [
            "return", "const", "let", "var", "throw", "await", "yield", "typeof", "new", "import", "export", "delete",
            "case", "else", "async", "function", "class", "goto", "default", "static", "void", "do", "type",
            "interface",
            "declare", "namespace", "abstract", "public", "private", "enum", "break", "continue",
        ]
        return words.count >= 2 && words.allSatisfy { $0.allSatisfy(\.isASCIILetter) }
            && !statements.contains { $0.utf8.elementsEqual(words[0]) }
    }

    /// Words in capitals, two or more in a row, say what to put there: mark-up has none.
    private mutating func withoutCapitals(_ text: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var index = 0
        while index < text.count {
            var end = index
            while end < text.count, text[end] >= 0x41 && text[end] <= 0x5A || text[end] == 0x20 || text[end] == 0x2E {
                end += 1
            }
            let words = text[index..<end].split(separator: 0x20).filter { $0.contains { $0 >= 0x41 } }
            if words.count >= 2, words.allSatisfy({ $0.count >= 2 }) {
                quoted += text[index..<end].filter { $0 > 0x20 }
            } else {
                end = max(end, index + 1)
                kept += text[index..<end]
            }
            index = end
        }
        return kept
    }

    private mutating func read(_ text: [UInt8]) {
        var quote: UInt8 = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if language.isDiagram, quote == 0, let end = language.endOfLabel(text, from: index) {
                code.append(byte)
                quoted += text[(index + 1)..<end].filter { $0 > 0x20 }
                index = end
                continue
            }
            if quote != 0 {
                if byte > 0x20 { quoted.append(byte == quote ? 0x0A : byte) }
                if byte == quote { quote = 0 }
                if byte == UInt8(ascii: "\\") { index += 1 }
            } else if startsComment(text, index) {
                break
            } else if text[index...].starts(with: "/*".utf8) {
                index = Self.endOfComment(text, from: index + 2)
                continue
            } else if byte == 0x22 || byte == 0x27 || byte == 0x60, text[(index + 1)...].contains(byte) {
                if let end = language.endOfKey(text, from: index) {
                    code += text[index..<end].filter { $0 > 0x20 }
                    index = end
                    continue
                }
                quote = byte
                code.append(UInt8(ascii: "\""))
            } else if byte == UInt8(ascii: ">"), text[0] == UInt8(ascii: "<") {
                code.append(byte)
                let end =
                    text[(index + 1)...].firstIndex(of: UInt8(ascii: "<"))
                    ?? (language.isMarkup ? text.count : index + 1)
                quoted += text[(index + 1)..<end].filter { $0 > 0x20 }
                index = end - 1
            } else if byte > 0x20 {
                code.append(byte)
            }
            index += 1
        }
    }

    private static func endOfComment(_ text: [UInt8], from start: Int) -> Int {
        var index = start
        while index + 1 < text.count, text[index] != UInt8(ascii: "*") || text[index + 1] != UInt8(ascii: "/") {
            index += 1
        }
        return min(text.count, index + 2)
    }

    private func startsComment(_ text: [UInt8], _ index: Int) -> Bool {
        let isAtStart = index == 0 || text[index - 1] == 0x20 || text[index - 1] == 0x09
        guard isAtStart else { return false }
        let rest = text[index...]
        if index == 0, rest.first == UInt8(ascii: "*") || rest.starts(with: Array("%%".utf8)) { return true }
        if language.startsComment(rest) { return true }
        let isMark = rest.first == UInt8(ascii: "#") || rest.first == UInt8(ascii: ";")
        if isMark { return rest.count < 2 || rest[index + 1] == 0x20 || index == 0 && rest[index + 1] >= 0x80 }
        return ["//", "-- ", "<!--", "/*"].contains { rest.starts(with: Array($0.utf8)) }
    }
}

extension ArraySlice<UInt8> {
    /// With plain blanks for no-break and ideographic ones.
    fileprivate var withPlainBlanks: ArraySlice<UInt8> {
        guard contains(where: { $0 == 0xC2 || $0 == 0xE3 }) else { return self }
        var plain = Array(self)
        for index in plain.indices.dropLast() where plain[index] == 0xC2 && plain[index + 1] == 0xA0 {
            (plain[index], plain[index + 1]) = (0x20, 0x20)
        }
        for index in plain.indices.dropLast(2) where plain[index...index + 2].elementsEqual([0xE3, 0x80, 0x80]) {
            for place in index...index + 2 { plain[place] = 0x20 }
        }
        return plain[...]
    }
}

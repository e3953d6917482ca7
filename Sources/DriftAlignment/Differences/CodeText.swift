import DriftText

/// A line of code, told apart from the prose in it, for the families of syntax that most languages belong to.
struct CodeText {
    /// The line without blanks, comments (`#`, `//`, `--`, `;`, `<!--`, `/*`, `*`) and the contents of quotation marks.
    private(set) var code: [UInt8] = []
    /// What stands in quotation marks or between the tags of mark-up, without blanks.
    private(set) var quoted: [UInt8] = []
    /// The whole line without blanks.
    let all: [UInt8]
    /// Whether the line is text that may be translated: other than ASCII, or a sentence of three words without any
    /// sign of code.
    private(set) var isProse = false
    private let language: CodeLanguage

    /// O(length), but for quotation marks that are never closed.
    ///
    /// - Parameter language: what the block is said to be in; of none, marks that several families share are known.
    init(_ line: ArraySlice<UInt8>, language: CodeLanguage = CodeLanguage("")) {
        self.language = language
        all = line.filter { $0 > 0x20 }
        read(Array(line.trimmingBlanks))
        let words = line.split(separator: 0x20)
        let plain = words.filter { $0.allSatisfy { $0.isASCIILetter || ".,:;!?'()/-".utf8.contains($0) } }
        let isSentence =
            code.first.map { $0 >= 0x41 && $0 <= 0x5A || $0.isASCIIDigit } ?? false
            || code.last.map { ".:?!".utf8.contains($0) } ?? false
        let isCode = !isSentence || code.contains { "{}=;<>$|\\".utf8.contains($0) }
        isProse =
            language.isDiagram || code.contains { $0 >= 0x80 }
            || !isCode && words.count >= 3 && 4 * plain.count >= 3 * words.count
    }

    private mutating func read(_ text: [UInt8]) {
        var quote: UInt8 = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if quote != 0 {
                if byte == quote { quote = 0 } else if byte > 0x20 { quoted.append(byte) }
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
                let end = text[(index + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? index + 1
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

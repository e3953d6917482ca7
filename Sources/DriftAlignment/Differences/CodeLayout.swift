import DriftText

/// Code as it stays when only its layout changes: broken over other lines, and, in JavaScript and its kin, with or
/// without what a formatter adds, such as `;`, a comma at the end, or brackets around a single parameter.
struct CodeLayout {
    private(set) var code: [UInt8] = []
    /// What stands in quotation marks, line after line.
    let quoted: [UInt8]
    private let isScript: Bool

    private static let end = UInt8(ascii: "\n")

    /// Linear in the lines' length.
    init(_ lines: [CodeText], language: CodeLanguage) {
        isScript = language.isScript
        quoted = lines.flatMap(\.quoted)
        for line in lines {
            for byte in line.code { add(byte) }
            add(Self.end)
        }
        if code.last == Self.end { code.removeLast() }
    }

    private mutating func add(_ byte: UInt8) {
        let byte = isScript && byte == UInt8(ascii: ";") ? Self.end : byte
        if byte == Self.end {
            if let last = code.last, !"([{,;:?}=>&|+\n".utf8.contains(last) { code.append(byte) }
            return
        }
        if code.last == Self.end, ")]}{.,?:&|".utf8.contains(byte) { code.removeLast() }
        if isScript {
            if ")]}".utf8.contains(byte), code.last == UInt8(ascii: ",") { code.removeLast() }
            if byte == UInt8(ascii: ">"), code.last == UInt8(ascii: "=") { removeBrackets() }
        }
        code.append(byte)
    }

    /// Takes the brackets off `(x)=`, of which the arrow is about to end.
    private mutating func removeBrackets() {
        guard code.dropLast().last == UInt8(ascii: ")") else { return }
        let end = code.count - 2
        var start = end
        while start > 0,
            code[start - 1].isASCIILetter || code[start - 1].isASCIIDigit || code[start - 1] == UInt8(ascii: "_")
        {
            start -= 1
        }
        guard start > 0, start < end, code[start - 1] == UInt8(ascii: "(") else { return }
        // Behind a name, they are a call's.
        if start > 1, code[start - 2].isASCIILetter { return }
        code.remove(at: end)
        code.remove(at: start - 1)
    }
}

import DriftText

/// Compares code blocks line by line. Comments and texts in quotation marks may be translated; all else is code.
struct CodeBlockDifferences {
    let pair: SegmentPair

    func differences() -> [Difference] {
        let lines = (codeLines(pair.sourceOutline, pair.sourceIndex), codeLines(pair.targetOutline, pair.targetIndex))
        if lines.0.elementsEqual(lines.1, by: { $0.code == $1.code }) { return [] }
        let partner = SequenceAligner(gapOpen: -0.5, gapExtend: -0.5)
            .align((lines.0.count, lines.1.count), fixed: []) { source, target in
                let (left, right) = (lines.0[source].code, lines.1[target].code)
                return left == right ? 1 : left.sharedEnds(with: right) - 0.6
            }
        return report(lines.0, lines.1, partner: partner)
    }

    private struct CodeLine {
        let range: ByteRange
        /// The line without blanks, comments and what stands in quotation marks.
        let code: [UInt8]
        /// Whether it is text that a translator may have translated: other than ASCII, or four words without any sign
        /// of code.
        let isProse: Bool
    }

    private func codeLines(_ outline: Outline, _ segment: Int) -> [CodeLine] {
        let block = outline.document.blocks[Int(outline.part(of: segment).block)]
        return block.lines.compactMap { index in
            let range = outline.document.lines[Int(index)].range
            let line = outline.document.source.bytes[range.indices]
            let code = CodeText.withoutProse(line)
            return code.isEmpty ? nil : CodeLine(range: range, code: code, isProse: CodeText.isProse(line, code: code))
        }
    }

    /// One finding a block: at its first line that differs.
    private func report(_ source: [CodeLine], _ target: [CodeLine], partner: [Int32]) -> [Difference] {
        let partners = Set(partner)
        for (index, line) in source.enumerated()
        where partner[index] < 0 || target[Int(partner[index])].code != line.code {
            if line.isProse { continue }
            let other = partner[index] < 0 ? nil : target[Int(partner[index])]
            if let other, other.isProse { continue }
            return [changed(line, other)]
        }
        for (index, line) in target.enumerated() where !partners.contains(Int32(index)) && !line.isProse {
            return [changed(nil, line)]
        }
        return []
    }

    private func changed(_ source: CodeLine?, _ target: CodeLine?) -> Difference {
        let expected = source.map { pair.sourcePassage($0.range) } ?? pair.wholeSource
        let found = target.map { pair.targetPassage($0.range) } ?? pair.wholeTarget
        return Difference(
            .changed, .codeBlock, at: found, counterparts: [expected], expected: source == nil ? "" : expected.text,
            found: target == nil ? "" : found.text,
            cause: Difference.cause(.changed, .codeBlock, pair.wholeSource.range))
    }
}

/// Tells code from the prose in it, for the families of syntax that most languages belong to.
enum CodeText {
    /// A line without blanks, comments (`#`, `//`, `--`, `;`, `<!--`, `/*`, `*`) and the contents of quotation marks.
    static func withoutProse(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let text = Array(line.trimmingBlanks)
        var code: [UInt8] = []
        var quote: UInt8 = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if quote != 0 {
                if byte == UInt8(ascii: "\\") { index += 1 }
                if byte == quote { quote = 0 }
            } else if startsComment(text, index) {
                break
            } else if (byte == 0x22 || byte == 0x27 || byte == 0x60), text[(index + 1)...].contains(byte) {
                quote = byte
                code.append(UInt8(ascii: "\""))
            } else if byte > 0x20 {
                code.append(byte)
            }
            index += 1
        }
        return code
    }

    /// Whether a line is words rather than code.
    static func isProse(_ line: ArraySlice<UInt8>, code: [UInt8]) -> Bool {
        if code.contains(where: { $0 >= 0x80 }) { return true }
        let words = line.split(separator: 0x20)
        let plain = words.filter { $0.allSatisfy { $0.isASCIILetter || ".,:;!?'".utf8.contains($0) } }
        return words.count >= 4 && 10 * plain.count >= 9 * words.count
    }

    private static func startsComment(_ text: [UInt8], _ index: Int) -> Bool {
        let isAtStart = index == 0 || text[index - 1] == 0x20 || text[index - 1] == 0x09
        guard isAtStart else { return false }
        let rest = text[index...]
        if index == 0, rest.first == UInt8(ascii: "*") || rest.starts(with: Array("%%".utf8)) { return true }
        let isMark = rest.first == UInt8(ascii: "#") || rest.first == UInt8(ascii: ";")
        if isMark { return rest.count < 2 || rest[index + 1] == 0x20 || index == 0 && rest[index + 1] >= 0x80 }
        return ["//", "-- ", "<!--", "/*"].contains { rest.starts(with: Array($0.utf8)) }
    }
}

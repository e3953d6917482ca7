internal import DriftText

/// Front matter: YAML between `---` on the first line and `---` or `...` on a later one.
extension BlockParser {
    /// Adds the front matter as a block and returns how many lines it takes; 0 where there is none or it has no end.
    mutating func parseFrontMatter(_ source: SourceText) -> Int {
        let first = source.lineRange(0)
        guard isFence(first, of: UInt8(ascii: "-")) else { return 0 }
        var index = 1
        while index < source.lineCount {
            let range = source.lineRange(index)
            if isFence(range, of: UInt8(ascii: "-")) || isFence(range, of: UInt8(ascii: ".")) { break }
            index += 1
        }
        guard index < source.lineCount else { return 0 }
        for line in 1..<index { lines.append(ContentLine(range: source.lineRange(line))) }
        let end = source.lineRange(index).lower + 3
        blocks.append(
            Block(
                kind: .frontMatter, parent: 0, end: Int32(blocks.count + 1), range: ByteRange(first.lower, end),
                lines: 0..<UInt32(lines.count)))
        return index + 1
    }

    private func isFence(_ range: ByteRange, of byte: UInt8) -> Bool {
        range.count >= 3 && bytes[range.lower..<range.lower + 3].allSatisfy { $0 == byte }
            && bytes[range.lower + 3..<range.upper].allSatisfy(\.isBlank)
    }
}

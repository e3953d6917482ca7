internal import DriftText

/// The languages of front matter; the block's `detail.code` is the raw value.
package enum FrontMatterFormat: UInt8, CaseIterable, Sendable {
    /// Between `---` and `---` or `...`.
    case yaml
    /// Between `+++` and `+++`.
    case toml
    /// From a line `{` to a line `}`; neither is among the block's lines.
    case json
}

extension Document {
    /// The language of the front matter; nil where the document has none.
    package var frontMatterFormat: FrontMatterFormat? {
        guard blocks.count > 1, blocks[1].kind == .frontMatter else { return nil }
        return FrontMatterFormat(rawValue: blocks[1].detail.code)
    }
}

/// Front matter: what stands on the first line opens it, and a later line of its own closes it.
extension BlockParser {
    /// Adds the front matter as a block and returns how many lines it takes; 0 where there is none or it has no end.
    mutating func parseFrontMatter(_ source: SourceText) -> Int {
        let first = source.lineRange(0)
        guard let format = format(first), format != .json || isObject(source) else { return 0 }
        var index = 1
        while index < source.lineCount, !isEnd(source.lineRange(index), of: format) { index += 1 }
        guard index < source.lineCount else { return 0 }
        for line in 1..<index { lines.append(ContentLine(range: source.lineRange(line))) }
        let end = source.lineRange(index).lower + (format == .json ? 1 : 3)
        blocks.append(
            Block(
                kind: .frontMatter, detail: BlockDetail(code: format.rawValue), parent: 0, end: Int32(blocks.count + 1),
                range: ByteRange(first.lower, end), lines: 0..<UInt32(lines.count)))
        return index + 1
    }

    private func format(_ line: ByteRange) -> FrontMatterFormat? {
        if isFence(line, of: UInt8(ascii: "-"), length: 3) { return .yaml }
        if isFence(line, of: UInt8(ascii: "+"), length: 3) { return .toml }
        return isFence(line, of: UInt8(ascii: "{"), length: 1) ? .json : nil
    }

    /// Whether the second line begins with a key in quotes: braces around anything else are an expression.
    private func isObject(_ source: SourceText) -> Bool {
        guard source.lineCount > 2 else { return false }
        return bytes[source.lineRange(1).indices].first { !$0.isBlank } == UInt8(ascii: "\"")
    }

    private func isEnd(_ line: ByteRange, of format: FrontMatterFormat) -> Bool {
        switch format {
        case .yaml:
            isFence(line, of: UInt8(ascii: "-"), length: 3) || isFence(line, of: UInt8(ascii: "."), length: 3)
        case .toml: isFence(line, of: UInt8(ascii: "+"), length: 3)
        case .json: isFence(line, of: UInt8(ascii: "}"), length: 1)
        }
    }

    private func isFence(_ range: ByteRange, of byte: UInt8, length: Int) -> Bool {
        range.count >= length && bytes[range.lower..<range.lower + length].allSatisfy { $0 == byte }
            && bytes[range.lower + length..<range.upper].allSatisfy(\.isBlank)
    }
}

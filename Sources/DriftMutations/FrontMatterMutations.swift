import DriftMarkdown
import DriftText

/// Front matter.
extension Subject {
    /// Keys of the top level with a value on their own line, which the source has too.
    func missingFrontKeys() -> [Mutation] {
        let kept = Set(frontMatterLines(of: source).compactMap { Self.key(of: source.source.bytes, $0) })
        let lines = frontMatterLines(of: target)
        return lines.enumerated().compactMap { index, line in
            guard let key = Self.key(of: text.bytes, line), kept.contains(key), lines.count > 1 else { return nil }
            if index + 1 < lines.count, Self.continues(text.bytes, lines[index + 1]) { return nil }
            return Mutation(.frontKeyMissing, [.init(text.wholeLines(line))], "front matter key gone: \(quote(key))")
        }
    }

    private func frontMatterLines(of document: Document) -> [ByteRange] {
        guard document.frontMatterFormat == .yaml else { return [] }
        return document.lines[document.blocks[1].lineIndices].map(\.range)
    }

    /// The key of `key: value`.
    private static func key(of bytes: [UInt8], _ line: ByteRange) -> [UInt8]? {
        let text = bytes[line.indices]
        guard let first = text.first, first.isASCIILetter || first == UInt8(ascii: "_"),
            let colon = text.firstIndex(of: UInt8(ascii: ":")), colon + 2 < line.upper, bytes[colon + 1] == 0x20,
            ![UInt8(ascii: "|"), UInt8(ascii: ">")].contains(bytes[colon + 2])
        else { return nil }
        return Array(text[..<colon])
    }

    /// Whether a line goes on with the value of the key above.
    private static func continues(_ bytes: [UInt8], _ line: ByteRange) -> Bool {
        bytes[line.indices].first.map { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "-") } ?? true
    }
}

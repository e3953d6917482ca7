import DriftMarkdown
import DriftText

/// Fenced code.
extension Subject {
    func missingCode() -> [Mutation] {
        guard inSource.codeBlocks.count >= inTarget.codeBlocks.count else { return [] }
        return inTarget.codeBlocks.filter(ownsLines).map { block in
            Mutation(
                .codeMissing, [.init(text.wholeLinesAndGap(range(block)))],
                "code block gone: \(quote(target.code(of: block)))")
        }
    }

    /// Takes a letter from a line of code that both documents have once.
    func changedCode() -> [Mutation] {
        let kept = codeLines(of: source, inSource)
        let own = codeLines(of: target, inTarget)
        return own.sorted { ($0.value.first?.lower ?? 0) < ($1.value.first?.lower ?? 0) }.compactMap { line, places in
            guard let place = places.first, places.count == 1, kept[line]?.count == 1, !Self.isComment(line),
                let letter = Self.firstWord(of: line)
            else { return nil }
            let offset = place.lower + letter
            return Mutation(
                .codeChanged, [.init(ByteRange(offset, offset + 1))], "code line changed: \(quote(place))")
        }
    }

    private func codeLines(of document: Document, _ contents: Contents) -> [[UInt8]: [ByteRange]] {
        var lines: [[UInt8]: [ByteRange]] = [:]
        for block in contents.codeBlocks {
            for line in document.lines[document.blocks[block].lineIndices] where line.range.count > 6 {
                lines[Array(document.source.bytes[line.range.indices]), default: []].append(line.range)
            }
        }
        return lines
    }

    /// Offset of the first three ASCII letters in a row.
    private static func firstWord(of line: [UInt8]) -> Int? {
        guard line.allSatisfy({ $0 < 0x80 }), line.count > 6 else { return nil }
        return line.indices.dropLast(2).first { line[$0..<$0 + 3].allSatisfy(\.isASCIILetter) }
    }

    /// Whether a line is a comment in one of the usual languages, which may be translated.
    private static func isComment(_ line: [UInt8]) -> Bool {
        let text = line.drop { $0 == 0x20 || $0 == 0x09 }
        return ["#", "//", "--", "*", "/*", "<!--", "%", ";", "\"\"\""].contains { text.starts(with: $0.utf8) }
    }

    /// Tildes for backticks and backticks for tildes.
    func otherFences() -> [Mutation] {
        inTarget.codeBlocks.compactMap { block in
            let range = range(block)
            let fence = target.blocks[block].detail.code
            guard fence == UInt8(ascii: "`") || fence == UInt8(ascii: "~") else { return nil }
            let other = UInt8(ascii: fence == UInt8(ascii: "`") ? "~" : "`")
            let opening = range.indices.prefix { text.bytes[$0] == fence }
            let closing = range.indices.reversed().prefix { text.bytes[$0] == fence }
            guard let end = closing.first, let start = closing.last, !opening.isEmpty, start > opening.upperBound else {
                return nil
            }
            let edits = [opening.lowerBound..<opening.upperBound, start..<end + 1].map { run in
                TextEdit(ByteRange(run.lowerBound, run.upperBound), [UInt8](repeating: other, count: run.count))
            }
            return Mutation(.fenceMarker, edits, "other fence")
        }
    }
}

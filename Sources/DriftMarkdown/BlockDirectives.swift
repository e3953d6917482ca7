internal import DriftText

/// Lines that a site generator replaces: includes, snippets, tables of contents, tags.
extension BlockParser {
    /// Takes a line in braces: `{* path *}`, `{! path !}`, an attribute list, a shortcode, a tag or a comment.
    mutating func takeBraces() -> Bool {
        let line = restOfLine
        guard line.count >= 3 else { return false }
        switch bytes[line.lower + 1] {
        case UInt8(ascii: "*"), UInt8(ascii: "!"):
            guard line.count > 4, bytes[line.upper - 1] == UInt8(ascii: "}"),
                bytes[line.upper - 2] == bytes[line.lower + 1]
            else {
                return false
            }
            addLineDirective(line)
            return true
        case UInt8(ascii: "{"), UInt8(ascii: "%"): return takeTag()
        case UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "."):
            // Behind the lines of a paragraph it is the paragraph's own.
            guard stack[depth - 1].kind != .paragraph, AttributeScanner.isList(bytes, line),
                bytes.firstIndex(of: UInt8(ascii: "}"), in: line) == line.upper - 1
            else { return false }
            addLineDirective(line)
            return true
        default: return takeExpression()
        }
    }

    mutating func addLineDirective(_ range: ByteRange) {
        addDirective(BlockHeader(style: nil, end: range.upper))
    }

    /// Takes `--8<-- "path"`, or the lines between two of such marks without a path.
    mutating func takeSnippet() -> Bool {
        let line = restOfLine
        guard let end = scissorsEnd(line) else { return false }
        guard end == line.upper else {
            let start = bytes[end].isBlank ? end + 1 : line.upper
            guard start < line.upper, bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") else {
                return false
            }
            addLineDirective(line)
            return true
        }
        var last = lineEnd
        while let next = nextLine(behind: last), !bytes[next.indices].allSatisfy(\.isBlank) {
            var start = next.lower
            while bytes[start].isBlank { start += 1 }
            last = next.upper
            if scissorsEnd(ByteRange(start, next.upper)) != nil {
                takenEnd = last
                addLineDirective(ByteRange(line.lower, last))
                return true
            }
        }
        return false
    }

    /// The end of `--8<--` at the start of a range.
    private func scissorsEnd(_ line: ByteRange) -> Int? {
        var index = line.lower
        if index < line.upper, bytes[index] == UInt8(ascii: ";") { index += 1 }
        let dashes = index
        while index < line.upper, bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard index > dashes, bytes.starts(with: "8<-", at: index, limit: line.upper) else { return nil }
        index += 2
        while index < line.upper, bytes[index] == UInt8(ascii: "-") { index += 1 }
        return index
    }

    /// Takes `[!INCLUDE [title](path)]`, `[!VIDEO address]`, `[[toc]]` and `[TOC]` on a line of their own.
    mutating func takeBracketDirective() -> Bool {
        let line = restOfLine
        guard line.count >= 5, bytes[line.upper - 1] == UInt8(ascii: "]") else { return false }
        if bytes[line.lower + 1] == UInt8(ascii: "!") {
            var end = line.lower + 2
            while end < line.upper, bytes[end].isLetter || bytes[end] == UInt8(ascii: "-") { end += 1 }
            guard end - line.lower > 3, bytes[end].isBlank || bytes[end] == UInt8(ascii: "["),
                bytes.closingBracket(at: line.lower, limit: line.upper) == line.upper - 1
            else { return false }
        } else {
            let text = bytes[line.lower + 1..<line.upper - 1].filter { $0 != 0x5B && $0 != 0x5D && $0 != 0x5F }
            guard text.count == 3, text.map(\.lowercased).elementsEqual("toc".utf8) else { return false }
        }
        addLineDirective(line)
        return true
    }

    /// Takes `<<< path` (VitePress).
    mutating func takeFileImport() -> Bool {
        let line = restOfLine
        guard bytes.starts(with: "<<<", at: line.lower, limit: line.upper), line.count > 4 else { return false }
        let next = bytes[line.lower + 3]
        guard next.isBlank || next == UInt8(ascii: "@") else { return false }
        addLineDirective(line)
        return true
    }
}

internal import DriftText

/// Formulas between lines of `$$`.
extension BlockParser {
    /// Takes `$$ … $$` on one line, or opens a block that a later line ends.
    mutating func takeMathBlock() -> Bool {
        let line = restOfLine
        guard stack[stack.count - 1].kind != .paragraph, line.count >= 2, bytes[line.lower + 1] == UInt8(ascii: "$")
        else { return false }
        let rest = ByteRange(line.lower + 2, line.upper)
        if line.count > 4, endsInDollars(rest) {
            open(.mathBlock, at: line.lower)
            stack[stack.count - 1].size = 1
            stack[stack.count - 1].endOffset = line.upper
            lines.append(ContentLine(range: ByteRange(rest.lower, line.upper - 2)))
            closeTop()
            return true
        }
        guard !bytes[rest.indices].contains(UInt8(ascii: "$")),
            closers.has([UInt8(ascii: "$"), UInt8(ascii: "$")], behind: line.upper, in: bytes)
        else { return false }
        open(.mathBlock, at: line.lower)
        stack[stack.count - 1].size = 1
        stack[stack.count - 1].endOffset = line.upper
        if !rest.isEmpty { lines.append(ContentLine(range: rest)) }
        return true
    }

    private func endsInDollars(_ range: ByteRange) -> Bool {
        range.count >= 2 && bytes[range.upper - 1] == UInt8(ascii: "$") && bytes[range.upper - 2] == UInt8(ascii: "$")
    }

    /// Closes the innermost block, a formula, if the line ends it.
    mutating func closesMath() -> Bool {
        let line = restOfLine
        guard endsInDollars(line) else { return false }
        if line.count > 2 { lines.append(ContentLine(range: ByteRange(line.lower, line.upper - 2))) }
        stack[depth].endLine = lineNumber
        stack[depth].endOffset = line.upper
        closeTop()
        return true
    }
}

internal import DriftText

/// Fenced and indented code.
extension BlockParser {
    mutating func openFence() -> Bool {
        let marker = bytes[nonspace]
        var end = nonspace
        while end < lineEnd, bytes[end] == marker { end += 1 }
        let length = end - nonspace
        guard length >= 3 else { return false }
        var start = end
        while start < lineEnd, bytes[start].isBlank { start += 1 }
        let infoEnd = trimmedEnd(from: start)
        if marker == UInt8(ascii: "`"), bytes[start..<infoEnd].contains(marker) { return false }
        let fenceIndent = indent
        open(.codeBlock, at: nonspace, detail: BlockDetail(code: marker))
        let top = stack.count - 1
        blocks[stack[top].index].info = ByteRange(start, infoEnd)
        stack[top].indent = fenceIndent
        stack[top].size = Int32(clamping: length)
        stack[top].endOffset = max(infoEnd, end)
        return true
    }

    mutating func openIndentedCode() {
        open(.codeBlock, at: nonspace)
        advance(columns: 4)
        appendLine(toNonspace: false)
    }

    /// Fixes the lines of the innermost block, which is code; blank lines at the end of indented code are not its own.
    mutating func finishCode() {
        let top = stack.count - 1
        let first = Int(blocks[stack[top].index].lines.lowerBound)
        if stack[top].size == 0 {
            var removed = 0
            while lines.count > first + 1, let last = lines.last, isBlank(last.range) {
                lines.removeLast()
                removed += 1
            }
            stack[top].endLine -= removed
            stack[top].endOffset = lines.last?.range.upper ?? stack[top].endOffset
        }
        blocks[stack[top].index].lines = UInt32(first)..<UInt32(lines.count)
    }

    private func isBlank(_ range: ByteRange) -> Bool {
        bytes[range.indices].allSatisfy(\.isBlank)
    }
}

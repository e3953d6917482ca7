package import DriftText

/// One change to a document, and where a comparison with the source is due to show it.
package struct Mutation: Sendable, Hashable {
    package struct Edit: Sendable, Hashable {
        /// Bytes of the document that was there before.
        package let range: ByteRange
        package let replacement: [UInt8]

        init(_ range: ByteRange, _ replacement: [UInt8] = []) {
            self.range = range
            self.replacement = replacement
        }
    }

    package let kind: MutationKind
    /// Ascending, without overlaps.
    package let edits: [Edit]
    /// What was done, with the text that is concerned; one line.
    package let summary: String
    /// What of the document that was there before the finding belongs to, where that is more than the edits and, for
    /// what is gone, the neighbours.
    let scope: ByteRange?

    init(_ kind: MutationKind, _ edits: [Edit], _ summary: String, scope: ByteRange? = nil) {
        self.kind = kind
        self.edits = edits
        self.summary = summary
        self.scope = scope
    }
}

extension Mutation {
    /// The document after the change.
    package func applied(to text: SourceText) -> [UInt8] { text.applying(edits) }

    /// Lines, from 1, of the changed document at which a finding is due: those that were touched. For what is gone, the
    /// last line above and the first below that say something.
    package func dueLines(in changed: SourceText) -> ClosedRange<Int> {
        guard let first = edits.first, let last = edits.last else { return 1...1 }
        let growth = edits.reduce(0) { $0 + $1.replacement.count - $1.range.count }
        let start = min(first.range.lower, scope?.lower ?? first.range.lower)
        let end = max(last.range.upper, scope?.upper ?? 0) + growth
        var lower = changed.lineIndex(at: start)
        var upper = changed.lineIndex(at: max(start, end - 1))
        guard kind.removesBlocks || kind == .imageMissing || kind == .frontKeyMissing else {
            return lower + 1...max(lower, upper) + 1
        }
        if scope == nil {
            repeat { lower -= 1 } while lower > 0 && changed.isBlank(line: lower)
        }
        upper = max(lower, upper)
        while upper + 1 < changed.lineCount, changed.isBlank(line: upper) { upper += 1 }
        return max(0, lower) + 1...max(0, upper) + 1
    }
}

extension SourceText {
    /// The bytes after edits that are ascending and do not overlap.
    package func applying(_ edits: [Mutation.Edit]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var place = 0
        for edit in edits {
            result += bytes[place..<edit.range.lower]
            result += edit.replacement
            place = edit.range.upper
        }
        return result + bytes[place...]
    }

    /// Whether a line, from 0, says nothing.
    package func isBlank(line: Int) -> Bool {
        bytes[lineRange(line).indices].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// The lines with their terminators that a range touches.
    func wholeLines(_ range: ByteRange) -> ByteRange {
        let last = lineIndex(at: max(range.lower, range.upper - 1))
        return ByteRange(Int(lineStarts[lineIndex(at: range.lower)]), endOfLine(last))
    }

    /// Offset after a line's terminator.
    package func endOfLine(_ line: Int) -> Int {
        line + 1 < lineCount ? Int(lineStarts[line + 1]) : bytes.count
    }

    /// The lines of a range, and the blank ones below it as far as there are blank ones above it too.
    func wholeLinesAndGap(_ range: ByteRange) -> ByteRange {
        var lines = wholeLines(range)
        let first = lineIndex(at: range.lower)
        var next = lineIndex(at: max(range.lower, range.upper - 1)) + 1
        guard first == 0 || isBlank(line: first - 1) else { return lines }
        while next < lineCount, isBlank(line: next) {
            lines.end = UInt32(endOfLine(next))
            next += 1
        }
        return lines
    }
}

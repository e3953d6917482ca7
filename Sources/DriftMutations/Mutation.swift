package import DriftText

/// One change to a document, and where a comparison with the source is due to show it.
package struct Mutation: Sendable, Hashable {
    package let kind: MutationKind
    /// Of the document that was there before; ascending, without overlaps.
    package let edits: [TextEdit]
    /// What was done, with the text that is concerned; one line.
    package let summary: String
    /// What of the document that was there before the finding belongs to, where that is more than the edits and, for
    /// what is gone, the neighbours.
    let scope: ByteRange?

    init(_ kind: MutationKind, _ edits: [TextEdit], _ summary: String, scope: ByteRange? = nil) {
        self.kind = kind
        self.edits = edits
        self.summary = summary
        self.scope = scope
    }
}

extension Mutation {
    /// The document after the change.
    package func applied(to text: SourceText) -> [UInt8] { text.bytes.applying(edits) }

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
    /// The lines with their terminators that a range touches.
    package func wholeLines(_ range: ByteRange) -> ByteRange {
        let last = lineIndex(at: max(range.lower, range.upper - 1))
        return ByteRange(Int(lineStarts[lineIndex(at: range.lower)]), endOfLine(last))
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

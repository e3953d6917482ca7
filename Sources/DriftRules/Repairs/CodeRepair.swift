import DriftAlignment
import DriftText

/// Restores the lines of a code block that differ from the source's.
struct CodeRepair {
    let context: CheckContext
    let difference: Difference

    /// nil where the translation has lines of its own: nobody knows whether they are wanted.
    func repair() -> Repair? {
        guard !difference.lines.isEmpty, difference.lines.allSatisfy({ $0.source != nil }) else { return nil }
        var edits: [TextEdit] = []
        var isSafe = true
        for line in difference.lines {
            guard let source = line.source else { return nil }
            if let target = line.target {
                isSafe = isSafe && !holdsText(target)
                edits.append(TextEdit(target, text(source, 0)))
            } else {
                guard let above = line.above, let edit = inserting(source, below: above) else { return nil }
                edits.append(edit)
            }
        }
        let count = edits.count == 1 ? "1 code line" : "\(edits.count) code lines"
        return Repair(
            member: difference.passage.member, edits: edits, summary: "restore \(count) of the source", isSafe: isSafe)
    }

    private func text(_ range: ByteRange, _ member: Int) -> [UInt8] {
        Array(context.set.members[member].outline.document.source.bytes[range.indices])
    }

    /// Whether a line may hold a comment or a text of the translator's.
    private func holdsText(_ range: ByteRange) -> Bool {
        let line = text(range, difference.passage.member)
        let marks: Set<UInt8> = Set("#'\"`;".utf8)
        return line.contains { $0 >= 0x80 || marks.contains($0) }
            || ["//", " -- ", "<!--", "/*"].contains { String(decoding: line, as: UTF8.self).contains($0) }
    }

    /// A new line after one of the block, with what its container puts before each.
    private func inserting(_ source: ByteRange, below above: ByteRange) -> TextEdit? {
        let document = context.set.members[difference.passage.member].outline.document.source
        let line = document.lineIndex(at: above.lower)
        let prefix = document.bytes[document.lineRange(line).lower..<above.lower]
        guard line + 1 < document.lineCount, prefix.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }) else {
            return nil
        }
        let place = Int(document.lineStarts[line + 1])
        return TextEdit(ByteRange(place, place), prefix + text(source, 0) + document.lineBreak)
    }
}

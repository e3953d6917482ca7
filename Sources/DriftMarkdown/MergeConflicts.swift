package import DriftText

/// A merge that nobody resolved: both sides of a conflict stand in the file, between the markers that git writes.
package struct MergeConflict: Hashable, Sendable {
    /// The line that opens it, such as `<<<<<<< HEAD`.
    package let marker: ByteRange
    /// From the opening marker to the end of the closing one.
    package let range: ByteRange
    /// Lines, from 0, that are no part of the document: the markers, the ancestor's lines and one of the sides.
    let skipped: [Range<Int>]
}

/// The markers of conflicts (git-merge(1), "How conflicts are presented"). A document with one is read as if one side had
/// been taken: the first, unless it is empty or repeats more of what stands around the conflict, as hunks do that git
/// could not place. What is compared is then one text and not both.
extension BlockParser {
    /// Whether a line is left out, as a part of a conflict that has been read or as its opening marker.
    mutating func skipsConflict(line: Int, _ range: ByteRange, of source: SourceText) -> Bool {
        if let last = conflicts.last, range.lower < last.range.upper {
            return last.skipped.contains { $0.contains(line) }
        }
        guard isMarker(range, of: UInt8(ascii: "<")), !hasOpenMarker, !isExample else { return false }
        guard let conflict = conflict(from: line, in: source) else {
            hasOpenMarker = true
            return false
        }
        conflicts.append(conflict)
        return conflict.skipped.contains { $0.contains(line) }
    }

    /// Reads the conflicts of the lines before one, which are read by other means.
    mutating func noteConflicts(before end: Int, of source: SourceText) {
        for line in 0..<end { _ = skipsConflict(line: line, source.lineRange(line), of: source) }
    }

    /// Code between fences and comments may show what a conflict looks like.
    private var isExample: Bool {
        let top = stack[stack.count - 1]
        switch top.kind {
        case .comment, .mathBlock: return true
        case .codeBlock: return top.size > 0
        // Of kinds below 6 are texts, scripts and comments that end by a tag or a sign of their own.
        case .htmlBlock: return top.size < 6
        default: return false
        }
    }

    /// nil where the other markers do not follow.
    private mutating func conflict(from start: Int, in source: SourceText) -> MergeConflict? {
        var ancestor: Int?
        var separator: Int?
        for line in start + 1..<max(start + 1, source.lineCount) {
            let range = source.lineRange(line)
            if separator == nil {
                if isMarker(range, of: UInt8(ascii: "|")) { ancestor = ancestor ?? line }
                if isMarker(range, of: UInt8(ascii: "="), isAlone: true) { separator = line }
            } else if let separator, isMarker(range, of: UInt8(ascii: ">")) {
                let marker = source.lineRange(start)
                return MergeConflict(
                    marker: marker, range: ByteRange(marker.lower, range.upper),
                    skipped: skipped(start, ancestor ?? separator, separator, line, source))
            }
        }
        return nil
    }

    private mutating func skipped(
        _ start: Int, _ firstEnd: Int, _ separator: Int, _ end: Int, _ source: SourceText
    ) -> [Range<Int>] {
        if lineCounts.isEmpty {
            for line in 0..<source.lineCount { lineCounts[hash(source.lineRange(line)), default: 0] += 1 }
        }
        let (first, second) = (start + 1..<firstEnd, separator + 1..<end)
        let repeats = [first, second].map { repeatedLines($0, around: start..<end, source) }
        let isEmpty = first.allSatisfy { source.isBlank(line: $0) }
        return repeats[0] > repeats[1] || isEmpty && repeats[0] == repeats[1]
            ? [start..<separator + 1, end..<end + 1] : [start..<start + 1, firstEnd..<end + 1]
    }

    /// How many lines of a side stand outside of the conflict, too. Linear in the conflict's lines.
    private func repeatedLines(_ side: Range<Int>, around conflict: Range<Int>, _ source: SourceText) -> Int {
        var inside: [UInt64: Int] = [:]
        for line in conflict { inside[hash(source.lineRange(line)), default: 0] += 1 }
        return side.count { line in
            let hash = hash(source.lineRange(line))
            return !source.isBlank(line: line) && (lineCounts[hash] ?? 0) > (inside[hash] ?? 0)
        }
    }

    private func hash(_ range: ByteRange) -> UInt64 {
        var hash = StableHash()
        hash.combine(bytes[range.indices])
        return hash.value
    }

    private func isMarker(_ range: ByteRange, of byte: UInt8, isAlone: Bool = false) -> Bool {
        guard range.count >= 7, bytes[range.lower] == byte,
            bytes[range.lower..<range.lower + 7].allSatisfy({ $0 == byte })
        else { return false }
        let rest = bytes[range.lower + 7..<range.upper]
        return isAlone ? rest.allSatisfy(\.isBlank) : rest.first.map(\.isBlank) ?? true
    }
}

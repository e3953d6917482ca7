import DriftText

/// What changes in a file, as `diff -u` writes it and `git apply` reads it.
package enum DiffReport {
    /// Lines that are shown above and below each change.
    private static let context = 3

    /// The changes of one file in bytes, since a file may hold any; empty where nothing changes.
    ///
    /// - Complexity: that of the difference of two collections, for the lines between the first and the last change.
    package static func render(path: String, before: [UInt8], after: [UInt8]) -> [UInt8] {
        if before == after { return [] }
        let (old, new) = (lines(before), lines(after))
        var text = Array("--- a/\(quoted(path))\n+++ b/\(quoted(path))\n".utf8)
        for hunk in hunks(steps(old, new)) { text += rendered(hunk) }
        return text
    }

    /// Without the `/` of an absolute path, and with control characters escaped, so that none forges a line.
    private static func quoted(_ path: String) -> String {
        let path = String(path.drop { $0 == "/" })
        return path.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? path.escapedForDisplay : path
    }

    /// Lines with their terminators.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
            lines.append(bytes[start...index])
            start = index + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    private enum Side: UInt8 {
        case both = 0x20
        case old = 0x2D
        case new = 0x2B
    }

    /// A line of the diff, and how many lines of each side stand before it.
    private struct Step {
        let side: Side
        let line: ArraySlice<UInt8>
        let place: (old: Int, new: Int)
    }

    private static func steps(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Step] {
        let shared = zip(old, new).prefix { $0 == $1 }.count
        let limit = min(old.count, new.count) - shared
        let tail = zip(old.reversed(), new.reversed()).prefix(limit).prefix { $0 == $1 }.count
        let changes = Array(new[shared..<(new.count - tail)])
            .difference(from: Array(old[shared..<(old.count - tail)]))
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in changes {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset + shared)
            case .insert(let offset, _, _): inserted.insert(offset + shared)
            }
        }
        var steps: [Step] = []
        var place = (old: 0, new: 0)
        while place.old < old.count || place.new < new.count {
            if removed.contains(place.old) {
                steps.append(Step(side: .old, line: old[place.old], place: place))
                place.old += 1
            } else if inserted.contains(place.new) {
                steps.append(Step(side: .new, line: new[place.new], place: place))
                place.new += 1
            } else {
                steps.append(Step(side: .both, line: old[place.old], place: place))
                place = (place.old + 1, place.new + 1)
            }
        }
        return steps
    }

    /// Stretches of the diff with their context; changes whose contexts meet stand in one.
    private static func hunks(_ steps: [Step]) -> [ArraySlice<Step>] {
        var ranges: [Range<Int>] = []
        for index in steps.indices where steps[index].side != .both {
            let range = max(0, index - context)..<min(steps.count, index + context + 1)
            if let last = ranges.last, range.lowerBound <= last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        return ranges.map { steps[$0] }
    }

    private static func rendered(_ hunk: ArraySlice<Step>) -> [UInt8] {
        guard let first = hunk.first else { return [] }
        let counts = (hunk.filter { $0.side != .new }.count, hunk.filter { $0.side != .old }.count)
        let old = span(first.place.old, counts.0)
        var text = Array("@@ -\(old) +\(span(first.place.new, counts.1)) @@\n".utf8)
        for step in hunk {
            text.append(step.side.rawValue)
            text += step.line
            if step.line.last != UInt8(ascii: "\n") { text += Array("\n\\ No newline at end of file\n".utf8) }
        }
        return text
    }

    /// Where a side begins, from 1, and how many lines it has; an empty side is named by the line before it.
    private static func span(_ start: Int, _ count: Int) -> String {
        let line = count == 0 ? start : start + 1
        return count == 1 ? "\(line)" : "\(line),\(count)"
    }
}

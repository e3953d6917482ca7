import DriftText

/// Works out where in a member something belongs that it lacks: after the counterpart of what stands before it.
struct Neighbour {
    let set: AlignedSet

    /// The last line of the neighbour above a source part in a target; the target's first line where there is none.
    func before(part: Int, member: Int) -> ByteRange {
        let outline = set.members[member].outline
        guard let segment = set.source.firstSegment(in: part),
            let position = set.source.leaves.firstIndex(of: Int32(set.source.leaf(of: segment)))
        else { return outline.start }
        for leaf in set.source.leaves[..<position].reversed() {
            if let partner = set.segment(of: member, for: Int(leaf)) {
                return outline.lastLine(of: outline.part(of: partner).range)
            }
        }
        return outline.start
    }
}

extension Outline {
    /// The first line of the text that follows the front matter and comments.
    var start: ByteRange {
        let first = document.blocks.indices.dropFirst().first {
            document.blocks[$0].kind != .frontMatter && document.blocks[$0].kind != .comment
        }
        let offset = first.map { document.blocks[$0].range.lower } ?? document.source.contentStart
        return document.source.lineRange(document.source.lineIndex(at: offset))
    }

    /// The part of a range that lies on its last line.
    func lastLine(of range: ByteRange) -> ByteRange {
        let line = document.source.lineRange(document.source.lineIndex(at: max(range.lower, range.upper - 1)))
        return ByteRange(max(line.lower, range.lower), max(range.lower, min(line.upper, range.upper)))
    }

    /// The leaf that a segment stands in: its table for a cell, otherwise itself.
    func leaf(of segment: Int) -> Int {
        let part = Int(segments[segment].part)
        guard parts[part].kind == .cell else { return segment }
        return Int(parts[enclosing(part, like: .table)].segment)
    }
}

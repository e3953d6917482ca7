import DriftText

/// Works out where in a member something belongs that it lacks: after the counterpart of what stands before it.
struct Neighbour {
    let set: AlignedSet

    /// The last line of the neighbour above a source part in a target; the target's first line where there is none.
    func before(part: Int, member: Int) -> ByteRange {
        let outline = set.members[member].outline
        guard let position = position(of: part) else { return outline.start }
        for leaf in set.source.leaves[..<position].reversed() {
            if let partner = set.pairs[member - 1].lastTarget(of: Int(leaf)) {
                return outline.lastLine(of: outline.part(of: partner).range)
            }
        }
        return outline.start
    }

    /// The last line of what only a target has before the text that follows a heading of the source: there, and not after
    /// what stands before it in the source, belongs the heading. nil where nothing like that is there.
    func beforeText(ofHeading part: Int, member: Int) -> ByteRange? {
        let (outline, pair) = (set.members[member].outline, set.pairs[member - 1])
        guard set.source.parts[part].kind == .heading, let position = position(of: part),
            position + 1 < set.source.leaves.count,
            let text = set.segment(of: member, for: Int(set.source.leaves[position + 1]))
        else { return nil }
        let place = outline.leaves.partitioningIndex { $0 >= Int32(text) }
        guard place > 0, place < outline.leaves.count else { return nil }
        let above = outline.leaves[place - 1]
        guard pair.sources[Int(above)] < 0, !pair.split.contains(above) else { return nil }
        return outline.lastLine(of: outline.part(of: Int(above)).range)
    }

    private func position(of part: Int) -> Int? {
        guard let segment = set.source.firstSegment(in: part) else { return nil }
        let leaf = Int32(set.source.leaf(of: segment))
        let position = set.source.leaves.partitioningIndex { $0 >= leaf }
        return position < set.source.leaves.count && set.source.leaves[position] == leaf ? position : nil
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

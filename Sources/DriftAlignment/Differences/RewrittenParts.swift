/// Reports what a translation tells in other parts than its source, with how many there are of each kind.
struct RewrittenParts {
    let set: AlignedSet
    let member: Int

    func differences() -> [Difference] {
        set.pairs[member - 1].rewritten.compactMap { passage in
            guard let first = passage.source.first, let partner = passage.target.first else { return nil }
            let outline = set.members[member].outline
            let source = set.source.passage(ofSegment: Int(first), member: 0)
            let target = outline.passage(ofSegment: Int(partner), member: member)
            return Difference(
                .rewritten, .text, at: target, counterparts: [source], expected: inventory(passage.source, set.source),
                found: inventory(passage.target, outline),
                cause: Difference.cause(.rewritten, .text, source.range))
        }
    }

    /// Such as "1 heading and 2 list items".
    private func inventory(_ segments: [Int32], _ outline: Outline) -> String {
        var counts: [(kind: PartKind, count: Int)] = []
        for segment in segments {
            let part = Int(outline.segments[Int(segment)].part)
            let kind = outline.beginsItem(part) ? .item : outline.parts[part].kind
            if let index = counts.firstIndex(where: { $0.kind == kind }) {
                counts[index].count += 1
            } else {
                counts.append((kind, 1))
            }
        }
        return Outline.enumeration(counts)
    }
}

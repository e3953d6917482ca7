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
        var kinds: [(noun: String, count: Int)] = []
        for segment in segments {
            let noun = noun(of: Int(outline.segments[Int(segment)].part), in: outline)
            if let index = kinds.firstIndex(where: { $0.noun == noun }) {
                kinds[index].count += 1
            } else {
                kinds.append((noun, 1))
            }
        }
        let phrases = kinds.map { "\($0.count) \($0.noun)\($0.count == 1 ? "" : "s")" }
        guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? "" }
        return phrases.dropLast().joined(separator: ", ") + " and " + last
    }

    private func noun(of part: Int, in outline: Outline) -> String {
        let parent = Int(outline.parts[part].parent)
        return parent >= 0 && outline.parts[parent].kind == .item && parent + 1 == part
            ? PartKind.item.noun : outline.parts[part].kind.noun
    }
}

import DriftAlignment
import DriftMarkdown
import DriftText

/// Where in a translation a part of the source belongs that it lacks: beside the counterpart of a sibling.
struct InsertionPlace {
    /// Index of the translation's block beside which the part belongs.
    let neighbour: Int
    /// Whether it belongs before the neighbour rather than behind it.
    let isBefore: Bool

    /// nil where no sibling has a counterpart, or its counterpart is nested otherwise.
    init?(ofPart part: Int, end: Int, in set: AlignedSet, member: Int) {
        let finder = NeighbourFinder(set: set, member: member)
        let blocks = set.source.document.blocks
        let own = Int(set.source.parts[part].block)
        let last = end < set.source.parts.count ? Int(set.source.parts[end].block) : blocks.count
        let siblings = Array(set.source.document.children(of: Int(blocks[own].parent)))
        let next = siblings.lazy.filter { $0 > own && $0 >= last }
            .compactMap { finder.counterpart(of: $0, isBehind: true) }.first
        let previous = siblings.reversed().lazy.filter { $0 < own }
            .compactMap { finder.counterpart(of: $0, isBehind: false) }.first
        if let previous {
            (neighbour, isBefore) = (finder.block(around: previous, without: next?.leaf), false)
        } else if let next {
            (neighbour, isBefore) = (next.block, true)
        } else {
            return nil
        }
    }
}

/// Finds the block of a translation that corresponds to a block of the source.
private struct NeighbourFinder {
    let set: AlignedSet
    let member: Int

    /// A block of the translation, and a leaf in it.
    struct Counterpart {
        let block: Int
        let leaf: Int
    }

    /// Two lists run together where what stood between them is gone: the largest block around a counterpart that does not
    /// hold another leaf too.
    func block(around counterpart: Counterpart, without leaf: Int?) -> Int {
        let document = set.members[member].outline.document
        var block = counterpart.block
        while let leaf, leaf >= block, leaf < Int(document.blocks[block].end),
            let child = document.children(of: block).first(where: {
                $0 <= counterpart.leaf && counterpart.leaf < Int(document.blocks[$0].end)
            })
        {
            block = child
        }
        return block
    }

    /// The block around the counterpart of the last leaf, or of the first where the part belongs before it.
    func counterpart(of block: Int, isBehind: Bool) -> Counterpart? {
        let pair = set.pairs[member - 1]
        let blocks = set.source.document.blocks
        let segments = set.source.segments.indices.filter { index in
            let own = Int(set.source.part(of: index).block)
            return own >= block && own < Int(blocks[block].end) && pair.targets[index] >= 0
                && !pair.moved.contains(Int32(index))
        }
        guard let segment = isBehind ? segments.first : segments.last else { return nil }
        let levels = depth(of: Int(set.source.part(of: segment).block), below: block, in: blocks)
        let outline = set.members[member].outline
        let partner = isBehind ? Int(pair.targets[segment]) : pair.lastTarget(of: segment) ?? 0
        let leaf = Int(outline.part(of: partner).block)
        return climb(from: leaf, levels: levels, like: blocks[block], in: blocks[Int(blocks[block].parent)].kind)
            .map { Counterpart(block: $0, leaf: leaf) }
    }

    private func depth(of block: Int, below ancestor: Int, in blocks: [Block]) -> Int {
        var (block, depth) = (block, 0)
        while block > ancestor {
            block = Int(blocks[block].parent)
            depth += 1
        }
        return depth
    }

    private func climb(from start: Int, levels: Int, like sibling: Block, in parent: BlockKind) -> Int? {
        let blocks = set.members[member].outline.document.blocks
        var block = start
        if parent == .document {
            while blocks[block].parent > 0 { block = Int(blocks[block].parent) }
            return block
        }
        for _ in 0..<levels where blocks[block].parent > 0 { block = Int(blocks[block].parent) }
        let around = blocks[max(0, Int(blocks[block].parent))].kind
        return blocks[block].kind == sibling.kind && around == parent ? block : nil
    }
}

import DriftAlignment
import DriftMarkdown
import DriftText

/// Where in a document a part of another belongs that it lacks: beside the counterpart of a sibling.
struct InsertionPlace {
    /// Index of the document's block beside which the part belongs.
    let neighbour: Int
    /// Whether it belongs before the neighbour rather than behind it.
    let isBefore: Bool

    /// nil where no sibling has a counterpart, or its counterpart is nested otherwise.
    init?(ofPart part: Int, end: Int, along direction: Direction) {
        let finder = NeighbourFinder(direction: direction)
        let outline = direction.from
        let blocks = outline.document.blocks
        let own = Int(outline.parts[part].block)
        let last = end < outline.parts.count ? Int(outline.parts[end].block) : blocks.count
        let siblings = Array(outline.document.children(of: Int(blocks[own].parent)))
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

/// Finds the block of one document that corresponds to a block of the other.
private struct NeighbourFinder {
    let direction: Direction

    /// A block of the destination, and a leaf in it.
    struct Counterpart {
        let block: Int
        let leaf: Int
    }

    /// Two lists run together where what stood between them is gone: the largest block around a counterpart that does not
    /// hold another leaf too.
    func block(around counterpart: Counterpart, without leaf: Int?) -> Int {
        let document = direction.to.document
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
        let source = direction.from
        let blocks = source.document.blocks
        let segments = source.segments.indices.filter { index in
            let own = Int(source.part(of: index).block)
            return own >= block && own < Int(blocks[block].end) && direction.partner(of: index) != nil
                && !direction.isMoved(index)
        }
        guard let segment = isBehind ? segments.first : segments.last,
            let partner = isBehind ? direction.partner(of: segment) : direction.lastPartner(of: segment)
        else { return nil }
        let levels = depth(of: Int(source.part(of: segment).block), below: block, in: blocks)
        let leaf = Int(direction.to.part(of: partner).block)
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
        let blocks = direction.to.document.blocks
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

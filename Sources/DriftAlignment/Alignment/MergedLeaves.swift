/// Finds paragraphs that a translator merged into, or split off from, their neighbour: 2-1 and 1-2 beads.
///
/// A leaf without partner counts as merged where its neighbour's pair fits clearly better in length with it than
/// without.
struct MergedLeaves {
    let score: SegmentScore
    /// For each source leaf position the target's, or -1.
    let leaves: [Int32]

    /// Bytes of text in all leaves that have a partner.
    private let paired: (source: Float, target: Float)
    /// Bytes of source text that the ratio of the whole documents counts for beside the leaves that have partners.
    private static let priorLength: Float = 60

    init(score: SegmentScore, leaves: [Int32]) {
        self.score = score
        self.leaves = leaves
        var paired: (source: Float, target: Float) = (0, 0)
        for (leaf, partner) in leaves.enumerated() where partner >= 0 {
            let left = score.source.leaves[leaf]
            guard [.paragraph, .heading].contains(score.source.part(of: Int(left)).kind) else { continue }
            paired.source += Float(score.source.segments[Int(left)].length)
            paired.target += Float(score.target.segments[Int(score.target.leaves[Int(partner)])].length)
        }
        self.paired = paired
    }

    /// Bytes of target text for each byte of source text, but for the pair that is judged and for what is lost.
    private func ratio(without source: Float, _ target: Float) -> Float {
        let prior = Self.priorLength
        return (paired.target - target + prior * score.lengthRatio) / (paired.source - source + prior)
    }

    /// Segments that were merged, of the source, and split off, of the target.
    func find() -> (merged: Set<Int32>, split: Set<Int32>) {
        var merged: Set<Int32> = []
        var split: Set<Int32> = []
        var reverse = [Int32](repeating: -1, count: score.target.leaves.count)
        for (leaf, partner) in leaves.enumerated() where partner >= 0 { reverse[Int(partner)] = Int32(leaf) }
        for leaf in leaves.indices where leaves[leaf] < 0 && isAlone(leaf, in: leaves) {
            for neighbour in [leaf - 1, leaf + 1] where leaves.indices.contains(neighbour) && leaves[neighbour] >= 0 {
                if joins(source: (leaf, neighbour), target: (nil, Int(leaves[neighbour]))) {
                    merged.insert(score.source.leaves[leaf])
                }
            }
        }
        for leaf in reverse.indices where reverse[leaf] < 0 && isAlone(leaf, in: reverse) {
            for neighbour in [leaf - 1, leaf + 1] where reverse.indices.contains(neighbour) && reverse[neighbour] >= 0 {
                if joins(source: (nil, Int(reverse[neighbour])), target: (leaf, neighbour)) {
                    split.insert(score.target.leaves[leaf])
                }
            }
        }
        return (merged, split)
    }

    /// Whether the neighbours of a leaf have partners: of several lost in a row none was merged.
    private func isAlone(_ leaf: Int, in partners: [Int32]) -> Bool {
        (leaf == 0 || partners[leaf - 1] >= 0) && (leaf + 1 == partners.count || partners[leaf + 1] >= 0)
    }

    private func joins(source: (alone: Int?, paired: Int), target: (alone: Int?, paired: Int)) -> Bool {
        let left = source.alone.map { length(score.source, $0) } ?? 0
        let right = target.alone.map { length(score.target, $0) } ?? 0
        guard let (base, other) = pairedLengths(source.paired, target.paired), isText(source.alone, target.alone)
        else { return false }
        let ratio = ratio(without: base, other)
        let apart = score.squaredDeviation(base, other, ratio: ratio)
        return apart > 3 && score.squaredDeviation(base + left, other + right, ratio: ratio) < apart / 4
    }

    private func pairedLengths(_ source: Int, _ target: Int) -> (Float, Float)? {
        guard score.source.part(of: Int(score.source.leaves[source])).kind == .paragraph,
            score.target.part(of: Int(score.target.leaves[target])).kind == .paragraph
        else { return nil }
        return (length(score.source, source), length(score.target, target))
    }

    private func isText(_ source: Int?, _ target: Int?) -> Bool {
        if let source { return score.source.part(of: Int(score.source.leaves[source])).kind == .paragraph }
        if let target { return score.target.part(of: Int(score.target.leaves[target])).kind == .paragraph }
        return false
    }

    private func length(_ outline: Outline, _ leaf: Int) -> Float {
        Float(outline.segments[Int(outline.leaves[leaf])].length)
    }
}

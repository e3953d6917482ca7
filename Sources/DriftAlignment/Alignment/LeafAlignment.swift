/// Which leaves of two documents correspond: the first step of their alignment, before tables are opened.
struct LeafAlignment {
    /// The score with the ratio of lengths that the pairs taught.
    let score: SegmentScore
    /// For each source leaf, by position, the target's leaf, or -1.
    let partners: [Int32]
    /// Positions of source leaves whose partner stands elsewhere than the order of the others demands.
    let moved: [Int]
    /// For each source leaf how sure its pair is, in percent; 0 where it has none.
    let confidence: [UInt8]

    /// Twice: what the first pass pairs teaches how long translations are, and the second judges lengths by that.
    static func align(_ source: Outline, _ target: Outline) -> LeafAlignment {
        var score = SegmentScore(source, target)
        let inOrder = alignInOrder(&score)
        let mover = MovedLeaves(score: score)
        let withMoved = mover.join(inOrder)
        let moved = inOrder.indices.filter { inOrder[$0] < 0 && withMoved[$0] >= 0 }
        let partners = joinReplaced(inOrder, moved: withMoved, score: score)
        var confidence = confidence(partners, without: moved, score)
        for leaf in moved { confidence[leaf] = mover.confidence(leaf, Int(partners[leaf])) }
        return LeafAlignment(score: score, partners: partners, moved: moved, confidence: confidence)
    }

    /// Share of the leaves of the longer document that have a partner, from 0 to 1.
    var agreement: Float {
        Float(partners.filter { $0 >= 0 }.count) / Float(max(1, partners.count, score.target.leaves.count))
    }

    private static func alignInOrder(_ score: inout SegmentScore) -> [Int32] {
        let (source, target) = (score.source.leaves, score.target.leaves)
        let fixed = FixedPairs.find(score)
        let aligner = SequenceAligner(gapOpen: (gapCosts(score.source), gapCosts(score.target)), gapExtend: -0.18)
        score.learnRatio(from: fixed.map { (Int(source[$0.0]), Int(target[$0.1])) })
        let before = score.lengthRatio
        let first = aligner.align(fixed: fixed) { score(Int(source[$0]), Int(target[$1])) }
        score.learnRatio(
            from: first.indices.filter { first[$0] >= 0 }.map { (Int(source[$0]), Int(target[Int(first[$0])])) })
        let isSettled = abs(score.lengthRatio / before - 1) < 0.05
        return isSettled ? first : aligner.align(fixed: fixed) { score(Int(source[$0]), Int(target[$1])) }
    }

    /// What is lost most often begins with a heading.
    private static func gapCosts(_ outline: Outline) -> [Float] {
        outline.leaves.map { outline.part(of: Int($0)).kind == .heading ? -0.15 : -0.32 }
    }

    private static func confidence(_ partners: [Int32], without moved: [Int], _ score: SegmentScore) -> [UInt8] {
        var inOrder = partners
        for leaf in moved { inOrder[leaf] = -1 }
        let (source, target) = (score.source.leaves, score.target.leaves)
        return PairConfidence(inOrder, targetCount: target.count) { score(Int(source[$0]), Int(target[$1])) }
            .percentages()
    }

    /// One leaf for one leaf of the same kind at one place is a replaced leaf, not one missing and one extra; so is one
    /// paragraph for two whose lengths make up its own.
    private static func joinReplaced(_ leaves: [Int32], moved: [Int32], score: SegmentScore) -> [Int32] {
        var joined = moved
        let taken = Set(moved)
        for gap in Gap.gaps(in: leaves, targetCount: score.target.leaves.count) {
            let sources = gap.source.filter { moved[$0] < 0 }.map { Int(score.source.leaves[$0]) }
            let targets = gap.target.filter { !taken.contains(Int32($0)) }.map { Int(score.target.leaves[$0]) }
            guard let source = gap.source.first(where: { moved[$0] < 0 }),
                let target = gap.target.first(where: { !taken.contains(Int32($0)) }),
                isReplaced(sources, targets, score)
            else { continue }
            joined[source] = Int32(target)
        }
        return joined
    }

    private static func isReplaced(_ sources: [Int], _ targets: [Int], _ score: SegmentScore) -> Bool {
        let (part, other) = (score.source.part(of: sources[0]), score.target.part(of: targets[0]))
        if sources.count == 1, targets.count == 1, part.kind == other.kind {
            return part.level == other.level || fits(sources, targets, score)
        }
        guard sources.count + targets.count == 3,
            sources.allSatisfy({ score.source.part(of: $0).kind == .paragraph }),
            targets.allSatisfy({ score.target.part(of: $0).kind == .paragraph })
        else { return false }
        return fits(sources, targets, score)
    }

    /// Whether some text is as long as a translation of the other would be.
    private static func fits(_ sources: [Int], _ targets: [Int], _ score: SegmentScore) -> Bool {
        let lengths = (
            sources.reduce(0) { $0 + score.source.segments[$1].length },
            targets.reduce(0) { $0 + score.target.segments[$1].length }
        )
        return score.squaredDeviation(Float(lengths.0), Float(lengths.1), ratio: score.lengthRatio) < 3
    }
}

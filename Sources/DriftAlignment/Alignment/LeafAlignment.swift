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

    /// Paragraphs that a translator merged, split, or cut at another place.
    let beads: [Bead]
    let rewritten: [RewrittenPassage]

    /// Twice: what the first pass pairs teaches how long translations are, and the second judges lengths by that.
    static func align(_ source: Outline, _ target: Outline) -> LeafAlignment {
        var score = SegmentScore(source, target)
        let (inOrder, beads) = alignInOrder(&score)
        let mover = MovedLeaves(score: score)
        let withMoved = mover.join(inOrder, except: beads)
        let moved = inOrder.indices.filter { inOrder[$0] < 0 && withMoved[$0] >= 0 }
        let partners = joinReplaced(inOrder, moved: withMoved, beads: beads, score: score)
        var confidence = confidence(partners, without: moved, score)
        for (leaf, percent) in zip(moved, mover.confidence(of: moved, partners: partners)) {
            confidence[leaf] = percent
        }
        return LeafAlignment(
            score: score, partners: partners, moved: moved, confidence: confidence, beads: beads,
            rewritten: RewrittenPassages(score: score).find(inOrder, partners: partners, except: beads))
    }

    /// Share of the leaves of the longer document that have a partner, or were merged or split, from 0 to 1.
    var agreement: Float {
        let joined = beads.reduce(0) { $0 + abs($1.source.count - $1.target.count) }
        let longer = max(1, partners.count, score.target.leaves.count)
        return min(1, Float(partners.filter { $0 >= 0 }.count + joined) / Float(longer))
    }

    private static func alignInOrder(_ score: inout SegmentScore) -> (partners: [Int32], beads: [Bead]) {
        let (source, target) = (score.source.leaves, score.target.leaves)
        let fixed = FixedPairs.find(score)
        let aligner = SequenceAligner(gapOpen: (gapCosts(score.source), gapCosts(score.target)), gapExtend: -0.18)
        score.learnRatio(from: fixed.map { (Int(source[$0.0]), Int(target[$0.1])) })
        // Closures that share what may change copy it for each pair that they score.
        let before = score
        let first = aligner.align(fixed: fixed) { before(Int(source[$0]), Int(target[$1])) }
        let pairs = first.indices.filter { first[$0] >= 0 }.map { (Int(source[$0]), Int(target[Int(first[$0])])) }
        score.learnRatio(from: pairs)
        score.learnLabels(from: pairs)
        let settled = score
        let isSettled =
            abs(settled.lengthRatio / before.lengthRatio - 1) < 0.05
            && (settled.labels.isEmpty || pairs.count == first.count)
        let partners = isSettled ? first : aligner.align(fixed: fixed) { settled(Int(source[$0]), Int(target[$1])) }
        return BeadSearch.search(partners, score, aligner)
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

    /// One leaf for one leaf of the same kind at one place, the only ones of their kind there, is a replaced leaf, not one
    /// missing and one extra.
    private static func joinReplaced(
        _ leaves: [Int32], moved: [Int32], beads: [Bead], score: SegmentScore
    ) -> [Int32] {
        var joined = moved
        let taken = Set(moved + beads.flatMap { $0.target.map(Int32.init) })
        let isMerged = Set(beads.flatMap(\.source))
        for gap in Gap.gaps(in: leaves, targetCount: score.target.leaves.count) {
            let sources = gap.source.filter { moved[$0] < 0 && !isMerged.contains($0) }
            let targets = gap.target.filter { !taken.contains(Int32($0)) }
            for (source, target) in onlyOnes(sources, targets, score) where isReplaced(source, target, score) {
                joined[source] = Int32(target)
            }
        }
        return joined
    }

    /// Leaves that are the only ones of their kind on both sides of a gap, beside which only one side has anything more;
    /// headings, of which each opens a text of its own, only where there is nothing else.
    private static func onlyOnes(_ sources: [Int], _ targets: [Int], _ score: SegmentScore) -> [(Int, Int)] {
        guard min(sources.count, targets.count) == 1 else { return [] }
        if sources.count == 1 && targets.count == 1 { return [(sources[0], targets[0])] }
        let kinds = (
            sources.map { score.source.part(of: Int(score.source.leaves[$0])).kind },
            targets.map { score.target.part(of: Int(score.target.leaves[$0])).kind }
        )
        let pairs = [PartKind.paragraph, .codeBlock, .table, .figure].compactMap { kind -> (Int, Int)? in
            let found = (kinds.0.indices.filter { kinds.0[$0] == kind }, kinds.1.indices.filter { kinds.1[$0] == kind })
            return found.0.count == 1 && found.1.count == 1 ? (sources[found.0[0]], targets[found.1[0]]) : nil
        }
        return pairs.count == 1 ? pairs : []
    }

    private static func isReplaced(_ source: Int, _ target: Int, _ score: SegmentScore) -> Bool {
        let (left, right) = (Int(score.source.leaves[source]), Int(score.target.leaves[target]))
        let (part, other) = (score.source.part(of: left), score.target.part(of: right))
        guard part.kind == other.kind else { return false }
        let lengths = (score.source.segments[left].length, score.target.segments[right].length)
        return part.level == other.level
            || score.squaredDeviation(Float(lengths.0), Float(lengths.1), ratio: score.lengthRatio) < 3
    }
}

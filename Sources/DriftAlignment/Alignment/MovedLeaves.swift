/// Joins leaves that have no partner in order but share so much that they are the same in another place.
struct MovedLeaves {
    /// Share of common anchor weight, and the weight, that make two leaves the same wherever they stand.
    private static let share: Float = 0.7
    private static let evidence: Float = 2.5

    let score: SegmentScore

    /// - Complexity: the product of the numbers of leaves without partner, as long as that is small; otherwise nothing.
    ///
    /// - Parameter beads: what was merged or split, and so has a partner.
    func join(_ leaves: [Int32], except beads: [Bead]) -> [Int32] {
        var joined = leaves
        let taken = Set(leaves + beads.flatMap { $0.target.map(Int32.init) })
        let merged = Set(beads.flatMap(\.source))
        var free = score.target.leaves.indices.filter { !taken.contains(Int32($0)) }
        let lost = leaves.indices.filter { leaves[$0] < 0 && !merged.contains($0) }
        guard lost.count * free.count <= 250_000 else { return leaves }
        for leaf in lost {
            let ranked = free.indices.map { ($0, likeness(leaf, free[$0])) }
            guard let best = ranked.max(by: { $0.1 < $1.1 }), best.1 > 0 else { continue }
            joined[leaf] = Int32(free.remove(at: best.0))
        }
        var joinedTargets = Set(joined)
        joinedTargets.formUnion(taken)
        for leaf in lost where joined[leaf] >= 0 { takeAlong(leaf, &joined, &joinedTargets) }
        return joined
    }

    /// How sure moved leaves are, in percent: what was only taken along, less, unless it stands between two that are the
    /// same.
    ///
    /// - Parameters:
    ///   - moved: positions of source leaves, ascending.
    ///   - partners: for each source leaf the target's, or -1.
    func confidence(of moved: [Int], partners: [Int32]) -> [UInt8] {
        var confidence = moved.map { likeness($0, Int(partners[$0])) > 0 ? Self.recognized : Self.takenAlong }
        var last: Int?
        for index in moved.indices {
            if index > 0, !isNext(moved[index], moved[index - 1], partners) { last = nil }
            guard confidence[index] == Self.recognized else { continue }
            if let last { for between in last..<index { confidence[between] = Self.recognized } }
            last = index
        }
        return confidence
    }

    private static let recognized: UInt8 = 95
    private static let takenAlong: UInt8 = 80

    private func isNext(_ leaf: Int, _ other: Int, _ partners: [Int32]) -> Bool {
        leaf == other + 1 && partners[leaf] == partners[other] + 1
    }

    /// What stands right before or after a moved leaf on both sides, without a partner and of one kind, moved with it:
    /// a heading has nothing to be recognised by.
    private func takeAlong(_ leaf: Int, _ joined: inout [Int32], _ taken: inout Set<Int32>) {
        for step in [-1, 1] {
            var (source, target) = (leaf + step, Int(joined[leaf]) + step)
            while joined.indices.contains(source), score.target.leaves.indices.contains(target), joined[source] < 0,
                !taken.contains(Int32(target)), kind(score.source, source) == kind(score.target, target)
            {
                joined[source] = Int32(target)
                taken.insert(Int32(target))
                (source, target) = (source + step, target + step)
            }
        }
    }

    private func kind(_ outline: Outline, _ leaf: Int) -> PartKind {
        outline.part(of: Int(outline.leaves[leaf])).kind
    }

    private func likeness(_ leaf: Int, _ other: Int) -> Float {
        let (left, right) = (Int(score.source.leaves[leaf]), Int(score.target.leaves[other]))
        guard score.source.part(of: left).kind == score.target.part(of: right).kind else { return 0 }
        let (dice, evidence) = score.shared.similarity(left, right)
        return dice >= Self.share && evidence >= Self.evidence ? dice : 0
    }
}

import DriftMarkdown

/// Aligns again, with beads, what a first alignment left open: a leaf alone without a partner, with the pairs before and
/// behind it, and two pairs in a row whose lengths do not fit.
///
/// Only there, since a bead explains nearly everything in a text that was translated freely.
struct BeadSearch {
    private let score: SegmentScore
    private let aligner: SequenceAligner
    private var partners: [Int32]
    private var beads: [Bead] = []
    private let beadScore: BeadScore

    /// - Parameter partners: for each source leaf position the target's, or -1; ascending.
    /// - Returns: the same with what was found, and the beads, in order.
    static func search(
        _ partners: [Int32], _ score: SegmentScore, _ aligner: SequenceAligner
    ) -> (partners: [Int32], beads: [Bead]) {
        var search = BeadSearch(partners, score, aligner)
        var end = (source: 0, target: 0)
        for stretch in search.openStretches() {
            guard stretch.source.lowerBound >= end.source, stretch.target.lowerBound >= end.target else { continue }
            if search.realign(stretch) { end = (stretch.source.upperBound, stretch.target.upperBound) }
        }
        search.absorb()
        return (search.partners, search.beads)
    }

    private init(_ partners: [Int32], _ score: SegmentScore, _ aligner: SequenceAligner) {
        self.partners = partners
        self.score = score
        self.aligner = aligner
        beadScore = BeadScore(score, beside: partners)
    }

    /// Leaves on either side of a stretch that is made of several.
    private static let stretchLimit = 6

    /// In order. Of several leaves lost in a row none was merged. Stretches that share a pair are one: a paragraph that was
    /// cut at another place may be paired crosswise.
    private func openStretches() -> [Bead] {
        let pairs = partners.indices.filter { partners[$0] >= 0 }.map { (source: $0, target: Int(partners[$0])) }
        let ends = (source: partners.count, target: score.target.leaves.count)
        var stretches: [Bead] = []
        for index in 0...pairs.count {
            let before = index > 0 ? pairs[index - 1] : (source: -1, target: -1)
            let behind = index < pairs.count ? pairs[index] : ends
            let lost = (behind.source - before.source - 1, behind.target - before.target - 1)
            let isRedrawn = lost == (0, 0) && index > 0 && index < pairs.count && isMisfit(before) && isMisfit(behind)
            guard isRedrawn || max(lost.0, lost.1) == 1 else { continue }
            let stretch = Bead(
                source: max(0, before.source)..<min(ends.source, behind.source + 1),
                target: max(0, before.target)..<min(ends.target, behind.target + 1))
            if let last = stretches.last, let joined = Self.join(last, stretch) {
                stretches[stretches.count - 1] = joined
            } else {
                stretches.append(stretch)
            }
        }
        return stretches
    }

    private static func join(_ stretch: Bead, _ next: Bead) -> Bead? {
        let joined = Bead(
            source: stretch.source.lowerBound..<next.source.upperBound,
            target: stretch.target.lowerBound..<next.target.upperBound)
        let isShort = max(joined.source.count, joined.target.count) <= stretchLimit
        return isShort && next.source.lowerBound < stretch.source.upperBound ? joined : nil
    }

    /// Leaves in a row that one side has alone, and that its neighbour's partner may hold: of more, each says something of
    /// its own.
    private static let absorbed = 2...4

    /// Takes leaves that one side has alone, several in a row, into a bead with the pair before or behind them.
    private mutating func absorb() {
        var taken = (source: Set(beads.flatMap(\.source)), target: Set(beads.flatMap(\.target)))
        let pairs = partners.indices.filter { partners[$0] >= 0 }.map { (source: $0, target: Int(partners[$0])) }
        for (before, behind) in zip(pairs, pairs.dropFirst()) {
            let lost = (behind.source - before.source - 1, behind.target - before.target - 1)
            guard min(lost.0, lost.1) == 0, Self.absorbed.contains(max(lost.0, lost.1)) else { continue }
            let candidates = [
                Bead(source: before.source..<behind.source, target: before.target..<behind.target),
                Bead(source: before.source + 1..<behind.source + 1, target: before.target + 1..<behind.target + 1),
            ].filter {
                taken.source.isDisjoint(with: $0.source) && taken.target.isDisjoint(with: $0.target)
            }
            let best = candidates.compactMap { bead in beadScore(bead).map { (bead: bead, worth: $0) } }
                .max { $0.worth < $1.worth }
            guard let bead = best?.bead else { continue }
            taken.source.formUnion(bead.source)
            taken.target.formUnion(bead.target)
            beads.append(bead)
        }
        beads.sort { $0.source.lowerBound < $1.source.lowerBound }
    }

    private func isMisfit(_ pair: (source: Int, target: Int)) -> Bool {
        let lengths = (
            score.source.length(ofLeaves: [pair.source]), score.target.length(ofLeaves: [pair.target])
        )
        return score.squaredDeviation(lengths.0, lengths.1, ratio: score.lengthRatio) > BeadScore.misfit
    }

    /// Whether a stretch holds a bead.
    private mutating func realign(_ stretch: Bead) -> Bool {
        let score = score
        let steps = aligner.alignWithBeads(stretch) {
            score(Int(score.source.leaves[$0]), Int(score.target.leaves[$1]))
        } joined: {
            beadScore($0)
        }
        guard steps.contains(where: { !$0.isPair }) else { return false }
        for leaf in stretch.source { partners[leaf] = -1 }
        for pair in steps.flatMap({ $0.isPair ? [$0] : beadScore.partners(in: $0) }) {
            partners[pair.source.lowerBound] = Int32(pair.target.lowerBound)
        }
        beads += steps.filter { !$0.isPair }
        return true
    }
}

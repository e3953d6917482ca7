import DriftLanguage
import DriftMarkdown

/// Scores paragraphs that a translator merged, split, or cut at another place, as one bead: 2-1, 1-2 and 2-2.
///
/// Length decides, as in Gale and Church: a bead counts only where paragraphs fit clearly better in length together than
/// alone, for most lost paragraphs do not fit their neighbour's length by chance; or where the anchors of what would be
/// lost stand in its neighbour's partner.
struct BeadScore {
    /// How many squared standard deviations the pairs must be off without the bead, and to what share of that it must
    /// bring them down.
    static let misfit: Float = 3
    private static let relief: Float = 0.25
    /// The same where the numbers of their sentences are nearer to one another with the bead, too.
    private static let sentenceMisfit: Float = 1.2
    private static let sentenceRelief: Float = 0.4
    /// Share of the anchors of what would be lost, if they have this weight, that must stand in its neighbour's partner:
    /// for a bead that fits in length, and for one that only does not fit worse.
    private static let toleratedShare: Float = 0.3
    private static let carriedShare: Float = 0.7
    private static let carriedWeight: Float = 1
    /// What a bead costs: one with two elements on one side only the gap that it saves, and something for the exception
    /// that it is; one of two and two must explain two pairs that do not fit.
    private static let mergeCost: Float = 0.4
    private static let redrawCost: Float = 0.3

    /// Bytes of source text that the ratio of the whole documents counts for beside the leaves that have partners, and
    /// that these must have for lengths to say anything.
    private static let priorLength: Float = 60

    private let score: SegmentScore
    /// For each source leaf its partner in the alignment without beads, or -1.
    private let partners: [Int32]
    /// Bytes of text in all leaves that have a partner.
    private let paired: (source: Float, target: Float)

    /// - Parameter partners: for each source leaf its partner in the alignment without beads, or -1.
    init(_ score: SegmentScore, beside partners: [Int32]) {
        self.score = score
        self.partners = partners
        let texts = partners.indices.filter { leaf in
            partners[leaf] >= 0
                && [.paragraph, .heading].contains(score.source.part(of: Int(score.source.leaves[leaf])).kind)
        }
        paired = (
            score.source.length(ofLeaves: texts), score.target.length(ofLeaves: texts.map { Int(partners[$0]) })
        )
    }

    /// What a bead of leaves is worth; nil where it is none.
    func callAsFunction(_ bead: Bead) -> Float? {
        guard isText(bead), let ratio = ratio(without: bead), isFounded(bead, ratio: ratio) else { return nil }
        let isRedrawn = bead.source.count == bead.target.count
        return score.worth(
            ofSources: segments(bead.source, score.source), targets: segments(bead.target, score.target),
            squaredDeviation: squaredDeviation(bead, ratio: ratio))
            - (isRedrawn ? Self.redrawCost : Self.mergeCost)
    }

    /// The leaves of each side that are the other's partner: in a bead of two and two each has one, otherwise it is the
    /// longer one of two.
    func partners(in bead: Bead) -> [Bead] {
        if bead.source.count == bead.target.count { return pairs(bead) }
        return pairs(bead).max { length($0) < length($1) }.map { [$0] } ?? []
    }

    private func isText(_ bead: Bead) -> Bool {
        segments(bead.source, score.source).allSatisfy { score.source.part(of: $0).kind == .paragraph }
            && segments(bead.target, score.target).allSatisfy { score.target.part(of: $0).kind == .paragraph }
    }

    /// Whether the elements fit clearly better together than the pairs do that they would be without it.
    private func isFitting(_ bead: Bead, ratio: Float) -> Bool {
        let together = squaredDeviation(bead, ratio: ratio)
        let paired = bead.source.count == bead.target.count ? [] : pairsWithout(bead)
        return (paired.isEmpty ? pairs(bead) : paired).allSatisfy {
            let apart = squaredDeviation($0, ratio: ratio)
            return apart > Self.misfit && together < apart * Self.relief
                || apart > Self.sentenceMisfit && together < apart * Self.sentenceRelief
                    && sentenceDifference(bead) < sentenceDifference($0)
        }
    }

    /// By how many sentences the sides differ, which translators keep more often than paragraphs.
    private func sentenceDifference(_ bead: Bead) -> Int {
        abs(
            score.source.sentenceCount(ofLeaves: bead.source) - score.target.sentenceCount(ofLeaves: bead.target))
    }

    /// The pairs within a bead in the alignment without beads.
    private func pairsWithout(_ bead: Bead) -> [Bead] {
        bead.source.filter { bead.target.contains(Int(partners[$0])) }.map {
            Bead(source: $0..<$0 + 1, target: Int(partners[$0])..<Int(partners[$0]) + 1)
        }
    }

    /// Bytes of target text for each byte of source text, but for what is judged and for what is lost; nil where there is
    /// too little else.
    private func ratio(without bead: Bead) -> Float? {
        let inside = pairsWithout(bead)
        let lengths = (
            score.source.length(ofLeaves: inside.map(\.source.lowerBound)),
            score.target.length(ofLeaves: inside.map(\.target.lowerBound))
        )
        let prior = Self.priorLength
        guard paired.source - lengths.0 >= prior else { return nil }
        return (paired.target - lengths.1 + prior * score.lengthRatio) / (paired.source - lengths.0 + prior)
    }

    private func isFounded(_ bead: Bead, ratio: Float) -> Bool {
        let carried = carriedShare(bead)
        if isFitting(bead, ratio: ratio) { return carried.map { $0 >= Self.toleratedShare } ?? true }
        guard bead.source.count != bead.target.count, let own = partners(in: bead).first, let carried else {
            return false
        }
        return carried >= Self.carriedShare
            && squaredDeviation(bead, ratio: ratio) < max(Self.misfit, squaredDeviation(own, ratio: ratio))
    }

    /// Share of the anchors of what the bead adds to its pairs that stand on the other side; nil where there are hardly
    /// any.
    private func carriedShare(_ bead: Bead) -> Float? {
        var (shared, totals) = overlap(bead)
        for pair in bead.source.count == bead.target.count ? pairsWithout(bead) : partners(in: bead) {
            let own = overlap(pair)
            shared -= own.weight
            totals = (totals.source - own.totals.source, totals.target - own.totals.target)
        }
        let weight = max(totals.source, totals.target)
        return weight < Self.carriedWeight ? nil : shared / weight
    }

    /// Pairs that there could be without the bead.
    private func pairs(_ bead: Bead) -> [Bead] {
        if bead.source.count == bead.target.count {
            return zip(bead.source, bead.target).map { Bead(source: $0..<$0 + 1, target: $1..<$1 + 1) }
        }
        return bead.source.flatMap { source in
            bead.target.map { Bead(source: source..<source + 1, target: $0..<$0 + 1) }
        }
    }

    private func overlap(_ bead: Bead) -> (weight: Float, totals: (source: Float, target: Float)) {
        score.shared.overlap(segments(bead.source, score.source), segments(bead.target, score.target))
    }

    private func squaredDeviation(_ bead: Bead, ratio: Float) -> Float {
        score.squaredDeviation(
            score.source.length(ofLeaves: bead.source), score.target.length(ofLeaves: bead.target), ratio: ratio)
    }

    private func length(_ bead: Bead) -> Float {
        score.source.length(ofLeaves: bead.source) + score.target.length(ofLeaves: bead.target)
    }

    private func segments(_ leaves: Range<Int>, _ outline: Outline) -> [Int] { leaves.map { Int(outline.leaves[$0]) } }
}

extension Outline {
    fileprivate func sentenceCount(ofLeaves leaves: Range<Int>) -> Int {
        leaves.reduce(0) { $0 + SentenceBounds.sentences(in: segments[Int(self.leaves[$1])].text.bytes).count }
    }

    /// Bytes of text in some leaves.
    func length(ofLeaves leaves: some Sequence<Int>) -> Float {
        leaves.reduce(0) { $0 + Float(segments[Int(self.leaves[$1])].length) }
    }
}

/// The anchor tokens that two documents have in common, and how much of them two segments share.
///
/// A word that stands on one side only was translated and says nothing. One that both documents have, but only one of
/// two segments, speaks against pairing them; so does, with half its weight, code or a value that the other document
/// lacks altogether.
struct SharedVocabulary {
    /// Weight of each source token that the target has too, less the more often it occurs; 0 for the others.
    private var weights: [Float]
    private let sourceTokens: TokenLists
    private let targetTokens: TokenLists
    private let sourceTotals: [Float]
    private let targetTotals: [Float]
    /// Tokens that occur once on each side: source token, source segment, target segment.
    private(set) var unique: [(weight: Float, source: Int, target: Int)] = []

    init(_ source: Outline, _ target: Outline) {
        var weights = [Float](repeating: 0, count: source.vocabulary.count)
        var sourceOfTarget = [Int32](repeating: -1, count: target.vocabulary.count)
        var isUnique = [Bool](repeating: false, count: source.vocabulary.count)
        var (i, j) = (0, 0)
        while i < source.vocabulary.count && j < target.vocabulary.count {
            let (left, right) = (source.vocabulary[i], target.vocabulary[j])
            if left.hash == right.hash {
                weights[i] = left.weight / Float(max(left.count, right.count)).squareRoot()
                sourceOfTarget[j] = Int32(i)
                isUnique[i] = left.count == 1 && right.count == 1
                (i, j) = (i + 1, j + 1)
            } else if left.hash < right.hash {
                i += 1
            } else {
                j += 1
            }
        }
        self.weights = weights
        (sourceTokens, sourceTotals) = Self.read(source, weights) { weights[Int($0)] > 0 ? $0 : -1 }
        (targetTokens, targetTotals) = Self.read(target, weights) { sourceOfTarget[Int($0)] }
        unique = pairsOfUnique(isUnique, leaves: (source.leaves, target.leaves))
    }

    /// The tokens of each segment that both documents have, and the weight of all that it has: what no translator changes
    /// and the other document lacks counts for half.
    ///
    /// - Parameter shared: the source's token for one of the outline's; -1 where the source, or the target, has none.
    private static func read(
        _ outline: Outline, _ weights: [Float], shared: (Int32) -> Int32
    ) -> (TokenLists, [Float]) {
        var lists = TokenLists(segmentCount: outline.segments.count)
        var totals: [Float] = []
        totals.reserveCapacity(outline.segments.count)
        for segment in outline.segments.indices {
            var (common, lonely): (Float, Float) = (0, 0)
            for token in outline.tokens[segment] {
                let partner = shared(token)
                if partner >= 0 {
                    lists.append(partner)
                    common += weights[Int(partner)]
                } else if outline.vocabulary[Int(token)].isInvariant {
                    let entry = outline.vocabulary[Int(token)]
                    lonely += entry.weight / 2 / Float(entry.count).squareRoot()
                }
            }
            lists.endSegment()
            totals.append(common + lonely)
        }
        return (lists, totals)
    }

    private func pairsOfUnique(
        _ isUnique: [Bool], leaves: ([Int32], [Int32])
    ) -> [(weight: Float, source: Int, target: Int)] {
        var holder = [Int32](repeating: -1, count: isUnique.count)
        for (leaf, segment) in leaves.1.enumerated() {
            for token in targetTokens[Int(segment)] where isUnique[Int(token)] { holder[Int(token)] = Int32(leaf) }
        }
        var pairs: [(weight: Float, source: Int, target: Int)] = []
        for (leaf, segment) in leaves.0.enumerated() {
            for token in sourceTokens[Int(segment)] where isUnique[Int(token)] && holder[Int(token)] >= 0 {
                pairs.append((weights[Int(token)], leaf, Int(holder[Int(token)])))
            }
        }
        return pairs
    }

    /// How alike two segments are: `dice` from 0 to 1, and the weight of the evidence that it rests on.
    func similarity(_ source: Int, _ target: Int) -> (dice: Float, evidence: Float) {
        let totals = (source: sourceTotals[source], target: targetTotals[target])
        if totals.source + totals.target == 0 { return (0, 0) }
        if sourceTokens.isEmpty(source) || targetTokens.isEmpty(target) { return Self.similarity(0, totals) }
        return Self.similarity(overlap(sourceTokens[source], targetTokens[target]), totals)
    }

    /// How alike several segments are to several others, each side taken together.
    func similarity(_ sources: [Int], _ targets: [Int]) -> (dice: Float, evidence: Float) {
        let (weight, totals) = overlap(sources, targets)
        return Self.similarity(weight, totals)
    }

    /// Weight of what several segments share with several others, and of all that each side has.
    func overlap(_ sources: [Int], _ targets: [Int]) -> (weight: Float, totals: (source: Float, target: Float)) {
        (
            overlap(
                sources.flatMap { sourceTokens[$0] }.sorted()[...], targets.flatMap { targetTokens[$0] }.sorted()[...]),
            (sources.reduce(0) { $0 + sourceTotals[$1] }, targets.reduce(0) { $0 + targetTotals[$1] })
        )
    }

    private static func similarity(
        _ overlap: Float, _ totals: (source: Float, target: Float)
    ) -> (dice: Float, evidence: Float) {
        let total = totals.source + totals.target
        return total == 0 ? (0, 0) : (2 * overlap / total, max(totals.source, totals.target))
    }

    private func overlap(_ left: ArraySlice<Int32>, _ right: ArraySlice<Int32>) -> Float {
        var overlap: Float = 0
        var (i, j) = (left.startIndex, right.startIndex)
        while i < left.endIndex && j < right.endIndex {
            if left[i] == right[j] {
                overlap += weights[Int(left[i])]
                (i, j) = (i + 1, j + 1)
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return overlap
    }
}

/// The anchor tokens that two documents have in common, and how much of them two segments share.
///
/// A token that stands on one side only is a translated word and says nothing. One that both documents have, but only
/// one of two segments, speaks against pairing them.
struct SharedVocabulary {
    /// Weight of each source token that the target has too, less the more often it occurs; 0 for the others.
    private var weights: [Float]
    private let sourceTokens: [[Int32]]
    private let targetTokens: [[Int32]]
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
        sourceTokens = source.segments.map { $0.tokens.filter { weights[Int($0)] > 0 } }
        targetTokens = target.segments.map { segment in
            segment.tokens.compactMap { sourceOfTarget[Int($0)] < 0 ? nil : sourceOfTarget[Int($0)] }
        }
        sourceTotals = sourceTokens.map { $0.reduce(0) { $0 + weights[Int($1)] } }
        targetTotals = targetTokens.map { $0.reduce(0) { $0 + weights[Int($1)] } }
        unique = pairsOfUnique(isUnique, leaves: (source.leaves, target.leaves))
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
        let total = sourceTotals[source] + targetTotals[target]
        if total == 0 { return (0, 0) }
        let (left, right) = (sourceTokens[source], targetTokens[target])
        var overlap: Float = 0
        var (i, j) = (0, 0)
        while i < left.count && j < right.count {
            if left[i] == right[j] {
                overlap += weights[Int(left[i])]
                (i, j) = (i + 1, j + 1)
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return (2 * overlap / total, max(sourceTotals[source], targetTotals[target]))
    }
}

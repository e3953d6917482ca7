/// How sure the pairs of two aligned sequences are, in percent.
///
/// Two things can be wrong with a pair. It may be no pair at all: then its own score is low, and it does not stand right
/// between two other pairs, where an edit of the text is likelier than another text. Or a gap beside it lies in the wrong
/// place, and the pair is shifted by the length of the gap: then the pairs from the gap up to it score about as much when
/// they are shifted as they do now. The less a shift costs, the less sure is the pair. The scales were fitted to real
/// translations from which parts were taken out (`driftlint-bench --confidence`).
struct PairConfidence {
    /// Score at which a pair is as likely wrong as right, by how many of its neighbours, before and behind it, are paired
    /// with one another.
    private static let evenScores: [Float] = [0, -0.6, -1.4]
    private static let ownScale: Float = 8
    private static let shiftScale: Float = 8
    /// Cost of a shift that leaves part of a gap where it is, and so makes two of one.
    private static let splitCost: Float = 0.3
    /// A shift that costs as much as this is out of the question.
    private static let clearCost: Float = 2

    private let pairs: [(source: Int, target: Int)]
    private let counts: (source: Int, target: Int)
    private let score: (Int, Int) -> Float

    /// - Parameters:
    ///   - partners: for each element of the first sequence its partner, or -1; ascending.
    ///   - targetCount: length of the second sequence.
    init(_ partners: [Int32], targetCount: Int, score: @escaping (Int, Int) -> Float) {
        pairs = partners.indices.filter { partners[$0] >= 0 }.map { ($0, Int(partners[$0])) }
        counts = (partners.count, targetCount)
        self.score = score
    }

    /// For each element of the first sequence 0 to 99; 0 where it has no partner.
    ///
    /// - Complexity: linear in the pairs, but for stretches beside gaps whose elements are all alike.
    func percentages() -> [UInt8] {
        var margins = pairs.indices.map(ownMargin)
        for index in 0...pairs.count { weighGap(before: index, &margins) }
        var result = [UInt8](repeating: 0, count: counts.source)
        for (pair, margin) in zip(pairs, margins) { result[pair.source] = Self.percentage(margin) }
        return result
    }

    private func ownMargin(_ index: Int) -> Float {
        let pair = pairs[index]
        let isFirst = pair == (0, 0) || index > 0 && isNext(index, index - 1)
        let isLast =
            pair == (counts.source - 1, counts.target - 1) || index + 1 < pairs.count && isNext(index + 1, index)
        let support = (isFirst ? 1 : 0) + (isLast ? 1 : 0)
        return Self.ownScale * (score(pair.source, pair.target) - Self.evenScores[support])
    }

    /// A sigmoid; 0 is even.
    private static func percentage(_ margin: Float) -> UInt8 {
        UInt8(49.5 * (1 + margin / (1 + margin * margin).squareRoot()))
    }

    private func weighGap(before index: Int, _ margins: inout [Float]) {
        let from = index == 0 ? (-1, -1) : (pairs[index - 1].source, pairs[index - 1].target)
        let to = index == pairs.count ? counts : pairs[index]
        let (lost, added) = (to.0 - from.0 - 1, to.1 - from.1 - 1)
        for length in Set([1, lost]) where lost > 0 {
            let cost = length == lost ? 0 : Self.splitCost
            weigh(index..<pairs.count, by: (-length, 0), cost, &margins)
            weigh((0..<index).reversed(), by: (length, 0), cost, &margins)
        }
        for length in Set([1, added]) where added > 0 {
            let cost = length == added ? 0 : Self.splitCost
            weigh(index..<pairs.count, by: (0, -length), cost, &margins)
            weigh((0..<index).reversed(), by: (0, length), cost, &margins)
        }
    }

    /// Lowers the margins of the pairs on one side of a gap, the nearest first, to what it costs to shift them.
    private func weigh(
        _ indices: some Sequence<Int>, by shift: (source: Int, target: Int), _ cost: Float, _ margins: inout [Float]
    ) {
        var costs: [(index: Int, cost: Float)] = []
        var cost = cost
        for index in indices {
            if let last = costs.last, !isNext(index, last.index) { break }
            let pair = pairs[index]
            let shifted = score(pair.source + shift.source, pair.target + shift.target)
            if shifted <= SegmentScore.impossible { break }
            cost += score(pair.source, pair.target) - shifted
            costs.append((index, cost))
            if cost > Self.clearCost { break }
        }
        var least = Float.infinity
        for (index, cost) in costs.reversed() {
            least = min(least, cost)
            margins[index] = min(margins[index], Self.shiftScale * least)
        }
    }

    /// Whether nothing lies between two neighbouring pairs on either side.
    private func isNext(_ index: Int, _ other: Int) -> Bool {
        abs(pairs[index].source - pairs[other].source) == 1 && abs(pairs[index].target - pairs[other].target) == 1
    }
}

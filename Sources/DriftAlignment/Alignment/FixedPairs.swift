/// Finds the pairs of which one can be sure before any dynamic programming: segments that share tokens which occur once
/// on each side, in an order that both sides agree on.
///
/// Source of the idea: patience diff, by Bram Cohen.
enum FixedPairs {
    /// Weight of unique tokens that two segments must share: a code block, or two of code span, link, date.
    private static let sufficient: Float = 4

    /// Pairs of leaf positions, ascending on both sides. O(n log n) in the number of unique tokens.
    static func find(_ score: SegmentScore) -> [(Int, Int)] {
        var votes: [UInt64: Float] = [:]
        for vote in score.shared.unique {
            votes[UInt64(vote.source) << 32 | UInt64(vote.target), default: 0] += vote.weight
        }
        let sure = votes.filter { $0.value >= sufficient }.keys.sorted()
            .map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
            .filter { score(Int(score.source.leaves[$0.0]), Int(score.target.leaves[$0.1])) > 0.8 }
        let pairs = withoutRivals(sure)
        return AscendingChain.longest(in: pairs.map(\.1)).map { pairs[$0] }
    }

    /// Leaves out segments that are sure of two partners.
    private static func withoutRivals(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
        var counts: ([Int: Int], [Int: Int]) = ([:], [:])
        for pair in pairs {
            counts.0[pair.0, default: 0] += 1
            counts.1[pair.1, default: 0] += 1
        }
        return pairs.filter { counts.0[$0.0] == 1 && counts.1[$0.1] == 1 }
    }
}

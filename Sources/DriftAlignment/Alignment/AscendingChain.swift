import DriftText

/// What of a sequence is in order.
///
/// Source: M. L. Fredman, On computing the length of longest increasing subsequences, 1975.
enum AscendingChain {
    /// Indices of the longest strictly ascending subsequence, in order. O(n log n).
    static func longest(in values: [some Comparable]) -> [Int] {
        var tails: [Int] = []
        var previous = [Int](repeating: -1, count: values.count)
        for (index, value) in values.enumerated() {
            let place = tails.partitioningIndex { values[$0] >= value }
            previous[index] = place > 0 ? tails[place - 1] : -1
            if place == tails.count { tails.append(index) } else { tails[place] = index }
        }
        var chain: [Int] = []
        var index = tails.last ?? -1
        while index >= 0 {
            chain.append(index)
            index = previous[index]
        }
        return chain.reversed()
    }
}

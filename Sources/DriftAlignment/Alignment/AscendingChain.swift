/// What of a sequence is in order.
///
/// Source: M. L. Fredman, On computing the length of longest increasing subsequences, 1975.
enum AscendingChain {
    /// Indices of the longest strictly ascending subsequence, in order. O(n log n).
    static func longest(in values: [some Comparable]) -> [Int] {
        var tails: [Int] = []
        var previous = [Int](repeating: -1, count: values.count)
        for (index, value) in values.enumerated() {
            var (low, high) = (0, tails.count)
            while low < high {
                let middle = (low + high) / 2
                if values[tails[middle]] < value { low = middle + 1 } else { high = middle }
            }
            previous[index] = low > 0 ? tails[low - 1] : -1
            if low == tails.count { tails.append(index) } else { tails[low] = index }
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

/// Lays elements of two lists together, the likest first, each once.
enum LikestPairs {
    /// Of pairs that are as alike, those come first that stand first in the lists.
    ///
    /// - Parameters:
    ///   - counts: the lengths of the lists.
    ///   - likeness: how alike two elements are, given by their positions; nil for those that are no pair.
    /// - Returns: positions in both lists, in the order of the first.
    /// - Complexity: O(n log n) in the product of the lengths.
    static func pairs(
        counts: (source: Int, target: Int), likeness: (Int, Int) -> Float?
    ) -> [(source: Int, target: Int)] {
        var ranked: [(source: Int, target: Int, likeness: Float)] = []
        for source in 0..<counts.source {
            for target in 0..<counts.target {
                if let value = likeness(source, target) { ranked.append((source, target, value)) }
            }
        }
        ranked.sort {
            $0.likeness != $1.likeness ? $0.likeness > $1.likeness : ($0.source, $0.target) < ($1.source, $1.target)
        }
        var partners = [Int?](repeating: nil, count: counts.source)
        var isTaken = [Bool](repeating: false, count: counts.target)
        for pair in ranked where partners[pair.source] == nil && !isTaken[pair.target] {
            partners[pair.source] = pair.target
            isTaken[pair.target] = true
        }
        return partners.enumerated().compactMap { source, target in target.map { (source, $0) } }
    }
}

/// Recognises a translation that ends where its source goes on.
struct Truncation {
    /// What is lost at the end counts as one loss from this many leaves, and this share of all.
    private static let leastLeaves = 8
    private static let leastShare = 0.15

    let source: Outline
    /// Whether a source segment has a counterpart.
    let isPresent: (Int) -> Bool
    /// Whether the translation goes on behind the counterpart of a source segment.
    let goesOn: (Int) -> Bool

    /// Where the part begins that follows the last with a counterpart; nil where the document is not cut off.
    var start: Int? {
        let leaves = source.leaves.filter { !source.part(of: Int($0)).kind.isOptional }
        guard let last = leaves.lastIndex(where: { isPresent(Int($0)) }) else { return nil }
        if goesOn(Int(leaves[last])) { return nil }
        let count = leaves.count - last - 1
        guard count >= Self.leastLeaves, Double(count) >= Self.leastShare * Double(leaves.count) else { return nil }
        return outermost(Int(source.segments[Int(leaves[last + 1])].part))
    }

    /// The section or item that a part begins.
    private func outermost(_ part: Int) -> Int {
        let parent = Int(source.parts[part].parent)
        guard parent > 0, parent + 1 == part else { return part }
        return outermost(parent)
    }
}

/// Tells whether text without a counterpart may stand in the counterpart of its neighbour, or in raw HTML beside it.
///
/// Too little speaks for that to call the paragraphs joined, and too much to be sure that one was lost.
struct HeldParts {
    /// That of the document that has the text.
    let side: AlignmentSide

    private var own: Outline { side.own }
    private var other: Outline { side.other }

    /// How many squared standard deviations a pair has to be off without the text.
    private static let misfit: Float = 1
    /// Bytes of raw HTML for each expected byte of text that may hold the text.
    private static let share: Float = 0.5

    func mayHold(_ part: Int) -> Bool {
        guard [.paragraph, .item].contains(own.parts[part].kind), let first = own.firstSegment(in: part) else {
            return false
        }
        let start = own.leaves.partitioningIndex { $0 >= Int32(first) }
        let end = own.leaves.partitioningIndex { own.segments[Int($0)].part >= own.parts[part].end }
        guard start < end else { return false }
        let length = own.length(ofLeaves: start..<end)
        return [start - 1, end].contains { own.leaves.indices.contains($0) && isLonger($0, by: length) }
            || htmlBetween(start - 1, end).contains { Float($0) >= Self.share * length * side.ratio }
    }

    /// Whether the counterpart of a leaf is too long for it, and less so with as much text more.
    private func isLonger(_ leaf: Int, by length: Float) -> Bool {
        guard let counterpart = side.partner(Int(own.leaves[leaf])) else { return false }
        let lengths = (own.length(ofLeaves: [leaf]), Float(other.segments[counterpart].length))
        let apart = SegmentScore.squaredDeviation(lengths.0, lengths.1, ratio: side.ratio)
        return lengths.1 > lengths.0 * side.ratio && apart > Self.misfit
            && SegmentScore.squaredDeviation(lengths.0 + length, lengths.1, ratio: side.ratio) < apart
    }

    /// Lengths, in bytes, of the raw HTML between the counterparts of two leaves.
    private func htmlBetween(_ before: Int, _ behind: Int) -> [Int] {
        func place(_ leaf: Int) -> Int? {
            guard own.leaves.indices.contains(leaf), let segment = side.partner(Int(own.leaves[leaf])) else {
                return nil
            }
            return other.leaves.partitioningIndex { $0 >= Int32(segment) }
        }
        guard let from = place(before) else { return [] }
        let to = place(behind) ?? min(other.leaves.count, from + 4)
        guard from < to else { return [] }
        return other.leaves[from..<to].map { other.part(of: Int($0)) }.filter { $0.kind == .html }.map(\.range.count)
    }
}

/// Aligns two sequences by dynamic programming with affine gap costs, between fixed points that are given. Steps are
/// 1-1, 1-0 and 0-1, and, where the caller scores them, the beads 1-2, 2-1 and 2-2.
///
/// Sources of the recurrence: O. Gotoh, An improved algorithm for matching biological sequences, 1982, for the gaps;
/// W. A. Gale and K. W. Church, A program for aligning sentences in bilingual corpora, 1993, for the beads. The costs
/// are those of the caller's `score`; what they mean stands there.
struct SequenceAligner {
    /// Cost of each further element of a gap; negative.
    let gapExtend: Float
    /// Cost of the first element of a gap, by its position in either sequence; negative.
    let gapOpen: (source: [Float], target: [Float])

    /// Cells of the matrix that are filled at most, so that time and memory stay linear in the longer sequence: a longer
    /// stretch is aligned within a band around the diagonal of equal shares. What was lost or added in one place then may
    /// be as long as half the band is wide, which `bandFloor` is at least.
    private static let cellLimit = 4_000_000
    private static let bandFloor = 50

    /// A gap costs the same wherever it begins.
    init(gapOpen: Float, gapExtend: Float, count: (Int, Int)) {
        self.init(
            gapOpen: (
                [Float](repeating: gapOpen, count: count.0), [Float](repeating: gapOpen, count: count.1)
            ), gapExtend: gapExtend)
    }

    init(gapOpen: (source: [Float], target: [Float]), gapExtend: Float) {
        self.gapOpen = gapOpen
        self.gapExtend = gapExtend
    }

    /// Pairs elements of the two sequences.
    ///
    /// - Parameter fixed: pairs that must be kept, ascending on both sides.
    /// - Returns: for each element of the first the index of its partner in the second, or -1.
    /// - Complexity: the sum over the stretches between fixed pairs of the product of their lengths, as long as that is
    ///   at most `cellLimit`; of a longer stretch, `cellLimit` or `bandFloor` times the sum of its lengths.
    func align(fixed: [(Int, Int)] = [], score: (Int, Int) -> Float) -> [Int32] {
        let count = (gapOpen.source.count, gapOpen.target.count)
        var partner = [Int32](repeating: -1, count: count.0)
        var from = (0, 0)
        for pair in fixed + [count] {
            alignStretch(from.0..<pair.0, from.1..<pair.1, into: &partner, score: score)
            if pair.0 < count.0 { partner[pair.0] = Int32(pair.1) }
            from = (pair.0 + 1, pair.1 + 1)
        }
        return partner
    }

    private func alignStretch(
        _ source: Range<Int>, _ target: Range<Int>, into partner: inout [Int32], score: (Int, Int) -> Float
    ) {
        if source.isEmpty || target.isEmpty { return }
        var matrix = AlignmentMatrix(
            source: source, target: target, gapOpen: gapOpen, gapExtend: gapExtend,
            reach: Self.reach(source.count, target.count), hasBeads: false)
        for row in 1...source.count { matrix.fill(row: row, score: score) { _ in nil } }
        for pair in matrix.steps() { partner[pair.source.lowerBound] = Int32(pair.target.lowerBound) }
    }

    /// How far from the diagonal, in elements of the second sequence, the matrix of two lengths is filled.
    private static func reach(_ rows: Int, _ columns: Int) -> Int {
        guard rows > cellLimit / columns else { return columns }
        // From one row to the next the band moves on by as much as the lengths' ratio.
        return max(bandFloor, cellLimit / 2 / rows) + columns / rows
    }

    /// Pairs the elements of a stretch, or one or two of them with one or two.
    ///
    /// - Parameter joined: what a bead of one or two elements of each side is worth; nil where they are none.
    /// - Returns: pairs and beads, in order.
    /// - Complexity: the product of the lengths.
    func alignWithBeads(
        _ stretch: Bead, score: (Int, Int) -> Float, joined: (Bead) -> Float?
    ) -> [Bead] {
        if stretch.source.isEmpty || stretch.target.isEmpty { return [] }
        var matrix = AlignmentMatrix(
            source: stretch.source, target: stretch.target, gapOpen: gapOpen, gapExtend: gapExtend,
            reach: stretch.target.count, hasBeads: true)
        for row in 1...stretch.source.count { matrix.fill(row: row, score: score, joined: joined) }
        return matrix.steps()
    }
}

/// Neighbouring elements of two sequences that correspond together: one or two of each.
struct Bead: Hashable {
    let source: Range<Int>
    let target: Range<Int>

    /// Whether it is one element for one.
    var isPair: Bool { source.count == 1 && target.count == 1 }
}

/// Aligns two sequences by dynamic programming with affine gap costs, between fixed points that are given.
///
/// Source of the recurrence: O. Gotoh, An improved algorithm for matching biological sequences, 1982. The costs are
/// those of the caller's `score`; what they mean stands there.
struct SequenceAligner {
    /// Cost of each further element of a gap; negative.
    let gapExtend: Float
    /// Cost of the first element of a gap, by its position in either sequence; negative.
    let gapOpen: (source: [Float], target: [Float])
    /// Cells of one dynamic program above which only a band around the diagonal is looked at.
    private let cellLimit = 4_000_000

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
    /// - Complexity: the sum over the stretches between fixed pairs of the product of their lengths.
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

    private enum State: UInt8 {
        case match, sourceGap, targetGap
    }

    private func alignStretch(
        _ source: Range<Int>, _ target: Range<Int>, into partner: inout [Int32], score: (Int, Int) -> Float
    ) {
        if source.isEmpty || target.isEmpty { return }
        let (rows, columns) = (source.count, target.count)
        let band = rows * columns <= cellLimit ? max(rows, columns) : max(abs(rows - columns), cellLimit / rows / 2)
        let width = columns + 1
        // One byte a cell and state: from which state it was reached.
        var trace = [UInt8](repeating: 0, count: (rows + 1) * width)
        let low = -Float.greatestFiniteMagnitude / 4
        var match = [Float](repeating: low, count: width)
        var lost = [Float](repeating: low, count: width)
        var added = [Float](repeating: low, count: width)
        match[0] = 0
        for j in 1...columns {
            added[j] = gapOpen.target[target.lowerBound] + Float(j - 1) * gapExtend
            trace[j] = State.targetGap.rawValue << 4
        }
        for i in 1...rows {
            var diagonal = max(match[0], lost[0], added[0])
            var diagonalFrom = best(match[0], lost[0], added[0])
            match[0] = low
            lost[0] = gapOpen.source[source.lowerBound] + Float(i - 1) * gapExtend
            added[0] = low
            trace[i * width] = (i == 1 ? State.match : .sourceGap).rawValue << 2
            for j in 1...columns {
                let above = (match[j], lost[j], added[j])
                let expected = i * columns / rows
                if abs(j - expected) > band {
                    (match[j], lost[j], added[j]) = (low, low, low)
                } else {
                    match[j] = diagonal + score(source.lowerBound + i - 1, target.lowerBound + j - 1)
                    let (lostFrom, lostCost) = step(
                        above.0, above.2, open: gapOpen.source[source.lowerBound + i - 1], extended: above.1,
                        .match, .targetGap, .sourceGap)
                    let (addedFrom, addedCost) = step(
                        match[j - 1], lost[j - 1], open: gapOpen.target[target.lowerBound + j - 1],
                        extended: added[j - 1], .match, .sourceGap, .targetGap)
                    lost[j] = lostCost
                    added[j] = addedCost
                    trace[i * width + j] =
                        diagonalFrom.rawValue | lostFrom.rawValue << 2 | addedFrom.rawValue << 4
                }
                diagonal = max(above.0, above.1, above.2)
                diagonalFrom = best(above.0, above.1, above.2)
            }
        }
        var state = best(match[columns], lost[columns], added[columns])
        var (i, j) = (rows, columns)
        while i > 0 && j > 0 {
            let cell = trace[i * width + j]
            switch state {
            case .match:
                partner[source.lowerBound + i - 1] = Int32(target.lowerBound + j - 1)
                state = State(rawValue: cell & 3) ?? .match
                (i, j) = (i - 1, j - 1)
            case .sourceGap:
                state = State(rawValue: cell >> 2 & 3) ?? .match
                i -= 1
            case .targetGap:
                state = State(rawValue: cell >> 4 & 3) ?? .match
                j -= 1
            }
        }
    }

    private func best(_ match: Float, _ lost: Float, _ added: Float) -> State {
        if match >= lost && match >= added { return .match }
        return lost >= added ? .sourceGap : .targetGap
    }

    private func step(
        _ first: Float, _ second: Float, open: Float, extended: Float, _ firstState: State, _ secondState: State,
        _ own: State
    ) -> (State, Float) {
        let opened = max(first, second) + open
        if extended + gapExtend >= opened { return (own, extended + gapExtend) }
        return (first >= second ? firstState : secondState, opened)
    }
}

/// The dynamic program over one stretch of two sequences: three costs for each pair of prefixes, of which two rows are
/// held at a time, and one byte a cell that remembers where each came from.
struct AlignmentMatrix {
    /// What stands at the end of two aligned prefixes: a pair, or an element of one side alone.
    private enum State: UInt8 {
        case match, sourceGap, targetGap
    }

    private struct Costs {
        static let low = -Float.greatestFiniteMagnitude / 4
        var match = low
        var lost = low
        var added = low

        var best: (cost: Float, state: State) {
            if match >= lost && match >= added { return (match, .match) }
            return lost >= added ? (lost, .sourceGap) : (added, .targetGap)
        }
    }

    private let source: Range<Int>
    private let target: Range<Int>
    private let gapOpen: (source: [Float], target: [Float])
    private let gapExtend: Float
    /// Costs of the row that was filled last, by target prefix.
    private var costs: [Costs]
    /// Two bits for each state: from which one it was reached.
    private var traces: [UInt8]

    init(
        source: Range<Int>, target: Range<Int>, gapOpen: (source: [Float], target: [Float]), gapExtend: Float
    ) {
        self.source = source
        self.target = target
        self.gapOpen = gapOpen
        self.gapExtend = gapExtend
        let (rows, columns) = (source.count, target.count)
        costs = [Costs](repeating: Costs(), count: columns + 1)
        traces = [UInt8](repeating: 0, count: (rows + 1) * (columns + 1))
        costs[0].match = 0
        for column in 1...columns {
            costs[column].added = gapOpen.target[target.lowerBound] + Float(column - 1) * gapExtend
        }
    }

    /// Fills the next row, from 1; rows have to come in order.
    mutating func fill(row: Int, score: (Int, Int) -> Float) {
        var diagonal = costs[0].best
        costs[0] = Costs()
        costs[0].lost = gapOpen.source[source.lowerBound] + Float(row - 1) * gapExtend
        for column in 1...target.count {
            let above = costs[column]
            let pair = score(source.lowerBound + row - 1, target.lowerBound + column - 1)
            fill(row: row, column: column, above: above, diagonal: diagonal, pair: pair)
            diagonal = above.best
        }
    }

    private mutating func fill(
        row: Int, column: Int, above: Costs, diagonal: (cost: Float, state: State), pair: Float
    ) {
        let left = costs[column - 1]
        let lost = step(
            (above.match, .match), (above.added, .targetGap), extended: (above.lost, .sourceGap),
            open: gapOpen.source[source.lowerBound + row - 1])
        let added = step(
            (left.match, .match), (left.lost, .sourceGap), extended: (left.added, .targetGap),
            open: gapOpen.target[target.lowerBound + column - 1])
        costs[column] = Costs(match: diagonal.cost + pair, lost: lost.cost, added: added.cost)
        traces[row * (target.count + 1) + column] =
            diagonal.state.rawValue | lost.state.rawValue << 2 | added.state.rawValue << 4
    }

    /// Goes on with a gap, or opens one behind the better of two states.
    private func step(
        _ first: (cost: Float, state: State), _ second: (cost: Float, state: State),
        extended: (cost: Float, state: State), open: Float
    ) -> (cost: Float, state: State) {
        let opened = first.cost >= second.cost ? first : second
        if extended.cost + gapExtend >= opened.cost + open { return (extended.cost + gapExtend, extended.state) }
        return (opened.cost + open, opened.state)
    }

    /// Writes the pairs of the best alignment, from the end.
    func trace(into partner: inout [Int32]) {
        var state = costs[target.count].best.state
        var (row, column) = (source.count, target.count)
        while row > 0 && column > 0 {
            let trace = traces[row * (target.count + 1) + column]
            let shift = state.rawValue * 2
            switch state {
            case .match:
                partner[source.lowerBound + row - 1] = Int32(target.lowerBound + column - 1)
                (row, column) = (row - 1, column - 1)
            case .sourceGap: row -= 1
            case .targetGap: column -= 1
            }
            state = State(rawValue: trace >> shift & 3) ?? .match
        }
    }
}

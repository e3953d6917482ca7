/// The dynamic program over one stretch of two sequences: three costs for each pair of prefixes, of which the last row is
/// held, and the best of the two rows before; and one byte a cell that remembers where each came from. Of long sequences
/// only a band around the diagonal is filled.
struct AlignmentMatrix {
    /// What stands at the end of two aligned prefixes: a pair, or an element of one side alone.
    private enum State: UInt8 {
        case match, sourceGap, targetGap
    }

    private typealias Reached = (cost: Float, state: State)

    /// What a match joins, by the two bits that remember it.
    private static let shapes: [(source: Int, target: Int)] = [(1, 1), (1, 2), (2, 1), (2, 2)]

    private struct Costs {
        static let low = -Float.greatestFiniteMagnitude / 4
        var match = low
        var lost = low
        var added = low

        var best: Reached {
            if match >= lost && match >= added { return (match, .match) }
            return lost >= added ? (lost, .sourceGap) : (added, .targetGap)
        }
    }

    private let source: Range<Int>
    private let target: Range<Int>
    private let gapOpen: (source: [Float], target: [Float])
    private let gapExtend: Float
    /// How many columns on either side of the diagonal are filled.
    private let reach: Int
    /// Whether a match may join more than one element of a side.
    private let hasBeads: Bool
    /// Columns of the widest row that are filled, and one.
    private let width: Int
    /// Costs of the row that was filled last, by target prefix.
    private var costs: [Costs]
    /// What the two rows before reached at best.
    private var above: [Reached]
    private var secondAbove: [Reached]
    /// Two bits for each state: from which one it was reached; and two for what a match joins.
    private var traces: [UInt8]

    /// - Parameter reach: columns on either side of the diagonal that are filled; with as many as there are, all.
    init(
        source: Range<Int>, target: Range<Int>, gapOpen: (source: [Float], target: [Float]), gapExtend: Float,
        reach: Int, hasBeads: Bool
    ) {
        self.source = source
        self.target = target
        self.gapOpen = gapOpen
        self.gapExtend = gapExtend
        self.reach = reach
        self.hasBeads = hasBeads
        let (rows, columns) = (source.count, target.count)
        width = min(columns, 2 * reach + 1) + 1
        costs = [Costs](repeating: Costs(), count: columns + 1)
        above = [Reached](repeating: Costs().best, count: columns + 1)
        secondAbove = above
        traces = [UInt8](repeating: 0, count: (rows + 1) * width)
        costs[0].match = 0
        for column in stride(from: 1, through: min(columns, reach), by: 1) {
            costs[column].added = gapOpen.target[target.lowerBound] + Float(column - 1) * gapExtend
        }
    }

    /// Columns of a row that are filled, from 1. Neither end ever goes back.
    private func columns(of row: Int) -> ClosedRange<Int> {
        let diagonal = row * target.count / source.count
        return max(1, diagonal - reach)...min(target.count, diagonal + reach)
    }

    private func traceIndex(_ row: Int, _ column: Int) -> Int { row * width + column - columns(of: row).lowerBound }

    /// Fills the next row, from 1; rows have to come in order.
    ///
    /// - Parameter joined: what a bead is worth, nil where it is none; not asked where there are no beads.
    mutating func fill(row: Int, score: (Int, Int) -> Float, joined: (Bead) -> Float?) {
        let columns = columns(of: row)
        swap(&above, &secondAbove)
        for column in columns.lowerBound - 1...columns.upperBound { above[column] = costs[column].best }
        costs[columns.lowerBound - 1] = Costs()
        if columns.lowerBound == 1 {
            costs[0].lost = gapOpen.source[source.lowerBound] + Float(row - 1) * gapExtend
        }
        for column in columns {
            let pair = score(source.lowerBound + row - 1, target.lowerBound + column - 1)
            var match = Match(cost: above[column - 1].cost + pair, from: above[column - 1].state, shape: 0)
            if hasBeads { weighBeads(row, column, joined, &match) }
            fill(row: row, column: column, at: row * width + column - columns.lowerBound, match)
        }
    }

    private struct Match {
        var cost: Float
        var from: State
        var shape: UInt8
    }

    private func weighBeads(_ row: Int, _ column: Int, _ joined: (Bead) -> Float?, _ match: inout Match) {
        for (index, shape) in Self.shapes.enumerated().dropFirst() where row >= shape.source && column >= shape.target {
            let bead = bead(of: shape, before: row, column)
            guard let worth = joined(bead) else { continue }
            let before = (shape.source == 1 ? above : secondAbove)[column - shape.target]
            if before.cost + worth > match.cost {
                match = Match(cost: before.cost + worth, from: before.state, shape: UInt8(index))
            }
        }
    }

    private mutating func fill(row: Int, column: Int, at place: Int, _ match: Match) {
        let (above, left) = (costs[column], costs[column - 1])
        let lost = step(
            (above.match, .match), (above.added, .targetGap), extended: (above.lost, .sourceGap),
            open: gapOpen.source[source.lowerBound + row - 1])
        let added = step(
            (left.match, .match), (left.lost, .sourceGap), extended: (left.added, .targetGap),
            open: gapOpen.target[target.lowerBound + column - 1])
        costs[column] = Costs(match: match.cost, lost: lost.cost, added: added.cost)
        traces[place] =
            match.from.rawValue | lost.state.rawValue << 2 | added.state.rawValue << 4 | match.shape << 6
    }

    /// Goes on with a gap, or opens one behind the better of two states.
    private func step(_ first: Reached, _ second: Reached, extended: Reached, open: Float) -> Reached {
        let opened = first.cost >= second.cost ? first : second
        if extended.cost + gapExtend >= opened.cost + open { return (extended.cost + gapExtend, extended.state) }
        return (opened.cost + open, opened.state)
    }

    /// The pairs and beads of the best alignment, in order.
    func steps() -> [Bead] {
        var steps: [Bead] = []
        var state = costs[target.count].best.state
        var (row, column) = (source.count, target.count)
        while row > 0 && column > 0 {
            let trace = traces[traceIndex(row, column)]
            let from = State(rawValue: trace >> (state.rawValue * 2) & 3) ?? .match
            switch state {
            case .match:
                let shape = Self.shapes[Int(trace >> 6)]
                steps.append(bead(of: shape, before: row, column))
                (row, column) = (row - shape.source, column - shape.target)
            case .sourceGap: row -= 1
            case .targetGap: column -= 1
            }
            state = from
        }
        return steps.reversed()
    }

    private func bead(of shape: (source: Int, target: Int), before row: Int, _ column: Int) -> Bead {
        let end = (source: source.lowerBound + row, target: target.lowerBound + column)
        return Bead(source: end.source - shape.source..<end.source, target: end.target - shape.target..<end.target)
    }
}

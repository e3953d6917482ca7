/// Tells whether the other side surely lacks a part that one side has: nothing there may hold it, and it may not stand
/// elsewhere.
struct LonelyParts {
    private let side: AlignmentSide
    private let held: HeldParts
    private var scattered: ScatteredParts

    init(_ side: AlignmentSide) {
        self.side = side
        held = HeldParts(side: side)
        scattered = ScatteredParts(side: side)
    }

    /// - Parameter isAlone: whether nothing else is lost with the part; of several, no neighbour holds all.
    mutating func isSurelyLost(_ part: Int, isAlone: Bool = true) -> Bool {
        side.isSettled && !side.own.holds(side.unsettled, in: part) && !(isAlone && held.mayHold(part))
            && !scattered.mayHold(part)
    }
}

/// The tokens of all segments in one array, since nearly every pair of segments asks for two of these lists.
struct TokenLists: Sendable {
    private var tokens: [Int32] = []
    /// Where each segment's begin, and the last one's end.
    private var starts: [Int32] = [0]

    init(segmentCount: Int = 0) {
        starts.reserveCapacity(segmentCount + 1)
    }

    /// Adds a token to the segment that is being read; segments come in order.
    mutating func append(_ token: Int32) { tokens.append(token) }

    mutating func endSegment() { starts.append(Int32(tokens.count)) }

    /// Ends a segment whose tokens are to stand in ascending order.
    mutating func endSegmentSorted() {
        sort(from: Int(starts[starts.count - 1]))
        endSegment()
    }

    /// Few elements are put in their places one by one; a slice that is sorted would be copied first.
    private mutating func sort(from start: Int) {
        if tokens.count - start > 50 {
            return tokens.replaceSubrange(start..., with: tokens[start...].sorted())
        }
        for end in stride(from: start + 1, to: tokens.count, by: 1) {
            let token = tokens[end]
            var place = end
            while place > start, tokens[place - 1] > token {
                tokens[place] = tokens[place - 1]
                place -= 1
            }
            tokens[place] = token
        }
    }

    subscript(segment: Int) -> ArraySlice<Int32> { tokens[range(segment)] }

    func isEmpty(_ segment: Int) -> Bool { starts[segment] == starts[segment + 1] }

    private func range(_ segment: Int) -> Range<Int> { Int(starts[segment])..<Int(starts[segment + 1]) }
}

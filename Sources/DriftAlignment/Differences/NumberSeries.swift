import DriftLanguage

/// Numbers that follow one another with nothing but a comma or a short word between them.
struct NumberSeries {
    /// In bytes of the text.
    let range: Range<Int>
    let count: Int

    /// Numbers that are a series and no coincidence.
    private static let least = 4
    /// Bytes of `, and `, `，和` and the like.
    private static let gap = 7

    /// The longest series of a text; nil where it has none. Linear in its values.
    static func longest(in segment: Segment) -> NumberSeries? {
        var best: NumberSeries?
        var start = 0
        let values = segment.values
        for index in values.indices where values[index].kind == .number {
            let isNext =
                index > 0 && values[index - 1].kind == .number
                && values[index].range.lowerBound - values[index - 1].range.upperBound <= gap
            if !isNext { start = index }
            let count = index - start + 1
            if count >= least, count > best?.count ?? 0 {
                best = NumberSeries(
                    range: values[start].range.lowerBound..<values[index].range.upperBound, count: count)
            }
        }
        return best
    }

    func contains(_ value: TypedValue) -> Bool {
        range.lowerBound <= value.range.lowerBound && value.range.upperBound <= range.upperBound
    }
}

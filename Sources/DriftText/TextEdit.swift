/// A replacement of some bytes of a text.
package struct TextEdit: Hashable, Sendable {
    /// What is replaced; empty for an insertion.
    package let range: ByteRange
    package let replacement: [UInt8]

    package init(_ range: ByteRange, _ replacement: [UInt8] = []) {
        self.range = range
        self.replacement = replacement
    }
}

extension [UInt8] {
    /// The bytes of a range after edits within it. O(length + number of edits).
    ///
    /// - Parameters:
    ///   - edits: ascending, without overlaps; several at one offset are applied in their order.
    ///   - range: nil is all.
    package func applying(_ edits: [TextEdit], in range: ByteRange? = nil) -> [UInt8] {
        let range = range?.indices ?? indices
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var place = range.lowerBound
        for edit in edits where edit.range.lower >= place && edit.range.upper <= range.upperBound {
            result += self[place..<edit.range.lower]
            result += edit.replacement
            place = edit.range.upper
        }
        return result + self[place..<range.upperBound]
    }
}

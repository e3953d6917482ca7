/// A half-open range of UTF-8 bytes in one file, counted from 0, a byte-order mark included.
///
/// Eight bytes, so that trees of them stay small; a file has at most `UInt32.max` bytes.
package struct ByteRange: Hashable, Sendable {
    package var start: UInt32
    package var end: UInt32

    package static let empty = ByteRange(0, 0)

    /// - Precondition: `0 <= start <= end <= UInt32.max`.
    @inlinable
    package init(_ start: Int, _ end: Int) {
        self.start = UInt32(start)
        self.end = UInt32(end)
    }

    @inlinable package var lower: Int { Int(start) }
    @inlinable package var upper: Int { Int(end) }
    @inlinable package var count: Int { Int(end) - Int(start) }
    @inlinable package var isEmpty: Bool { start == end }
    @inlinable package var indices: Range<Int> { lower..<upper }

    @inlinable
    package func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }

    @inlinable
    package func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }
}

/// Reading single characters out of bytes.
extension [UInt8] {
    /// The scalar at an offset and its length in bytes; U+FFFD of one byte where the bytes are not UTF-8.
    @inlinable package func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = self[index]
        return first < 0x80 ? (UInt32(first), 1) : longScalar(at: index)
    }

    @usableFromInline package func longScalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = self[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first < 0xF5, index + length <= count else { return (0xFFFD, 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            guard self[index + offset] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | UInt32(self[index + offset] & 0x3F)
        }
        return (value, length)
    }
}

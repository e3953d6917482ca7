/// FNV-1a over 64 bits: the same on every machine and in every run, as ids that are stored must be.
///
/// Source: Fowler, Noll, Vo, draft-eastlake-fnv.
package struct StableHash: Hashable, Sendable {
    @usableFromInline package var value: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    @inlinable package mutating func combine(byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    // No generic function: one that is called from another module is not specialised and takes ten times as long.

    package mutating func combine(_ bytes: [UInt8]) {
        for byte in bytes { combine(byte: byte) }
    }

    package mutating func combine(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes { combine(byte: byte) }
    }

    /// Adds a text and a separator, so that neighbouring texts cannot run together.
    package mutating func combine(_ text: String) {
        for byte in text.utf8 { combine(byte: byte) }
        combine(byte: 0xFF)
    }

    package mutating func combine(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            combine(byte: UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    /// Sixteen hexadecimal digits.
    package var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

import DriftText

/// The generator SplitMix64: the same numbers for a seed on every machine.
///
/// Source: Steele, Lea, Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
package struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    /// A generator of its own for each name, so that what is drawn for one changes nothing for another.
    package init(seed: UInt64, name: String) {
        var hash = StableHash()
        hash.combine(seed)
        hash.combine(name)
        self.init(seed: hash.value)
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A number from 0 that is less than `bound`, which is at least 1. The bias is below 2^-32 for bounds of 32 bits.
    package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// The elements in a random order, by an algorithm of our own since that of the library may change. Fisher and Yates.
    package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for index in stride(from: result.count - 1, to: 0, by: -1) { result.swapAt(index, below(index + 1)) }
        return result
    }
}

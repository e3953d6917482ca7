/// A set of numbers that are hashes already, which are not hashed again: for the fixed words of lexicons, in which nobody can
/// make many of them collide.
package struct HashTable: Sendable {
    /// A power of two of them, at least half of which are 0; 0 itself is never an element.
    @usableFromInline let slots: [UInt64]

    package init(_ hashes: some Collection<UInt64>) {
        var slots = [UInt64](repeating: 0, count: Self.size(for: hashes.count))
        for hash in hashes where hash != 0 {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = hash
        }
        self.slots = slots
    }

    private static func size(for count: Int) -> Int {
        var size = 64
        while size < 4 * count { size *= 2 }
        return size
    }

    package var isEmpty: Bool { slots.allSatisfy { $0 == 0 } }

    @inlinable package func contains(_ hash: UInt64) -> Bool { place(of: hash) != nil }

    /// How many places there are for elements.
    package var capacity: Int { slots.count }

    /// Where an element stands, below `capacity`; nil for what is none.
    @inlinable package func place(of hash: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == hash { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}

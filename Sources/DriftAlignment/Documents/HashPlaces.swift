/// The places of values that are hashes already, in a list that the caller keeps: a table with open addressing, which hashes
/// no second time as a dictionary does, and holds places alone.
///
/// Where a value is looked for depends on a number that is drawn anew for each table, so that no document can be written to
/// make it slow. No result depends on that number.
struct HashPlaces {
    /// -1 where there is none; a power of two of them, at least half of which are free.
    private var slots = [Int32](repeating: -1, count: 256)
    private var count = 0
    private let factor = UInt64.random(in: .min ... .max) | 1

    /// The place of a value in a list; nil where it has none so far and gets the next one, behind the last.
    mutating func place(of hash: UInt64, in list: [VocabularyEntry]) -> Int32? {
        if 2 * (count + 1) > slots.count { grow(list) }
        let slot = slot(of: hash, in: list)
        if slots[slot] >= 0 { return slots[slot] }
        slots[slot] = Int32(list.count)
        count += 1
        return nil
    }

    /// Where a value is, or would be put.
    private func slot(of hash: UInt64, in list: [VocabularyEntry]) -> Int {
        var slot = Int((hash &* factor) >> UInt64(64 - slots.count.trailingZeroBitCount))
        while slots[slot] >= 0, list[Int(slots[slot])].hash != hash { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func grow(_ list: [VocabularyEntry]) {
        slots = [Int32](repeating: -1, count: 2 * slots.count)
        for (place, entry) in list.enumerated() { slots[slot(of: entry.hash, in: list)] = Int32(place) }
    }
}

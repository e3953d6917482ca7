/// The places of values that are hashes already, each as it was first asked for: a table with open addressing, which hashes
/// no second time as a dictionary does.
///
/// Where a value is looked for depends on a number that is drawn anew for each table, so that no document can be written to
/// make it slow. No result depends on that number.
struct HashPlaces {
    private var slots: [(hash: UInt64, place: Int32)]
    private var count = 0
    private let factor = UInt64.random(in: .min ... .max) | 1

    init() {
        slots = [(hash: UInt64, place: Int32)](repeating: (0, -1), count: 256)
    }

    /// The place of a value, which is `next` where it has none so far.
    mutating func place(of hash: UInt64, orNext next: Int32) -> Int32 {
        let slot = slot(of: hash)
        if slots[slot].place >= 0 { return slots[slot].place }
        slots[slot] = (hash, next)
        count += 1
        if 2 * count > slots.count { grow() }
        return next
    }

    /// Where a value is, or would be put; the number of slots is a power of two.
    private func slot(of hash: UInt64) -> Int {
        var slot = Int((hash &* factor) >> UInt64(64 - slots.count.trailingZeroBitCount))
        while slots[slot].place >= 0, slots[slot].hash != hash { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = [(hash: UInt64, place: Int32)](repeating: (0, -1), count: 4 * old.count)
        for entry in old where entry.place >= 0 { slots[slot(of: entry.hash)] = entry }
    }
}

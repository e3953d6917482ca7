/// Changes an input as people and broken tools change files: by lines, table cells, keys and tokens.
struct Mutator {
    /// Lines or parts of lines that occur in real files.
    let shapes: [[UInt8]]

    func mutated(_ bytes: [UInt8], _ random: inout Chance) -> [UInt8] {
        switch random.below(8) {
        case 0: return withShape(bytes, &random)
        case 1, 2, 3: return edited(bytes, 0x0A, &random)
        case 4: return edited(bytes, UInt8(ascii: "|"), &random)
        case 5: return edited(bytes, [0x20, 0x2C, 0x3A, 0x22][random.below(4)], &random)
        case 6: return withOtherNumber(bytes, &random)
        default: return withOtherEnds(bytes, &random)
        }
    }

    /// A shape put between two lines, or anywhere.
    private func withShape(_ bytes: [UInt8], _ random: inout Chance) -> [UInt8] {
        guard !shapes.isEmpty else { return bytes }
        let shape = shapes[random.below(shapes.count)]
        var at = random.below(bytes.count + 1)
        var line = shape
        if random.below(4) > 0 {
            at = bytes[at...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            line = (at > 0 && bytes[at - 1] != 0x0A ? [0x0A] : []) + shape + [0x0A]
        }
        return bytes[..<at] + line + bytes[at...]
    }

    /// Takes out, doubles, swaps, moves or copies one of the parts that a byte separates.
    private func edited(_ bytes: [UInt8], _ separator: UInt8, _ random: inout Chance) -> [UInt8] {
        var parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
        let (one, other) = (random.below(parts.count), random.below(parts.count))
        switch random.below(5) {
        case 0: parts.remove(at: one)
        case 1: parts.insert(parts[one], at: one)
        case 2: parts.swapAt(one, other)
        case 3: parts.insert(parts.remove(at: one), at: min(other, parts.count))
        default: parts[one] = parts[other]
        }
        return Array(parts.joined(separator: [separator]))
    }

    private func withOtherNumber(_ bytes: [UInt8], _ random: inout Chance) -> [UInt8] {
        var bytes = bytes
        let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
        guard !digits.isEmpty else { return withShape(bytes, &random) }
        let at = digits[random.below(digits.count)]
        switch random.below(4) {
        case 0: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: at)
        case 1: bytes.insert(Array(".,-/".utf8)[random.below(4)], at: at)
        case 2: bytes.remove(at: at)
        default: bytes[at] = 0x30 + UInt8(random.below(10))
        }
        return bytes
    }

    /// Other ends of lines, a byte-order mark, or half of the file.
    private func withOtherEnds(_ bytes: [UInt8], _ random: inout Chance) -> [UInt8] {
        switch random.below(4) {
        case 0:
            return Array(
                bytes.split(separator: 0x0A, omittingEmptySubsequences: false).joined(separator: [0x0D, 0x0A]))
        case 1: return [0xEF, 0xBB, 0xBF] + bytes
        case 2: return Array(bytes[random.below(bytes.count + 1)...])
        default: return Array(bytes[..<random.below(bytes.count + 1)])
        }
    }
}

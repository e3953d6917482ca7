internal import DriftText

/// A line of Microsoft Learn's notation: `:::image …:::`, `:::zone …` with `:::zone-end`, `:::row:::`.
struct LearnHeader {
    enum Role {
        case opener, closer, leaf
    }
    var role: Role
    var block: BlockHeader

    private static let pairs = Set(["row", "column", "zone", "moniker"].map { Array($0.utf8) })
    private static let leaves = Set(["image", "code", "video", "no-loc", "form"].map { Array($0.utf8) })

    /// Reads a line that begins with three colons; nil where it is no line of Learn's.
    static func read(_ bytes: [UInt8], _ line: ByteRange) -> LearnHeader? {
        var start = line.lower + 3
        guard start < line.upper, bytes[start] != UInt8(ascii: ":") else { return nil }
        while start < line.upper, bytes[start].isBlank { start += 1 }
        let end = min(line.upper, bytes.nameEnd(from: start))
        var block = BlockHeader(style: .named, name: ByteRange(start, max(start, end)), end: line.upper)
        let name = Array(bytes[block.name.indices])
        if name.count > 4, name.suffix(4).elementsEqual("-end".utf8) {
            block.name = ByteRange(start, end - 4)
            return LearnHeader(role: .closer, block: block)
        }
        let isEnclosed = line.upper - end >= 3 && bytes[line.upper - 3..<line.upper].elementsEqual(":::".utf8)
        let arguments = ByteRange(end, isEnclosed ? line.upper - 3 : line.upper)
        if pairs.contains(name) { return LearnHeader(role: .opener, block: block) }
        guard isEnclosed, leaves.contains(name) || bytes[arguments.indices].contains(UInt8(ascii: "=")) else {
            return nil
        }
        AttributeScanner.titles(in: bytes, arguments).forEach { block.addTitle($0) }
        let isComplex = AttributeScanner.attributes(in: bytes, arguments).contains {
            bytes[$0.key.indices].elementsEqual("type".utf8) && bytes[$0.value.indices].elementsEqual("complex".utf8)
        }
        return LearnHeader(role: isComplex ? .opener : .leaf, block: block)
    }
}

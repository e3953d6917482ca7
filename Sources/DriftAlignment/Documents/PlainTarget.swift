import DriftText

/// A link target in ASCII without escapes, as nearly all are, cut up where it stands; offsets are those of `text`.
struct PlainTarget {
    /// In small letters, without the fragment.
    let text: [UInt8]

    /// Nil for what has to be decoded first, and for mail addresses.
    init?(_ target: [UInt8]) {
        for byte in target where byte >= 0x80 || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "@") { return nil }
        if target.starts(with: "mailto:".utf8) { return nil }
        let end = target.firstIndex(of: UInt8(ascii: "#")) ?? target.count
        text = target[..<end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }

    /// What stands between `/`, `?` and `&`.
    var pieces: Parts {
        parts(of: text.indices) { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "&") }
    }

    /// The parts of a range between some bytes; none of them is empty.
    func parts(of range: Range<Int>, at isSeparator: @escaping (UInt8) -> Bool) -> Parts {
        Parts(text: text, rest: range, isSeparator: isSeparator)
    }

    /// Parts of a target, found one after the other.
    struct Parts: Sequence, IteratorProtocol {
        fileprivate let text: [UInt8]
        fileprivate var rest: Range<Int>
        fileprivate let isSeparator: (UInt8) -> Bool

        mutating func next() -> Range<Int>? {
            var start = rest.lowerBound
            while start < rest.upperBound, isSeparator(text[start]) { start += 1 }
            var end = start
            while end < rest.upperBound, !isSeparator(text[end]) { end += 1 }
            rest = end..<rest.upperBound
            return start < end ? start..<end : nil
        }
    }

    func hash(_ range: Range<Int>) -> UInt64 {
        var hash = StableHash()
        for index in range { hash.combine(byte: text[index]) }
        return hash.value
    }

    /// Whether a piece says only from where the target is seen, or how it is fetched.
    func isStep(_ piece: Range<Int>) -> Bool {
        if text[piece].starts(with: "tab=readme".utf8) { return true }
        return switch piece.count {
        case 1: isEqual(piece, ".")
        case 2: isEqual(piece, "..")
        case 5: isEqual(piece, "http:")
        case 6: isEqual(piece, "https:")
        default: false
        }
    }

    /// What a piece of a query sets a name to; nil for other pieces.
    func value(_ piece: Range<Int>) -> Range<Int>? {
        guard text[piece].contains(UInt8(ascii: "=")) else { return nil }
        return Array(parts(of: piece) { $0 == UInt8(ascii: "=") }).last
    }

    /// The words that a file's name, or a label of it, is made of.
    func words(_ label: Range<Int>) -> Parts { parts(of: label) { $0 == 0x2D || $0 == 0x5F || $0 == 0x3D } }

    /// Whether a file's name, cut at its points, is that of a page that stands for its folder, a locale's suffix aside.
    func isFolderPage(_ labels: [Range<Int>], without isLeftOut: (Range<Int>) -> Bool) -> Bool {
        guard labels.count == 2, ["md", "mdx", "markdown", "html", "htm"].contains(where: { isEqual(labels[1], $0) })
        else { return false }
        var words = words(labels[0])
        guard let first = words.next(), isEqual(first, "readme") || isEqual(first, "index") else { return false }
        return words.allSatisfy(isLeftOut)
    }

    private func isEqual(_ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { $0.elementsEqual(text[range]) }
    }
}

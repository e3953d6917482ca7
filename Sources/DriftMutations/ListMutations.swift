import DriftMarkdown
import DriftText

/// Lists and whole documents that are only written otherwise.
extension Subject {
    func otherListMarkers() -> [Mutation] {
        lists().compactMap { list in
            let marker = target.blocks[list].detail.code
            guard [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(marker) else { return nil }
            let other = UInt8(ascii: marker == UInt8(ascii: "-") ? "*" : "-")
            let edits = target.children(of: list).map { item in
                TextEdit(ByteRange(range(item).lower, range(item).lower + 1), [other])
            }
            return Mutation(.listMarker, edits, "other list marker")
        }
    }

    /// All items numbered 1, or counted where they were; at most nine, so that nothing moves.
    func renumberedLists() -> [Mutation] {
        lists().compactMap { list in
            let detail = target.blocks[list].detail
            guard detail.code == UInt8(ascii: ".") || detail.code == UInt8(ascii: ")"), detail.number == 1 else {
                return nil
            }
            let items = target.children(of: list).filter { _ in true }
            let numbers = items.map { text.bytes[range($0).lower] }
            let digits = items.allSatisfy { !text.bytes[range($0).lower + 1].isASCIIDigit }
            guard (2...9).contains(items.count), digits else { return nil }
            let areCounted = numbers.contains { $0 != UInt8(ascii: "1") }
            let edits = items.enumerated().map { index, item in
                TextEdit(
                    ByteRange(range(item).lower, range(item).lower + 1),
                    [UInt8(ascii: "1") + (areCounted ? 0 : UInt8(index))])
            }
            return Mutation(.listRenumbered, edits, "list renumbered")
        }
    }

    private func lists() -> [Int] {
        target.blocks.indices.filter { target.blocks[$0].kind == .list }
    }

    /// CRLF for LF, and LF for CRLF.
    func otherLineEnds() -> [Mutation] {
        let bytes = text.bytes
        let feeds = bytes.indices.filter { bytes[$0] == 0x0A }
        let isWindows = feeds.contains { $0 > 0 && bytes[$0 - 1] == 0x0D }
        let edits = feeds.compactMap { feed -> TextEdit? in
            if isWindows { return feed > 0 && bytes[feed - 1] == 0x0D ? .init(ByteRange(feed - 1, feed)) : nil }
            return .init(ByteRange(feed, feed), [0x0D])
        }
        return edits.isEmpty ? [] : [Mutation(.lineEnds, edits, "other line ends")]
    }
}

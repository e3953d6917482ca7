package import DriftText

/// The indices of a block's children, in order.
package struct BlockChildren: Sequence, IteratorProtocol, Sendable {
    private let blocks: [Block]
    private var index: Int
    private let end: Int

    fileprivate init(_ blocks: [Block], of parent: Int) {
        self.blocks = blocks
        index = parent + 1
        end = Int(blocks[parent].end)
    }

    package mutating func next() -> Int? {
        guard index < end else { return nil }
        defer { index = Int(blocks[index].end) }
        return index
    }
}

extension Block {
    /// `lines` as indices of the array.
    package var lineIndices: Range<Int> { Int(lines.lowerBound)..<Int(lines.upperBound) }
}

extension Document {
    /// Indices of the direct children of a block, in order.
    package func children(of block: Int) -> BlockChildren {
        BlockChildren(blocks, of: block)
    }

    /// The inlines of a block that has any, in preorder; of other blocks none. Parsed on each call.
    package func inlines(of block: Int) -> [Inline] {
        let node = blocks[block]
        guard node.kind.hasInlines, !node.lines.isEmpty else { return [] }
        let line = lines[Int(node.lines.lowerBound)].range
        let special = InlineParser.firstSpecial(in: source.bytes, line, dialect: dialect)
        if special == nil, node.lines.count == 1 {
            return line.isEmpty ? [] : [Inline(kind: .text, parent: -1, end: 1, range: line)]
        }
        let text = LeafText(bytes: source.bytes, lines: lines, range: node.lines)
        var parser = InlineParser(
            text: text, references: references, dialect: dialect, isCell: node.kind == .tableCell,
            isMDX: isMDX)
        parser.position.offset = special ?? line.upper
        parser.parse()
        return parser.emit()
    }

    /// The literal content of a code block or of another leaf: its lines, with a line feed between two.
    package func code(of block: Int) -> [UInt8] {
        var result: [UInt8] = []
        for (count, line) in lines[blocks[block].lineIndices].enumerated() {
            if count > 0 { result.append(0x0A) }
            for _ in 0..<line.padding { result.append(0x20) }
            result.append(contentsOf: source.bytes[line.range.indices])
        }
        return result
    }

    /// The destination of a link or an image with escapes and entities decoded; the address of an autolink as it stands.
    package func destination(of inline: Inline) -> [UInt8] {
        if inline.kind == .autolink { return Array(source.bytes[inline.content.indices]) }
        return unescaped(inline.destination)
    }

    /// The title of a link or an image with escapes and entities decoded; line ends become line feeds.
    package func title(of inline: Inline) -> [UInt8] {
        unescaped(inline.title)
    }

    /// The text of a source range within leaves' content lines, with escapes and entities decoded.
    package func unescaped(_ range: ByteRange) -> [UInt8] {
        let raw = rawText(range)
        guard raw.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) else { return raw }
        var result: [UInt8] = []
        var index = 0
        while index < raw.count {
            if raw[index] == UInt8(ascii: "\\"), index + 1 < raw.count, raw[index + 1].isPunctuation {
                index += 1
            } else if raw[index] == UInt8(ascii: "&"), let length = Entity.length(in: raw, at: index, limit: raw.count)
            {
                result += Entity.decode(raw[index..<index + length])
                index += length
                continue
            }
            result.append(raw[index])
            index += 1
        }
        return result
    }

    /// The bytes of a range without what containers put before its lines; line ends become line feeds.
    package func rawText(_ range: ByteRange) -> [UInt8] {
        var index = firstLine(endingAtOrAfter: range.lower)
        guard index < lines.count, lines[index].range.lower <= range.lower, !lines[index].range.contains(range) else {
            return Array(source.bytes[range.indices])
        }
        var result: [UInt8] = []
        while index < lines.count, lines[index].range.lower <= range.upper {
            let line = lines[index].range
            if line.lower > range.lower, !(result.isEmpty && line.lower == range.lower) { result.append(0x0A) }
            result += source.bytes[max(line.lower, range.lower)..<max(line.lower, min(line.upper, range.upper))]
            index += 1
        }
        return result
    }

    /// Index of the first content line that does not end before `offset`. O(log lines).
    func firstLine(endingAtOrAfter offset: Int) -> Int {
        lines.partitioningIndex { $0.range.upper >= offset }
    }
}

package import DriftText

/// What of a leaf belongs to its plain text. What is left out is replaced by one U+FFFC.
package struct PlainTextOptions: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let codeSpans = PlainTextOptions(rawValue: 1)
    package static let html = PlainTextOptions(rawValue: 2)
    /// The alternative text of images.
    package static let images = PlainTextOptions(rawValue: 4)
    /// Addresses that are links of themselves.
    package static let autolinks = PlainTextOptions(rawValue: 8)
    /// Shortcodes and expressions; attribute lists are never text.
    package static let directives = PlainTextOptions(rawValue: 16)
    package static let math = PlainTextOptions(rawValue: 32)
    package static let all: PlainTextOptions = [.codeSpans, .html, .images, .autolinks, .directives, .math]
}

/// The visible text of a leaf, and where in the source each of its bytes stands.
package struct PlainText: Hashable, Sendable {
    package private(set) var bytes: [UInt8] = []
    /// The first run, and the others: most texts are one.
    private var first: Run?
    private var others: [Run] = []

    /// Output bytes from `output` on come from `source`: byte by byte, or all from one range.
    private struct Run: Hashable, Sendable {
        var output: UInt32
        var source: ByteRange
        var isLiteral: Bool
    }

    /// The source offset of an output byte; of the end, the offset behind the last byte. O(log runs).
    package func sourceOffset(of offset: Int) -> Int {
        guard let run = run(at: min(offset, bytes.count - 1)) else { return 0 }
        if offset >= bytes.count { return end(of: bytes.count - 1) }
        return run.isLiteral ? run.source.lower + offset - Int(run.output) : run.source.lower
    }

    /// The source range that a range of the text comes from.
    package func sourceRange(_ range: Range<Int>) -> ByteRange {
        let start = sourceOffset(of: range.lowerBound)
        guard !range.isEmpty else { return ByteRange(start, start) }
        return ByteRange(start, max(start, end(of: min(range.upperBound, bytes.count) - 1)))
    }

    private func end(of offset: Int) -> Int {
        guard let run = run(at: offset) else { return 0 }
        return run.isLiteral ? run.source.lower + offset - Int(run.output) + 1 : run.source.upper
    }

    private func run(at offset: Int) -> Run? {
        guard offset >= 0, let next = others.first, next.output <= offset else { return offset >= 0 ? first : nil }
        var low = 0
        var high = others.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if Int(others[middle].output) <= offset { low = middle } else { high = middle }
        }
        return others[low]
    }

    private var last: Run? { others.last ?? first }

    private mutating func append(_ run: Run) {
        if first == nil { first = run } else { others.append(run) }
    }

    private mutating func removeLast() {
        if others.popLast() == nil { first = nil }
    }

    private mutating func moveEnd(to end: UInt32) {
        if others.isEmpty { first?.source.end = end } else { others[others.count - 1].source.end = end }
    }

    // MARK: Building

    fileprivate mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// Appends source bytes as they stand.
    fileprivate mutating func append(_ range: Range<Int>, of source: [UInt8]) {
        guard !range.isEmpty else { return }
        if let last, last.isLiteral, last.source.upper == range.lowerBound {
            moveEnd(to: UInt32(range.upperBound))
        } else {
            let source = ByteRange(range.lowerBound, range.upperBound)
            append(Run(output: UInt32(bytes.count), source: source, isLiteral: true))
        }
        bytes.append(contentsOf: source[range])
    }

    /// Appends bytes that stand for a source range.
    fileprivate mutating func append(_ text: [UInt8], for range: ByteRange) {
        guard !text.isEmpty else { return }
        append(Run(output: UInt32(bytes.count), source: range, isLiteral: false))
        bytes += text
    }

    /// Appends one space for white space, if it separates anything.
    fileprivate mutating func appendSpace(for range: ByteRange) {
        guard let last = bytes.last, last != 0x20 else { return }
        append([0x20], for: range)
    }

    fileprivate mutating func trimEnd() {
        guard bytes.last == 0x20 else { return }
        bytes.removeLast()
        if let last {
            if Int(last.output) >= bytes.count { removeLast() } else { moveEnd(to: last.source.end - 1) }
        }
    }
}

extension Document {
    /// The visible text of a leaf: escapes and entities decoded, white space collapsed to single spaces (no-break and
    /// ideographic spaces too), trimmed, and without zero-width spaces, word joiners and soft hyphens.
    ///
    /// A footnote reference is always left out.
    ///
    /// - Parameter inlines: what `inlines(of:)` returns for the block.
    package func plainText(of block: Int, inlines: [Inline], including options: PlainTextOptions) -> PlainText {
        var builder = PlainTextBuilder(bytes: source.bytes, isCell: blocks[block].kind == .tableCell)
        builder.text.reserve(inlines.reduce(0) { $0 + ($1.kind == .text ? $1.range.count : 0) })
        var index = 0
        while index < inlines.count {
            let inline = inlines[index]
            let isWanted: Bool
            switch inline.kind {
            case .codeSpan: isWanted = options.contains(.codeSpans)
            case .html, .comment: isWanted = options.contains(.html)
            case .directive where isAttributeList(inline):
                index += 1
                continue
            case .directive: isWanted = options.contains(.directives)
            case .math: isWanted = options.contains(.math)
            case .image: isWanted = options.contains(.images)
            case .autolink: isWanted = options.contains(.autolinks)
            case .footnoteReference: isWanted = false
            default: isWanted = true
            }
            guard isWanted else {
                builder.addPlaceholder(inline.range)
                index = Int(inline.end)
                continue
            }
            switch inline.kind {
            case .text, .html, .comment, .directive, .math, .autolink, .codeSpan:
                let range = inline.kind == .codeSpan || inline.kind == .autolink ? inline.content : inline.range
                for piece in pieces(of: range, in: blocks[block].lineIndices) {
                    builder.addText(piece, isCode: inline.kind == .codeSpan)
                }
            case .escape: builder.addText(ByteRange(inline.range.upper - 1, inline.range.upper), isCode: false)
            case .entity: builder.addDecoded(Entity.decode(source.bytes[inline.range.indices]), inline.range)
            case .softBreak, .hardBreak: builder.addSpace(inline.range)
            default: break
            }
            index += 1
        }
        builder.text.trimEnd()
        return builder.text
    }

    private func isAttributeList(_ directive: Inline) -> Bool {
        let bytes = source.bytes[directive.range.indices]
        return bytes[bytes.startIndex + 1] != UInt8(ascii: "{")
            && AttributeScanner.isList(source.bytes, directive.range)
    }

    /// A range cut at line ends; what stands between two lines' contents is a piece that is white space alone.
    private func pieces(of range: ByteRange, in lineIndices: Range<Int>) -> [ByteRange] {
        if lineIndices.count == 1 { return [range] }
        var result: [ByteRange] = []
        var index = max(lineIndices.lowerBound, firstLine(endingAtOrAfter: range.lower))
        var start = range.lower
        while index < lineIndices.upperBound, lines[index].range.upper < range.upper {
            let end = lines[index].range.upper
            if end > start { result.append(ByteRange(start, end)) }
            var behind = end
            if source.bytes[behind] == 0x0D { behind += 1 }
            if source.bytes[behind] == 0x0A { behind += 1 }
            result.append(ByteRange(end, behind))
            index += 1
            if index < lineIndices.upperBound { start = lines[index].range.lower }
        }
        if range.upper > start { result.append(ByteRange(start, range.upper)) }
        return result
    }
}

/// Collects a leaf's text.
private struct PlainTextBuilder {
    let bytes: [UInt8]
    let isCell: Bool
    var text = PlainText()

    init(bytes: [UInt8], isCell: Bool) {
        self.bytes = bytes
        self.isCell = isCell
    }

    mutating func addPlaceholder(_ range: ByteRange) {
        text.append([0xEF, 0xBF, 0xBC], for: range)
    }

    mutating func addSpace(_ range: ByteRange) {
        text.appendSpace(for: range)
    }

    mutating func addText(_ range: ByteRange, isCode: Bool) {
        var start = range.lower
        var index = start
        // In a cell's code, a backslash before a pipe is none of the code's.
        let dropsBackslash = isCode && isCell
        var isBehindSpace = text.bytes.last.map { $0 == 0x20 } ?? true
        while index < range.upper {
            let byte = bytes[index]
            if byte == 0x20, !isBehindSpace {
                isBehindSpace = true
                index += 1
            } else if byte <= 0x20 || mayBeSpace(byte, at: index) {
                text.append(start..<index, of: bytes)
                index += addScalar(at: index, limit: range.upper)
                start = index
                isBehindSpace = text.bytes.last.map { $0 == 0x20 } ?? true
            } else if dropsBackslash, byte == UInt8(ascii: "\\"), index + 1 < range.upper,
                bytes[index + 1] == UInt8(ascii: "|")
            {
                text.append(start..<index, of: bytes)
                index += 1
                start = index
            } else {
                isBehindSpace = false
                index += 1
            }
        }
        text.append(start..<index, of: bytes)
    }

    /// Whether the scalar may be white space or nothing, judged by its first bytes.
    @inline(__always)
    private func mayBeSpace(_ byte: UInt8, at index: Int) -> Bool {
        if byte < 0xC2 { return false }
        switch byte {
        case 0xC2: return true
        case 0xE1, 0xE2, 0xE3: return index + 1 < bytes.count && bytes[index + 1] <= (byte == 0xE3 ? 0x80 : 0x9A)
        case 0xEF: return index + 1 < bytes.count && bytes[index + 1] == 0xBB
        default: return false
        }
    }

    private mutating func addScalar(at index: Int, limit: Int) -> Int {
        let (scalar, length) = UnicodeClass.scalar(in: bytes, at: index, limit: limit)
        switch PlainTextBuilder.treatment(of: scalar) {
        case .space: text.appendSpace(for: ByteRange(index, index + length))
        case .nothing: break
        case .asIs: text.append(index..<index + length, of: bytes)
        }
        return length
    }

    mutating func addDecoded(_ decoded: [UInt8], _ range: ByteRange) {
        guard !decoded.isEmpty else { return }
        let (scalar, _) = UnicodeClass.scalar(in: decoded, at: 0, limit: decoded.count)
        switch PlainTextBuilder.treatment(of: scalar) {
        case .space: text.appendSpace(for: range)
        case .nothing: break
        case .asIs: text.append(decoded, for: range)
        }
    }

    private enum Treatment {
        case space, nothing, asIs
    }

    private static func treatment(of scalar: Unicode.Scalar) -> Treatment {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
        case 0xAD, 0x200B, 0x2060, 0xFEFF: .nothing
        default: .asIs
        }
    }
}

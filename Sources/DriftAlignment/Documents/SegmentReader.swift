import DriftLanguage
import DriftMarkdown
import DriftText

/// An anchor token of one document.
package struct VocabularyEntry: Sendable {
    /// Hash of the token; equal tokens of two documents have equal hashes.
    package let hash: UInt64
    /// How much the token tells by its kind alone.
    package let weight: Float
    /// Whether no translator changes it, so that its absence tells something too: code, a link, a value.
    package let isInvariant: Bool
    /// In how many segments it occurs, repeats counted.
    package var count: Int32
}

/// Reads segments and collects the anchor tokens of a document: what no language changes.
struct SegmentReader {
    /// Weight of each kind of token: how sure one is, seeing it on both sides, that the segments correspond.
    private struct Weight {
        let value: Float
        var isInvariant = false

        static let text = Weight(value: 4)
        static let code = Weight(value: 3, isInvariant: true)
        static let link = Weight(value: 3, isInvariant: true)
        static let image = Weight(value: 4, isInvariant: true)
        static let date = Weight(value: 3, isInvariant: true)
        static let number = Weight(value: 1.5, isInvariant: true)
        /// Where a heading stands, not what it says.
        static let headingNumber = Weight(value: 0.75)
        static let word = Weight(value: 1)
        static let codeLine = Weight(value: 1)
        static let machinery = Weight(value: 3)
    }

    private static let shown: PlainTextOptions = [.directives, .math]

    private let document: Document
    private let values: ValueReader
    private let links: LinkKey
    private var entries: [VocabularyEntry] = []
    private var places = HashPlaces()

    init(document: Document, values: ValueReader, links: LinkKey) {
        self.document = document
        self.values = values
        self.links = links
    }

    mutating func segment(of part: Int, in parts: [Part]) -> Segment {
        let block = Int(parts[part].block)
        let inlines = document.inlines(of: block)
        let text = document.plainText(of: block, inlines: inlines, including: Self.shown)
        let values = values.values(in: text.bytes)
        var segment = Segment(
            part: Int32(part), inlines: inlines, kinds: inlines.reduce(into: []) { $0.insert(InlineKinds($1.kind)) },
            text: text, values: values, length: Int32(text.bytes.count))
        addTokens(of: parts[part], to: &segment)
        return segment
    }

    private mutating func addTokens(of part: Part, to segment: inout Segment) {
        if part.kind == .codeBlock { return addCodeTokens(Int(part.block), to: &segment) }
        if part.kind == .html { return addMachinery(Int(part.block), to: &segment) }
        if !segment.text.bytes.isEmpty { add(UInt8(ascii: "t"), segment.text.bytes[...], Weight.text, to: &segment) }
        for value in segment.values {
            var hash = StableHash()
            hash.combine(UInt64(value.kind.rawValue))
            hash.combine(value.readings.min() ?? 0)
            let isNumbering = part.kind == .heading && segment.text.bytes.isNumbering(until: value.range.lowerBound)
            let weight = value.kind == .date ? Weight.date : isNumbering ? .headingNumber : .number
            add(hash.value, weight, to: &segment)
        }
        addInlineTokens(to: &segment)
        addWords(of: segment.text.bytes, to: &segment)
    }

    private mutating func addInlineTokens(to segment: inout Segment) {
        for inline in segment.inlines {
            switch inline.kind {
            case .codeSpan:
                add(UInt8(ascii: "c"), document.source.bytes[inline.content.indices], Weight.code, to: &segment)
            case .link, .autolink:
                add(links.hash(document.destination(of: inline)), Weight.link, to: &segment)
            default:
                guard let name = document.imageName(of: inline) else { continue }
                add(links.hash(name), Weight.image, to: &segment)
            }
        }
    }

    /// Words in Latin script of three letters or more: names stay, and so do many terms.
    private mutating func addWords(of text: [UInt8], to segment: inout Segment) {
        var hash = StableHash()
        var length = 0
        for byte in text {
            if byte.isASCIILetter {
                hash.combine(byte: byte | 0x20)
                length += 1
            } else if length > 0 {
                if length >= 3 { add(hash.value, Weight.word, to: &segment) }
                hash = StableHash()
                length = 0
            }
        }
        if length >= 3 { add(hash.value, Weight.word, to: &segment) }
    }

    /// An include or a tag names what it shows.
    private mutating func addMachinery(_ block: Int, to segment: inout Segment) {
        let text = document.source.bytes[document.blocks[block].range.indices]
        add(UInt8(ascii: "h"), text, Weight.machinery, to: &segment)
        addWords(of: Array(text.prefix(2000)), to: &segment)
    }

    private mutating func addCodeTokens(_ block: Int, to segment: inout Segment) {
        let code = document.code(of: block)
        segment.length = Int32(code.count)
        add(UInt8(ascii: "C"), code[...], Weight.text, to: &segment)
        if document.blocks[block].detail.code == 0 { addWords(of: code, to: &segment) }
        for line in code.split(separator: UInt8(ascii: "\n")) {
            let text = line.trimmingBlanks
            if text.count > 2 { add(UInt8(ascii: "l"), text, Weight.codeLine, to: &segment) }
        }
    }

    private mutating func add(
        _ kind: UInt8, _ bytes: ArraySlice<UInt8>, _ weight: Weight, to segment: inout Segment
    ) {
        var hash = StableHash()
        hash.combine(byte: kind)
        hash.combine(byte: 0xFF)
        hash.combine(bytes)
        add(hash.value, weight, to: &segment)
    }

    private mutating func add(_ hash: UInt64, _ weight: Weight, to segment: inout Segment) {
        let next = Int32(entries.count)
        let index = places.place(of: hash, orNext: next)
        if index == next {
            entries.append(VocabularyEntry(hash: hash, weight: weight.value, isInvariant: weight.isInvariant, count: 0))
        }
        entries[Int(index)].count += 1
        segment.tokens.append(index)
    }

    /// Sorts the vocabulary by hash and the tokens of each segment by the vocabulary. A table stands for its cells.
    mutating func finish(_ segments: [Segment], parts: [Part]) -> ([VocabularyEntry], [Segment]) {
        let order = entries.indices.sorted { entries[$0].hash < entries[$1].hash }
        var rank = [Int32](repeating: 0, count: entries.count)
        for (position, index) in order.enumerated() { rank[index] = Int32(position) }
        var sorted = segments
        for index in sorted.indices { sorted[index].tokens = sorted[index].tokens.map { rank[Int($0)] }.sorted() }
        for index in sorted.indices where parts[Int(sorted[index].part)].kind == .table {
            gather(Int(sorted[index].part), parts, into: &sorted, at: index)
        }
        return (order.map { entries[$0] }, sorted)
    }

    private func gather(_ table: Int, _ parts: [Part], into segments: inout [Segment], at index: Int) {
        for part in table + 1..<Int(parts[table].end) where parts[part].segment >= 0 {
            let cell = segments[Int(parts[part].segment)]
            segments[index].tokens += cell.tokens
            segments[index].length += cell.length
        }
        segments[index].tokens.sort()
    }
}

extension [UInt8] {
    /// Whether no word stands before a number, so that it counts a heading.
    fileprivate func isNumbering(until number: Int) -> Bool {
        !self[..<number].contains { $0.isASCIILetter || $0.isASCIIDigit }
    }
}

extension ArraySlice<UInt8> {
    /// Without blanks and tabs at both ends.
    var trimmingBlanks: ArraySlice<UInt8> {
        var slice = self
        while let first = slice.first, first == 0x20 || first == 0x09 { slice.removeFirst() }
        while let last = slice.last, last == 0x20 || last == 0x09 || last == 0x0D { slice.removeLast() }
        return slice
    }
}

extension Document {
    /// The file name of an image, written in Markdown or as a tag; empty where a tag names none, nil for what is no image.
    func imageName(of inline: Inline) -> [UInt8]? {
        guard let address = address(ofImage: inline) else { return nil }
        return Array(address.split(separator: UInt8(ascii: "/")).last ?? [])
    }

    private func address(ofImage inline: Inline) -> [UInt8]? {
        if inline.kind == .image { return destination(of: inline) }
        guard inline.kind == .html else { return nil }
        let tag = Array(source.bytes[inline.range.indices])
        guard tag.starts(with: "<img".utf8) else { return nil }
        guard let source = tag.firstRange(of: Array("src=".utf8), asWord: false) else { return [] }
        return Array(tag[source.upperBound...].dropFirst().prefix { !"\"'> ".utf8.contains($0) })
    }
}

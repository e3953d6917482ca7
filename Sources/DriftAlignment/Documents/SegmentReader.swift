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
    /// Of each segment, by their places in `entries`.
    private var tokens = TokenLists()

    init(document: Document, values: ValueReader, links: LinkKey) {
        self.document = document
        self.values = values
        self.links = links
    }

    /// Reads the next segment; they come in reading order.
    mutating func segment(of part: Int, in parts: [Part]) -> Segment {
        let block = Int(parts[part].block)
        let inlines = document.inlines(of: block)
        let text = document.plainText(of: block, inlines: inlines, including: Self.shown)
        let code = parts[part].kind == .codeBlock ? document.code(of: block) : nil
        let hasLinks = code == nil && parts[part].kind != .html
        let segment = Segment(
            part: Int32(part), inlines: inlines, links: hasLinks ? addInlineTokens(inlines) : 0, text: text,
            values: values.values(in: text.bytes),
            length: Int32(code?.count ?? text.bytes.count))
        if let code { addTokens(ofCode: code, block) } else { addTokens(of: parts[part], segment) }
        tokens.endSegment()
        return segment
    }

    private mutating func addTokens(of part: Part, _ segment: Segment) {
        if part.kind == .html { return addMachinery(Int(part.block)) }
        if !segment.text.bytes.isEmpty { add(UInt8(ascii: "t"), segment.text.bytes[...], Weight.text) }
        for value in segment.values {
            var hash = StableHash()
            hash.combine(UInt64(value.kind.rawValue))
            hash.combine(value.readings.min() ?? 0)
            let isNumbering = part.kind == .heading && segment.text.bytes.isNumbering(until: value.range.lowerBound)
            let weight = value.kind == .date ? Weight.date : isNumbering ? .headingNumber : .number
            add(hash.value, weight)
        }
        addWords(of: segment.text.bytes)
    }

    /// - Returns: `Segment.links`.
    private mutating func addInlineTokens(_ inlines: [Inline]) -> UInt64 {
        var hash = StableHash()
        for inline in inlines {
            switch inline.kind {
            case .codeSpan:
                add(UInt8(ascii: "c"), document.source.bytes[inline.content.indices], Weight.code)
            case .link, .autolink:
                let destination = document.destination(of: inline)
                add(links.hash(destination), Weight.link)
                hash.combine(destination)
                hash.combine(byte: 0xFF)
                hash.combine(document.shownAddress(of: inline) ?? [])
                hash.combine(byte: 0xFF)
            default:
                guard let name = document.imageName(of: inline) else { continue }
                add(links.hash(name), Weight.image)
            }
        }
        return hash.value
    }

    /// Words in Latin script of three letters or more: names stay, and so do many terms.
    private mutating func addWords(of text: [UInt8]) {
        var hash = StableHash()
        var length = 0
        for byte in text {
            if byte.isASCIILetter {
                hash.combine(byte: byte | 0x20)
                length += 1
            } else if length > 0 {
                if length >= 3 { add(hash.value, Weight.word) }
                hash = StableHash()
                length = 0
            }
        }
        if length >= 3 { add(hash.value, Weight.word) }
    }

    /// An include or a tag names what it shows.
    private mutating func addMachinery(_ block: Int) {
        let text = document.source.bytes[document.blocks[block].range.indices]
        add(UInt8(ascii: "h"), text, Weight.machinery)
        addWords(of: Array(text.prefix(2000)))
    }

    private mutating func addTokens(ofCode code: [UInt8], _ block: Int) {
        add(UInt8(ascii: "C"), code[...], Weight.text)
        if document.blocks[block].detail.code == 0 { addWords(of: code) }
        for line in code.split(separator: UInt8(ascii: "\n")) {
            let text = line.trimmingBlanks
            if text.count > 2 { add(UInt8(ascii: "l"), text, Weight.codeLine) }
        }
    }

    private mutating func add(
        _ kind: UInt8, _ bytes: ArraySlice<UInt8>, _ weight: Weight
    ) {
        var hash = StableHash()
        hash.combine(byte: kind)
        hash.combine(byte: 0xFF)
        hash.combine(bytes)
        add(hash.value, weight)
    }

    private mutating func add(_ hash: UInt64, _ weight: Weight) {
        let known = places.place(of: hash, in: entries)
        let index = known ?? Int32(entries.count)
        if known == nil {
            entries.append(VocabularyEntry(hash: hash, weight: weight.value, isInvariant: weight.isInvariant, count: 0))
        }
        entries[Int(index)].count += 1
        tokens.append(index)
    }

    /// What is known when all segments were read.
    struct Finished {
        let vocabulary: [VocabularyEntry]
        let segments: [Segment]
        let tokens: TokenLists
    }

    /// Sorts the vocabulary by hash and the tokens of each segment by the vocabulary. A table stands for its cells.
    mutating func finish(_ segments: [Segment], parts: [Part]) -> Finished {
        places = HashPlaces()
        let order = entries.indices.map { (hash: entries[$0].hash, index: $0) }.sorted { $0.hash < $1.hash }
        var rank = [Int32](repeating: 0, count: entries.count)
        for (position, entry) in order.enumerated() { rank[entry.index] = Int32(position) }
        var (segments, lists) = (segments, TokenLists(segmentCount: segments.count))
        for index in segments.indices {
            let part = parts[Int(segments[index].part)]
            let cells = part.kind == .table ? Self.cells(ofTable: Int(segments[index].part), parts) : []
            for segment in [index] + cells {
                for token in tokens[segment] { lists.append(rank[Int(token)]) }
            }
            lists.endSegmentSorted()
            if part.kind == .table {
                segments[index] = segments[index].measured(
                    cells.reduce(segments[index].length) { $0 + segments[$1].length })
            }
        }
        return Finished(vocabulary: order.map { entries[$0.index] }, segments: segments, tokens: lists)
    }

    /// The segments of a table's cells.
    private static func cells(ofTable table: Int, _ parts: [Part]) -> [Int] {
        (table + 1..<Int(parts[table].end)).filter { parts[$0].segment >= 0 }.map { Int(parts[$0].segment) }
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
    /// The address that a link shows as its text; nil for other links.
    func shownAddress(of inline: Inline) -> ArraySlice<UInt8>? {
        let shown = source.bytes[inline.content.indices]
        return inline.kind == .link && shown.starts(with: "http".utf8) && !shown.contains(0x20) ? shown : nil
    }

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

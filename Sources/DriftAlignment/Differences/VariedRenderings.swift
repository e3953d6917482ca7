import DriftLanguage
import DriftMarkdown
import DriftText

/// Finds short texts that the source repeats word for word and a translation renders in several ways.
struct VariedRenderings {
    let set: AlignedSet
    let member: Int

    /// One place at which a repeated text stands.
    private struct Occurrence {
        let pair: SegmentPair
        /// The rendering without differences of case, blanks and punctuation.
        let rendering: [UInt8]
        let isKept: Bool
        let isHeader: Bool
    }

    func differences() -> [Difference] {
        var groups: [UInt64: [Occurrence]] = [:]
        var order: [UInt64] = []
        for pair in pairs
        where isCandidate(pair) && !swapped.contains(where: { $0.contains(pair.wholeTarget.range) }) {
            let key = key(of: pair)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(occurrence(pair))
        }
        return order.flatMap { judge(groups[$0] ?? []) }
    }

    private func isCandidate(_ pair: SegmentPair) -> Bool {
        pair.isShortText && pair.kind != .paragraph && pair.source.values.isEmpty
            && !pair.target.text.bytes.isEmpty && pair.source.text.bytes.contains { $0.isASCIILetter || $0 >= 0xC3 }
            && !pair.holdsAny(of: [.codeSpan, .link])
    }

    /// The text above each cell in its column; a word in a column of names is another one than in a column of notes.
    private let headers: [Int: [UInt8]]

    /// All of the translation.
    private let pairs: [SegmentPair]

    /// Ranges of the translation in which cells have changed places.
    private let swapped: [ByteRange]

    init(set: AlignedSet, member: Int, pairs: [SegmentPair], swapped: [ByteRange]) {
        self.set = set
        self.pairs = pairs
        self.swapped = swapped
        self.member = member
        var headers: [Int: [UInt8]] = [:]
        for grid in set.pairs[member - 1].tables.map(\.source) {
            for (row, column) in grid.rows.indices.dropFirst().flatMap({ row in (0..<grid.columnCount).map { (row, $0) }
            }) {
                guard let cell = grid.segment(row: row, column: column) else { continue }
                headers[cell] = grid.segment(row: 0, column: column).map { set.source.segments[$0].text.bytes }
            }
        }
        self.headers = headers
    }

    /// Equal texts of equal kind, in columns of equal headers, belong together; placeholders in any column.
    private func key(of pair: SegmentPair) -> UInt64 {
        var hash = StableHash()
        hash.combine(UInt64(pair.kind.rawValue))
        hash.combine(pair.source.text.bytes)
        hash.combine(byte: 0)
        if !Wording.isPlaceholder(pair.source.text.bytes) {
            hash.combine(headers[pair.sourceIndex] ?? [])
            // A header is not a cell under an empty one.
            hash.combine(byte: headers[pair.sourceIndex] == nil ? 1 : 0)
        }
        return hash.value
    }

    private func occurrence(_ pair: SegmentPair) -> Occurrence {
        let text = pair.target.text.bytes
        return Occurrence(
            pair: pair, rendering: text.foldedLetters, isKept: text == pair.source.text.bytes,
            isHeader: pair.kind == .cell && headers[pair.sourceIndex] == nil)
    }

    /// The rendering that more places have than any other is the right one, or the only translation where as many places
    /// keep the source's text. A header that says it and more was fitted to its table.
    private func judge(_ occurrences: [Occurrence]) -> [Difference] {
        var counts: [[UInt8]: Int] = [:]
        for occurrence in occurrences { counts[occurrence.rendering, default: 0] += 1 }
        guard counts.count > 1, let most = counts.values.max() else { return [] }
        let leading = occurrences.filter { counts[$0.rendering] == most }
        let rendering = counts.values.filter { $0 == most }.count == 1 ? leading[0].rendering : translation(in: leading)
        guard let usual = leading.first(where: { $0.rendering == rendering }) else { return [] }
        return
            occurrences
            .filter { $0.rendering != usual.rendering && !($0.isHeader && $0.rendering.holds(usual.rendering)) }
            .map { varied($0, usual, count: most, of: occurrences.count) }
    }

    /// The one rendering beside a kept text that is a translation of it, and neither a slip in a name nor a mark.
    private func translation(in leading: [Occurrence]) -> [UInt8]? {
        guard let kept = leading.first(where: \.isKept) else { return nil }
        let others = Set(leading.map(\.rendering)).subtracting([kept.rendering])
        guard others.count == 1, let other = leading.first(where: { !$0.isKept }),
            !other.pair.target.text.bytes.isCognate(of: kept.pair.target.text.bytes),
            other.rendering.contains(where: { $0.isASCIILetter || $0 >= 0x80 })
        else { return nil }
        return other.rendering
    }

    private func varied(_ odd: Occurrence, _ usual: Occurrence, count: Int, of all: Int) -> Difference {
        let (source, found, expected) = (odd.pair.wholeSource, odd.pair.wholeTarget, usual.pair.wholeTarget)
        return Difference(
            .varied, .text, at: found, counterparts: [source, expected], expected: expected.text, found: found.text,
            detail: "\(count) of \(all) places",
            cause: Difference.cause(.varied, .text, member: member, source.text))
    }
}

extension [UInt8] {
    /// Whether a text holds another, and more than the ending of a plural.
    fileprivate func holds(_ text: [UInt8]) -> Bool {
        count >= text.count + 6 && firstRange(of: text, asWord: false) != nil
    }
}

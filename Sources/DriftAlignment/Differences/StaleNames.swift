import DriftText

/// Finds names that a translation has again and again and the source nowhere any more, while the source has another one,
/// which the translation lacks, in the same texts: a product that was renamed.
struct StaleNames {
    let set: AlignedSet
    let member: Int
    /// Those of the translation that one can be sure of.
    let pairs: [SegmentPair]

    /// Texts in which the old name has to stand, and the share of them that have the new one in the source.
    private static let leastTexts = 3
    private static let share = 0.8
    /// Names that are looked at; more are no names that were left behind.
    private static let mostNames = 20

    /// A name in capitals and small letters, such as `PageList`, in one text of the translation.
    private struct Occurrence {
        let pair: SegmentPair
        let range: Range<Int>
    }

    /// Linear in the translation; and in the source, for each name that stands in several texts.
    func differences() -> [Difference] {
        var texts: [[UInt8]: [Occurrence]] = [:]
        for pair in pairs where pair.kind != .codeBlock && !pair.isJoined {
            let bytes = pair.target.text.bytes
            for range in bytes.namesWithHumps where texts[Array(bytes[range])]?.last?.pair !== pair {
                texts[Array(bytes[range]), default: []].append(Occurrence(pair: pair, range: range))
            }
        }
        let source = set.source.document.source.bytes
        let stale = texts.filter {
            $0.value.count >= Self.leastTexts && source.firstRange(of: $0.key, asWord: false) == nil
        }
        guard stale.count <= Self.mostNames else { return [] }
        return stale.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { difference($0.key, $0.value) }
    }

    private func difference(_ name: [UInt8], _ occurrences: [Occurrence]) -> Difference? {
        guard let current = currentName(name, occurrences),
            let first = occurrences.first(where: { range(of: current, in: $0.pair) != nil }),
            let place = range(of: current, in: first.pair)
        else { return nil }
        let found = first.pair.targetPassage(first.pair.target.text.sourceRange(first.range))
        let expected = first.pair.sourcePassage(first.pair.source.text.sourceRange(place))
        var difference = Difference(
            .changed, .product, at: found, counterparts: [expected], expected: expected.text, found: found.text,
            detail: "here and in \(occurrences.count - 1) more texts",
            cause: Difference.cause(.changed, .product, member: 0, found.text, expected.text))
        difference.places = occurrences.map { $0.pair.target.text.sourceRange($0.range) }
        return difference
    }

    private func range(of name: [UInt8], in pair: SegmentPair) -> Range<Int>? {
        pair.source.text.bytes.firstRange(of: name, asWord: true)
    }

    /// The longest name of most of the source's texts that the translation has nowhere. One that only abbreviates the old
    /// one, or writes it in another way, says nothing.
    private func currentName(_ name: [UInt8], _ occurrences: [Occurrence]) -> [UInt8]? {
        var counts: [[UInt8]: Int] = [:]
        for occurrence in occurrences {
            for phrase in Set(occurrence.pair.source.text.bytes.capitalizedPhrases) { counts[phrase, default: 0] += 1 }
        }
        let least = Int((Self.share * Double(occurrences.count)).rounded(.up))
        let target = set.members[member].outline.document.source.bytes
        let letters = name.foldedLetters
        return counts.filter { phrase, count in
            count >= least && !phrase.foldedLetters.contains(letters)
                && target.firstRange(of: phrase, asWord: true) == nil
        }.keys.max { $0.count != $1.count ? $0.count < $1.count : $1.lexicographicallyPrecedes($0) }
    }
}

extension [UInt8] {
    /// The places of words of four letters or more in which a capital follows a small letter. Linear.
    fileprivate var namesWithHumps: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 1
        while index < count {
            guard self[index].isCapital, self[index - 1] >= 0x61, self[index - 1] <= 0x7A else {
                index += 1
                continue
            }
            var (start, end) = (index - 1, index + 1)
            while start > 0, self[start - 1].isWord { start -= 1 }
            while end < count, self[end].isWord { end += 1 }
            if end - start >= 4, self[start..<end].allSatisfy(\.isASCIILetter) { ranges.append(start..<end) }
            index = end + 1
        }
        return ranges
    }

    /// Two to four words in a row of which the first has a capital and the last one, or digits. Linear.
    fileprivate var capitalizedPhrases: [[UInt8]] {
        var words: [Range<Int>] = []
        var phrases: [[UInt8]] = []
        var index = 0
        while index < count {
            guard self[index].isWord else {
                index += 1
                continue
            }
            var end = index
            while end < count, self[end].isWord { end += 1 }
            if let last = words.last, self[last.upperBound..<index] != [0x20] { words = [] }
            words = words.suffix(3) + [index..<end]
            if self[index].isCapital || self[index].isASCIIDigit {
                for first in words.dropLast() where self[first.lowerBound].isCapital {
                    phrases.append(Array(self[first.lowerBound..<end]))
                }
            }
            index = end
        }
        return phrases
    }

    fileprivate func contains(_ text: [UInt8]) -> Bool { firstRange(of: text, asWord: false) != nil }
}

import DriftMarkdown
import DriftText

/// Compares acronyms, of which a translation has one that nobody else writes in place of one that it nearly is. Many are
/// other ones in other languages, so what the documents have elsewhere has to say that this one is not.
struct AcronymDifferences {
    let set: AlignedSet
    let member: Int
    /// Those of the document that one can be sure of.
    let pairs: [SegmentPair]

    /// Other translations that have to keep an acronym so that it is none that is translated.
    private static let enough = 2
    /// Letters from which one other letter is a slip and no other acronym.
    private static let leastLetters = 4

    func differences() -> [Difference] {
        let found = pairs.filter { !$0.isJoined && $0.kind != .codeBlock }.compactMap { pair in
            changed(pair).map { (pair, $0.source, $0.target) }
        }
        return found.filter { isSlip($0.0, $0.1, $0.2) }.map { difference($0.0, $0.1, $0.2) }
    }

    // MARK: Within a pair

    /// The only acronym of each side that the other side lacks, if they resemble one another.
    private func changed(_ pair: SegmentPair) -> (source: Acronym, target: Acronym)? {
        guard pair.source.text.bytes != pair.target.text.bytes else { return nil }
        let source = Acronym.all(in: pair.source.text.bytes)
        guard !source.isEmpty else { return nil }
        let target = Acronym.all(in: pair.target.text.bytes)
        guard !target.isEmpty else { return nil }
        let left = source.filter { acronym in
            !target.contains { $0.text == acronym.text } && !stands(acronym, in: pair.targetOutline, pair.targetIndex)
        }
        let right = target.filter { acronym in
            !source.contains { $0.text == acronym.text } && !stands(acronym, in: pair.sourceOutline, pair.sourceIndex)
        }
        guard left.count == 1, right.count == 1, left[0].isMistyped(as: right[0]),
            !isMachinery(left[0], pair.source), !isMachinery(right[0], pair.target)
        else { return nil }
        return (left[0], right[0])
    }

    /// Whether an acronym stands in a segment in any way, in code or with an ending.
    private func stands(_ acronym: Acronym, in outline: Outline, _ segment: Int) -> Bool {
        Array(outline.document.source.bytes[outline.part(of: segment).range.indices])
            .firstRange(of: acronym.text, asWord: false) != nil
    }

    private func isMachinery(_ acronym: Acronym, _ segment: Segment) -> Bool {
        let range = segment.text.sourceRange(acronym.range)
        return segment.inlines.contains {
            ($0.kind == .math || $0.kind == .directive) && $0.range.contains(range)
        }
    }

    // MARK: In the documents

    /// Whether the translation's acronym stands nowhere else and nothing says that it is that of its language.
    private func isSlip(_ pair: SegmentPair, _ source: Acronym, _ target: Acronym) -> Bool {
        guard set.source.count(target.text) == 0, pair.targetOutline.count(target.text) == 1,
            set.targets.allSatisfy({ $0 == member || set.members[$0].outline.count(target.text) == 0 }),
            !set.source.hasWord(source.text),
            // Of three letters, as many are names as there are: `URL`, `URI`.
            source.text.count >= Self.leastLetters || source.hasSameLetters(as: target)
        else { return false }
        if pair.targetOutline.prose.contains(where: { $0.firstRange(of: source.text, asWord: true) != nil }) {
            return true
        }
        return source.isUnsayable || isKeptByOthers(pair, source)
    }

    /// Whether all other translations, and several, have the source's acronym at the same place.
    private func isKeptByOthers(_ pair: SegmentPair, _ acronym: Acronym) -> Bool {
        let others = set.targets.filter { $0 != member }.compactMap { other in
            set.segment(of: other, for: pair.sourceIndex).map { (set.members[other].outline, $0) }
        }
        return others.count >= Self.enough && others.allSatisfy { stands(acronym, in: $0.0, $0.1) }
    }

    private func difference(_ pair: SegmentPair, _ source: Acronym, _ target: Acronym) -> Difference {
        let expected = pair.sourcePassage(pair.source.text.sourceRange(source.range))
        let found = pair.targetPassage(pair.target.text.sourceRange(target.range))
        return Difference(
            .changed, .identifier, at: found, counterparts: [expected], expected: expected.text, found: found.text,
            cause: Difference.cause(.changed, .identifier, member: 0, expected.text))
    }
}

extension Outline {
    /// The texts that people read.
    fileprivate var prose: some Sequence<[UInt8]> { segments.lazy.map(\.text.bytes) }

    /// How often some bytes stand in the document, within words as well. Linear in the document.
    fileprivate func count(_ text: ArraySlice<UInt8>) -> Int {
        let bytes = document.source.bytes
        guard let first = text.first, text.count <= bytes.count else { return 0 }
        return (0...(bytes.count - text.count)).count { start in
            bytes[start] == first && bytes[start..<start + text.count].elementsEqual(text)
        }
    }

    /// Whether the document has an acronym in small letters, as it has words that it writes in capitals for emphasis.
    fileprivate func hasWord(_ acronym: ArraySlice<UInt8>) -> Bool {
        let small = acronym.map { $0.isASCIILetter ? $0 | 0x20 : $0 }
        let capitalized = acronym.prefix(1) + small.dropFirst()
        return prose.contains {
            $0.firstRange(of: small, asWord: true) != nil || $0.firstRange(of: capitalized, asWord: true) != nil
        }
    }
}

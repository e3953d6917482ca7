import DriftLanguage
import DriftMarkdown
import DriftText

/// A source segment and the segment of one target that corresponds to it: a translation unit of two.
///
/// A class, for the comparisons hand it on to one another and ask all the same of it.
final class SegmentPair: Sendable {
    let set: AlignedSet
    let member: Int
    let sourceIndex: Int
    let targetIndex: Int
    let source: Segment
    let target: Segment
    let sourceOutline: Outline
    let targetOutline: Outline
    let kind: PartKind
    let targetKind: PartKind
    /// Whether one can be so sure of the pair that a difference within it is drift.
    let isCertain: Bool

    init(set: AlignedSet, member: Int, sourceIndex: Int, targetIndex: Int) {
        (self.set, self.member) = (set, member)
        (self.sourceIndex, self.targetIndex) = (sourceIndex, targetIndex)
        (sourceOutline, targetOutline) = (set.source, set.members[member].outline)
        (source, target) = (sourceOutline.segments[sourceIndex], targetOutline.segments[targetIndex])
        kind = sourceOutline.part(of: sourceIndex).kind
        targetKind = targetOutline.part(of: targetIndex).kind
        isCertain = set.pairs[member - 1].confidence[sourceIndex] >= PairAlignment.certain
    }

    /// Whether either side has an inline of some kind.
    func holdsAny(of kinds: InlineKinds) -> Bool { source.holdsAny(of: kinds) || target.holdsAny(of: kinds) }

    /// Whether the pair is only a part of what corresponds: its paragraphs were merged, split, or cut at another place.
    var isJoined: Bool { self.set.pairs[member - 1].joined(holding: sourceIndex) != nil }

    /// Whether one side is code and the other is text.
    var isShownAsCodeOnce: Bool {
        (kind == .codeBlock) != (targetKind == .codeBlock)
    }

    /// Whether a comment in the target says that something is still to be translated there.
    var isMarkedForTranslation: Bool {
        let bytes = targetOutline.document.source.bytes
        return target.inlines.contains { inline in
            [.comment, .directive].contains(inline.kind)
                && Array(bytes[inline.range.indices]).firstRange(of: Array("TODO".utf8), asWord: true) != nil
        }
    }

    /// All pairs of one target, in the order of the source.
    static func pairs(of set: AlignedSet, member: Int) -> [SegmentPair] {
        set.source.segments.indices.compactMap { index in
            set.segment(of: member, for: index).map {
                SegmentPair(set: set, member: member, sourceIndex: index, targetIndex: $0)
            }
        }
    }

    func sourcePassage(_ range: ByteRange) -> Difference.Passage { sourceOutline.passage(of: range, member: 0) }
    func targetPassage(_ range: ByteRange) -> Difference.Passage { targetOutline.passage(of: range, member: member) }
    var wholeSource: Difference.Passage { sourceOutline.passage(ofSegment: sourceIndex, member: 0) }
    var wholeTarget: Difference.Passage { targetOutline.passage(ofSegment: targetIndex, member: member) }

    /// Bytes of the longer side.
    var extent: Int {
        max(
            sourceOutline.part(of: sourceIndex).range.count, targetOutline.part(of: targetIndex).range.count)
    }

    /// Something in the target that is another than in the source.
    func changed(_ aspect: Difference.Aspect, _ source: ByteRange, _ target: ByteRange) -> Difference {
        let (expected, found) = (sourcePassage(source), targetPassage(target))
        let texts = excerpts(expected, found)
        return Difference(
            .changed, aspect, at: found, counterparts: [expected], expected: texts.source, found: texts.target,
            cause: Difference.cause(.changed, aspect, expected.range))
    }

    /// The texts of two passages; where both are too long to be shown and begin alike, from shortly before they part.
    func excerpts(_ source: Difference.Passage, _ target: Difference.Passage) -> (source: String, target: String) {
        guard source.text == target.text, source.text.hasSuffix("…") else { return (source.text, target.text) }
        let texts = (
            Array(sourceOutline.document.source.string(source.range).unicodeScalars),
            Array(targetOutline.document.source.string(target.range).unicodeScalars)
        )
        let common = zip(texts.0, texts.1).prefix { $0 == $1 }.count
        let start = max(0, common - Self.lead)
        func rest(_ text: [Unicode.Scalar], _ outline: Outline) -> String {
            var string = ""
            string.unicodeScalars.append(contentsOf: text[start...])
            return "…" + outline.shortened(string)
        }
        return (rest(texts.0, sourceOutline), rest(texts.1, targetOutline))
    }

    /// Characters that are shown before the place where two texts part.
    private static var lead: Int { 20 }
}

extension SegmentPair {
    /// The leaves before and behind the pair's on each side, where a sentence may have been drawn to: two paragraphs are
    /// sometimes cut at another place.
    var neighbours: (source: [Segment], target: [Segment]) {
        (sourceOutline.neighbours(of: sourceIndex), targetOutline.neighbours(of: targetIndex))
    }
}

extension Outline {
    fileprivate func neighbours(of segment: Int) -> [Segment] {
        guard part(of: segment).kind == .paragraph else { return [] }
        return leavesBeside(segment).filter { part(of: $0).kind == .paragraph }.map { segments[$0] }
    }

    /// The leaves right before and behind one, by segment. O(log leaves).
    func leavesBeside(_ segment: Int) -> [Int] {
        let position = leaves.partitioningIndex { $0 >= Int32(segment) }
        return [position - 1, position + 1].filter(leaves.indices.contains).map { Int(leaves[$0]) }
    }
}

/// What is left of two lists when equal elements are taken out in pairs.
struct Unmatched<Element> {
    /// Elements of one segment that are left over on either side and still looked at: behind hundreds that differ, more
    /// would say nothing new, and what compares each with each stays cheap. Of a segment that is no text for people any
    /// more, fewer, since each costs a look at all of it.
    private static var limit: Int { 400 }
    private static var work: Int { 20_000_000 }
    private static var least: Int { 10 }

    private(set) var source: [Element]
    private(set) var target: [Element] = []

    /// - Parameters:
    ///   - extent: bytes of the longer of the segments that hold them.
    ///   - keys: of equal elements at least one is the same.
    ///   - equal: asked of elements that share a key.
    /// - Complexity: linear where few elements share a key without being equal.
    init(
        _ source: [Element], _ target: [Element], extent: Int, keys: (Element) -> [UInt64],
        equal: (Element, Element) -> Bool
    ) {
        self.source = source
        self.target = target
        if source.count * target.count <= Self.fewPairs { matchAll(equal) } else { match(keys, equal) }
        cut(to: max(Self.least, min(Self.limit, Self.work / max(1, extent))))
    }

    /// Up to as many pairs it costs less to look at all than to read keys.
    private static var fewPairs: Int { 256 }

    private mutating func matchAll(_ equal: (Element, Element) -> Bool) {
        target = target.filter { element in
            let index = source.firstIndex { equal($0, element) }
            if let index { source.remove(at: index) }
            return index == nil
        }
    }

    private mutating func match(_ keys: (Element) -> [UInt64], _ equal: (Element, Element) -> Bool) {
        let source = source
        var places: [UInt64: [Int]] = [:]
        for index in source.indices.reversed() {
            for key in keys(source[index]) { places[key, default: []].append(index) }
        }
        var isTaken = [Bool](repeating: false, count: source.count)
        target = target.filter { element in
            var first: Int?
            for key in keys(element) {
                // Those at the end come first; what was taken by another key is dropped when it turns up.
                while let last = places[key]?.last, isTaken[last] { places[key]?.removeLast() }
                let index = places[key]?.suffix(Self.limit).last { !isTaken[$0] && equal(source[$0], element) }
                if let index { first = min(first ?? index, index) }
            }
            if let first { isTaken[first] = true }
            return first == nil
        }
        self.source = source.indices.filter { !isTaken[$0] }.map { source[$0] }
    }

    /// As many on both sides, so that what one side has more stays as much.
    private mutating func cut(to limit: Int) {
        let excess = max(source.count, target.count) - limit
        guard excess > 0 else { return }
        source.removeLast(min(excess, source.count))
        target.removeLast(min(excess, target.count))
    }

    /// Elements that stand for one another: in order, as many as both sides have.
    var changed: [(source: Element, target: Element)] { Array(zip(source, target)).map { ($0.0, $0.1) } }
    /// What only the source has.
    var lost: [Element] { Array(source.dropFirst(target.count)) }
}

extension Collection<UInt8> {
    /// The same for equal bytes.
    var stableHash: UInt64 {
        var hash = StableHash()
        hash.combine(Array(self))
        return hash.value
    }
}

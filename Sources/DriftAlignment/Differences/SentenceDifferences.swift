import DriftLanguage
import DriftText

/// Compares the values of paragraphs that were merged, split, or cut at another place, sentence by sentence.
struct SentenceDifferences {
    let set: AlignedSet
    let member: Int

    func differences() -> [Difference] {
        let pair = self.set.pairs[member - 1]
        return pair.joined.filter { pair.confidence(of: $0) >= PairAlignment.certain }.flatMap { joined in
            joined.groups.flatMap { differences($0, in: joined) }
        }
    }

    /// Of a group that lies within one paragraph on each side.
    private func differences(_ group: SentenceAlignment.Group, in joined: SentenceAlignment) -> [Difference] {
        guard let source = span(group.source), let target = span(group.target) else { return [] }
        let pair = SegmentPair(
            set: self.set, member: member, sourceIndex: Int(source.segment), targetIndex: Int(target.segment))
        let outlines = (pair.sourceOutline, pair.targetOutline)
        let left = values(source, outlines.0).filter { !stands($0, in: joined.targets, outlines.1) }
        let right = values(target, outlines.1).filter { !stands($0, in: joined.sources, outlines.0) }
        return TypedValue.Kind.allCases.flatMap { kind -> [Difference] in
            let changed = (left.filter { $0.kind == kind }, right.filter { $0.kind == kind })
            guard changed.0.count == changed.1.count else { return [] }
            return zip(changed.0, changed.1).map {
                pair.changed(
                    kind.aspect, pair.source.text.sourceRange($0.range), pair.target.text.sourceRange($1.range))
            }
        }
    }

    private func span(_ sentences: [SentenceAlignment.Sentence]) -> SentenceAlignment.Sentence? {
        guard let first = sentences.first, let last = sentences.last, first.segment == last.segment else { return nil }
        return SentenceAlignment.Sentence(
            segment: first.segment, range: first.range.lowerBound..<last.range.upperBound)
    }

    private func values(_ sentence: SentenceAlignment.Sentence, _ outline: Outline) -> [TypedValue] {
        outline.segments[Int(sentence.segment)].values.filter { sentence.range.overlaps($0.range) }
    }

    /// Whether a value stands anywhere in some segments, in digits or as a word.
    private func stands(_ value: TypedValue, in segments: [Int32], _ outline: Outline) -> Bool {
        segments.map { outline.segments[Int($0)] }.contains { segment in
            segment.values.contains { $0.agrees(with: value) } || outline.values.spells(value, in: segment.text.bytes)
        }
    }
}

import DriftLanguage

/// Paragraphs that correspond together, aligned sentence by sentence.
///
/// Sentences are scored by the length model of Gale and Church and by the names and numbers that they share, with the
/// same recurrence as blocks (`SequenceAligner`).
package struct SentenceAlignment: Sendable {
    /// A sentence of a segment; the range is one of its plain text.
    package struct Sentence: Hashable, Sendable {
        package let segment: Int32
        package let range: Range<Int>
    }

    /// Sentences that correspond: one or two of each side, or one side's alone.
    package struct Group: Hashable, Sendable {
        package let source: [Sentence]
        package let target: [Sentence]
    }

    /// Segments, in order.
    package let sources: [Int32]
    package let targets: [Int32]
    /// In order; every sentence stands in one.
    package let groups: [Group]

    private static let gap: Float = -0.5
    private static let neutral: Float = 0.6
    /// What a bead costs beside its pair.
    private static let beadCost: Float = 0.3
    /// What the sharing of all names and numbers is worth.
    private static let nameGain: Float = 1

    /// Linear in the lengths, but for the product of the numbers of sentences.
    static func align(_ sources: [Int32], _ targets: [Int32], _ score: SegmentScore) -> SentenceAlignment {
        let left = sentences(of: sources, score.source)
        let right = sentences(of: targets, score.target)
        let names = (left.map { score.source.names(in: $0) }, right.map { score.target.names(in: $0) })
        func worth(_ bead: Bead) -> Float {
            let lengths = (
                bead.source.reduce(Float(0)) { $0 + Float(left[$1].range.count) },
                bead.target.reduce(Float(0)) { $0 + Float(right[$1].range.count) }
            )
            let shared = similarity(bead.source.map { names.0[$0] }, bead.target.map { names.1[$0] })
            let squared = score.squaredDeviation(lengths.0, lengths.1, ratio: score.lengthRatio)
            return neutral + nameGain * shared - score.lengthPenalty(squared)
        }
        let aligner = SequenceAligner(gapOpen: gap, gapExtend: gap, count: (left.count, right.count))
        let steps = aligner.alignWithBeads(
            Bead(source: left.indices, target: right.indices),
            score: { worth(Bead(source: $0..<$0 + 1, target: $1..<$1 + 1)) }, joined: { worth($0) - beadCost })
        return SentenceAlignment(sources: sources, targets: targets, groups: groups(steps, left, right))
    }

    private static func sentences(of segments: [Int32], _ outline: Outline) -> [Sentence] {
        segments.flatMap { segment in
            SentenceBounds.sentences(in: outline.segments[Int(segment)].text.bytes).map {
                Sentence(segment: segment, range: $0)
            }
        }
    }

    /// From -0.5, where each side has names that the other lacks, to 0.5.
    private static func similarity(_ left: [Set<[UInt8]>], _ right: [Set<[UInt8]>]) -> Float {
        let (left, right) = (Set(left.joined()), Set(right.joined()))
        let total = left.count + right.count
        return total == 0 ? 0 : 2 * Float(left.intersection(right).count) / Float(total) - 0.5
    }

    private static func groups(_ steps: [Bead], _ left: [Sentence], _ right: [Sentence]) -> [Group] {
        var groups: [Group] = []
        var place = (0, 0)
        for step in steps + [Bead(source: left.count..<left.count, target: right.count..<right.count)] {
            groups += left[place.0..<step.source.lowerBound].map { Group(source: [$0], target: []) }
            groups += right[place.1..<step.target.lowerBound].map { Group(source: [], target: [$0]) }
            if !step.source.isEmpty {
                groups.append(Group(source: Array(left[step.source]), target: Array(right[step.target])))
            }
            place = (step.source.upperBound, step.target.upperBound)
        }
        return groups
    }
}

extension Outline {
    /// Words of a sentence that translators leave alone: those with a digit, or with a capital that is not the first.
    fileprivate func names(in sentence: SentenceAlignment.Sentence) -> Set<[UInt8]> {
        let text = segments[Int(sentence.segment)].text.bytes[sentence.range]
        let words = text.split { !$0.isASCIILetter && !$0.isASCIIDigit }
        return Set(
            words.dropFirst().filter { $0.contains { $0.isASCIIDigit || ($0 >= 0x41 && $0 <= 0x5A) } }.map(Array.init))
    }
}

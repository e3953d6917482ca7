import DriftMarkdown

/// Scores how likely two segments are translations of one another.
///
/// Evidence comes from shared tokens; kind, nesting and length support it. The length model is that of W. A. Gale and
/// K. W. Church, A program for aligning sentences in bilingual corpora, 1993: the difference of two lengths, divided by
/// its standard deviation, which grows with the square root of the length.
struct SegmentScore {
    /// What a pair of the same kind is worth when nothing speaks for or against it: position alone pairs them.
    private static let neutral: Float = 0.6
    /// Full agreement of anchors adds, full contradiction takes off, this much times its distance from `evenShare`.
    private static let anchorGain: Float = 2.2
    private static let evenShare: Float = 0.45
    /// Evidence at which anchors count for half of what they could.
    private static let halfEvidence: Float = 1.5
    /// A line in bold, or a list item, is seldom translated as plain text.
    private static let otherForm: Float = 0.35
    /// What it adds that two paragraphs begin with labels that are translations of one another, and takes off that they
    /// begin with others, as “Note:” and “Example:” do.
    private static let labelGain: Float = 0.5
    /// What it takes off that two segments are of entries with other names, so that only what they share can pair them.
    private static let otherEntry: Float = 1.2
    /// Variance of the length of a translation for each byte of source: Gale and Church measured 6.8 for sentences of
    /// parliamentary debate; documentation is freer.
    private static let variance: Float = 9
    private static let lengthCost: Float = 0.1
    private static let maximalLengthCost: Float = 0.8
    /// Pairing of kinds that cannot correspond.
    static let impossible: Float = -1000

    var source: Outline { documents.source }
    var target: Outline { documents.target }
    var shared: SharedVocabulary { documents.shared }
    private let documents: Documents
    /// Bytes of target text for each byte of source text in the two documents as a whole.
    private(set) var lengthRatio: Float
    private(set) var labels = LabelPairs([])

    init(_ source: Outline, _ target: Outline) {
        documents = Documents(source, target)
        let lengths = (Self.textLength(source), Self.textLength(target))
        lengthRatio = lengths.0 == 0 || lengths.1 == 0 ? 1 : min(4, max(0.25, lengths.1 / lengths.0))
    }

    /// Takes the ratio from segments that are partners, so that what was lost or added does not count: their median,
    /// where there are enough of them.
    mutating func learnRatio(from pairs: [(Int, Int)]) {
        let ratios = pairs.compactMap { pair -> Float? in
            let kind = source.part(of: pair.0).kind
            let lengths = (Float(source.segments[pair.0].length), Float(target.segments[pair.1].length))
            guard kind == .paragraph || kind == .heading, lengths.0 >= 20, lengths.1 >= 10 else { return nil }
            return lengths.1 / lengths.0
        }.sorted()
        if ratios.count >= 5 { lengthRatio = min(4, max(0.25, ratios[ratios.count / 2])) }
    }

    /// Learns which labels in bold translate which, from segments that are partners.
    mutating func learnLabels(from pairs: [(Int, Int)]) {
        let (source, target) = documents.features
        labels = LabelPairs(pairs.map { (source[$0.0].label, target[$0.1].label) })
    }

    private static func textLength(_ outline: Outline) -> Float {
        outline.segments.indices.reduce(Float(0)) {
            let kind = outline.part(of: $1).kind
            return kind == .codeBlock || kind == .table || kind == .html
                ? $0 : $0 + Float(outline.segments[$1].length)
        }
    }

    /// What is known of the two documents before any pair is scored; one reference, for scores are held in many places.
    private final class Documents {
        let source: Outline
        let target: Outline
        let shared: SharedVocabulary
        /// What is asked of each segment for every pair that it may stand in.
        let features: (source: [Feature], target: [Feature])
        let entries: EntryNames

        init(_ source: Outline, _ target: Outline) {
            (self.source, self.target) = (source, target)
            shared = SharedVocabulary(source, target)
            features = (SegmentScore.features(source), SegmentScore.features(target))
            entries = EntryNames(source, target)
        }
    }

    private struct Feature {
        let kind: PartKind
        let level: Int
        let length: Float
        let isStrongThroughout: Bool
        let isIndentedCode: Bool
        /// Of the words in bold that a paragraph begins with; nil where it begins otherwise.
        let label: UInt64?
    }

    private static func features(_ outline: Outline) -> [Feature] {
        outline.segments.indices.map { segment in
            let part = outline.part(of: segment)
            return Feature(
                kind: part.kind, level: Int(part.level), length: Float(outline.segments[segment].length),
                isStrongThroughout: outline.segments[segment].isStrongThroughout,
                isIndentedCode: outline.isIndentedCode(part),
                label: part.kind == .paragraph ? outline.segments[segment].label(in: outline.document) : nil)
        }
    }

    /// The score of two segments by index; `impossible` for kinds that never correspond.
    func callAsFunction(_ left: Int, _ right: Int) -> Float {
        let (part, other) = (documents.features.source[left], documents.features.target[right])
        var kind = kindScore(part, other)
        if kind <= Self.impossible { return kind }
        if part.kind == .paragraph, part.isStrongThroughout != other.isStrongThroughout { kind -= Self.otherForm }
        if let agree = labels.agree(part.label, other.label) { kind += agree ? Self.labelGain : -Self.labelGain }
        if documents.entries.areOther(left, right) { kind -= Self.otherEntry }
        return kind + anchorScore(left, right) - lengthPenalty(left, right, of: part.kind)
    }

    /// What several paragraphs are worth as the translation of several others.
    ///
    /// - Parameter squaredDeviation: of their lengths together.
    func worth(ofSources sources: [Int], targets: [Int], squaredDeviation: Float) -> Float {
        Float(min(sources.count, targets.count)) * Self.neutral + gain(shared.similarity(sources, targets))
            - lengthPenalty(squaredDeviation)
    }

    private func kindScore(_ part: Feature, _ other: Feature) -> Float {
        if part.kind == other.kind {
            let distance = Float(abs(part.level - other.level))
            let form = part.kind != .heading && (part.level == 0) != (other.level == 0) ? Self.otherForm : 0
            return Self.neutral - form - min(distance * 0.25, 0.5) + (part.kind == .heading ? 0.2 : 0)
        }
        switch (part.kind, other.kind) {
        case (.paragraph, .heading), (.heading, .paragraph), (.figure, .paragraph), (.paragraph, .figure):
            return Self.neutral - 0.7
        case (.codeBlock, .paragraph), (.codeBlock, .heading):
            return part.isIndentedCode ? Self.neutral - 0.4 : Self.impossible
        case (.paragraph, .codeBlock), (.heading, .codeBlock):
            return other.isIndentedCode ? Self.neutral - 0.4 : Self.impossible
        default: return Self.impossible
        }
    }

    func anchorScore(_ left: Int, _ right: Int) -> Float {
        gain(documents.shared.similarity(left, right))
    }

    private func gain(_ similarity: (dice: Float, evidence: Float)) -> Float {
        let evidence = similarity.evidence
        return Self.anchorGain * (similarity.dice - Self.evenShare) * evidence / (evidence + Self.halfEvidence)
    }

    func lengthPenalty(_ left: Int, _ right: Int, of kind: PartKind) -> Float {
        if kind == .html || kind == .figure { return 0 }
        let squared = squaredDeviation(
            documents.features.source[left].length, documents.features.target[right].length, ratio: lengthRatio)
        return lengthPenalty(squared)
    }

    func lengthPenalty(_ squaredDeviation: Float) -> Float {
        min(Self.maximalLengthCost, Self.lengthCost * squaredDeviation)
    }

    /// Square of how many standard deviations two lengths lie apart.
    ///
    /// - Parameter ratio: expected bytes of target text for each byte of source text.
    func squaredDeviation(_ sourceLength: Float, _ targetLength: Float, ratio: Float) -> Float {
        Self.squaredDeviation(sourceLength, targetLength, ratio: ratio)
    }

    static func squaredDeviation(_ sourceLength: Float, _ targetLength: Float, ratio: Float) -> Float {
        let expected = targetLength / ratio
        let difference = sourceLength - expected
        return difference * difference / (variance * (sourceLength + expected) / 2 + 60)
    }
}

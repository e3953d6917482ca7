/// The alignment of two documents as one of them sees it.
struct AlignmentSide {
    /// The side that sees it, and the other one.
    let own: Outline
    let other: Outline
    /// Bytes of the other side's text for each byte of this one's.
    let ratio: Float
    /// Whether most of what this side has alone can be told from what was rewritten.
    let isSettled: Bool
    /// This side's segments of which one cannot say whether the other lacks them.
    let unsettled: Set<Int32>
    /// For each segment of this side the other's, or -1.
    private let partners: [Int32]
    /// For each segment of the other side this one's, or -1.
    private let counterparts: [Int32]
    /// In percent, by segment of the source.
    private let confidence: [UInt8]
    private let isSource: Bool

    static func source(of set: AlignedSet, beside member: Int) -> AlignmentSide {
        AlignmentSide(set.pairs[member - 1], set.source, set.members[member].outline, isSource: true)
    }

    static func target(_ member: Int, of set: AlignedSet) -> AlignmentSide {
        AlignmentSide(set.pairs[member - 1], set.members[member].outline, set.source, isSource: false)
    }

    private init(_ pair: PairAlignment, _ own: Outline, _ other: Outline, isSource: Bool) {
        (self.own, self.other, self.isSource) = (own, other, isSource)
        ratio = isSource ? pair.lengthRatio : 1 / pair.lengthRatio
        isSettled = pair.isSettled
        unsettled = isSource ? pair.unsettled.source : pair.unsettled.target
        (partners, counterparts) = isSource ? (pair.targets, pair.sources) : (pair.sources, pair.targets)
        confidence = pair.confidence
    }

    /// The other side's segment for one of this side's.
    func partner(_ segment: Int) -> Int? { partners[segment] < 0 ? nil : Int(partners[segment]) }

    /// Whether a segment of the other side has a partner.
    func isPaired(_ segment: Int) -> Bool { counterparts[segment] >= 0 }

    /// Whether one can be sure of a segment's partner.
    func isSure(_ segment: Int) -> Bool {
        guard let partner = partner(segment) else { return false }
        return confidence[isSource ? segment : partner] >= PairAlignment.certain
    }
}

/// Finds paragraphs that say much less than their source: cut off, or summed up.
///
/// How long translations are in a pair of languages is taken from the document's own pairs; what is so much shorter than
/// nearly all others has lost something.
struct LengthDifferences {
    /// Bytes of source text from which the length of a translation says something.
    private static let leastLength: Float = 100
    /// Share of the expected length below which a text has lost something, and pairs that must not be as short.
    private static let cutShare: Float = 0.45
    private static let usualPairs = 5

    let pairs: [SegmentPair]

    func differences() -> [Difference] {
        let texts = pairs.filter { $0.kind == .paragraph && Float($0.source.length) >= Self.leastLength }
        let shares = texts.map { Float($0.target.length) / Float($0.source.length) }
        guard let usual = ratio(shares) else { return [] }
        let short = zip(texts, shares).filter { $1 < Self.cutShare * usual }
        // Where many are short, the translation is freer than that.
        guard 8 * short.count <= texts.count + 4 else { return [] }
        return short.filter { !isContinued($0.0) }.map { abridged($0.0, share: $0.1 / usual) }
    }

    /// The median share, with what is usual between any two languages where there are few pairs.
    private func ratio(_ shares: [Float]) -> Float? {
        guard let pair = pairs.first else { return nil }
        if shares.count >= Self.usualPairs { return shares.sorted()[shares.count / 2] }
        return pair.set.pairs[pair.member - 1].lengthRatio
    }

    /// Whether the text goes on elsewhere: in a paragraph that only the translation has, or in other mark-up.
    private func isContinued(_ pair: SegmentPair) -> Bool {
        let alignment = pair.set.pairs[pair.member - 1]
        let leaves = pair.targetOutline.leaves
        guard let position = leaves.firstIndex(of: Int32(pair.targetIndex)) else { return true }
        return [position - 1, position + 1].filter(leaves.indices.contains).contains {
            alignment.sources[Int(leaves[$0])] < 0 && pair.targetOutline.part(of: Int(leaves[$0])).kind != .html
        }
    }

    private func abridged(_ pair: SegmentPair, share: Float) -> Difference {
        Difference(
            .abridged, .text, at: pair.wholeTarget, counterparts: [pair.wholeSource],
            expected: pair.wholeSource.text, found: pair.wholeTarget.text, detail: "\(Int(100 * share))",
            cause: Difference.cause(.abridged, .text, member: pair.member, pair.wholeTarget.text))
    }
}

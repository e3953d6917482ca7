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
    /// Bytes of source text that tell how long translations are.
    private static let leastRest: Float = 300

    let pairs: [SegmentPair]

    func differences() -> [Difference] {
        let texts = pairs.filter { $0.kind == .paragraph && Float($0.source.length) >= Self.leastLength }
        let shares = texts.map { Float($0.target.length) / Float($0.source.length) }
        let median = shares.count >= Self.usualPairs ? shares.sorted()[shares.count / 2] : nil
        let all = totals()
        let short = zip(texts, shares).compactMap { pair, share -> (pair: SegmentPair, share: Float)? in
            guard let usual = median ?? ratio(without: pair, all), share < Self.cutShare * usual else { return nil }
            return (pair, share / usual)
        }
        // Where many are short, the translation is freer than that.
        guard 8 * short.count <= texts.count + 7 else { return [] }
        return short.filter { !isContinued($0.pair) }.map { abridged($0.pair, share: $0.share) }
    }

    /// Bytes of text on both sides of all pairs.
    private func totals() -> (source: Float, target: Float) {
        pairs.filter { [.paragraph, .heading, .cell].contains($0.kind) }.reduce((0, 0)) {
            ($0.0 + Float($1.source.length), $0.1 + Float($1.target.length))
        }
    }

    /// The share of all the other pairs together, where there are few paragraphs to compare with; nil where there is
    /// hardly any text.
    private func ratio(without pair: SegmentPair, _ all: (source: Float, target: Float)) -> Float? {
        let rest = (all.source - Float(pair.source.length), all.target - Float(pair.target.length))
        return rest.0 >= Self.leastRest ? rest.1 / rest.0 : nil
    }

    /// Whether the text goes on elsewhere: in a paragraph that only the translation has, or in other mark-up.
    private func isContinued(_ pair: SegmentPair) -> Bool {
        let alignment = pair.set.pairs[pair.member - 1]
        return pair.targetOutline.leavesBeside(pair.targetIndex).contains {
            alignment.sources[$0] < 0 && pair.targetOutline.part(of: $0).kind != .html
        }
    }

    private func abridged(_ pair: SegmentPair, share: Float) -> Difference {
        Difference(
            .abridged, .text, at: pair.wholeTarget, counterparts: [pair.wholeSource],
            expected: pair.wholeSource.text, found: pair.wholeTarget.text, detail: "\(Int(100 * share))",
            cause: Difference.cause(.abridged, .text, member: pair.member, pair.wholeTarget.text))
    }
}

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

    /// How much shorter than most a whole document may be.
    private static let leastUsual: Float = 0.85
    /// How many bytes a text has for each of its English translation, where that is not about one.
    private static let lengths: [String: Float] = [
        "ru": 1.9, "uk": 1.9, "be": 1.9, "bg": 1.8, "sr": 1.6, "el": 1.9, "ja": 1.2, "ko": 1.1, "zh": 0.8, "ar": 1.5,
        "fa": 1.6, "he": 1.3, "hi": 2.4, "bn": 2.4, "ta": 2.6, "th": 2.2,
    ]

    let pairs: [SegmentPair]

    func differences() -> [Difference] {
        let texts = pairs.filter { $0.kind == .paragraph && Float($0.source.length) >= Self.leastLength }
        let shares = texts.map { Float($0.target.length) / Float($0.source.length) }
        let median = shares.count >= Self.usualPairs ? shares.sorted()[shares.count / 2] : nil
        let all = totals()
        let short = zip(texts, shares).compactMap { pair, share -> (pair: SegmentPair, share: Float)? in
            let usual = median ?? ratio(without: pair, all) ?? Self.leastUsual * languages(of: pair)
            guard share < Self.cutShare * usual else { return nil }
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

    /// How much longer texts of the target's language usually are than of the source's.
    private func languages(of pair: SegmentPair) -> Float {
        (Self.lengths[pair.targetOutline.locale.language] ?? 1)
            / (Self.lengths[pair.sourceOutline.locale.language] ?? 1)
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

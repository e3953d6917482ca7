import DriftText

/// Tells a changed link from one that belongs elsewhere: where a pair shares nothing, and the source has the translation's
/// link in another place at which the translation lacks it, the two are no pair.
struct LinkPlaces {
    let pair: SegmentPair

    /// - Parameter key: of a link of the target that the source's segment lacks.
    func isDisplaced(_ key: UInt64) -> Bool {
        let (source, target) = (pair.sourceOutline, pair.targetOutline)
        guard let token = source.token(key), !sharesAnything else { return false }
        let own = target.token(key)
        return source.segments.indices.contains { index in
            guard source.part(of: index).kind != .table, source.segments[index].tokens.contains(token) else {
                return false
            }
            guard let partner = pair.set.segment(of: pair.member, for: index) else { return true }
            return own.map { !target.segments[partner].tokens.contains($0) } ?? true
        }
    }

    private var sharesAnything: Bool {
        pair.source.tokens.contains { token in
            pair.targetOutline.token(pair.sourceOutline.vocabulary[Int(token)].hash).map(pair.target.tokens.contains)
                ?? false
        }
    }
}

extension Outline {
    /// The index of a token by its hash; nil where the document lacks it. O(log n).
    fileprivate func token(_ hash: UInt64) -> Int32? {
        let index = vocabulary.partitioningIndex { $0.hash >= hash }
        return index < vocabulary.count && vocabulary[index].hash == hash ? Int32(index) : nil
    }
}

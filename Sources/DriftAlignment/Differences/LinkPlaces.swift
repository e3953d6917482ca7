import DriftText

/// Looks for links of a pair in the rest of the documents: what stands in the next sentence is not lost, and what belongs
/// elsewhere is no changed link.
struct LinkPlaces {
    /// Leaves on either side in which a link may stand that moved.
    private static let reach = 3

    let pair: SegmentPair
    let source: LinkReader
    let target: LinkReader

    // MARK: Drawn to a neighbour

    /// Whether a link that the translation lacks stands beside it, and the translation has it as often as the source.
    func isDrawn(_ link: ComparedLink) -> Bool {
        if surplus(link.key) > 0 { return true }
        let count = pair.targetOutline.count(link.key)
        guard count > 0, count >= pair.sourceOutline.count(link.key) else { return false }
        func own(_ links: [ComparedLink]) -> Int { links.filter { $0.key == link.key }.count }
        guard own(target.links(of: pair.target)) < own(source.links(of: pair.source)) else { return false }
        return pair.targetOutline.surroundings(of: pair.targetIndex, reach: Self.reach).contains { index in
            target.links(of: pair.targetOutline.segments[index]).contains { $0.key == link.key }
        }
    }

    /// Whether a link that only the translation has stands beside it in the source.
    func isDrawnHere(_ link: ComparedLink) -> Bool { surplus(link.key) < 0 }

    /// How many more of the target's neighbours have a link than of the source's.
    private func surplus(_ key: UInt64) -> Int {
        let near = pair.neighbours
        func count(_ segments: [Segment], _ reader: LinkReader) -> Int {
            segments.flatMap(reader.links).filter { $0.key == key }.count
        }
        return count(near.target, target) - count(near.source, source)
    }

    // MARK: Of another place

    /// Whether the source has a link in another place, so that it may have been copied from there.
    func isElsewhereInSource(_ key: UInt64) -> Bool { key != 0 && pair.sourceOutline.count(key) > 0 }

    /// Whether the source has the link in a place that the translation lacks as a whole; or the pair shares nothing, and
    /// it has it in a place where the translation lacks it: the two are no pair.
    ///
    /// - Parameter key: of a link of the target that the source's segment lacks.
    func isDisplaced(_ key: UInt64) -> Bool {
        let (source, target) = (pair.sourceOutline, pair.targetOutline)
        guard let token = source.token(key) else { return false }
        let own = target.token(key)
        return source.segments.indices.contains { index in
            guard source.part(of: index).kind != .table, source.tokens[index].contains(token) else {
                return false
            }
            guard let partner = pair.set.segment(of: pair.member, for: index) else { return true }
            if sharesAnything { return false }
            return own.map { !target.tokens[partner].contains($0) } ?? true
        }
    }

    private var sharesAnything: Bool {
        let tokens = pair.targetOutline.tokens[pair.targetIndex]
        return pair.sourceOutline.tokens[pair.sourceIndex].contains { token in
            pair.targetOutline.token(pair.sourceOutline.vocabulary[Int(token)].hash).map(tokens.contains) ?? false
        }
    }
}

extension Outline {
    /// The index of a token by its hash; nil where the document lacks it. O(log n).
    fileprivate func token(_ hash: UInt64) -> Int32? {
        let index = vocabulary.partitioningIndex { $0.hash >= hash }
        return index < vocabulary.count && vocabulary[index].hash == hash ? Int32(index) : nil
    }

    /// How often the document has a token. O(log n).
    fileprivate func count(_ hash: UInt64) -> Int { token(hash).map { Int(vocabulary[Int($0)].count) } ?? 0 }

    /// The other cells of a cell's row; the leaves around any other segment.
    fileprivate func surroundings(of segment: Int, reach: Int) -> [Int] {
        let part = Int(segments[segment].part)
        if parts[part].kind == .cell {
            let row = Int(parts[part].parent)
            return (row + 1..<Int(parts[row].end)).map { Int(parts[$0].segment) }.filter { $0 >= 0 && $0 != segment }
        }
        let position = leaves.partitioningIndex { $0 >= Int32(segment) }
        let near = max(0, position - reach)..<min(leaves.count, position + reach + 1)
        return near.map { Int(leaves[$0]) }.filter { $0 != segment && self.part(of: $0).kind != .table }
    }
}

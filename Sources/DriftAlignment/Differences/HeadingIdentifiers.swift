import DriftMarkdown
import DriftText

/// Compares the names that documents give to their headings, `## Title {#name}`: links from elsewhere lead to them.
///
/// A translation that renames most of them does so on purpose.
struct HeadingIdentifiers {
    /// How many headings must keep their names for one that does not to be an exception.
    private static let leastKept = 2

    let pairs: [SegmentPair]

    private enum State {
        case kept, lost
        case changed(ByteRange)
    }

    func differences() -> [Difference] {
        let named = pairs.filter { $0.kind == .heading }.compactMap { pair in
            identifier(pair.sourceOutline, pair.sourceIndex).map { (pair: pair, source: $0, state: state(pair, $0)) }
        }
        let kept = named.filter { if case .kept = $0.state { true } else { false } }.count
        guard kept >= Self.leastKept, 2 * kept > named.count else { return [] }
        return named.compactMap { difference($0.pair, $0.source, $0.state) }
    }

    private func identifier(_ outline: Outline, _ segment: Int) -> ByteRange? {
        outline.document.headingIdentifier(of: Int(outline.part(of: segment).block))
    }

    private func state(_ pair: SegmentPair, _ source: ByteRange) -> State {
        guard pair.targetOutline.part(of: pair.targetIndex).kind == .heading,
            let target = identifier(pair.targetOutline, pair.targetIndex)
        else { return .lost }
        let texts = (
            pair.sourceOutline.document.source.bytes[source.indices],
            pair.targetOutline.document.source.bytes[target.indices]
        )
        return texts.0 == texts.1 ? .kept : .changed(target)
    }

    private func difference(_ pair: SegmentPair, _ source: ByteRange, _ state: State) -> Difference? {
        switch state {
        case .kept: return nil
        case .changed(let target): return pair.changed(.headingIdentifier, source, target)
        case .lost:
            let expected = pair.sourcePassage(source)
            return Difference(
                .lost, .headingIdentifier, at: pair.wholeTarget, counterparts: [expected], expected: expected.text,
                cause: Difference.cause(.lost, .headingIdentifier, expected.range))
        }
    }
}

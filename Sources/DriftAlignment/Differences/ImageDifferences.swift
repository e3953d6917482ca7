import DriftMarkdown
import DriftText

/// Compares which images two paragraphs or cells show, each by the name of its file; a localized picture has another name,
/// so only another number of them counts.
///
/// What one side has more is told by the names that stand on both sides just so, then by names that differ by locale.
struct ImageDifferences {
    let pair: SegmentPair
    let links: LinkKey

    private struct Image {
        let name: [UInt8]
        let key: UInt64
        let range: ByteRange
    }

    func differences() -> [Difference] {
        guard pair.holdsAny(of: [.image, .html]) else { return [] }
        let (source, target) = (
            images(of: pair.source, in: pair.sourceOutline), images(of: pair.target, in: pair.targetOutline)
        )
        if source.isEmpty && target.isEmpty { return [] }
        let named = Unmatched(source, target, extent: pair.extent) {
            [$0.key]
        } equal: {
            $0.name == $1.name
        }
        let left = Unmatched(named.source, named.target, extent: pair.extent) {
            [$0.key]
        } equal: {
            $0.key == $1.key
        }
        return left.lost.map(missing) + left.target.dropFirst(left.source.count).map(extra)
    }

    private func images(of segment: Segment, in outline: Outline) -> [Image] {
        segment.inlines.compactMap { inline in
            outline.document.imageName(of: inline).map { Image(name: $0, key: links.hash($0), range: inline.range) }
        }
    }

    private func missing(_ image: Image) -> Difference {
        let expected = pair.sourcePassage(image.range)
        return Difference(
            .missing, .image, at: pair.wholeTarget, counterparts: [expected], expected: expected.text,
            cause: Difference.cause(.missing, .image, expected.range))
    }

    private func extra(_ image: Image) -> Difference {
        let found = pair.targetPassage(image.range)
        return Difference(
            .extra, .image, at: found, counterparts: [pair.wholeSource], found: found.text,
            cause: Difference.cause(.extra, .image, image.range))
    }
}

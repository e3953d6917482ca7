import DriftMarkdown
import DriftText

/// Weighs images that a passage lacks or has more against the document as a whole: a picture that stands in the next
/// paragraph, after a line break or in a block of HTML is neither missing nor extra.
struct ImageBalance {
    let set: AlignedSet
    let links: LinkKey

    private struct Image {
        let name: [UInt8]
        let range: ByteRange
    }

    /// An image by what localization does not change in its name; where several of one document share that, as flags do,
    /// by the name itself.
    private struct Keys {
        private let links: LinkKey
        private let shared: Set<UInt64>

        init(_ images: [Image], links: LinkKey) {
            self.links = links
            var names: [UInt64: [UInt8]] = [:]
            var shared: Set<UInt64> = []
            for image in images {
                let key = links.hash(image.name)
                if names.updateValue(image.name, forKey: key).map({ $0 != image.name }) ?? false { shared.insert(key) }
            }
            self.shared = shared
        }

        func key(_ image: Image) -> UInt64 {
            let key = links.hash(image.name)
            return shared.contains(key) ? image.name.stableHash : key
        }
    }

    /// The differences without images that only stand elsewhere; several that one passage lacks are one.
    func settled(_ differences: [Difference]) -> [Difference] {
        let weighed = differences.indices.filter { isWeighed(differences[$0]) }
        if weighed.isEmpty { return differences }
        let source = images(of: set.source)
        var isDropped = [Bool](repeating: false, count: differences.count)
        for member in set.targets {
            let own = weighed.filter { differences[$0].passage.member == member }
            if own.isEmpty { continue }
            for index in unfounded(own, in: differences, source, images(of: set.members[member].outline)) {
                isDropped[index] = true
            }
        }
        return merged(differences.indices.filter { !isDropped[$0] }.map { differences[$0] })
    }

    /// Whether the source and one translation are compared, and no majority of translations with the source.
    private func isWeighed(_ difference: Difference) -> Bool {
        guard difference.aspect == .image, difference.passage.member > 0 else { return false }
        return difference.kind == .extra || difference.kind == .missing && difference.counterparts.first?.member == 0
    }

    /// Which of the differences are about images that the document has as often as the other one.
    private func unfounded(
        _ indices: [Int], in differences: [Difference], _ source: [Image], _ target: [Image]
    ) -> [Int] {
        var surplus: [UInt64: Int] = [:]
        let keys = Keys(source, links: links)
        for image in source { surplus[keys.key(image), default: 0] -= 1 }
        for image in target { surplus[keys.key(image), default: 0] += 1 }
        return indices.filter { index in
            let difference = differences[index]
            let isMissing = difference.kind == .missing
            let place = isMissing ? difference.counterparts[0].range : difference.passage.range
            let held = images(in: place, of: isMissing ? source : target).map(keys.key)
            let step = isMissing ? 1 : -1
            let due = held.filter { (surplus[$0] ?? 0) * step < 0 }
            for key in due { surplus[key, default: 0] += step }
            return due.isEmpty && !held.isEmpty
        }
    }

    /// The images of a passage. O(log images).
    private func images(in range: ByteRange, of images: [Image]) -> ArraySlice<Image> {
        let first = images.partitioningIndex { $0.range.lower >= range.lower }
        return images[first...].prefix { $0.range.lower < range.upper }
    }

    /// All images of a document in their order, those in blocks of HTML included.
    private func images(of outline: Outline) -> [Image] {
        var images: [Image] = []
        for segment in outline.segments {
            let part = outline.parts[Int(segment.part)]
            if part.kind == .html { images += imagesOfTags(in: part.range, of: outline.document) }
            for inline in segment.inlines {
                guard part.kind != .html, let name = outline.document.imageName(of: inline) else { continue }
                images.append(Image(name: name, range: inline.range))
            }
        }
        return images.sorted { $0.range.lower < $1.range.lower }
    }

    private func imagesOfTags(in range: ByteRange, of document: Document) -> [Image] {
        document.tags(in: range).compactMap { tag in
            let bytes = document.source.bytes
            guard bytes[tag.name.indices].elementsEqual("img".utf8),
                let source = tag.attributes.first(where: { bytes[$0.name.indices].elementsEqual("src".utf8) })
            else { return nil }
            let name = bytes[source.value.indices].split(separator: UInt8(ascii: "/")).last ?? []
            return Image(name: Array(name), range: tag.range)
        }
    }

    /// Images that one passage lacks are one loss.
    private func merged(_ differences: [Difference]) -> [Difference] {
        var first: [Difference.Passage: Int] = [:]
        var more: [Int: Int] = [:]
        var kept: [Difference] = []
        for difference in differences {
            let isLoss = difference.kind == .missing && isWeighed(difference) && difference.lost.isEmpty
            if isLoss, let index = first[difference.passage] {
                more[index, default: 0] += 1
                continue
            }
            if isLoss { first[difference.passage] = kept.count }
            kept.append(difference)
        }
        for (index, others) in more { kept[index].detail = "and \(others) more" }
        return kept
    }
}

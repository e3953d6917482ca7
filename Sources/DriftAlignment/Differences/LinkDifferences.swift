import DriftMarkdown
import DriftText

/// Compares link targets beyond what localization changes in them.
struct LinkDifferences {
    let pair: SegmentPair
    let links: LinkKey

    private struct Link {
        let key: UInt64
        let range: ByteRange
        let inline: Inline
        let address: [UInt8]
    }

    func differences() -> [Difference] {
        let sides = (
            self.links(of: pair.source, in: pair.sourceOutline), self.links(of: pair.target, in: pair.targetOutline)
        )
        let links = Unmatched(sides.0, sides.1, extent: pair.extent) {
            [$0.key] + editionHash($0)
        } equal: {
            ($0.key == $1.key || isEdition($1, of: $0)) && !isOtherPassage($1, of: $0)
        }
        return changedOrLost(links)
    }

    /// What links to editions of one site have in common; none for others.
    private func editionHash(_ link: Link) -> [UInt64] {
        links.editionHash(link.address).map { [$0] } ?? []
    }

    private func isEdition(_ target: Link, of source: Link) -> Bool {
        links.isEdition(target.address, of: source.address)
    }

    /// Whether two links lead to one page of another site, but not to the same passage of it. The page may be shown in
    /// the reader's language, with passages of other names; what is nearly the same name is one that was mistyped.
    private func isOtherPassage(_ target: Link, of source: Link) -> Bool {
        let addresses = (
            pair.sourceOutline.document.source.bytes[source.range.indices],
            pair.targetOutline.document.source.bytes[target.range.indices]
        )
        let pages = (addresses.0.prefix { $0 != UInt8(ascii: "#") }, addresses.1.prefix { $0 != UInt8(ascii: "#") })
        guard pages.0.starts(with: "http".utf8), pages.0 == pages.1, addresses.0 != addresses.1 else { return false }
        let passages = (Array(addresses.0.dropFirst(pages.0.count)), Array(addresses.1.dropFirst(pages.1.count)))
        return passages.0.sharedEnds(with: passages.1) >= 0.6
    }

    /// As many on both sides are changed targets, in order. Where the translation has fewer, no order says which is
    /// which, and it has lost the ones that it lacks.
    private func changedOrLost(_ links: Unmatched<Link>) -> [Difference] {
        let (source, target) = withoutDrawn(links)
        if source.count == target.count {
            let places = LinkPlaces(pair: pair)
            return zip(source, target).filter { !places.isDisplaced($1.key) }.map {
                pair.changed(.linkTarget, $0.range, $1.range)
            }
        }
        guard source.count > target.count, let first = source.first else { return [] }
        return [lost(first, besides: source.count - 1)]
    }

    /// Without links that more neighbours on the other side have than on their own: their sentence stands there.
    private func withoutDrawn(_ links: Unmatched<Link>) -> (source: [Link], target: [Link]) {
        if links.source.isEmpty && links.target.isEmpty { return ([], []) }
        let near = pair.neighbours
        let keys = (
            near.source.flatMap { self.links(of: $0, in: pair.sourceOutline) }.map(\.key),
            near.target.flatMap { self.links(of: $0, in: pair.targetOutline) }.map(\.key)
        )
        var surpluses: [UInt64: Int] = [:]
        for key in keys.0 { surpluses[key, default: 0] -= 1 }
        for key in keys.1 { surpluses[key, default: 0] += 1 }
        func surplus(_ key: UInt64) -> Int { surpluses[key] ?? 0 }
        return (links.source.filter { surplus($0.key) <= 0 }, links.target.filter { surplus($0.key) >= 0 })
    }

    private func links(of segment: Segment, in outline: Outline) -> [Link] {
        segment.inlines.filter { $0.kind == .link || $0.kind == .autolink }.flatMap { inline in
            [target(of: inline, in: outline)] + shownAddress(of: inline, in: outline)
        }
    }

    /// An address that a link shows as its text leads where it says.
    private func shownAddress(of inline: Inline, in outline: Outline) -> [Link] {
        let text = outline.document.source.bytes[inline.content.indices]
        guard inline.kind == .link, text.starts(with: "http".utf8), !text.contains(0x20) else { return [] }
        return [
            Link(
                key: links.hash(Array(text)), range: inline.content, inline: inline,
                address: outline.document.destination(of: inline))
        ]
    }

    private func target(of inline: Inline, in outline: Outline) -> Link {
        let target = outline.document.destination(of: inline)
        if target.first == UInt8(ascii: "#") {
            return Link(key: 0, range: inline.destination, inline: inline, address: target)
        }
        let range = inline.kind == .autolink ? inline.content : inline.destination
        return Link(key: links.hash(target), range: range, inline: inline, address: target)
    }

    private func lost(_ source: Link, besides others: Int) -> Difference {
        let expected = pair.sourcePassage(source.inline.range)
        return Difference(
            .lost, .link, at: pair.wholeTarget, counterparts: [expected], expected: expected.text,
            detail: others == 0 ? "" : "and \(others) more", cause: Difference.cause(.lost, .link, expected.range))
    }
}

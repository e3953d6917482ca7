import DriftMarkdown
import DriftText

/// Compares link targets beyond what localization changes in them.
struct LinkDifferences {
    let pair: SegmentPair
    let source: LinkReader
    let target: LinkReader
    /// Where the members of the set lie, as `page(of:)` says it.
    let pages: Set<String>

    private var links: LinkKey { source.links }

    func differences() -> [Difference] {
        guard pair.source.holdsAny(of: [.link, .autolink]), !isEmptyCell, !hasSameAddresses else { return [] }
        let left = unmatched(source.links(of: pair.source), target.links(of: pair.target))
        return left.source.isEmpty ? [] : changedOrLost(left)
    }

    /// Whether the links of both sides lead to the same addresses one by one, as most do.
    private var hasSameAddresses: Bool {
        pair.source.links == pair.target.links && pair.source.inlines.count <= Self.few
    }

    /// A cell with nothing in it lacks more than its links.
    private var isEmptyCell: Bool { pair.kind == .cell && pair.targetOutline.isEmpty(pair.targetIndex) }

    /// How many links are few enough to look at them several times.
    private static var few: Int { 100 }

    /// What is left over when each link has found the one on the other side that is most like it.
    private func unmatched(_ expected: [ComparedLink], _ found: [ComparedLink]) -> Unmatched<ComparedLink> {
        let isFew = max(expected.count, found.count) <= Self.few
        let (expected, found) = isFew ? withoutEditions(expected, found) : (expected, found)
        let labelled = matched(expected, found) { isFew && $0.address == $1.address && $0.label == $1.label }
        let addressed = matched(labelled.source, labelled.target) { isFew && $0.address == $1.address }
        let isMistyped = { (link: ComparedLink) in isFew && addressed.source.contains { isOtherMailbox(link, of: $0) } }
        return Unmatched(addressed.source, addressed.target, extent: pair.extent) {
            [$0.key] + (links.editionHash($0.address).map { [$0] } ?? [])
        } equal: {
            isSamePage($1, as: $0) && !isOtherPassage($1, of: $0) && !isMistyped($1)
        }
    }

    /// Without links to the two pages themselves where there are others to pages of the set, and without those that lead to
    /// one and the same page: in a choice of languages, all have one address but for the locale.
    private func withoutEditions(
        _ expected: [ComparedLink], _ found: [ComparedLink]
    ) -> (source: [ComparedLink], target: [ComparedLink]) {
        // Links of such a choice have one key.
        guard Set(expected.map(\.key)).count < expected.count else { return (expected, found) }
        let pages = (expected.map(source.page), found.map(target.page))
        guard pages.0.filter(isMember).count > 1, pages.1.filter(isMember).count > 0 else { return (expected, found) }
        let own = Set([source.path, target.path])
        let both = Set(pages.0.compactMap(\.self)).intersection(pages.1.compactMap(\.self)).filter(self.pages.contains)
        func rest(_ links: [ComparedLink], _ pages: [String?]) -> [ComparedLink] {
            zip(links, pages).filter { _, page in page.map { !own.contains($0) && !both.contains($0) } ?? true }.map(
                \.0)
        }
        return (rest(expected, pages.0), rest(found, pages.1))
    }

    private func matched(
        _ expected: [ComparedLink], _ found: [ComparedLink], by equal: (ComparedLink, ComparedLink) -> Bool
    ) -> (source: [ComparedLink], target: [ComparedLink]) {
        if max(expected.count, found.count) > Self.few { return (expected, found) }
        let left = Unmatched(expected, found, extent: 0, keys: { [$0.key] }, equal: equal)
        return (left.source, left.target)
    }

    private func isSamePage(_ found: ComparedLink, as expected: ComparedLink) -> Bool {
        if expected.key == found.key { return true }
        if links.isEdition(found.address, of: expected.address) { return true }
        if links.isSamePath(found.address, as: expected.address) { return true }
        if isSameFile(found, as: expected) { return true }
        guard let page = source.pageHash(expected) else { return false }
        return page == target.pageHash(found)
    }

    /// Whether one link is the address, on a host of repositories, of the file that the other leads to.
    private func isSameFile(_ found: ComparedLink, as expected: ComparedLink) -> Bool {
        let files = (ComparedLink.file(atAddress: expected.address), ComparedLink.file(atAddress: found.address))
        if let file = files.0, files.1 == nil { return target.pageHash(found) == links.hash(Array(file)) }
        if let file = files.1, files.0 == nil { return source.pageHash(expected) == links.hash(Array(file)) }
        return false
    }

    /// Whether two links lead to one page of another site, but not to the same passage of it. The page may be shown in
    /// the reader's language, with passages of other names; what is nearly the same name is one that was mistyped.
    private func isOtherPassage(_ found: ComparedLink, of expected: ComparedLink) -> Bool {
        let addresses = (
            pair.sourceOutline.document.source.bytes[expected.range.indices],
            pair.targetOutline.document.source.bytes[found.range.indices]
        )
        let pages = (addresses.0.prefix { $0 != UInt8(ascii: "#") }, addresses.1.prefix { $0 != UInt8(ascii: "#") })
        guard pages.0.starts(with: "http".utf8), pages.0 == pages.1, addresses.0 != addresses.1 else { return false }
        let passages = (Array(addresses.0.dropFirst(pages.0.count)), Array(addresses.1.dropFirst(pages.1.count)))
        return passages.0.sharedEnds(with: passages.1) >= 0.6 || LinkChange.isContinued(passages.0, passages.1)
    }

    /// Whether a link to a mailbox, with a text of its own, was mistyped; of an address that stands in the text, that is
    /// told of the name.
    private func isOtherMailbox(_ found: ComparedLink, of expected: ComparedLink) -> Bool {
        expected.inline.kind == .link && found.inline.kind == .link
            && links.isMistypedMail(found.address, as: expected.address)
    }

    // MARK: What is left over

    /// As many on both sides are changed targets. Where the translation has fewer, no order says which is which, and it
    /// has lost as many as it has fewer.
    private func changedOrLost(_ left: Unmatched<ComparedLink>) -> [Difference] {
        let places = LinkPlaces(pair: pair, source: source, target: target)
        let expected = left.source.filter {
            !places.isDrawn($0) && !isOwnPage($0) && !$0.isOnAuthorsMachine && !isKeptAsCode($0) && !isKeptAsTag($0)
        }
        let found = left.target.filter { !places.isDrawnHere($0) && target.page(of: $0) != source.path }
        let isChoice = { (link: ComparedLink) in isMember(source.page(of: link)) && !hasSlip(link, found) }
        let choice = expected.filter(isChoice)
        // A choice of languages has a link to each; no other link stands for one of them.
        let others = (
            expected.filter { !isChoice($0) },
            choice.isEmpty ? found : found.filter { !isMember(target.page(of: $0)) }
        )
        let lost =
            surplus(of: choice, over: found.filter { isMember(target.page(of: $0)) })
            + surplus(of: others.0, over: others.1)
        return (others.0.count == others.1.count ? changed(others.0, others.1, places) : []) + losing(lost)
    }

    /// Whether a link of the source leads to the translation at hand, which needs none to itself, or to the source's own
    /// page.
    private func isOwnPage(_ link: ComparedLink) -> Bool {
        source.page(of: link) == target.path || source.isRoute(link.address, to: source.path)
    }

    private func isMember(_ page: String?) -> Bool { page.map(pages.contains) ?? false }

    private func hasSlip(_ link: ComparedLink, _ found: [ComparedLink]) -> Bool {
        found.contains { LinkChange(source: link.address, target: $0.address).isSlip }
    }

    /// Whether an address that stood for itself is there for the reader, written as code.
    private func isKeptAsCode(_ link: ComparedLink) -> Bool {
        guard link.inline.kind == .autolink || link.address.elementsEqual(link.label) else { return false }
        return pair.target.inlines.contains { inline in
            inline.kind == .codeSpan
                && pair.targetOutline.document.source.bytes[inline.content.indices].elementsEqual(link.label)
        }
    }

    /// Whether a tag links the same page, or, as the link does, a passage of its own.
    private func isKeptAsTag(_ link: ComparedLink) -> Bool {
        guard pair.target.holdsAny(of: [.html]) else { return false }
        let document = pair.targetOutline.document
        return pair.target.inlines.filter { $0.kind == .html }.flatMap { document.tags(in: $0.range) }.contains { tag in
            tag.attributes.contains { attribute in
                guard document.source.bytes[attribute.name.indices].elementsEqual("href".utf8) else { return false }
                let address = Array(document.source.bytes[attribute.value.indices])
                return link.key == (address.first == UInt8(ascii: "#") ? 0 : links.hash(address))
            }
        }
    }

    // MARK: Changed

    private func changed(
        _ expected: [ComparedLink], _ found: [ComparedLink], _ places: LinkPlaces
    ) -> [Difference] {
        let pairs = LinkPairs.pairs(expected, found) { isSlip($0, $1, places) }.filter { !places.isDisplaced($1.key) }
        let slips = pairs.filter { isSlip($0, $1, places) }.map { pair.changed(.linkTarget, $0.range, $1.range) }
        let replaced = pairs.filter { !isSlip($0, $1, places) }
        guard let first = replaced.first else { return slips }
        var replacement = pair.changed(.link, first.0.range, first.1.range)
        if replaced.count > 1 { replacement.detail = "and \(replaced.count - 1) more" }
        return slips + [replacement]
    }

    private func isSlip(_ expected: ComparedLink, _ found: ComparedLink, _ places: LinkPlaces) -> Bool {
        let change = LinkChange(source: expected.address, target: found.address)
        return change.isSlip || isOtherMailbox(found, of: expected)
            || change.isOnEqualFooting && places.isElsewhereInSource(found.key)
    }

    // MARK: Lost

    /// As many links as the translation has fewer: first those whose text stands there without a link, and last those
    /// that another link may stand for.
    private func surplus(of expected: [ComparedLink], over found: [ComparedLink]) -> [ComparedLink] {
        guard expected.count > found.count else { return [] }
        let ranks = expected.map { rank($0, found) }
        let order = expected.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        return order.prefix(expected.count - found.count).sorted().map { expected[$0] }
    }

    private func rank(_ link: ComparedLink, _ found: [ComparedLink]) -> Int {
        let isPlain =
            link.label.count >= 3 && pair.target.text.bytes.firstRange(of: link.label, asWord: true) != nil
            && !target.links(of: pair.target).contains {
                Array($0.label).firstRange(of: link.label, asWord: true) != nil
            }
        if isPlain { return 0 }
        return hasSlip(link, found) ? 2 : 1
    }

    private func losing(_ lost: [ComparedLink]) -> [Difference] {
        guard let first = lost.first else { return [] }
        let expected = pair.sourcePassage(first.inline.range)
        return [
            Difference(
                .lost, .link, at: pair.wholeTarget, counterparts: [expected], expected: expected.text,
                detail: lost.count == 1 ? "" : "and \(lost.count - 1) more",
                cause: Difference.cause(.lost, .link, expected.range))
        ]
    }
}

/// Pairs links that are left over on both sides.
enum LinkPairs {
    /// Up to as many are compared each with each.
    private static let few = 16

    /// By equal texts first, then by likeness of their addresses, the rest in order.
    static func pairs(
        _ source: [ComparedLink], _ target: [ComparedLink], isSlip: (ComparedLink, ComparedLink) -> Bool
    ) -> [(ComparedLink, ComparedLink)] {
        guard source.count > 1, source.count <= few, target.count <= few else { return Array(zip(source, target)) }
        var left = target
        var partners = [ComparedLink?](repeating: nil, count: source.count)
        func join(where isAlike: (ComparedLink, ComparedLink) -> Bool) {
            for index in source.indices where partners[index] == nil {
                guard let other = left.firstIndex(where: { isAlike(source[index], $0) }) else { continue }
                partners[index] = left.remove(at: other)
            }
        }
        join { $0.label == $1.label && !$0.label.isEmpty }
        join(where: isSlip)
        return source.indices.compactMap { index in
            if let partner = partners[index] { return (source[index], partner) }
            return left.isEmpty ? nil : (source[index], left.removeFirst())
        }
    }
}

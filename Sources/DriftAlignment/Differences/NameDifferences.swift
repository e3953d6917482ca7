import DriftMarkdown
import DriftText

/// Compares names in running text that no language changes: addresses, paths, options, identifiers. One that only the
/// source has and one that only the translation has are a pair where they resemble one another.
struct NameDifferences {
    let pair: SegmentPair
    let links: LinkKey

    /// - Parameter others: what else is said of the pair; a name in which a number differs is told once.
    func differences(besides others: ArraySlice<Difference>) -> [Difference] {
        guard pair.source.text.bytes != pair.target.text.bytes else { return [] }
        let inSource = names(pair.source, pair.sourceOutline)
        if inSource.isEmpty { return [] }
        let unmatched = Unmatched(inSource, names(pair.target, pair.targetOutline), extent: pair.extent) {
            [$0.text.stableHash]
        } equal: {
            $0.text == $1.text
        }
        let left = unmatched.source.filter { !stands($0, in: pair.targetOutline, pair.targetIndex) }
        if left.isEmpty { return [] }
        let found = unmatched.target + namesInCode(pair.target, pair.targetOutline)
        let right = found.filter { !stands($0, in: pair.sourceOutline, pair.sourceIndex) }
        let pairs = likestPairs(left, right) + left.compactMap(apart)
        return pairs.filter { name, other in
            !isMachinery(name, pair.source, pair.sourceOutline) && !isMachinery(other, pair.target, pair.targetOutline)
        }.map(difference).filter { difference in
            !others.contains { $0.passage.range.overlaps(difference.passage.range) }
        }
    }

    /// The names in a segment's text, and addresses of mail that are links of themselves.
    private func names(_ segment: Segment, _ outline: Outline) -> [ProseName] {
        let names = ProseName.names(in: segment.text.bytes)
        guard segment.holdsAny(of: [.autolink]) else { return names }
        return names
            + segment.inlines.filter { $0.kind == .autolink }.compactMap { inline in
                ProseName(mail: outline.document.source.bytes[inline.content.indices], at: inline.content)
            }
    }

    /// Code spans that are a name, which the source may have as text.
    private func namesInCode(_ segment: Segment, _ outline: Outline) -> [ProseName] {
        guard segment.holdsAny(of: [.codeSpan]) else { return [] }
        return segment.inlines.filter { $0.kind == .codeSpan }.compactMap { inline in
            ProseName(code: outline.document.source.bytes[inline.content.indices], at: inline.content)
        }
    }

    /// A name such as `PageList` that the translation has in two words, one of them mistyped: `Page Lisk`.
    private func apart(_ name: ProseName) -> (ProseName, ProseName)? {
        guard name.kind == .camelCase, name.text.count >= Self.leastApart,
            let hump = name.text.indices.dropFirst().first(where: { name.text[$0].isCapital })
        else { return nil }
        let (start, rest) = (name.text[..<hump] + [0x20], name.text[hump...])
        let text = pair.target.text.bytes
        guard rest.count > 1, rest.allSatisfy(\.isASCIILetter), let found = text.firstRange(of: start, asWord: false),
            found.upperBound + rest.count <= text.count
        else { return nil }
        let range = found.lowerBound..<found.upperBound + rest.count
        let isWord =
            (range.lowerBound == 0 || !text[range.lowerBound - 1].isWord)
            && (range.upperBound == text.count || !text[range.upperBound].isWord)
        let other = Array(text[found.upperBound..<range.upperBound])
        guard isWord, other.first == rest.first, Array(rest).isMistyped(as: other) else { return nil }
        return (name, ProseName(kind: .camelCase, range: range, text: text[range]))
    }

    /// Letters from which two words that nearly are a name are that name.
    private static let leastApart = 6

    private func place(_ name: ProseName, _ segment: Segment) -> ByteRange {
        name.link ?? segment.text.sourceRange(name.range)
    }

    private func difference(_ source: ProseName, _ target: ProseName) -> Difference {
        let (expected, found) = (
            pair.sourcePassage(place(source, pair.source)),
            pair.targetPassage(place(target, pair.target))
        )
        var difference = Difference(
            .changed, .identifier, at: found, counterparts: [expected], expected: expected.text, found: found.text,
            cause: Difference.cause(.changed, .identifier, member: 0, expected.text))
        // A slip that several translations lack may be the source's.
        difference.isCertain = !(Array(source.text).isMistyped(as: Array(target.text)) && othersHave(target))
        return difference
    }

    /// Whether another translation has the same name there.
    private func othersHave(_ name: ProseName) -> Bool {
        pair.set.targets.contains { other in
            guard other != pair.member, let partner = pair.set.segment(of: other, for: pair.sourceIndex) else {
                return false
            }
            return stands(name, in: pair.set.members[other].outline, partner)
        }
    }

    /// Whether a name stands anywhere in a segment, in code or in a link as well; an inflected one may have an ending.
    private func stands(_ name: ProseName, in outline: Outline, _ segment: Int) -> Bool {
        let bytes = Array(outline.document.source.bytes[outline.part(of: segment).range.indices])
        return bytes.firstRange(of: name.text, asWord: name.kind != .camelCase) != nil
            || outline.segments[segment].text.bytes.firstRange(of: name.text, asWord: name.kind != .camelCase) != nil
    }

    /// Whether a name is part of a formula or an expression, or says the target of the link that it stands in.
    private func isMachinery(_ name: ProseName, _ segment: Segment, _ outline: Outline) -> Bool {
        guard name.link == nil else { return false }
        let range = segment.text.sourceRange(name.range)
        return segment.inlines.contains { inline in
            guard inline.range.contains(range) else { return false }
            return inline.kind == .math || inline.kind == .directive
                || inline.kind == .link
                    && outline.document.destination(of: inline).firstRange(of: name.text, asWord: false) != nil
        }
    }

    /// Each with the one that resembles it most.
    private func likestPairs(_ left: [ProseName], _ right: [ProseName]) -> [(ProseName, ProseName)] {
        LikestPairs.pairs(counts: (left.count, right.count)) {
            resemble(left[$0], right[$1]) ? Array(left[$0].text).sharedEnds(with: Array(right[$1].text)) : nil
        }.map { (left[$0], right[$1]) }
    }

    private func resemble(_ name: ProseName, _ other: ProseName) -> Bool {
        guard name.kind == other.kind else { return false }
        let texts = (Array(name.text), Array(other.text))
        let isAlike = texts.0.isMistyped(as: texts.1) || name.kind != .mail && texts.0.sharedEnds(with: texts.1) >= 0.6
        guard isAlike, name.kind != .path || links.hash(texts.0) != links.hash(texts.1) else { return false }
        let variation = CodeVariation(source: pair.sourceOutline.locale, target: pair.targetOutline.locale)
        return !variation.isLocalized(name.text, other.text) && !isInflected(name, other)
    }

    /// Whether one begins a sentence with a capital, or has an ending of its language in small letters.
    private func isInflected(_ name: ProseName, _ other: ProseName) -> Bool {
        guard name.kind != .option, name.kind != .mail else { return false }
        if name.text.dropFirst() == other.text.dropFirst(), let first = name.text.first, let letter = other.text.first,
            first.isASCIILetter, first ^ letter == 0x20
        {
            return true
        }
        let (short, long) = name.text.count < other.text.count ? (name.text, other.text) : (other.text, name.text)
        guard long.starts(with: short), long[long.startIndex + short.count] >= UInt8(ascii: "a") else { return false }
        return !Self.endings.contains { long.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// Of files, that begin as others do.
    private static let endings = [".json", ".jsx", ".tsx", ".html", ".mdx", ".tsv", ".yaml", ".toml", ".cpp", ".css"]
}

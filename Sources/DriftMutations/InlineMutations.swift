import DriftMarkdown
import DriftText

/// Mark-up within a line that is gone, its text kept.
extension Subject {
    func missingImages() -> [Mutation] {
        guard inSource.inlines(.image).count >= inTarget.inlines(.image).count else { return [] }
        return inTarget.inlines(.image).filter { !$0.around.contains(.image) }.compactMap { place in
            let whole = enclosingLink(of: place) ?? place.inline
            return Mutation(.imageMissing, [.init(whole.range)], "image gone: \(quote(place.inline.range))")
        }
    }

    /// The link that shows nothing but the image.
    private func enclosingLink(of place: Contents.Place) -> Inline? {
        guard place.around.first == .link else { return nil }
        return inTarget.inlines(of: place.block).first { $0.kind == .link && $0.content == place.inline.range }
    }

    func lostLinks() -> [Mutation] {
        guard inSource.inlines(.link).count >= inTarget.inlines(.link).count else { return [] }
        return inTarget.inlines(.link).compactMap { place in
            let link = place.inline
            // An address is a link of its own accord.
            guard !link.content.isEmpty, !bytes(link.content).holdsLink, link.destination.lower > link.content.lower,
                link.destination.upper <= link.range.upper, !holdsImage(link, in: place.block)
            else { return nil }
            return Mutation(
                .linkLost, [.init(link.range, bytes(link.content))], "link lost: \(quote(link.destination))")
        }
    }

    private func holdsImage(_ link: Inline, in block: Int) -> Bool {
        inTarget.inlines(of: block).contains { $0.kind == .image && link.content.contains($0.range) }
    }

    func lostEmphasis() -> [Mutation] {
        guard inSource.inlines(.strong).count >= inTarget.inlines(.strong).count else { return [] }
        return inTarget.inlines(.strong).map { place in
            Mutation(
                .emphasisLost, [.init(place.inline.range, bytes(place.inline.content))],
                "emphasis lost: \(quote(place.inline.content))")
        }
    }

    func lostCodeSpans() -> [Mutation] {
        sharedCodeSpans().compactMap { span in
            guard
                bytes(span.content).allSatisfy({
                    $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 || " -._/".utf8.contains($0)
                })
            else { return nil }
            return Mutation(
                .codeSpanLost, [.init(span.range, bytes(span.content))], "code span lost: \(quote(span.content))")
        }
    }

    /// Another letter in place of the first that is no `x`.
    func changedCodeSpans() -> [Mutation] {
        sharedCodeSpans().compactMap { span in
            let code = bytes(span.content)
            let hasWord = code.indices.dropLast(2).contains { code[$0..<$0 + 3].allSatisfy(\.isASCIILetter) }
            guard hasWord, let index = code.lastIndex(where: { $0.isASCIILetter && $0 | 0x20 != UInt8(ascii: "x") })
            else {
                return nil
            }
            let offset = span.content.lower + index
            return Mutation(
                .codeSpanChanged, [.init(ByteRange(offset, offset + 1), [UInt8(ascii: "x")])],
                "code span changed: \(quote(code))")
        }
    }

    /// Code spans that both documents have equally often.
    private func sharedCodeSpans() -> [Inline] {
        func counts(_ contents: Contents, _ document: Document) -> [[UInt8]: Int] {
            contents.inlines(.codeSpan).reduce(into: [:]) {
                $0[Array(document.source.bytes[$1.inline.content.indices]), default: 0] += 1
            }
        }
        let kept = counts(inSource, source)
        let own = counts(inTarget, target)
        return inTarget.inlines(.codeSpan).map(\.inline).filter { span in
            let code = bytes(span.content)
            return own[code] == kept[code]
        }
    }

    // MARK: What is no drift

    /// `_` for `*`, and `*` for `_`.
    func otherEmphasisMarkers() -> [Mutation] {
        inTarget.inlines.filter { $0.inline.kind == .emphasis || $0.inline.kind == .strong }.compactMap { place in
            let (range, content) = (place.inline.range, place.inline.content)
            guard content.lower > range.lower, text.bytes[range.lower] == text.bytes[range.upper - 1] else {
                return nil
            }
            let isStar = text.bytes[range.lower] == UInt8(ascii: "*")
            let width = content.lower - range.lower
            let marker = [UInt8](repeating: UInt8(ascii: isStar ? "_" : "*"), count: width)
            return Mutation(
                .emphasisMarker,
                [
                    .init(ByteRange(range.lower, range.lower + width), marker),
                    .init(ByteRange(range.upper - width, range.upper), marker),
                ], "other emphasis marker: \(quote(range))")
        }
    }
}

import DriftMarkdown
import DriftText

/// Where links lead.
extension Subject {
    /// An address to another page of the same site. Those with a fragment or a query are left alone.
    func changedAddresses() -> [Mutation] {
        let kept = Set(inSource.inlines(.link).map { source.destination(of: $0.inline) })
        return inlineLinks().compactMap { link in
            let address = bytes(link.destination)
            let isPlain = !address.contains { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }
            guard address.starts(with: "http".utf8), address.count >= 15, isPlain, kept.contains(address) else {
                return nil
            }
            let hasSlash = address.last == UInt8(ascii: "/")
            let end = ByteRange(link.destination.upper - (hasSlash ? 1 : 0), link.destination.upper)
            return Mutation(.addressChanged, [.init(end, Array("-old".utf8))], "address changed: \(quote(address))")
        }
    }

    /// A page under a name that no file has.
    func changedLinkTargets() -> [Mutation] {
        inlineLinks().compactMap { link in
            let path = bytes(link.destination)
            guard let dot = offset(ofPageEnding: path), !path.contains(UInt8(ascii: ":")),
                path.first != UInt8(ascii: "/"),
                path.first != UInt8(ascii: "#")
            else { return nil }
            let place = ByteRange(link.destination.lower + dot, link.destination.lower + dot)
            return Mutation(
                .linkTargetChanged, [.init(place, Array("-moved".utf8))], "link target changed: \(quote(path))")
        }
    }

    /// Offset of `.md` at the end of the path.
    private func offset(ofPageEnding path: [UInt8]) -> Int? {
        let end = path.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? path.count
        return path[..<end].suffix(3).elementsEqual(".md".utf8) && end > 3 ? end - 3 : nil
    }

    /// Links whose destination stands beside their text.
    private func inlineLinks() -> [Inline] {
        inTarget.inlines(.link).map(\.inline).filter { $0.range.contains($0.destination) && !$0.destination.isEmpty }
    }

    // MARK: Placeholders

    /// Another letter in a name between `{{ }}`, `${ }` or `< >`.
    func changedPlaceholders() -> [Mutation] {
        let kept = Set(placeholders(of: source, inSource).map { Array(source.source.bytes[$0.indices]) })
        return placeholders(of: target, inTarget).compactMap { range in
            let name = bytes(range)
            guard kept.contains(name),
                let index = name.lastIndex(where: { $0.isASCIILetter && $0 | 0x20 != UInt8(ascii: "x") })
            else { return nil }
            let offset = range.lower + index
            return Mutation(
                .placeholderChanged, [.init(ByteRange(offset, offset + 1), [UInt8(ascii: "x")])],
                "placeholder changed: \(quote(name))")
        }
    }

    /// Placeholders in running text; tags of HTML have neither a hyphen nor an underscore.
    private func placeholders(of document: Document, _ contents: Contents) -> [ByteRange] {
        var result: [ByteRange] = []
        for place in contents.inlines where [.text, .directive, .html].contains(place.inline.kind) {
            let range = place.inline.range
            let bytes = document.source.bytes
            var index = range.lower
            while index < range.upper {
                guard let found = Self.placeholder(in: bytes, at: index, end: range.upper) else {
                    index += 1
                    continue
                }
                result.append(found)
                index = found.upper
            }
        }
        return result
    }

    private static func placeholder(in bytes: [UInt8], at start: Int, end: Int) -> ByteRange? {
        for (opening, closing) in [("{{", "}}"), ("${", "}"), ("<", ">")] {
            guard bytes[start..<end].starts(with: opening.utf8) else { continue }
            let name = bytes[(start + opening.utf8.count)..<end].prefix {
                $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ")
            }
            let isName = name.contains { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") } && !name.contains(0x20)
            let isTag = opening == "<" && !isName
            guard !isTag, name.filter(\.isASCIILetter).count >= 3, bytes[name.endIndex..<end].starts(with: closing.utf8)
            else { continue }
            return ByteRange(start, name.endIndex + closing.utf8.count)
        }
        return nil
    }
}

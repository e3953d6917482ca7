import DriftMarkdown
import DriftText

/// A link of a segment, as it is compared with those of another language.
struct ComparedLink {
    /// Equal for addresses that differ by localization only; 0 for all that lead to a passage of their own page.
    let key: UInt64
    /// What leads astray where the link does: its destination, or the address that it shows.
    let range: ByteRange
    let inline: Inline
    /// Where the link leads or says that it does.
    let address: [UInt8]
    /// Raw text of the link.
    let label: ArraySlice<UInt8>
}

extension ComparedLink {
    /// Whether an address has meaning only where it was pasted from, as an editor's own have.
    var isOnAuthorsMachine: Bool {
        ["file:", "vscode-file:"].contains { address.starts(with: $0.utf8) }
    }

    /// The path in a repository that an address such as `https://…/blob/main/docs/x.md` shows.
    static func file(atAddress address: [UInt8]) -> ArraySlice<UInt8>? {
        guard address.starts(with: "http".utf8) else { return nil }
        let steps = address.split(separator: UInt8(ascii: "/"))
        guard steps.count > 6, ["blob", "tree", "raw"].contains(where: { steps[4].elementsEqual($0.utf8) }) else {
            return nil
        }
        return address[steps[6].startIndex...].prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    }
}

/// Reads the links of one member.
struct LinkReader {
    let outline: Outline
    /// Where the member lies, as `page(of:)` says it.
    let path: String
    private let folder: ArraySlice<Substring>
    let links: LinkKey

    init(_ member: AlignedSet.Member, links: LinkKey) {
        outline = member.outline
        path = Self.path(from: [], along: member.path)
        folder = path.split(separator: "/").dropLast()
        self.links = links
    }

    func links(of segment: Segment) -> [ComparedLink] {
        segment.inlines.filter { $0.kind == .link || $0.kind == .autolink }.flatMap { inline in
            [target(of: inline)] + shownAddress(of: inline)
        }
    }

    /// The path that a relative link leads to; nil for other links, and for passages of the page itself.
    func page(of link: ComparedLink) -> String? { page(of: link.address) }

    func page(of address: [UInt8]) -> String? {
        let bytes = address.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        guard let first = bytes.first, first != UInt8(ascii: "/"), !bytes.contains(UInt8(ascii: ":")),
            !bytes.contains(UInt8(ascii: "@"))
        else { return nil }
        return Self.path(from: folder, along: String(decoding: bytes, as: UTF8.self))
    }

    /// Whether an address is the path of a page from the site's root, without its extension.
    func isRoute(_ address: [UInt8], to page: String) -> Bool {
        let route = address.split(separator: UInt8(ascii: "/")).map { Array($0) }
        let steps = page.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
        guard address.first == UInt8(ascii: "/"), route.count > 1, route.count <= steps.count, let name = steps.last
        else { return false }
        return route.dropLast().elementsEqual(steps.suffix(route.count).dropLast())
            && name.starts(with: route[route.count - 1] + [UInt8(ascii: ".")])
    }

    /// Where one arrives from a folder, steps such as `../` gone.
    static func path(from folder: ArraySlice<Substring>, along link: String) -> String {
        var steps = folder
        for step in link.split(separator: "/") where step != "." {
            if step == "..", let last = steps.last, last != ".." { steps.removeLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }

    /// Equal for relative links to one page that are seen from another folder.
    func pageHash(_ link: ComparedLink) -> UInt64? {
        page(of: link).map { links.hash(Array($0.utf8)) }
    }

    private func target(of inline: Inline) -> ComparedLink {
        let isAutolink = inline.kind == .autolink
        var address = outline.document.destination(of: inline)
        if isAutolink { address = address.withoutClosedParenthesis }
        return ComparedLink(
            key: address.first == UInt8(ascii: "#") ? 0 : links.hash(address),
            range: isAutolink ? inline.content : inline.destination, inline: inline, address: address,
            label: text(inline.content))
    }

    /// An address that a link shows as its text leads where it says.
    private func shownAddress(of inline: Inline) -> [ComparedLink] {
        guard let shown = outline.document.shownAddress(of: inline) else { return [] }
        return [
            ComparedLink(
                key: links.hash(Array(shown)), range: inline.content, inline: inline, address: Array(shown),
                label: shown)
        ]
    }

    private func text(_ range: ByteRange) -> ArraySlice<UInt8> { outline.document.source.bytes[range.indices] }
}

extension [UInt8] {
    /// An address up to a parenthesis that is not opened in it: it stands in parentheses, and the text goes on behind them
    /// without a blank.
    fileprivate var withoutClosedParenthesis: [UInt8] {
        var depth = 0
        for (index, byte) in enumerated() {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth < 0 { return Array(self[..<index]) }
        }
        return self
    }
}

import DriftAlignment
import DriftLanguage
import DriftLayout
import DriftMarkdown
import DriftRules
import DriftText

/// Looks up where the relative links of a set's members lead. Nothing outside the roots is looked at.
struct LinkResolver: Sendable {
    let files: any Files
    /// Normalised folders in which links are followed.
    let roots: [String]
    let catalogue: Catalogue

    /// Endings of files that a link is expected to find; a route such as `../guide` or a page that the site generates
    /// has none of them.
    private static let endings = [
        ".md", ".markdown", ".mdx", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf", ".docx", ".xlsx", ".pptx",
        ".zip", ".csv", ".json", ".yml", ".yaml", ".txt",
    ]

    /// Where the links of one member lead astray, by destination.
    func strayTargets(_ member: AlignedSet.Member) -> [[UInt8]: LinkTargets.Target] {
        var strays: [[UInt8]: LinkTargets.Target] = [:]
        var seen: Set<[UInt8]> = []
        for segment in member.outline.segments {
            for inline in segment.inlines where inline.kind == .link || inline.kind == .image {
                let destination = member.outline.document.destination(of: inline)
                if seen.insert(destination).inserted { strays[destination] = stray(destination, in: member) }
            }
        }
        return strays
    }

    private func stray(_ destination: [UInt8], in member: AlignedSet.Member) -> LinkTargets.Target? {
        guard let path = path(of: destination, in: member.path), roots.contains(where: { Path.isInside(path, $0) })
        else { return nil }
        if files.kind(of: path) == nil { return .missing(path: path, nearest: nearestName(to: path)) }
        return catalogue.foreign(path, from: member.path)
    }

    /// The normalised path of a relative link to a file, or nil for every other link.
    func path(of destination: [UInt8], in document: String) -> String? {
        let bytes = destination.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        guard let first = bytes.first, first != UInt8(ascii: "/"), !bytes.contains(UInt8(ascii: ":")),
            !bytes.contains(UInt8(ascii: "{")), !bytes.contains(UInt8(ascii: "<")), !bytes.contains(UInt8(ascii: "\\"))
        else { return nil }
        let link = String(decoding: bytes.percentDecoded, as: UTF8.self)
        guard Self.endings.contains(where: { link.lowercased().hasSuffix($0) }) else { return nil }
        return Path.normalised(Path.join(Path.folder(of: document), link))
    }

    private func nearestName(to path: String) -> String? {
        guard let names = try? files.names(in: Path.folder(of: path)) else { return nil }
        return nearest(to: Path.name(of: path), among: names)
    }
}

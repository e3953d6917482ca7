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

    /// Links into folders that are not there, from which on they are no slip.
    private static let several = 3

    /// Where the links of one member lead astray, by destination.
    ///
    /// - Parameter source: the member of the same set in the source's locale.
    func strayTargets(_ member: AlignedSet.Member, source: AlignedSet.Member) -> [[UInt8]: LinkTargets.Target] {
        var strays: [[UInt8]: LinkTargets.Target] = [:]
        var seen: Set<[UInt8]> = []
        var elsewhere: [String: [[UInt8]]] = [:]
        var fromElsewhere: [[UInt8]] = []
        for segment in member.outline.segments {
            for inline in segment.inlines where inline.kind == .link || inline.kind == .image {
                guard !member.outline.document.namesSite(inline) else { continue }
                let destination = member.outline.document.destination(of: inline)
                guard seen.insert(destination).inserted else { continue }
                strays[destination] = stray(destination, in: member)
                guard case .missing = strays[destination] else { continue }
                if inline.kind == .link, isUntranslated(destination, member, source) {
                    strays[destination] = .untranslated
                } else if isFromRoot(destination, source) || isFromPage(destination, member) {
                    fromElsewhere.append(destination)
                } else if inline.kind == .link, let folder = lostFolders(destination, member) {
                    elsewhere[folder, default: []].append(destination)
                }
            }
        }
        for link in fromElsewhere { strays[link] = nil }
        if let first = fromElsewhere.first { strays[first] = .fromElsewhere(others: fromElsewhere.count - 1) }
        for links in elsewhere.values where links.count >= Self.several {
            for link in links { strays[link] = nil }
            strays[links[0]] = .elsewhere(others: links.count - 1)
        }
        return strays
    }

    private func stray(_ destination: [UInt8], in member: AlignedSet.Member) -> LinkTargets.Target? {
        guard let path = path(of: destination, in: member.path), roots.contains(where: { Path.isInside(path, $0) })
        else { return nil }
        if !catalogue.holds(path), files.kind(of: path) == nil {
            return .missing(nearest: nearestName(to: path, in: member.path))
        }
        return catalogue.foreign(path, from: member.path)
    }

    /// Whether a translation's link to a page that is not there says what the source's says, and that one leads to a page
    /// which this locale lacks.
    private func isUntranslated(
        _ destination: [UInt8], _ member: AlignedSet.Member, _ source: AlignedSet.Member
    ) -> Bool {
        guard member.path != source.path, isPage(destination), let own = path(of: destination, in: member.path),
            let original = path(of: destination, in: source.path), own != original,
            Path.name(of: member.path) == Path.name(of: source.path)
        else { return false }
        return files.kind(of: original) == .file
            && catalogue.counterpart(of: original, linkedFrom: source.path, in: member.locale) == nil
    }

    /// Whether a link that leads nowhere from a folder of the source's leads to a file from a root: a site that is built there
    /// may want it so.
    private func isFromRoot(_ destination: [UInt8], _ source: AlignedSet.Member) -> Bool {
        guard !destination.starts(with: "../".utf8), path(of: destination, in: source.path) != nil else { return false }
        return roots.contains { root in
            let page = Path.join(root, Path.name(of: source.path))
            guard Path.folder(of: source.path) != Path.folder(of: page) else { return false }
            return path(of: destination, in: page).map { files.kind(of: $0) == .file } ?? false
        }
    }

    /// Whether a link leads to a file beside the page if the page is a folder, as sites show it.
    private func isFromPage(_ destination: [UInt8], _ member: AlignedSet.Member) -> Bool {
        guard destination.starts(with: "../".utf8) else { return false }
        return path(of: Array(destination.dropFirst(3)), in: member.path).map { files.kind(of: $0) == .file } ?? false
    }

    /// The folder that holds, at the place where a link leaves it upwards, a folder that is not there, nor one of nearly
    /// its name; nil for other links.
    private func lostFolders(_ destination: [UInt8], _ member: AlignedSet.Member) -> String? {
        guard destination.starts(with: "../".utf8), isPage(destination),
            let path = path(of: destination, in: member.path)
        else { return nil }
        var folder = Path.folder(of: path)
        guard files.kind(of: folder) == nil else { return nil }
        while files.kind(of: Path.folder(of: folder)) == nil, Path.folder(of: folder) != folder {
            folder = Path.folder(of: folder)
        }
        let parent = Path.folder(of: folder)
        guard parent != folder, let names = try? files.names(in: parent) else { return nil }
        return nearest(to: Path.name(of: folder), among: names) == nil ? parent : nil
    }

    private func isPage(_ destination: [UInt8]) -> Bool {
        let path = destination.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        return [".md", ".mdx", ".markdown"].contains { path.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// The normalised path of a relative link to a file, or nil for every other link.
    func path(of destination: [UInt8], in document: String) -> String? {
        let bytes = destination.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        guard let first = bytes.first, first != UInt8(ascii: "/"), !bytes.contains(UInt8(ascii: ":")),
            !bytes.contains(UInt8(ascii: "{")), !bytes.contains(UInt8(ascii: "<")), !bytes.contains(UInt8(ascii: "\\"))
        else { return nil }
        let link = String(decoding: Array(bytes).percentDecoded, as: UTF8.self)
        guard Self.endings.contains(where: { link.lowercased().hasSuffix($0) }) else { return nil }
        return Path.normalised(Path.join(Path.folder(of: document), link))
    }

    private func nearestName(to path: String, in document: String) -> String? {
        let folder = Path.folder(of: path)
        guard let names = try? files.names(in: folder) else { return nil }
        let name = Path.name(of: path)
        let meant = names.filter {
            $0.lowercased() == name.lowercased() || catalogue.mayMean(Path.join(folder, $0), by: path, in: document)
        }
        return nearest(to: name, among: meant)
    }
}

extension Document {
    /// Whether a link is seen at once to lead to another site, before its escapes are decoded.
    fileprivate func namesSite(_ inline: Inline) -> Bool {
        let bytes = source.bytes[inline.destination.indices]
        return bytes.starts(with: "https:".utf8) || bytes.starts(with: "http:".utf8)
    }
}

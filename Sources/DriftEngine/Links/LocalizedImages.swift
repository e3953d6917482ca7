import DriftAlignment
import DriftLanguage
import DriftLayout
import DriftMarkdown
import DriftRules

/// Finds images that a translation takes over from its source although there is one for its locale, or most of the other
/// translations show ones of their own.
struct LocalizedImages {
    private let resolver: LinkResolver
    private let set: AlignedSet
    /// For each member the destinations of its images by the paths that they lead to.
    private let images: [[String: [UInt8]]]
    private let spellings: [LocaleSpellings]
    /// For each image of a translation that its locale's name stands in, the translation and the image's path, by that
    /// path without the name.
    private var localized: [String: [(member: Int, path: String)]] = [:]

    /// Looks only at paths; linear in the images of all members.
    init(set: AlignedSet, resolver: LinkResolver) {
        self.set = set
        self.resolver = resolver
        let members = set.members.map { Self.images(of: $0, resolver) }
        let isShared = !members[0].isEmpty && members.dropFirst().contains { !$0.isEmpty }
        images = isShared ? members : []
        spellings = isShared ? set.members.map { LocaleSpellings($0.locale) } : []
        guard isShared else { return }
        for member in set.targets {
            for path in images[member].keys.sorted() where images[0][path] == nil {
                guard let name = spellings[member].find(in: path) else { continue }
                localized[LocaleSpellings.removing(name, from: path), default: []].append((member, path))
            }
        }
    }

    private static func images(of member: AlignedSet.Member, _ resolver: LinkResolver) -> [String: [UInt8]] {
        var images: [String: [UInt8]] = [:]
        for segment in member.outline.segments {
            for inline in segment.inlines where inline.kind == .image {
                let destination = member.outline.document.destination(of: inline)
                if let path = resolver.path(of: destination, in: member.path) { images[path] = destination }
            }
        }
        return images
    }

    /// The images of a member that its locale has another one for, by destination. Files are looked up only for images
    /// that the source's locale is named in, or that other translations have of their own.
    func targets(of member: Int) -> [[UInt8]: LinkTargets.Target] {
        guard member > 0, !images.isEmpty, !set.isSameLanguage(member) else { return [:] }
        var targets: [[UInt8]: LinkTargets.Target] = [:]
        for (path, destination) in images[member] where images[0][path] != nil {
            if spellings[member].find(in: Path.name(of: path)) == nil { targets[destination] = target(path, member) }
        }
        return targets
    }

    private func target(_ path: String, _ member: Int) -> LinkTargets.Target? {
        let own = spellings[0].find(in: path)
        let others = localized[own.map { LocaleSpellings.removing($0, from: path) } ?? path, default: []]
            .filter { $0.member != member }
        var candidates = own.map { spellings[member].replacing($0, in: path) } ?? []
        for other in others {
            guard let name = spellings[other.member].find(in: other.path) else { continue }
            candidates += spellings[member].replacing(name, in: other.path)
        }
        if let found = candidates.first(where: { $0 != path && resolver.files.kind(of: $0) == .file }) {
            let folder = Path.folder(of: Path.normalised(set.members[member].path))
            return .localized(own: Path.relative(found, from: folder))
        }
        let taking = set.targets.count { $0 != member && images[$0][path] != nil }
        guard others.count >= 2, others.count > taking, let first = others.first else { return nil }
        return .unlocalized(other: Path.name(of: first.path), locale: set.members[first.member].locale)
    }
}

/// How paths name a locale.
private struct LocaleSpellings {
    private let spellings: [String]

    init(_ locale: LanguageTag) {
        let tag = locale.description
        let whole = [tag, String(tag.map { $0 == "-" ? "_" : $0 })]
        var seen: Set<String> = []
        spellings = (whole + whole.map { $0.lowercased() } + LanguageTag.words(for: locale.language))
            .filter { seen.insert($0).inserted }
    }

    /// The last place in a path where the locale's name stands between `/`, `.`, `-` or `_`, the longest spelling first.
    func find(in path: String) -> Range<String.Index>? {
        let bytes = Array(path.utf8)
        let lower = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        for spelling in spellings {
            let word = Array(spelling.lowercased().utf8)
            guard bytes.count > word.count else { continue }
            for start in (0...bytes.count - word.count).reversed() {
                let end = start + word.count
                guard lower[start..<end].elementsEqual(word), start == 0 || Self.isBoundary(bytes[start - 1]),
                    end < bytes.count, Self.isBoundary(bytes[end])
                else { continue }
                let indices = path.utf8.indices
                return indices.index(
                    indices.startIndex, offsetBy: start)..<indices.index(indices.startIndex, offsetBy: end)
            }
        }
        return nil
    }

    private static func isBoundary(_ byte: UInt8) -> Bool { "/.-_".utf8.contains(byte) }

    /// A path with the locale's name in place of another's, in each spelling.
    func replacing(_ range: Range<String.Index>, in path: String) -> [String] {
        spellings.map { path[..<range.lowerBound] + $0 + path[range.upperBound...] }
    }

    /// A path without a locale's name and the sign that ties it to the rest.
    static func removing(_ range: Range<String.Index>, from path: String) -> String {
        let (before, after) = (path[..<range.lowerBound], path[range.upperBound...])
        let isFolder = before.last ?? "/" == "/"
        return String(isFolder ? before + after.dropFirst() : before.dropLast() + after)
    }
}

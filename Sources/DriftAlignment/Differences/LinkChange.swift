/// Two links that stand for one another and lead to different pages: a slip or an address that became stale, or another
/// resource that somebody chose, such as a page in the reader's language.
struct LinkChange {
    /// Bytes up to which an edit within an address is one of its spelling.
    private static let fewBytes = 3
    /// From this share of common ends the names of two pages are one, edited or renamed.
    private static let alike: Float = 0.4

    private let addresses: (source: [UInt8], target: [UInt8])
    private let parts: (source: Address, target: Address)

    /// An address cut into what can be compared by itself.
    private struct Address {
        /// Without `www` and a label that spells a locale; nil for a link within the site.
        let host: String?
        let path: [Substring]
        let query: String

        init(_ bytes: [UInt8]) {
            let text = String(decoding: bytes.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
            let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
            query = halves.count > 1 ? String(halves[1]) : ""
            var pieces = halves.first?.split(separator: "/") ?? []
            guard text.hasPrefix("http"), pieces.count > 1 else {
                host = text.contains("@") ? text : nil
                path = pieces
                return
            }
            var labels = pieces[1].lowercased().split(separator: ".")
            if labels.count > 2, labels[0] == "www" || labels[0].utf8.count == 2 { labels.removeFirst() }
            host = labels.joined(separator: ".")
            pieces.removeFirst(2)
            path = pieces
        }

        /// The last step of the path without endings, such as `setup` of `../setup.de.md`.
        var name: [UInt8] { Array((path.last?.split(separator: ".").first ?? "").lowercased().utf8) }
    }

    init(source: [UInt8], target: [UInt8]) {
        addresses = (source, target)
        parts = (Address(source), Address(target))
    }

    /// Whether nobody can have meant the change: the address was mistyped or cut, or leads to another page of the same
    /// site, or to a page of the same name.
    var isSlip: Bool {
        if isSpelling { return true }
        guard parts.source.host == parts.target.host else { return hasSameName }
        if parts.source.host == nil { return hasSimilarName }
        return !isOtherEntry
    }

    /// Whether both lead to pages of the documents' own site, or both away from it.
    var isOnEqualFooting: Bool { (parts.source.host == nil) == (parts.target.host == nil) }

    private var isSpelling: Bool {
        let (source, target) = addresses
        let limit = min(source.count, target.count)
        let start = zip(source, target).prefix { $0 == $1 }.count
        let end = zip(source.reversed(), target.reversed()).prefix { $0 == $1 }.prefix(limit - start).count
        let middle = (source.count - start - end, target.count - start - end)
        return min(middle.0, middle.1) == 0 && start + end >= 8 || max(middle.0, middle.1) <= Self.fewBytes
    }

    /// Whether one of two texts goes on where the other ends.
    static func isContinued(_ text: [UInt8], _ other: [UInt8]) -> Bool {
        let (short, long) = text.count < other.count ? (text, other) : (other, text)
        return short.count > 2 && long.starts(with: short)
    }

    private var hasSimilarName: Bool {
        let (source, target) = (parts.source.name, parts.target.name)
        return !source.isEmpty && source.sharedEnds(with: target) >= Self.alike
    }

    /// Whether a page has moved to another site.
    private var hasSameName: Bool {
        let (source, target) = (parts.source.name, parts.target.name)
        return source.count >= 4 && source == target
    }

    /// Whether two addresses name entries of one collection by what no person can read: videos, pictures, documents.
    private var isOtherEntry: Bool {
        let (source, target) = (parts.source, parts.target)
        if source.path == target.path { return true }
        guard source.path.dropLast() == target.path.dropLast(), let first = source.path.last,
            let second = target.path.last
        else { return false }
        return first.isOpaque && second.isOpaque
    }
}

extension Substring {
    /// Whether letters change their case as they do in no name.
    fileprivate var isOpaque: Bool {
        let rises = zip(utf8, utf8.dropFirst()).filter { isLower($0) && isUpper($1) }.count
        return utf8.count >= 8 && rises >= 2
    }

    private func isLower(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }
    private func isUpper(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }
}

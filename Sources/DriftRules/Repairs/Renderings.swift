package import DriftAlignment
import DriftMarkdown
import DriftText

/// How the documents of a run translate texts that stand in them as a whole. Renderings merge in any order.
package struct Renderings: Lore {
    /// Longer texts are hardly repeated.
    private static let lengthLimit = 2000

    private struct Rendering {
        let hash: UInt64
        let text: [UInt8]
        var count: Int
    }

    /// What stands for a text, and how often; keys come from `key`. Most texts have one rendering or two.
    private var known: [UInt64: [Rendering]] = [:]

    package init() {}

    /// The renderings of one set: pairs that are certain, without links that lead elsewhere from another page.
    package init(surveying set: AlignedSet) {
        for member in set.targets {
            let pair = set.pairs[member - 1]
            for segment in set.source.segments.indices where pair.confidence[segment] >= PairAlignment.certain {
                let partner = Int(pair.targets[segment])
                guard partner >= 0, pair.isWhole(segment, partner) else { continue }
                record(segment, partner, of: set, member)
            }
        }
    }

    package mutating func merge(_ other: Renderings) {
        if known.isEmpty {
            known = other.known
        } else {
            for (key, own) in other.known { for rendering in own { add(rendering, to: key) } }
        }
    }

    /// The one rendering of a text by its key, or the one that two places of three have.
    package func answer(_ text: UInt64) -> [UInt8]? {
        guard let own = known[text] else { return nil }
        let all = own.reduce(0) { $0 + $1.count }
        return own.first { 3 * $0.count >= 2 * all }?.text
    }

    private mutating func add(_ rendering: Rendering, to key: UInt64) {
        if let index = known[key]?.firstIndex(where: { $0.hash == rendering.hash }) {
            known[key]?[index].count += rendering.count
        } else {
            known[key, default: []].append(rendering)
        }
    }

    private mutating func record(_ segment: Int, _ partner: Int, of set: AlignedSet, _ member: Int) {
        let outline = set.members[member].outline
        let (part, other) = (set.source.part(of: segment), outline.part(of: partner))
        guard part.kind == other.kind, [.heading, .paragraph, .cell].contains(part.kind),
            !set.source.leadsElsewhere(segment), !outline.leadsElsewhere(partner)
        else { return }
        let text = set.source.document.code(of: Int(part.block))
        let rendering = outline.document.code(of: Int(other.block))
        let isLong = text.count(where: { $0 == 0x20 }) > 2
        guard !text.isEmpty, !rendering.isEmpty, text.count <= Self.lengthLimit, !(isLong && text == rendering) else {
            return
        }
        let key = Self.key(text, locale: outline.locale.description, isCell: part.kind == .cell)
        var hash = StableHash()
        hash.combine(rendering)
        add(Rendering(hash: hash.value, text: rendering, count: 1), to: key)
    }

    /// Equal for texts that differ in line breaks only.
    fileprivate static func key(_ text: [UInt8], locale: String, isCell: Bool) -> UInt64 {
        var hash = StableHash()
        hash.combine(locale)
        hash.combine(byte: isCell ? 1 : 0)
        var isInWord = false
        for byte in text {
            if byte == 0x20 || byte == 0x0A {
                if isInWord { hash.combine(byte: 0x20) }
                isInWord = false
            } else {
                hash.combine(byte: byte)
                isInWord = true
            }
        }
        if isInWord { hash.combine(byte: 0x20) }
        return hash.value
    }
}

extension Inquiry<Renderings> {
    /// How a text is rendered in a locale, where that is known.
    func rendering(of text: [UInt8], locale: String, isCell: Bool) -> [UInt8]? {
        answer(Renderings.key(text, locale: locale, isCell: isCell))
    }
}

extension PairAlignment {
    /// Whether no neighbour on either side was merged with a segment or split from it.
    fileprivate func isWhole(_ segment: Int, _ partner: Int) -> Bool {
        ![segment - 1, segment + 1].contains { merged.contains(Int32($0)) }
            && ![partner - 1, partner + 1].contains { split.contains(Int32($0)) }
    }
}

extension Outline {
    /// Whether a segment has a link that means something else on another page.
    fileprivate func leadsElsewhere(_ segment: Int) -> Bool {
        segments[segment].inlines.contains { inline in
            guard inline.kind == .link || inline.kind == .image || inline.kind == .footnoteReference else {
                return false
            }
            return !inline.range.contains(inline.destination)
                || !document.destination(of: inline).starts(with: "http".utf8)
        }
    }
}

import DriftAlignment
import DriftMarkdown
import DriftText

/// A link of a member that leads astray.
struct LinkUse {
    let member: Int
    let segment: Int
    let inline: Inline
    let target: LinkTargets.Target
}

extension LinkUse {
    /// All links and images of a set that lead astray, by member and position.
    static func astray(in set: AlignedSet, links: LinkTargets) -> [LinkUse] {
        set.members.indices.filter(links.areStray).flatMap { member -> [LinkUse] in
            let outline = set.members[member].outline
            return outline.segments.indices.flatMap { segment -> [LinkUse] in
                outline.segments[segment].inlines.compactMap { inline -> LinkUse? in
                    guard inline.kind == .link || inline.kind == .image,
                        let target = links.target(of: outline.document.destination(of: inline), member: member)
                    else { return nil }
                    return LinkUse(member: member, segment: segment, inline: inline, target: target)
                }
            }
        }
    }
}

extension CheckContext {
    /// The difference at a stray link. The same defect in the source and its copies is one cause.
    func difference(
        _ kind: Difference.Kind, _ use: LinkUse, aspect: Difference.Aspect = .linkTarget
    ) -> Difference {
        let outline = set.members[use.member].outline
        let passage = outline.passage(of: use.inline.destination, member: use.member)
        let counterpart = sourceLink(use).map { set.source.passage(of: $0.destination, member: 0) }
        return Difference(
            kind, aspect, at: passage, counterparts: use.member == 0 ? [] : counterpart.map { [$0] } ?? [],
            expected: counterpart?.text ?? "", found: passage.text,
            cause: counterpart.map { Difference.cause(kind, aspect, $0.range) }
                ?? Difference.cause(kind, aspect, member: use.member, passage.text))
    }

    private func sourceLink(_ use: LinkUse) -> Inline? {
        if use.member == 0 { return use.inline }
        let partner = set.pairs[use.member - 1].sources[use.segment]
        guard partner >= 0 else { return nil }
        let key = linkKey.hash(set.members[use.member].outline.document.destination(of: use.inline))
        return set.source.segments[Int(partner)].inlines.first {
            ($0.kind == .link || $0.kind == .image) && linkKey.hash(set.source.document.destination(of: $0)) == key
        }
    }
}

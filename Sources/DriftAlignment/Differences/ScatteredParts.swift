/// Tells whether what seems to lack a list item or a section may have it elsewhere: the list has as many items on the
/// other side, or they stand in several lists there; another section of the same level has no counterpart either.
///
/// That is too little to pair the two, and too much to be sure that one was lost.
struct ScatteredParts {
    /// The side that has the part, and the one that seems to lack it.
    let own: Outline
    let other: Outline
    /// The segment on the other side that corresponds to one of this side's.
    let partner: (Int) -> Int?
    /// Whether a segment of the other side has a counterpart.
    let isPaired: (Int) -> Bool

    func mayHold(_ part: Int) -> Bool {
        switch own.parts[part].kind {
        case .item: isItemElsewhere(part)
        case .section: isSectionElsewhere(part)
        default: false
        }
    }

    private func isItemElsewhere(_ item: Int) -> Bool {
        let list = Int(own.parts[item].parent)
        let siblings = own.children(of: list)
        let lists = Set(siblings.compactMap(partnerList))
        guard let counterpart = lists.first else { return false }
        return lists.count > 1 || other.children(of: counterpart).count >= siblings.count
    }

    /// The list in which the counterpart of an item's first text stands.
    private func partnerList(_ item: Int) -> Int? {
        guard let segment = own.firstSegment(in: item), let counterpart = partner(segment) else { return nil }
        let part = Int(other.segments[counterpart].part)
        return other.ancestors(of: part).first { other.parts[$0].kind == .list }
    }

    private func isSectionElsewhere(_ section: Int) -> Bool {
        guard let heading = own.firstSegment(in: section) else { return false }
        let level = own.part(of: heading).level
        return other.segments.indices.contains { segment in
            let part = other.part(of: segment)
            return part.kind == .heading && part.level == level && !isPaired(segment)
        }
    }
}

import DriftMarkdown

/// Tells whether what seems to lack a list item or a section may have it elsewhere: the list has as many items on the
/// other side, they stand in several lists there, or a neighbour's counterpart holds more than the neighbour or is in
/// doubt; another section of the same level has no counterpart either.
///
/// That is too little to pair the two, and too much to be sure that one was lost.
struct ScatteredParts {
    /// The side that has the part, and the one that seems to lack it.
    let own: Outline
    let other: Outline
    /// The segment on the other side that corresponds to one of this side's.
    let partner: (Int) -> Int?
    /// Whether one can be sure of that.
    let isSure: (Int) -> Bool
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
        if lists.count > 1 || other.children(of: counterpart).count >= siblings.count { return true }
        guard let place = siblings.firstIndex(of: item) else { return false }
        return siblings[max(0, place - 1)...min(siblings.count - 1, place + 1)].contains { $0 != item && holdsMore($0) }
    }

    /// Whether one cannot be sure of an item's counterpart, or it has more items or more words in bold within it.
    private func holdsMore(_ item: Int) -> Bool {
        guard let segment = own.firstSegment(in: item), let counterpart = partner(segment) else { return false }
        if !isSure(segment) { return true }
        let part = Int(other.segments[counterpart].part)
        guard let holder = other.ancestors(of: part).first(where: { other.parts[$0].kind == .item }) else {
            return false
        }
        return other.count(of: .item, in: holder) > own.count(of: .item, in: item)
            || other.segments[counterpart].count(of: .strong) > own.segments[segment].count(of: .strong)
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

extension Outline {
    fileprivate func count(of kind: PartKind, in part: Int) -> Int {
        (part..<Int(parts[part].end)).count { parts[$0].kind == kind }
    }
}

extension Segment {
    fileprivate func count(of kind: InlineKind) -> Int { inlines.count { $0.kind == kind } }
}

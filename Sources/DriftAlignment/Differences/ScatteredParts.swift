import DriftMarkdown
import DriftText

/// Tells whether what seems to lack a list item or a section may have it elsewhere: the list has as many items on the
/// other side, they stand in several lists there, or a neighbour's counterpart holds more than the neighbour or is in
/// doubt; another section of the same level has no counterpart either.
///
/// That is too little to pair the two, and too much to be sure that one was lost.
struct ScatteredParts {
    /// That of the document that has the part.
    let side: AlignmentSide
    /// By list, what was found for the first of its items.
    private var lists: [Int: ItemList] = [:]
    private lazy var openLevels = levelsOfOpenHeadings()

    private var own: Outline { side.own }
    private var other: Outline { side.other }

    private struct ItemList {
        let items: [Int]
        /// Whether the items have counterparts at all.
        let isPaired: Bool
        /// Whether they stand in several lists on the other side, or in one that has as many items.
        let isElsewhere: Bool
    }

    init(side: AlignmentSide) { self.side = side }

    /// The first call for a list, or for any section, is linear in the list, or in the other document; others look at two
    /// neighbours.
    mutating func mayHold(_ part: Int) -> Bool {
        switch own.parts[part].kind {
        case .item: isItemElsewhere(part)
        case .section: own.firstSegment(in: part).map { openLevels.contains(own.part(of: $0).level) } ?? false
        default: false
        }
    }

    private mutating func isItemElsewhere(_ item: Int) -> Bool {
        let parent = Int(own.parts[item].parent)
        let list = lists[parent] ?? itemList(parent)
        lists[parent] = list
        if !list.isPaired { return false }
        let place = list.items.partitioningIndex { $0 >= item }
        guard !list.isElsewhere, place < list.items.count, list.items[place] == item else { return list.isElsewhere }
        return [place - 1, place + 1].contains { list.items.indices.contains($0) && holdsMore(list.items[$0]) }
    }

    private func itemList(_ list: Int) -> ItemList {
        let items = own.children(of: list)
        let counterparts = Set(items.compactMap(partnerList))
        let isElsewhere =
            counterparts.count > 1 || counterparts.contains { other.children(of: $0).count >= items.count }
        return ItemList(items: items, isPaired: !counterparts.isEmpty, isElsewhere: isElsewhere)
    }

    /// Whether one cannot be sure of an item's counterpart, or it has more items or more words in bold within it.
    private func holdsMore(_ item: Int) -> Bool {
        guard let segment = own.firstSegment(in: item), let counterpart = side.partner(segment) else { return false }
        if !side.isSure(segment) { return true }
        guard let holder = other.nearest(.item, around: counterpart) else { return false }
        return other.count(of: .item, in: holder) > own.count(of: .item, in: item)
            || other.segments[counterpart].count(of: .strong) > own.segments[segment].count(of: .strong)
    }

    /// The list in which the counterpart of an item's first text stands.
    private func partnerList(_ item: Int) -> Int? {
        guard let segment = own.firstSegment(in: item), let counterpart = side.partner(segment) else { return nil }
        return other.nearest(.list, around: counterpart)
    }

    private func levelsOfOpenHeadings() -> Set<UInt8> {
        Set(
            other.segments.indices.filter { other.part(of: $0).kind == .heading && !side.isPaired($0) }
                .map { other.part(of: $0).level })
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

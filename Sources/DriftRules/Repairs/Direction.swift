import DriftAlignment

/// From which member of a set text is carried to which; one of them is the source.
struct Direction {
    let set: AlignedSet
    let origin: Int
    let destination: Int

    /// Towards a translation.
    init(to member: Int, in set: AlignedSet) {
        (self.set, origin, destination) = (set, 0, member)
    }

    /// Towards the source.
    init(from member: Int, in set: AlignedSet) {
        (self.set, origin, destination) = (set, member, 0)
    }

    var isToSource: Bool { destination == 0 }
    var from: Outline { self.set.members[origin].outline }
    var to: Outline { self.set.members[destination].outline }
    private var pair: PairAlignment { self.set.pairs[max(origin, destination) - 1] }

    /// The segment of the destination that corresponds to one of the origin; nil where there is none.
    func partner(of segment: Int) -> Int? {
        let partner = isToSource ? pair.sources[segment] : pair.targets[segment]
        return partner < 0 ? nil : Int(partner)
    }

    /// The segment of the destination that ends what corresponds to one of the origin, which may have been split.
    func lastPartner(of segment: Int) -> Int? { isToSource ? partner(of: segment) : pair.lastTarget(of: segment) }

    /// The segment of the origin that corresponds to one of the destination; nil where there is none.
    func partner(ofDestination segment: Int) -> Int? {
        let partner = isToSource ? pair.targets[segment] : pair.sources[segment]
        return partner < 0 ? nil : Int(partner)
    }

    /// Whether a segment of the origin has its partner elsewhere than the order of the others demands.
    func isMoved(_ segment: Int) -> Bool {
        let source = isToSource ? Int(pair.sources[segment]) : segment
        return pair.moved.contains(Int32(source))
    }

    /// A table of both, seen in this direction.
    struct Table {
        let from: Grid
        let to: Grid
        /// For each column of the destination that of the origin; nil where it has none.
        let columns: [Int?]
    }

    var tables: [Table] {
        pair.tables.map { table in
            if isToSource {
                return Table(
                    from: table.target, to: table.source, columns: table.columns.map { $0 < 0 ? nil : Int($0) })
            }
            let columns = (0..<table.target.columnCount).map { table.columns.firstIndex(of: Int32($0)) }
            return Table(from: table.source, to: table.target, columns: columns)
        }
    }
}

extension CheckContext {
    /// Parts that a difference names, and where they are carried; nil where nobody can say.
    func carriage(of difference: Difference) -> (parts: [Range<Int>], direction: Direction)? {
        if difference.passage.member > 0 {
            return difference.lost.isEmpty
                ? nil : (difference.lost, Direction(to: difference.passage.member, in: set))
        }
        // What belongs to it besides, such as the text below a heading, is not known by its place.
        guard difference.detail.isEmpty, let holder = difference.counterparts.first, holder.member > 0 else {
            return nil
        }
        let direction = Direction(from: holder.member, in: set)
        let parts = direction.from.parts
        let part = parts.indices.first { index in
            parts[index].range == holder.range && direction.from.text(of: index) == holder.text
                && parts[index].kind == difference.aspect.partKind
        }
        return part.map { ([$0..<Int(parts[$0].end)], direction) }
    }
}

extension Difference.Aspect {
    fileprivate var partKind: PartKind? {
        switch self {
        case .row: .row
        case .item: .item
        case .paragraph: .paragraph
        case .codeBlock: .codeBlock
        case .image: .figure
        case .heading: .heading
        case .section: .section
        default: nil
        }
    }
}

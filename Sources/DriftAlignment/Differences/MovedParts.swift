/// Reports what stands in another order than in the source.
struct MovedParts {
    let set: AlignedSet
    let member: Int

    private var outline: Outline { self.set.members[member].outline }
    private var pair: PairAlignment { self.set.pairs[member - 1] }

    func differences() -> [Difference] {
        runs().map { moved($0) } + pair.tables.flatMap(movedRows)
    }

    /// Moved segments that follow one another on both sides moved together.
    private func runs() -> [[Int]] {
        var runs: [[Int]] = []
        for segment in pair.moved.map(Int.init) {
            if let last = runs.last?.last, isNext(segment, to: last) {
                runs[runs.count - 1].append(segment)
            } else {
                runs.append([segment])
            }
        }
        return runs
    }

    private func isNext(_ segment: Int, to last: Int) -> Bool {
        let (source, target) = (set.source.leaves, outline.leaves)
        let positions = [last, segment].map { source.firstIndex(of: Int32($0)) ?? 0 }
        let partners = [last, segment].map { target.firstIndex(of: pair.targets[$0]) ?? 0 }
        return positions[1] == positions[0] + 1 && partners[1] == partners[0] + 1
    }

    private func moved(_ run: [Int]) -> Difference {
        let source = largest(Int(set.source.segments[run[0]].part), count: run.count, in: set.source)
        let target = largest(Int(outline.segments[Int(pair.targets[run[0]])].part), count: run.count, in: outline)
        return difference(set.source.aspect(of: source) ?? .paragraph, source: source, target: target)
    }

    /// The section that a heading opens where it moved with its text, the item that a paragraph begins.
    private func largest(_ part: Int, count: Int, in outline: Outline) -> Int {
        let parent = Int(outline.parts[part].parent)
        guard parent > 0, parent + 1 == part else { return part }
        switch outline.parts[parent].kind {
        case .item: return parent
        case .section: return count > 1 ? parent : part
        default: return part
        }
    }

    /// Many rows of one table are one change of its order.
    private func movedRows(_ table: TableAlignment) -> [Difference] {
        guard !table.moved.isEmpty else { return [] }
        if table.moved.count > 2 {
            return [difference(.table, source: table.source.table, target: table.target.table)]
        }
        return table.moved.map {
            difference(.row, source: table.source.rows[$0], target: table.target.rows[Int(table.rows[$0])])
        }
    }

    private func difference(_ aspect: Difference.Aspect, source: Int, target: Int) -> Difference {
        let expected = set.source.passage(ofPart: source, member: 0)
        let found = outline.passage(ofPart: target, member: member)
        return Difference(
            .moved, aspect, at: found, counterparts: [expected], expected: expected.text, found: found.text,
            cause: Difference.cause(.moved, aspect, expected.range))
    }
}

/// Compares the levels of headings. A document whose headings all lie one level deeper has one difference.
struct HeadingLevels {
    let set: AlignedSet
    let member: Int

    func differences() -> [Difference] {
        let pairs = SegmentPair.pairs(of: set, member: member).filter { $0.kind == .heading && level($0).target > 0 }
        guard let first = pairs.first(where: { shift($0) != 0 }) else { return [] }
        let common = commonShift(pairs)
        let exceptions = pairs.filter { shift($0) != 0 && shift($0) != common }.map { changed($0) }
        if common == 0 { return exceptions }
        let count = pairs.filter { shift($0) == common }.count
        return [changed(first, detail: "as in \(count) headings of this document")] + exceptions
    }

    private func level(_ pair: SegmentPair) -> (source: Int, target: Int) {
        let target = pair.targetOutline.part(of: pair.targetIndex)
        return (
            Int(pair.sourceOutline.part(of: pair.sourceIndex).level), target.kind == .heading ? Int(target.level) : 0
        )
    }

    private func shift(_ pair: SegmentPair) -> Int { level(pair).target - level(pair).source }

    /// The shift of most headings below the title, where at least three share it.
    private func commonShift(_ pairs: [SegmentPair]) -> Int {
        var counts: [Int: Int] = [:]
        for pair in pairs where level(pair).source > 1 { counts[shift(pair), default: 0] += 1 }
        let best = counts.max { ($0.value, -abs($0.key)) < ($1.value, -abs($1.key)) }
        return best.map { $0.value >= 3 ? $0.key : 0 } ?? 0
    }

    private func changed(_ pair: SegmentPair, detail: String = "") -> Difference {
        Difference(
            .changed, .headingLevel, at: pair.wholeTarget, counterparts: [pair.wholeSource],
            expected: "\(level(pair).source)", found: "\(level(pair).target)", detail: detail,
            cause: Difference.cause(.changed, .headingLevel, pair.wholeSource.range))
    }
}

import DriftLanguage

/// Compares the levels of headings. A document whose headings all lie one level deeper has one difference, and headings
/// that were all taken from one level to another have one cause.
struct HeadingLevels {
    /// All of one translation; what one cannot be sure of is a hint.
    let pairs: [SegmentPair]

    func differences() -> [Difference] {
        let pairs = pairs.filter { $0.kind == .heading && level($0).target > 0 }
        guard let first = pairs.first(where: { shift($0) != 0 }) else { return [] }
        let common = commonShift(pairs)
        let exceptions = changes(pairs.filter { shift($0) != 0 && shift($0) != common })
        if common == 0 { return exceptions }
        let count = pairs.filter { shift($0) == common }.count
        return [changed(first, as: first, detail: "as in \(count) headings of this document")] + exceptions
    }

    /// Each heading on its own, headings of one level that are of one other level now with the first of them.
    private func changes(_ pairs: [SegmentPair]) -> [Difference] {
        var firsts: [[Int]: SegmentPair] = [:]
        return pairs.map { pair in
            let levels = level(pair)
            let first = firsts[[levels.source, levels.target], default: pair]
            firsts[[levels.source, levels.target]] = first
            return changed(pair, as: first)
        }
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

    private func changed(_ pair: SegmentPair, as first: SegmentPair, detail: String = "") -> Difference {
        var difference = Difference(
            .changed, .headingLevel, at: pair.wholeTarget, counterparts: [pair.wholeSource],
            expected: "\(level(pair).source)", found: "\(level(pair).target)", detail: detail,
            cause: Difference.cause(.changed, .headingLevel, first.wholeSource.range))
        difference.isCertain = pair.isCertain && hasEqualNumbers(pair)
        return difference
    }

    /// Whether two headings have the same number, if both begin with one; else they may be two headings.
    private func hasEqualNumbers(_ pair: SegmentPair) -> Bool {
        func number(_ segment: Segment) -> TypedValue? {
            segment.values.first.flatMap { $0.range.lowerBound == 0 ? $0 : nil }
        }
        guard let source = number(pair.source), let target = number(pair.target) else { return true }
        return source.agrees(with: target)
    }
}

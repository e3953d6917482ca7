import DriftLanguage

/// Joins rows that have no partner but stand at one place on both sides and agree but for their keys: one changed
/// value, not one row missing and one extra.
struct ChangedRows {
    /// Free rows, from the first, that are looked at for one row: partners come in order, so that the right one stands
    /// near the first, and time stays linear in long tables without a key.
    private static let candidateLimit = 100

    let cells: CellScore
    let columns: [Int32]

    /// - Parameters:
    ///   - rows: partners in order.
    ///   - moved: the same with rows that stand elsewhere.
    func join(_ rows: [Int32], moved: [Int32]) -> [Int32] {
        var joined = moved
        let known = renderings(moved)
        let taken = Set(moved)
        for gap in Gap.gaps(in: rows, targetCount: cells.target.rows.count) {
            var free = gap.target.filter { !taken.contains(Int32($0)) }[...]
            let lost = gap.source.filter { moved[$0] < 0 }
            for row in lost {
                let isOnly = lost.count == 1 && free.count == 1
                let agreeing = free.indices.prefix(Self.candidateLimit).filter {
                    agree(row, free[$0], known, isOnly: isOnly)
                }
                guard let index = agreeing.max(by: { keyLikeness(row, free[$0]) < keyLikeness(row, free[$1]) }) else {
                    continue
                }
                joined[row] = Int32(free[index])
                free = free[(index + 1)...]
            }
            joinRecognised(gap, &joined)
        }
        return joined
    }

    /// Joins rows of a gap that changed places as well, where a cell, by a link or a code, says which they are.
    private func joinRecognised(_ gap: Gap, _ joined: inout [Int32]) {
        let taken = Set(joined)
        var free = gap.target.filter { !taken.contains(Int32($0)) }
        let lost = gap.source.filter { joined[$0] < 0 }
        guard max(free.count, lost.count) <= Self.fewRows else { return }
        for row in lost {
            let found = free.indices.filter { isRecognised(row, free[$0]) }
            if found.count == 1 { joined[row] = Int32(free.remove(at: found[0])) }
        }
    }

    /// Up to so many rows are compared each with each.
    private static let fewRows = 16
    /// Share of common anchor weight in a cell, and the weight, by which two rows are one.
    private static let share: Float = 0.7
    private static let evidence: Float = 2.5

    private func isRecognised(_ row: Int, _ other: Int) -> Bool {
        !haveDays(row, other) && isWhole(row, of: cells.source) && isWhole(other, of: cells.target)
            && columns.enumerated().contains { column, partner in
                guard partner >= 0, column != cells.keyColumn,
                    let source = cells.source.segment(row: row, column: column),
                    let target = cells.target.segment(row: other, column: Int(partner))
                else { return false }
                let (dice, evidence) = cells.score.shared.similarity(source, target)
                return dice >= Self.share && evidence >= Self.evidence
            }
    }

    /// How alike the keys of two rows are written, from 0 to 1.
    private func keyLikeness(_ row: Int, _ other: Int) -> Float {
        guard let column = cells.keyColumn else { return 0 }
        let pair = text((row, column), (other, Int(columns[column])))
        return pair.source.sharedEnds(with: pair.target)
    }

    /// Which source texts stand for each target text in the rows that do have a partner, column by column.
    private func renderings(_ rows: [Int32]) -> [[[UInt8]: Set<[UInt8]>]] {
        columns.enumerated().map { column, partnerColumn in
            var texts: [[UInt8]: Set<[UInt8]>] = [:]
            for (row, partner) in rows.enumerated() where partner >= 0 && partnerColumn >= 0 {
                let pair = text((row, column), (Int(partner), Int(partnerColumn)))
                texts[pair.target, default: []].insert(pair.source)
            }
            return texts
        }
    }

    /// Whether no cell besides the key is known to mean something else, and one is the same; of two rows that stand
    /// alone at their place, that is enough.
    private func agree(_ row: Int, _ other: Int, _ known: [[[UInt8]: Set<[UInt8]>]], isOnly: Bool) -> Bool {
        if haveOtherDays(row, other) { return false }
        var isSupported = isOnly
        for (column, partner) in columns.enumerated() where partner >= 0 && column != cells.keyColumn {
            let pair = text((row, column), (other, Int(partner)))
            if pair.source.isEmpty && pair.target.isEmpty { continue }
            if pair.source.isEmpty || pair.target.isEmpty { return false }
            if let sources = known[column][pair.target] {
                if !sources.contains(pair.source) { return false }
                isSupported = true
            } else if pair.source == pair.target {
                isSupported = true
            }
        }
        return isSupported || cells.keyColumn == nil && cells.rowScore(row, other) > 0.2
    }

    /// Whether a row has a cell in each column; cells of another row say less of which they are.
    private func isWhole(_ row: Int, of grid: Grid) -> Bool {
        (0..<grid.columnCount).allSatisfy { grid.segment(row: row, column: $0) != nil }
    }

    /// Whether the keys are days that differ in more than the day, the month or the year: each is an entry of its own.
    private func haveOtherDays(_ row: Int, _ other: Int) -> Bool {
        guard let (source, target) = keyValues(row, other), !source.days.isEmpty, !target.days.isEmpty else {
            return false
        }
        return !source.calendarDays.contains { target.calendarDays.contains(where: $0.isNear) }
    }

    /// Whether the keys are days at all: entries of one log have much in common.
    private func haveDays(_ row: Int, _ other: Int) -> Bool {
        keyValues(row, other).map { !$0.days.isEmpty && !$1.days.isEmpty } ?? false
    }

    /// The first values of both keys.
    private func keyValues(_ row: Int, _ other: Int) -> (source: TypedValue, target: TypedValue)? {
        guard let column = cells.keyColumn, let left = cells.source.segment(row: row, column: column),
            let right = cells.target.segment(row: other, column: Int(columns[column])),
            let source = cells.score.source.segments[left].values.first,
            let target = cells.score.target.segments[right].values.first
        else { return nil }
        return (source, target)
    }

    private func text(_ left: (Int, Int), _ right: (Int, Int)) -> (source: [UInt8], target: [UInt8]) {
        let source = cells.source.segment(row: left.0, column: left.1)
        let target = cells.target.segment(row: right.0, column: right.1)
        return (
            source.map { cells.score.source.segments[$0].text.bytes } ?? [],
            target.map { cells.score.target.segments[$0].text.bytes } ?? []
        )
    }
}

/// A stretch between two partners in which elements have none.
struct Gap {
    let source: Range<Int>
    let target: Range<Int>

    /// All stretches in which both sides have elements without a partner.
    static func gaps(in partner: [Int32], targetCount: Int) -> [Gap] {
        var gaps: [Gap] = []
        var from = (0, 0)
        for index in 0...partner.count where index == partner.count || partner[index] >= 0 {
            let end = index == partner.count ? targetCount : Int(partner[index])
            if index > from.0, end > from.1 { gaps.append(Gap(source: from.0..<index, target: from.1..<end)) }
            from = (index + 1, end + 1)
        }
        return gaps
    }
}

import DriftLanguage

/// Scores how likely two rows or two columns of tables correspond, by their cells.
struct CellScore {
    let source: Grid
    let target: Grid
    let score: SegmentScore
    /// For each source column the target's, or -1; without columns, rows are compared by the tokens that they share.
    let columns: [Int32]?
    /// The source column whose values tell the rows apart on both sides.
    let keyColumn: Int?

    init(source: Grid, target: Grid, score: SegmentScore, columns: [Int32]?) {
        self.source = source
        self.target = target
        self.score = score
        self.columns = columns
        keyColumn = source.keyColumn.flatMap { key in columns.flatMap { Int($0[key]) } == target.keyColumn ? key : nil }
    }

    /// Rows whose keys differ are never partners here; `ChangedRows` looks at them again.
    func rowScore(_ left: Int, _ right: Int) -> Float {
        guard let columns else { return 0.3 + tokenScore(left, right) }
        if left > 0, right > 0, keysDiffer(left, right, columns) { return -1 }
        var (sum, weight): (Float, Float) = (0, 0)
        for (column, partner) in columns.enumerated() where partner >= 0 {
            let factor: Float = column == keyColumn ?? 0 ? 2 : 1
            sum += factor * cellScore((left, column), (right, Int(partner)))
            weight += factor
        }
        // Position breaks ties: rows are added at the end more often than in between.
        return weight == 0 ? 0 : 0.3 + 1.6 * sum / weight + (left == right ? 0.01 : 0)
    }

    private func keysDiffer(_ left: Int, _ right: Int, _ columns: [Int32]) -> Bool {
        guard let keyColumn, let first = source.segment(row: left, column: keyColumn),
            let second = target.segment(row: right, column: Int(columns[keyColumn]))
        else { return false }
        return valueAgreement(first, second) == false
    }

    private func tokenScore(_ left: Int, _ right: Int) -> Float {
        var sum: Float = 0
        for column in 0..<source.columnCount {
            guard let cell = source.segment(row: left, column: column) else { continue }
            let best = (0..<target.columnCount).compactMap { target.segment(row: right, column: $0) }
                .map { score.anchorScore(cell, $0) }.max()
            sum += max(-0.5, best ?? 0)
        }
        return sum / Float(max(1, source.columnCount)) * 1.5
    }

    /// Average agreement of two columns over the rows that are partners; the header counts twice. What is repeated from
    /// one row to the next in one language is repeated in the other.
    func columnScore(_ left: Int, _ right: Int, rows: [Int32]) -> Float {
        var (sum, weight): (Float, Float) = (0, 0)
        let partners = rows.indices.filter { $0 > 0 && rows[$0] >= 0 }
        for (row, next) in zip(partners, partners.dropFirst()) {
            let repeated = (
                repeats((row, next), column: left, in: source, score.source),
                repeats((Int(rows[row]), Int(rows[next])), column: right, in: target, score.target)
            )
            sum += repeated.0 == repeated.1 ? 0.2 : -0.4
            weight += 1
        }
        for (row, partner) in rows.enumerated() where partner >= 0 {
            let factor: Float = row == 0 ? 2 : 1
            sum += factor * cellScore((row, left), (Int(partner), right))
            weight += factor
        }
        return weight == 0 ? 0 : sum / weight
    }

    private func repeats(_ rows: (Int, Int), column: Int, in grid: Grid, _ outline: Outline) -> Bool {
        let texts = [rows.0, rows.1].map { row in
            grid.segment(row: row, column: column).map { outline.segments[$0].text.bytes } ?? []
        }
        return texts[0] == texts[1]
    }

    /// From -0.6, a contradiction, to 0.8, the same text.
    private func cellScore(_ left: (row: Int, column: Int), _ right: (row: Int, column: Int)) -> Float {
        let cells = (
            source.segment(row: left.row, column: left.column), target.segment(row: right.row, column: right.column)
        )
        let isEmpty = (
            cells.0.map { score.source.isEmpty($0) } ?? true, cells.1.map { score.target.isEmpty($0) } ?? true
        )
        guard let first = cells.0, let second = cells.1, !isEmpty.0, !isEmpty.1 else {
            return isEmpty.0 && isEmpty.1 ? 0.1 : -0.25
        }
        if let agreement = valueAgreement(first, second) ?? wordAgreement(first, second) {
            return agreement ? 0.6 : -0.6
        }
        if score.source.segments[first].text.bytes == score.target.segments[second].text.bytes { return 0.8 }
        let penalty = 0.4 * score.lengthPenalty(first, second, of: .cell)
        return min(0.8, max(-0.6, 0.2 + 0.5 * score.anchorScore(first, second) - penalty))
    }

    /// Whether two cells both say that something is open, or that there is nothing to say; nil where neither does.
    private func wordAgreement(_ first: Int, _ second: Int) -> Bool? {
        let texts = (score.source.segments[first].text.bytes, score.target.segments[second].text.bytes)
        let isOpen = (Wording.isPlaceholder(texts.0), Wording.isPlaceholder(texts.1))
        let isNone = (Wording.isNotApplicable(texts.0), Wording.isNotApplicable(texts.1))
        guard isOpen.0 || isNone.0, isOpen.1 || isNone.1 else { return nil }
        return isOpen.0 && isOpen.1 || isNone.0 && isNone.1
    }

    /// Whether the values of two cells agree; nil where either says nothing but words.
    private func valueAgreement(_ first: Int, _ second: Int) -> Bool? {
        guard let key = score.source.key(of: first), let other = score.target.key(of: second) else { return nil }
        if key == other { return true }
        let values = (score.source.segments[first].values, score.target.segments[second].values)
        guard let value = values.0.first, let counterpart = values.1.first else { return false }
        return value.agrees(with: counterpart)
    }
}

import DriftLanguage
import DriftText

/// Scores how likely two rows or two columns of tables correspond, by their cells.
struct CellScore {
    let source: Grid
    let target: Grid
    let score: SegmentScore
    /// For each source column the target's, or -1; without columns, rows are compared by the tokens that they share.
    let columns: [Int32]?
    /// The source column whose values tell the rows apart on both sides.
    let keyColumn: Int?
    /// What is asked of each segment for every pair of rows that it may stand in; by segment.
    private let cells: (source: CellTexts, target: CellTexts)

    init(source: Grid, target: Grid, score: SegmentScore, columns: [Int32]?) {
        self.source = source
        self.target = target
        self.score = score
        self.columns = columns
        cells = (CellTexts(source, in: score.source), CellTexts(target, in: score.target))
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

    /// Columns to either side among which a cell's counterpart is looked for, so that wide tables do not cost the product
    /// of their widths for every pair of rows; people's tables are narrower.
    private static let columnReach = 100

    private func tokenScore(_ left: Int, _ right: Int) -> Float {
        var sum: Float = 0
        for column in 0..<source.columnCount {
            guard let cell = source.segment(row: left, column: column) else { continue }
            let near = (0..<target.columnCount).clamped(to: column - Self.columnReach..<column + Self.columnReach)
            let best = near.compactMap { target.segment(row: right, column: $0) }.map { score.anchorScore(cell, $0) }
                .max()
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
        let texts = (cells.0.flatMap { self.cells.source[$0] }, cells.1.flatMap { self.cells.target[$0] })
        guard let first = cells.0, let second = cells.1, let text = texts.0, let other = texts.1, !text.isEmpty,
            !other.isEmpty
        else { return texts.0?.isEmpty ?? true && texts.1?.isEmpty ?? true ? 0.1 : -0.25 }
        if let agreement = valueAgreement(first, second) ?? text.saysTheSame(as: other) {
            return agreement ? 0.6 : -0.6
        }
        if text.hash == other.hash,
            score.source.segments[first].text.bytes == score.target.segments[second].text.bytes
        {
            return 0.8
        }
        let penalty = 0.4 * score.lengthPenalty(first, second, of: .cell)
        return min(0.8, max(-0.6, 0.2 + 0.5 * score.anchorScore(first, second) - penalty))
    }

    /// Whether the values of two cells agree; nil where either says nothing but words.
    private func valueAgreement(_ first: Int, _ second: Int) -> Bool? {
        guard let key = cells.source[first]?.key, let other = cells.target[second]?.key else { return nil }
        if key == other { return true }
        let values = (score.source.segments[first].values, score.target.segments[second].values)
        guard let value = values.0.first, let counterpart = values.1.first else { return false }
        return value.agrees(with: counterpart)
    }
}

/// What a cell says, read once.
private struct CellText {
    let isEmpty: Bool
    let key: UInt64?
    /// Of the text's bytes.
    let hash: UInt64
    private let isOpen: Bool
    private let isNone: Bool

    init(_ segment: Int, in outline: Outline) {
        let text = outline.segments[segment].text.bytes
        isEmpty = outline.isEmpty(segment)
        key = outline.key(of: segment)
        var hash = StableHash()
        hash.combine(text)
        self.hash = hash.value
        isOpen = Wording.isPlaceholder(text)
        isNone = Wording.isNotApplicable(text)
    }

    /// Whether two cells both say that something is open, or that there is nothing to say; nil where neither does.
    func saysTheSame(as other: CellText) -> Bool? {
        guard isOpen || isNone, other.isOpen || other.isNone else { return nil }
        return isOpen && other.isOpen || isNone && other.isNone
    }
}

/// The cells of one table by segment; nil for what is none of them.
private struct CellTexts {
    /// The first segment of the table.
    private let first: Int
    private var texts: [CellText?]

    init(_ grid: Grid, in outline: Outline) {
        let segments = grid.rows.indices.flatMap { row in
            (0..<grid.columnCount).compactMap { grid.segment(row: row, column: $0) }
        }
        first = segments.min() ?? 0
        texts = [CellText?](repeating: nil, count: (segments.max() ?? first - 1) + 1 - first)
        for segment in segments { texts[segment - first] = CellText(segment, in: outline) }
    }

    subscript(segment: Int) -> CellText? { texts[segment - first] }
}

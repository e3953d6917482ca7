/// Finds rows that changed places and have no key to be recognised by.
///
/// Order pairs one of two swapped rows and leaves the other alone, missing on one side of it and extra on the other; or,
/// where both are about as long, it pairs each with the other's partner, which it then contradicts.
struct SwappedRows {
    /// A row that scores more than this has its partner.
    private static let doubtful: Float = 0.75
    /// How much more two rows together have to score after an exchange than before.
    private static let gain: Float = 0.3
    private static let candidateLimit = 100
    /// Two rows without partner, before a pair and behind it, that score as much are the same row.
    private static let alike: Float = 0.4

    let cells: CellScore

    /// Joins a row without partner with the one without partner on the other side of a neighbour's partner.
    func join(_ rows: [Int32]) -> [Int32] {
        var rows = rows
        var taken = Set(rows)
        for row in rows.indices.dropFirst() where rows[row] < 0 {
            for step in [1, -1] where rows.indices.contains(row + step) && rows[row + step] > 0 {
                let other = rows[row + step] + Int32(step)
                let isFree = other > 0 && Int(other) < cells.target.rows.count && !taken.contains(other)
                guard rows[row] < 0, isFree, cells.rowScore(row, Int(other)) > Self.alike else { continue }
                rows[row] = other
                taken.insert(other)
            }
        }
        return rows
    }

    /// Exchanges the partners of two rows that fit each other's partner much better.
    ///
    /// - Complexity: quadratic in the doubtful rows, of which at most `candidateLimit` are looked at.
    func exchange(_ rows: [Int32]) -> [Int32] {
        var rows = rows
        var exchanged: Set<Int> = []
        let doubtful = rows.indices.dropFirst().filter {
            rows[$0] >= 0 && cells.rowScore($0, Int(rows[$0])) < Self.doubtful
        }
        guard doubtful.count <= Self.candidateLimit else { return rows }
        for (position, row) in doubtful.enumerated() where !exchanged.contains(row) {
            let gains = doubtful[(position + 1)...].filter { !exchanged.contains($0) }
                .map { (row: $0, gain: gain(row, $0, rows)) }
            guard let best = gains.max(by: { $0.gain < $1.gain }), best.gain > Self.gain else { continue }
            rows.swapAt(row, best.row)
            exchanged.formUnion([row, best.row])
        }
        return rows
    }

    /// What an exchange gains; nothing where either row fits worse than before.
    private func gain(_ row: Int, _ other: Int, _ rows: [Int32]) -> Float {
        let first = cells.rowScore(row, Int(rows[other])) - cells.rowScore(row, Int(rows[row]))
        let second = cells.rowScore(other, Int(rows[row])) - cells.rowScore(other, Int(rows[other]))
        return min(first, second) > 0.1 ? first + second : 0
    }
}

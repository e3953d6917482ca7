import DriftMarkdown
import DriftText

/// Rows and columns.
extension Subject {
    func missingRows() -> [Mutation] {
        rowsWithCounterparts().filter { $0.table.rows.count > 2 }.map { table, row in
            // The line of hyphens is no neighbour.
            let isFirst = table.rows[1] == row
            return Mutation(
                .rowMissing, [.init(text.wholeLines(range(row)))], "row gone: \(quote(range(row)))",
                scope: isFirst ? range(table.rows[0]) : nil)
        }
    }

    func extraRows() -> [Mutation] {
        rowsWithCounterparts().compactMap { _, row in
            guard let first = target.children(of: row).first(where: { _ in true }), !range(first).isEmpty else {
                return nil
            }
            let lines = text.wholeLines(range(row))
            let copy =
                text.bytes[lines.lower..<range(first).upper] + " 2".utf8
                + text.bytes[range(first).upper..<range(row).upper]
            let end = ByteRange(range(row).upper, range(row).upper)
            return Mutation(.rowExtra, [.init(end, text.lineBreak + copy)], "row added: \(quote(Array(copy)))")
        }
    }

    func swappedRows() -> [Mutation] {
        tables.filter { $0.source.rows.count == $0.target.rows.count }.flatMap { _, table in
            zip(table.body, table.body.dropFirst()).compactMap { upper, lower in
                swapped(range(table.rows[upper]), range(table.rows[lower]), .rowsSwapped, "rows")
            }
        }
    }

    func swapped(_ first: ByteRange, _ second: ByteRange, _ kind: MutationKind, _ what: String) -> Mutation? {
        guard bytes(first) != bytes(second) else { return nil }
        return Mutation(
            kind, [.init(first, bytes(second)), .init(second, bytes(first))],
            "\(what) swapped: \(quote(first)) and \(quote(second))")
    }

    func missingColumns() -> [Mutation] {
        equalTables.filter { $0.target.columnCount > 2 }.flatMap { _, table in
            (0..<table.columnCount).compactMap { column in
                target.edits(removingColumn: column, of: table.block).map { edits in
                    let header = range(table.cells[0][column])
                    return Mutation(.columnMissing, edits, "column gone: \(quote(header))", scope: range(table.block))
                }
            }
        }
    }

    /// Rows below the headers that stand alone on their lines, in tables whose counterparts have as many or more.
    private func rowsWithCounterparts() -> [(table: Table, row: Int)] {
        tables.filter { $0.source.rows.count >= $0.target.rows.count }.flatMap { _, table in
            table.rows[table.body].filter(ownsLines).map { (table: table, row: $0) }
        }
    }
}

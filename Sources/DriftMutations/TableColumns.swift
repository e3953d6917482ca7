import DriftMarkdown
package import DriftText

extension Document {
    /// What takes a column out of a table, with the pipes behind its cells, or before them where a row has none at its
    /// end; nil where the rows have not all as many cells.
    package func edits(removingColumn column: Int, of block: Int) -> [TextEdit]? {
        let table = Table(self, block: block)
        let delimiters = delimiterCells(of: table)
        guard table.isEven, column < table.columnCount, delimiters.count == table.columnCount else { return nil }
        var padded = table.cells.map { blocks[$0[column]].info }
        padded.insert(delimiters[column], at: 1)
        return padded.map { cell in
            let hasPipe = cell.upper < source.bytes.count && source.bytes[cell.upper] == UInt8(ascii: "|")
            if hasPipe { return TextEdit(ByteRange(cell.lower, cell.upper + 1)) }
            return TextEdit(ByteRange(max(0, cell.lower - 1), cell.upper))
        }
    }

    /// What stands between the pipes of the line below the header.
    private func delimiterCells(of table: Table) -> [ByteRange] {
        let header = blocks[table.rows[0]].range
        let line = source.lineIndex(at: header.lower) + 1
        guard line < source.lineCount else { return [] }
        var range = source.lineRange(line)
        while range.count > 0, source.bytes[range.upper - 1].isWhite { range.end -= 1 }
        if range.count > 0, source.bytes[range.upper - 1] == UInt8(ascii: "|") { range.end -= 1 }
        while range.count > 0,
            ![UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":")].contains(source.bytes[range.lower])
        {
            range.start += 1
        }
        if range.count > 0, source.bytes[range.lower] == UInt8(ascii: "|") { range.start += 1 }
        var cells: [ByteRange] = []
        var start = range.lower
        for index in range.indices where source.bytes[index] == UInt8(ascii: "|") {
            cells.append(ByteRange(start, index))
            start = index + 1
        }
        return cells + [ByteRange(start, range.upper)]
    }
}

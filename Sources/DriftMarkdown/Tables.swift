internal import DriftText

/// GFM tables, cell by cell.
extension BlockParser {
    /// Makes the last line of the open paragraph a table's header, if the line is a delimiter row that fits it.
    mutating func openTable() -> Bool {
        guard dialect.hasGFM, let alignments = scanDelimiterRow(), let header = lines.last else { return false }
        var end = header.range.upper
        while end > header.range.lower, bytes[end - 1].isBlank { end -= 1 }
        let headerRange = ByteRange(header.range.lower, end)
        guard cellRanges(headerRange).count == alignments.count else { return false }
        let top = stack.count - 1
        let index = stack[top].index
        lines.removeLast()
        if lines.count > Int(blocks[index].lines.lowerBound) {
            stack[top].endLine -= 1
            closeTop()
        } else {
            blocks.removeLast()
            stack.removeLast()
            depth = stack.count
        }
        // The header is not where a gap can be: its line follows the paragraph's.
        let table = OpenBlock(
            index: blocks.count, kind: .table, size: Int32(alignments.count), endLine: lineNumber,
            endOffset: trimmedEnd(from: nonspace))
        let parent = Int32(stack[stack.count - 1].index)
        blocks.append(Block(kind: .table, parent: parent, end: 0, range: headerRange))
        stack.append(table)
        depth = stack.count
        tableAlignments = alignments
        addRow(headerRange, cells: cellRanges(headerRange), isHeader: true)
        return true
    }

    /// Adds the line as a row of the open table; a line that is but a pipe ends the table.
    mutating func appendRow() {
        let range = ByteRange(nonspace, trimmedEnd(from: nonspace))
        let cells = cellRanges(range)
        guard !cells.isEmpty else {
            open(.paragraph, at: nonspace)
            return appendLine(toNonspace: true)
        }
        let top = stack.count - 1
        stack[top].endLine = lineNumber
        stack[top].endOffset = range.upper
        addRow(range, cells: cells, isHeader: false)
    }

    private mutating func addRow(_ range: ByteRange, cells: [ByteRange], isHeader: Bool) {
        let row = blocks.count
        let none = UInt32(lines.count)
        blocks.append(
            Block(
                kind: .tableRow, detail: BlockDetail(code: isHeader ? 1 : 0), parent: Int32(stack[depth - 1].index),
                end: 0, range: range, lines: none..<none))
        for (column, cell) in cells.enumerated() { addCell(cell, column: column, row: row) }
        // Cells are counted, not made: a wide header over many short rows must not make the tree quadratic.
        blocks[row].detail.number = UInt32(max(0, tableAlignments.count - cells.count))
        blocks[row].end = Int32(blocks.count)
    }

    private mutating func addCell(_ padded: ByteRange, column: Int, row: Int) {
        var start = padded.lower
        var end = padded.upper
        while start < end, bytes[start].isBlank { start += 1 }
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        let alignment = column < tableAlignments.count ? tableAlignments[column] : .none
        let line = UInt32(lines.count)
        lines.append(ContentLine(range: ByteRange(start, end)))
        blocks.append(
            Block(
                kind: .tableCell, detail: BlockDetail(code: alignment.rawValue),
                parent: Int32(row), end: Int32(blocks.count + 1), range: ByteRange(start, end), lines: line..<line + 1,
                info: padded))
    }

    /// What stands between the pipes of a row, with padding. Only `\` directly before a pipe protects it.
    private func cellRanges(_ row: ByteRange) -> [ByteRange] {
        var result: [ByteRange] = []
        var start = row.lower
        if !row.isEmpty, bytes[start] == UInt8(ascii: "|") { start += 1 }
        var index = start
        while index < row.upper {
            if bytes[index] == UInt8(ascii: "|"), index == row.lower || bytes[index - 1] != UInt8(ascii: "\\") {
                result.append(ByteRange(start, index))
                start = index + 1
            }
            index += 1
        }
        if start < row.upper { result.append(ByteRange(start, row.upper)) }
        return result
    }

    /// The columns' alignments, if the line is a delimiter row.
    private func scanDelimiterRow() -> [ColumnAlignment]? {
        var result: [ColumnAlignment] = []
        let end = trimmedEnd(from: nonspace)
        var index = bytes[nonspace] == UInt8(ascii: "|") ? nonspace + 1 : nonspace
        while index < end {
            while index < end, bytes[index].isBlank { index += 1 }
            let isLeft = index < end && bytes[index] == UInt8(ascii: ":")
            if isLeft { index += 1 }
            let dashes = index
            while index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
            guard index > dashes else { return nil }
            let isRight = index < end && bytes[index] == UInt8(ascii: ":")
            if isRight { index += 1 }
            while index < end, bytes[index].isBlank { index += 1 }
            result.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : .none)
            guard index < end else { break }
            guard bytes[index] == UInt8(ascii: "|") else { return nil }
            index += 1
        }
        return result.isEmpty ? nil : result
    }
}

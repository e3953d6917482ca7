internal import DriftText

/// Swift source that holds the tables of all lexicons.
enum Lexicons {
    static func swiftSource(_ pages: [Page]) throws(PageError) -> String {
        var text = "package enum EmbeddedLexicons {\n"
        for page in pages.sorted(by: { $0.name < $1.name }) {
            text += "    package static let \(SwiftLiteral.identifier(page.name)): [LexiconRow] = [\n"
            for cells in try rows(page) { text += "        LexiconRow(cells: \(SwiftLiteral.strings(cells))),\n" }
            text += "    ]\n"
        }
        return text + "}\n"
    }

    /// The rows of a page's first table, without its header.
    static func rows(_ page: Page) throws(PageError) -> [[String]] {
        let lines = (page.bodyLine - 1..<max(page.source.lineCount, page.bodyLine - 1)).map {
            (number: $0 + 1, text: page.source.string(page.source.lineRange($0)))
        }
        guard let first = lines.firstIndex(where: { $0.text.hasPrefix("|") }), first + 1 < lines.count else {
            throw PageError(path: page.path, line: page.bodyLine, message: "the page has no table")
        }
        let header = cells(lines[first].text)
        let delimiter = lines[first + 1]
        guard cells(delimiter.text).count == header.count, delimiter.text.utf8.allSatisfy("|-: ".utf8.contains) else {
            let message = "expected a delimiter row with \(header.count) cells"
            throw PageError(path: page.path, line: delimiter.number, message: message)
        }
        var rows: [[String]] = []
        for line in lines[(first + 2)...].prefix(while: { $0.text.hasPrefix("|") }) {
            let cells = cells(line.text)
            guard cells.count == header.count else {
                let message = "the row has \(cells.count) cells, the header \(header.count)"
                throw PageError(path: page.path, line: line.number, message: message)
            }
            rows.append(cells)
        }
        return rows
    }

    /// Splits a row at its unescaped pipes; one at the end closes the last cell.
    private static func cells(_ line: String) -> [String] {
        var cells: [[UInt8]] = [[]]
        var isEscaped = false
        for byte in line.utf8.dropFirst() {
            if byte == UInt8(ascii: "|"), !isEscaped {
                cells.append([])
            } else {
                if byte == UInt8(ascii: "|") { cells[cells.count - 1].removeLast() }
                cells[cells.count - 1].append(byte)
            }
            isEscaped = byte == UInt8(ascii: "\\")
        }
        let texts = cells.map { cell in
            let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
            return String(
                decoding: cell.drop(while: isSpace).reversed().drop(while: isSpace).reversed(), as: UTF8.self)
        }
        return texts.last == "" ? texts.dropLast() : texts
    }
}

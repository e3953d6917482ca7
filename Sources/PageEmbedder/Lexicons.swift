internal import DriftMarkdown
internal import DriftText

/// Swift source that holds the tables of all lexicons.
enum Lexicons {
    static func swiftSource(_ files: [PageFile]) throws(PageError) -> String {
        var text = "package enum EmbeddedLexicons {\n"
        for file in files.sorted(by: { $0.name < $1.name }) {
            text += "    package static let \(SwiftLiteral.identifier(file.name)): [LexiconRow] = [\n"
            for cells in try rows(file) { text += "        LexiconRow(cells: \(SwiftLiteral.strings(cells))),\n" }
            text += "    ]\n"
        }
        return text + "}\n"
    }

    /// The rows of a page's first table, without its header.
    static func rows(_ file: PageFile) throws(PageError) -> [[String]] {
        let document = Document(file.source)
        guard let table = document.blocks.firstIndex(where: { $0.kind == .table }) else {
            throw PageError(path: file.path, message: "the page has no table")
        }
        let rows = Array(document.children(of: table))
        let width = rows.first.map { cells(of: $0, in: document).count } ?? 0
        return try rows.dropFirst().map { row throws(PageError) in
            let cells = cells(of: row, in: document)
            guard cells.count == width else {
                let line = file.source.lineIndex(at: document.blocks[row].range.lower) + 1
                let message = "the row has \(cells.count) cells, the header \(width)"
                throw PageError(path: file.path, line: line, message: message)
            }
            return cells
        }
    }

    /// The texts of the cells that a row really has.
    private static func cells(of row: Int, in document: Document) -> [String] {
        let cells = document.children(of: row).map { document.blocks[$0] }
        return cells.map { String(decoding: document.unescaped($0.range), as: UTF8.self) }
    }
}

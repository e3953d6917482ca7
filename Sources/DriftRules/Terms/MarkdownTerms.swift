import DriftLanguage
import DriftMarkdown
import DriftText

/// The term tables of a Markdown page.
struct MarkdownTerms {
    let source: SourceText
    let path: String
    /// Line of the file, from 1, with which the text begins.
    let firstLine: Int

    /// Every table outside of examples, which stand in code.
    func tables() throws(RuleError) -> [TermTable] {
        let document = Document(source)
        var tables: [TermTable] = []
        for block in document.blocks.indices where document.blocks[block].kind == .table {
            tables.append(try table(block, in: document))
        }
        return tables
    }

    /// At least one table, each with a column for two locales; tables without any locale are for people.
    func requiredTables() throws(RuleError) -> [TermTable] {
        let document = Document(source)
        var tables: [TermTable] = []
        for block in document.blocks.indices where document.blocks[block].kind == .table {
            let header = document.children(of: block).first { _ in true }.map { cells(of: $0, in: document) } ?? []
            if header.contains(where: { LanguageTag(spelling: $0) != nil }) {
                tables.append(try table(block, in: document))
            }
        }
        if !tables.isEmpty { return tables }
        throw RuleError(
            path: path, line: 1, message: "there is no table with a column for each locale, such as `| en | de |`")
    }

    private func table(_ block: Int, in document: Document) throws(RuleError) -> TermTable {
        let rows = Array(document.children(of: block))
        let header = rows.first.map { cells(of: $0, in: document) } ?? []
        let columns = try TermColumns(header, path: path, line: line(of: block, in: document))
        var entries: [TermEntry] = []
        for row in rows.dropFirst() {
            let cells = cells(of: row, in: document)
            let padded = cells + [String](repeating: "", count: max(0, header.count - cells.count))
            if let entry = try columns.entry(padded, line: line(of: row, in: document)) { entries.append(entry) }
        }
        return TermTable(path: path, locales: columns.locales, entries: entries)
    }

    private func line(of block: Int, in document: Document) -> Int {
        firstLine + source.lineIndex(at: document.blocks[block].range.lower)
    }

    /// Cells as they are written, escapes and entities decoded, without the marks of code around the whole.
    private func cells(of row: Int, in document: Document) -> [String] {
        document.children(of: row).map { cell in
            var bytes = document.unescaped(document.blocks[cell].range)[...].trimmingSpace
            if bytes.count > 2, bytes.first == UInt8(ascii: "`"), bytes.last == UInt8(ascii: "`") {
                bytes = bytes.dropFirst().dropLast()
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

extension Rule {
    /// With the tables of its page, where its check is `terms`.
    package func readingTerms() throws(RuleError) -> Rule {
        guard check == .terms else { return self }
        var rule = self
        let body = SourceText(description.page)
        rule.terms = try MarkdownTerms(source: body, path: path, firstLine: bodyLine).tables()
        return rule
    }
}

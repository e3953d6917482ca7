import DriftLanguage
package import DriftText

/// Reads term tables, whatever they are written in.
package enum TermTableReader {
    /// Endings of the files that are read.
    package static let extensions = ["md", "csv", "tbx"]

    /// - Parameter path: whose ending says what the file is written in.
    /// - Throws: `RuleError` with the line and what to do.
    package static func read(_ source: SourceText, path: String) throws(RuleError) -> [TermTable] {
        let ending = path.split(separator: ".").last?.lowercased() ?? ""
        switch ending {
        case "md": return try MarkdownTerms(source: source, path: path, firstLine: 1).requiredTables()
        case "csv": return [try CSVTerms(source: source, path: path).table()]
        case "tbx": return [try TBXTerms(source: source, path: path).table()]
        default:
            let known = extensions.map { ".\($0)" }.joined(separator: ", ")
            throw RuleError(path: path, line: 1, message: "terms are read from \(known); rename or convert the file")
        }
    }
}

/// The header of a term table: what each column is for.
struct TermColumns {
    /// Names of columns that are for people.
    static let notes = [
        "note", "notes", "comment", "comments", "context", "definition", "description", "domain", "pos",
    ]

    let path: String
    let line: Int
    let locales: [LanguageTag]
    /// For each column of the file that of the table; nil for a note.
    private let columns: [Int?]

    /// - Throws: `RuleError` for a column that is neither a locale's nor a note.
    init(_ header: [String], path: String, line: Int) throws(RuleError) {
        var locales: [LanguageTag] = []
        var columns: [Int?] = []
        for name in header {
            if Self.notes.contains(name.lowercased()) {
                columns.append(nil)
                continue
            }
            guard let locale = LanguageTag(spelling: name) else {
                throw RuleError(
                    path: path, line: line,
                    message:
                        "column “\(name)” names no locale; write a tag such as de or pt-BR, or “note” for a column "
                        + "that is not compared")
            }
            guard !locales.contains(locale) else {
                throw RuleError(path: path, line: line, message: "two columns are for \(locale); put them into one")
            }
            columns.append(locales.count)
            locales.append(locale)
        }
        guard locales.count >= 2 else {
            throw RuleError(path: path, line: line, message: "a term table has columns for two locales or more")
        }
        (self.path, self.line, self.locales, self.columns) = (path, line, locales, columns)
    }

    /// A row of the file; nil for one that says nothing.
    func entry(_ cells: [String], line: Int) throws(RuleError) -> TermEntry? {
        guard cells.count == columns.count else {
            throw RuleError(
                path: path, line: line, message: "the row has \(cells.count) cells, the header \(columns.count)")
        }
        var entry = [TermCell](repeating: TermCell(), count: locales.count)
        for (cell, column) in zip(cells, columns) {
            guard let column else { continue }
            do throws(TermNotationError) {
                entry[column] = try TermNotation.cell(cell)
            } catch {
                throw RuleError(path: path, line: line, message: error.message)
            }
        }
        return entry.allSatisfy(\.isEmpty) ? nil : TermEntry(line: line, cells: entry)
    }
}

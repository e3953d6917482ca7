import DriftText

/// A term table in CSV as RFC 4180 defines it; a byte-order mark and ends of lines of any kind are read, too.
struct CSVTerms {
    let source: SourceText
    let path: String

    func table() throws(RuleError) -> TermTable {
        var reader = CSVReader(source: source, path: path)
        guard let (header, line) = try reader.row() else {
            throw RuleError(
                path: path, line: 1, message: "the file is empty; its first line names a locale for each column")
        }
        if header.count == 1, header[0].utf8.contains(where: { $0 == UInt8(ascii: ";") || $0 == 0x09 }) {
            throw RuleError(path: path, line: line, message: "fields stand apart by commas, not by semicolons or tabs")
        }
        let columns = try TermColumns(header, path: path, line: line)
        var entries: [TermEntry] = []
        while let (cells, line) = try reader.row() {
            // An empty line.
            if cells == [""] { continue }
            if let entry = try columns.entry(cells, line: line) { entries.append(entry) }
        }
        return TermTable(path: path, locales: columns.locales, entries: entries)
    }
}

/// Reads the rows of a CSV file one by one.
struct CSVReader {
    private let source: SourceText
    private let path: String
    private var index: Int
    private var bytes: [UInt8] { source.bytes }

    init(source: SourceText, path: String) {
        self.source = source
        self.path = path
        index = source.contentStart
    }

    /// The fields of the next row, without blanks around them, and its line, from 1; nil at the end.
    mutating func row() throws(RuleError) -> (fields: [String], line: Int)? {
        guard index < bytes.count else { return nil }
        let line = source.lineIndex(at: index) + 1
        var fields = [try field()]
        while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
            index += 1
            fields.append(try field())
        }
        skipLineEnd()
        return (fields, line)
    }

    private mutating func skipLineEnd() {
        guard index < bytes.count else { return }
        let isReturn = bytes[index] == 0x0D
        index += 1
        if isReturn, index < bytes.count, bytes[index] == 0x0A { index += 1 }
    }

    private mutating func field() throws(RuleError) -> String {
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return try quoted() }
        let start = index
        while index < bytes.count, !isEnd(bytes[index]) {
            if bytes[index] == UInt8(ascii: "\"") {
                throw error(
                    "a quotation mark within a field; put the field into quotation marks and write \"\" for it", index)
            }
            index += 1
        }
        return String(decoding: bytes[start..<index].trimmingSpace, as: UTF8.self)
    }

    private mutating func quoted() throws(RuleError) -> String {
        let start = index
        var text: [UInt8] = []
        index += 1
        while index < bytes.count {
            if bytes[index] != UInt8(ascii: "\"") {
                text.append(bytes[index])
            } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
                text.append(bytes[index])
                index += 1
            } else {
                index += 1
                guard index == bytes.count || isEnd(bytes[index]) else {
                    throw error("text behind the closing quotation mark; write \"\" for a mark within the field", index)
                }
                return String(decoding: text[...].trimmingSpace, as: UTF8.self)
            }
            index += 1
        }
        throw error("the quotation mark is not closed; add one at the end of the field", start)
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D }

    private func error(_ message: String, _ offset: Int) -> RuleError {
        RuleError(path: path, line: source.lineIndex(at: offset) + 1, message: message)
    }
}

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif
internal import DriftText

/// What was measured, a row a subject.
struct ResultTable {
    enum Value {
        case text(String)
        /// With the digits behind the point that are shown; nothing is shown of what is no number.
        case number(Double, digits: Int)

        var shown: String {
            switch self {
            case .text(let text): return text
            case .number(let number, _) where !number.isFinite: return ""
            case .number(let number, let digits):
                var scale = 1.0
                for _ in 0..<digits { scale *= 10 }
                let scaled = String(Int((abs(number) * scale).rounded()))
                let padded = String(repeating: "0", count: max(0, digits + 1 - scaled.utf8.count)) + scaled
                let sign = number < 0 ? "-" : ""
                return digits == 0 ? sign + padded : sign + padded.dropLast(digits) + "." + padded.suffix(digits)
            }
        }
    }

    let columns: [String]
    private(set) var rows: [[Value]] = []

    init(columns: [String]) {
        self.columns = columns
    }

    mutating func add(_ row: [Value]) {
        rows.append(row)
    }

    /// Writes a row to standard error.
    static func announce(_ row: [Value]) {
        let line = row.map(\.shown).joined(separator: "  ") + "\n"
        _ = line.withCString { write(2, $0, strlen($0)) }
    }

    /// Columns with two blanks between them, numbers to the right.
    var text: String {
        let cells = [columns] + rows.map { $0.map(\.shown) }
        let widths = columns.indices.map { column in cells.map { $0[column].displayWidth }.max() ?? 0 }
        return cells.enumerated().map { index, row in
            row.indices.map { column in
                let gap = String(repeating: " ", count: widths[column] - row[column].displayWidth)
                return isNumber(column) ? gap + row[column] : row[column] + gap
            }.joined(separator: "  ") + "\n"
        }.joined()
    }

    private func isNumber(_ column: Int) -> Bool {
        guard let value = rows.first?[column], case .number = value else { return false }
        return true
    }

    /// An array of objects whose keys are the columns.
    var json: String {
        let objects = rows.map { row in
            "{"
                + zip(columns, row).map { column, value in
                    guard case .text(let text) = value else {
                        return "\"\(column)\": \(value.shown.isEmpty ? "null" : value.shown)"
                    }
                    return "\"\(column)\": \"\(text)\""
                }.joined(separator: ", ") + "}"
        }
        return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
    }
}

import DriftText

/// How a cell of a term table is written: ways of saying it, between ` / ` or `;`.
///
/// `!` before one says that it is not to be used, `*` behind a word stands for its endings, and `=` alone says that the
/// term of the source is kept.
enum TermNotation {
    /// - Throws: what is wrong, and what to write instead.
    static func cell(_ text: String) throws(TermNotationError) -> TermCell {
        var cell = TermCell()
        for piece in alternatives(Array(text.utf8)) {
            let way = String(decoding: piece, as: UTF8.self)
            if way == "=" {
                cell.isKept = true
            } else if way.hasPrefix("!") {
                cell.forbidden.append(try form(String(way.dropFirst())))
            } else {
                cell.forms.append(try form(way))
            }
        }
        if cell.isKept, !cell.forms.isEmpty {
            throw TermNotationError(message: "“=” keeps the term, so “\(cell.forms[0].text)” cannot stand beside it")
        }
        return cell
    }

    private static func form(_ text: String) throws(TermNotationError) -> TermForm {
        if let form = TermForm(text) { return form }
        throw TermNotationError(
            message: "“\(text)” is no term: write at least one letter, and at most \(TermForm.limit) words")
    }

    private static func alternatives(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        for index in bytes.indices {
            let isSlash =
                bytes[index] == UInt8(ascii: "/") && index > 0 && bytes[index - 1] == 0x20 && index + 1 < bytes.count
                && bytes[index + 1] == 0x20
            guard isSlash || bytes[index] == UInt8(ascii: ";") else { continue }
            pieces.append(bytes[start..<index])
            start = index + 1
        }
        pieces.append(bytes[start...])
        return pieces.map(\.trimmingSpace).filter { !$0.isEmpty }
    }
}

struct TermNotationError: Error {
    let message: String
}

extension ArraySlice<UInt8> {
    /// Without spaces, tabs and ends of lines at both ends.
    var trimmingSpace: ArraySlice<UInt8> {
        var slice = self
        while let first = slice.first, first == 0x20 || (0x09...0x0D).contains(first) { slice.removeFirst() }
        while let last = slice.last, last == 0x20 || (0x09...0x0D).contains(last) { slice.removeLast() }
        return slice
    }
}

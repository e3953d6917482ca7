import DriftRules

/// A change of an example's files that changes nothing in what is due; marks move along.
enum Variation: String, CaseIterable, Sendable {
    case asWritten = "as written"
    case carriageReturns = "lines ended by CRLF"
    case byteOrderMark = "with a byte-order mark"
    case frontMatter = "below wide and combining characters"
    case comment = "below a comment"

    /// Whether it puts something above the text.
    var adds: Bool { self == .frontMatter || self == .comment }

    /// Two columns, a cluster of several scalars, a combining mark, and text from right to left.
    private static let entries = Array("title: \"日本語 👩‍👩‍👧 e\u{301} עברית\"\nnote: ﷽\n".utf8)

    func callAsFunction(_ example: Example) -> Example {
        Example(
            files: example.files.map(vary), also: example.also, line: example.line, terms: example.terms)
    }

    private func vary(_ file: Example.File) -> Example.File {
        switch self {
        case .asWritten: file
        case .carriageReturns: Self.withCarriageReturns(file)
        case .byteOrderMark: file.inserting([0xEF, 0xBB, 0xBF], at: 0)
        case .frontMatter: Self.withFrontMatter(file)
        case .comment: file.inserting(Array("<!-- A note for \(file.locale). -->\n\n".utf8), at: file.contentStart)
        }
    }

    private static func withCarriageReturns(_ file: Example.File) -> Example.File {
        let newline = UInt8(ascii: "\n")
        return Example.File(
            locale: file.locale, path: file.path,
            bytes: file.bytes.flatMap { $0 == newline ? [UInt8(ascii: "\r"), newline] : [$0] },
            marks: file.marks.map { mark in mark + file.bytes[..<mark].filter { $0 == newline }.count })
    }

    /// Adds entries to the front matter that a document has, or gives it one.
    private static func withFrontMatter(_ file: Example.File) -> Example.File {
        let marker = Array("---\n".utf8)
        return file.bytes.starts(with: marker)
            ? file.inserting(entries, at: marker.count) : file.inserting(marker + entries + marker, at: 0)
    }
}

extension Example.File {
    /// Marks at the place move behind what is inserted.
    func inserting(_ text: [UInt8], at offset: Int) -> Example.File {
        Example.File(
            locale: locale, path: path, bytes: bytes[..<offset] + text + bytes[offset...],
            marks: marks.map { $0 < offset ? $0 : $0 + text.count })
    }

    /// The document with a comment at its beginning, or behind its front matter, that switches a rule off; without marks.
    func suppressing(_ rule: String) -> Example.File {
        let comment = Array("<!-- driftlint-disable \(rule) -- on purpose -->\n\n".utf8)
        return Example.File(
            locale: locale, path: path, bytes: bytes[..<contentStart] + comment + bytes[contentStart...], marks: [])
    }

    /// The document with a comment at its end that switches a rule off for the file; without marks.
    func suppressingFromItsEnd(_ rule: String) -> Example.File {
        let comment = Array("\n<!-- driftlint-disable-file \(rule) -- on purpose -->\n".utf8)
        return Example.File(locale: locale, path: path, bytes: bytes + comment, marks: [])
    }

    /// Where the line behind the front matter begins; 0 without front matter.
    fileprivate var contentStart: Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let marker = Array("---".utf8)
        guard lines.first?.elementsEqual(marker) == true,
            let close = lines.dropFirst().first(where: { $0.elementsEqual(marker) })
        else { return 0 }
        return close.endIndex + 1
    }

    /// The document as one block of code; tildes in this number stand in no example.
    var fenced: Example.File {
        let fence = Array("~~~~~~~~\n".utf8)
        return Example.File(locale: locale, path: path, bytes: fence + bytes + fence, marks: [])
    }
}

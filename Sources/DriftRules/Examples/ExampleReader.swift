import DriftMarkdown
import DriftText

/// Reads the examples of a rule page.
///
/// Each block fenced as `md` is a document: the words after it are its locale, a path where that matters, and `escaped`
/// where `\u{…}` stands for a character. Blocks that follow one another form one example; a line `also: rule-id` after
/// them names what other rules report there. `↓` marks where a finding is due. A block fenced as `terms` among them holds
/// a table of terms.
package struct ExampleReader {
    private let document: Document
    private let firstLine: Int
    private var examples: [Example] = []
    private var files: [Example.File] = []
    private var terms = ""
    private var line = 0

    /// - Parameter firstLine: line of the page, from 1, on which the body begins.
    package static func examples(in body: String, firstLine: Int = 1) -> [Example] {
        var reader = ExampleReader(document: Document(SourceText(body)), firstLine: firstLine)
        reader.read()
        return reader.examples
    }

    private init(document: Document, firstLine: Int) {
        self.document = document
        self.firstLine = firstLine
    }

    private mutating func read() {
        for block in document.children(of: 0) {
            if let table = termTable(block) {
                terms = table
            } else if let file = file(block) {
                if files.isEmpty {
                    line = firstLine + document.source.lineIndex(at: document.blocks[block].range.lower)
                }
                files.append(file)
            } else {
                close(also: alsoLine(block))
            }
        }
        close(also: [])
    }

    private mutating func close(also: [String]) {
        if !files.isEmpty { examples.append(Example(files: files, also: also, line: line, terms: terms)) }
        (files, terms) = ([], "")
    }

    private func termTable(_ block: Int) -> String? {
        guard document.blocks[block].kind == .codeBlock, document.source.string(document.blocks[block].info) == "terms"
        else { return nil }
        return String(decoding: document.code(of: block), as: UTF8.self) + "\n"
    }

    private func file(_ block: Int) -> Example.File? {
        guard document.blocks[block].kind == .codeBlock else { return nil }
        let words = document.source.string(document.blocks[block].info).split(separator: " ").map(String.init)
        guard words.count >= 2, words[0] == "md" else { return nil }
        let isEscaped = words.contains("escaped")
        let path = words.dropFirst(2).first { $0 != "escaped" } ?? "\(words[1])/page.md"
        // A fence leaves out the line end that documents close with.
        let text = String(decoding: document.code(of: block), as: UTF8.self) + "\n"
        let (bytes, marks) = Self.withoutMarks(isEscaped ? Self.unescaped(text) : text)
        return Example.File(locale: words[1], path: path, bytes: bytes, marks: marks)
    }

    private static func withoutMarks(_ text: String) -> ([UInt8], [Int]) {
        var bytes: [UInt8] = []
        var marks: [Int] = []
        for scalar in text.unicodeScalars {
            if scalar == "↓" { marks.append(bytes.count) } else { bytes += Array(String(scalar).utf8) }
        }
        return (bytes, marks)
    }

    /// Resolves `\u{…}`; anything else stays as it is.
    private static func unescaped(_ text: String) -> String {
        var result = ""
        for (index, piece) in text.split(separator: "\\u{", omittingEmptySubsequences: false).enumerated() {
            let parts = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            if index > 0, parts.count == 2, let code = UInt32(parts[0], radix: 16), let scalar = Unicode.Scalar(code) {
                result.unicodeScalars.append(scalar)
                result += parts[1]
            } else {
                result += index == 0 ? String(piece) : "\\u{" + piece
            }
        }
        return result
    }

    private func alsoLine(_ block: Int) -> [String] {
        let text = document.source.string(document.blocks[block].range)
        guard document.blocks[block].kind == .paragraph, text.hasPrefix("also:") else { return [] }
        return text.dropFirst(5).split { ", `\n".contains($0) }.map(String.init)
    }
}

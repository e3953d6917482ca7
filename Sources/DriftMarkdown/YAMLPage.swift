package import DriftText

/// A Markdown page that YAML front matter declares, as rule pages are: what is declared, title and summary.
package struct YAMLPage: Sendable {
    /// One line of the front matter: a key with its value or values.
    package struct Entry: Hashable, Sendable {
        package let key: String
        /// One for a scalar, none for a missing value.
        package let values: [String]
        /// Line of the key, from 1.
        package let line: Int
    }

    package let entries: [Entry]
    /// What follows the front matter's closing line.
    package let body: ByteRange
    /// The text of the first `# ` heading.
    package let title: String
    /// The first sentence below the title, in Markdown, on one line.
    package let summary: String

    /// Reads a page; throws when it lacks its front matter, its title or its first sentence, when a key is repeated,
    /// or when a value is more than a scalar or a sequence of scalars.
    package init(_ source: SourceText) throws(YAMLError) {
        let lines = YAMLPage.frontMatterLines(source)
        guard let lines else {
            throw YAMLError("a page has to begin with front matter between “---” lines", source.lineRange(0))
        }
        let start = source.lineStarts.indices.contains(1) ? Int(source.lineStarts[1]) : source.bytes.count
        let stop = Int(source.lineStarts[lines.upperBound])
        let node = try YAMLReader.read(source, in: ByteRange(start, stop))
        guard let pairs = node.pairs else { throw YAMLError("expected “key: value” lines", node.range) }
        var entries: [Entry] = []
        for (key, value) in pairs {
            guard let values = value.strings else {
                throw YAMLError("“\(key.string ?? "")” takes a value or a list of values", value.range)
            }
            let line = source.lineIndex(at: key.range.lower) + 1
            entries.append(Entry(key: key.string ?? "", values: values, line: line))
        }
        self.entries = entries
        let after = lines.upperBound + 1
        let bodyStart = after < source.lineCount ? Int(source.lineStarts[after]) : source.bytes.count
        body = ByteRange(bodyStart, source.bytes.count)
        (title, summary) = try YAMLPage.heading(source, firstLine: min(after, source.lineCount))
    }

    package subscript(key: String) -> Entry? { entries.first { $0.key == key } }

    /// Indices of the lines from the opening `---` up to, and not including, the closing one.
    private static func frontMatterLines(_ source: SourceText) -> Range<Int>? {
        guard isMarker(source, line: 0) else { return nil }
        let close = (1..<max(source.lineCount, 1)).first { isMarker(source, line: $0) }
        return close.map { 0..<$0 }
    }

    private static func isMarker(_ source: SourceText, line: Int) -> Bool {
        let text = source.bytes[source.lineRange(line).indices]
        return text.starts(with: Array("---".utf8)) && text.dropFirst(3).allSatisfy(YAMLParser.isSpace)
    }

    private static func heading(
        _ source: SourceText, firstLine: Int
    ) throws(YAMLError) -> (title: String, summary: String) {
        var index = firstLine
        while index < source.lineCount, source.lineRange(index).isEmpty { index += 1 }
        let line =
            index < source.lineCount ? source.lineRange(index) : ByteRange(source.bytes.count, source.bytes.count)
        let text = source.string(line)
        guard text.hasPrefix("# "), let title = trimmed(text.dropFirst(2)) else {
            throw YAMLError("expected a “# Title” below the front matter", line)
        }
        index += 1
        while index < source.lineCount, source.lineRange(index).isEmpty { index += 1 }
        var paragraph: [String] = []
        while index < source.lineCount, let text = trimmed(Substring(source.string(source.lineRange(index)))) {
            paragraph.append(text)
            index += 1
        }
        guard let first = paragraph.first, !first.hasPrefix("#"), !first.hasPrefix("```") else {
            throw YAMLError("expected a paragraph below the title", line)
        }
        return (title, firstSentence(paragraph.joined(separator: " ")))
    }

    private static func trimmed(_ text: Substring) -> String? {
        let bytes = text.utf8.drop(while: YAMLParser.isSpace).reversed().drop(while: YAMLParser.isSpace).reversed()
        return bytes.isEmpty ? nil : String(decoding: Array(bytes), as: UTF8.self)
    }

    /// Up to the first full stop outside of code with a space after it that no lower-case letter follows.
    private static func firstSentence(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var isCode = false
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "`") { isCode.toggle() }
            guard !isCode, index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: " ") else { continue }
            let isEnd = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[index])
            if isEnd, !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index + 2]) {
                return String(decoding: bytes[...index], as: UTF8.self)
            }
        }
        return text
    }
}

import DriftMarkdown
package import DriftText

extension EmbeddedPage {
    /// Reads a page as the build reads those that are built in.
    ///
    /// - Parameter path: with `/` between its parts; the folder that it names last is the family.
    package init(_ source: SourceText, path: String) throws(RuleError) {
        let page: YAMLPage
        do throws(YAMLError) {
            page = try YAMLPage(source)
        } catch {
            throw RuleError(path: path, line: source.lineIndex(at: error.range.lower) + 1, message: error.message)
        }
        let parts = path.split(separator: "/").map(String.init)
        let fileName = parts.last ?? ""
        let name = String(fileName.dropLast(".md".count))
        guard let id = page["id"] else { throw RuleError(path: path, line: 1, message: "the front matter has no `id`") }
        guard id.values == [name] else {
            let found = id.values.joined(separator: ", ")
            throw RuleError(
                path: path, line: id.line, message: "the id `\(found)` differs from the file name `\(name)`")
        }
        let start = page.body.lower
        let isEmpty = start >= source.bytes.count
        let line = isEmpty ? source.lineCount : source.lineIndex(at: start)
        self.init(
            family: parts.dropLast().last ?? "", fileName: fileName, title: page.title, summary: page.summary,
            frontMatter: page.entries.map { Entry(key: $0.key, values: $0.values, line: $0.line) },
            bodyLine: line + 1, body: Self.body(source, from: line), path: path)
    }

    /// The lines from one on, ended by LF.
    private static func body(_ source: SourceText, from line: Int) -> String {
        (line..<max(line, source.lineCount)).map { source.string(source.lineRange($0)) + "\n" }.joined()
    }
}

internal import DriftMarkdown
internal import DriftText

/// What is wrong with a page, in the form that builds and editors recognise: `path:line: error: message`.
struct PageError: Error, Hashable, CustomStringConvertible {
    let path: String
    /// From 1.
    let line: Int
    let message: String

    init(path: String, line: Int = 1, message: String) {
        self.path = path
        self.line = line
        self.message = message
    }

    init(_ error: YAMLError, in source: SourceText, path: String) {
        self.init(path: path, line: source.lineIndex(at: error.range.lower) + 1, message: error.message)
    }

    var description: String { "\(path):\(line): error: \(message)" }
}

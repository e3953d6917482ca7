internal import DriftMarkdown
internal import DriftText

/// A rule's page whose front matter has been checked.
struct Page {
    let file: PageFile
    let content: YAMLPage

    /// Throws unless the page declares an id that is its file name.
    init(_ file: PageFile) throws(PageError) {
        self.file = file
        do throws(YAMLError) {
            content = try YAMLPage(file.source)
        } catch {
            throw PageError(error, in: file.source, path: file.path)
        }
        try requireID()
    }

    private func requireID() throws(PageError) {
        guard let id = content["id"] else { throw PageError(path: path, message: "the front matter has no “id”") }
        guard id.values == [name] else {
            let found = id.values.joined(separator: ", ")
            let message = "the id “\(found)” differs from the file name “\(name)”"
            throw PageError(path: path, line: id.line, message: message)
        }
    }

    private var source: SourceText { file.source }
    private var path: String { file.path }
    private var name: String { file.name }

    /// What follows the front matter, its lines ended by LF.
    ///
    /// Throws on control characters, which a string literal cannot hold as they are.
    func body() throws(PageError) -> String {
        var text: [UInt8] = []
        for index in bodyLine - 1..<max(source.lineCount, bodyLine - 1) {
            let line = source.lineRange(index)
            for byte in source.bytes[line.indices] where (byte < 0x20 && byte != 0x09) || byte == 0x7F {
                throw PageError(path: path, line: index + 1, message: "a control character; write it as an escape")
            }
            text += source.bytes[line.indices]
            text.append(UInt8(ascii: "\n"))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Line on which the body begins, from 1.
    var bodyLine: Int {
        let start = content.body.lower
        return start < source.bytes.count ? source.lineIndex(at: start) + 1 : source.lineCount + 1
    }
}

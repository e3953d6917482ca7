import DriftEngine
import DriftMarkdown
import DriftText

/// `driftlint parse`: shows how one document is read.
struct ParseCommand {
    let options: Options

    /// - Parameter path: `-` is standard input.
    func run(_ path: String) throws -> Int32 {
        let bytes = path == "-" ? try StandardInput.read() : try DiskFiles().read(path)
        let document = Document(SourceText(bytes), dialect: options.dialect)
        Stream.standardOutput.write(render(document))
        return ExitStatus.clean
    }

    private func render(_ document: Document) -> String {
        switch options.treeFormat {
        case .outline: return TreeOutline.render(document)
        case .json: return String(decoding: TreeJSON.render(document), as: UTF8.self)
        case .html:
            let html = String(decoding: HTMLRenderer.render(document), as: UTF8.self)
            return Stream.standardOutput.isTerminal ? displayable(html) : html
        }
    }

    /// The lines of a text as a terminal may show them.
    private func displayable(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).escapedForDisplay }
            .joined(separator: "\n")
    }
}

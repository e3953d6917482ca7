import DriftMarkdown
import DriftText

/// Any bytes as Markdown: the trees of all dialects hold together and can be printed.
struct ParseCheck {
    let bytes: [UInt8]

    func run() {
        let source = SourceText(bytes)
        LineCheck(source: source).run()
        for dialect in Dialect.allCases {
            let document = Document(source, dialect: dialect)
            TreeCheck(document: document).run()
            _ = HTMLRenderer.render(document, filtersTags: true)
            if dialect == .all {
                _ = TreeOutline.render(document)
                _ = TreeJSON.render(document)
            }
        }
    }
}

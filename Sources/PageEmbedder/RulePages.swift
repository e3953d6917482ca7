/// Swift source that holds all rule pages.
enum RulePages {
    /// Pages in the order of family and name; throws when two share an id.
    static func swiftSource(_ pages: [Page]) throws(PageError) -> String {
        let pages = pages.sorted { ($0.file.family, $0.file.name) < ($1.file.family, $1.file.name) }
        try requireDistinctNames(pages)
        var text = "package enum EmbeddedPages {\n    package static let all: [EmbeddedPage] = [\n"
        for index in pages.indices { text += "        page\(index)(),\n" }
        text += "    ]\n"
        // A function for each page keeps what the compiler has to type-check at once small.
        for (index, page) in pages.enumerated() { text += try function("page\(index)", page) }
        return text + "}\n"
    }

    private static func requireDistinctNames(_ pages: [Page]) throws(PageError) {
        var paths: [String: String] = [:]
        for page in pages {
            if let other = paths.updateValue(page.file.path, forKey: page.file.name) {
                throw PageError(path: page.file.path, message: "\(other) has the id “\(page.file.name)” already")
            }
        }
    }

    private static func function(_ name: String, _ page: Page) throws(PageError) -> String {
        let entries = page.content.entries.map { entry in
            let key = SwiftLiteral.string(entry.key)
            let values = SwiftLiteral.strings(entry.values)
            return "                EmbeddedPage.Entry(key: \(key), values: \(values), line: \(entry.line)),\n"
        }
        return """

                private static func \(name)() -> EmbeddedPage {
                    EmbeddedPage(
                        family: \(SwiftLiteral.string(page.file.family)),
                        fileName: \(SwiftLiteral.string(page.file.fileName)),
                        title: \(SwiftLiteral.string(page.content.title)),
                        summary: \(SwiftLiteral.string(page.content.summary)),
                        frontMatter: [
            \(entries.joined())            ],
                        bodyLine: \(page.bodyLine),
                        body: \(SwiftLiteral.rawString(try page.body())))
                }

            """
    }
}

import DriftText
import Testing

@testable import PageEmbedder

@Suite struct PageTests {
    static func page(_ text: String, path: String = "rules/values/changed-size.md") throws(PageError) -> Page {
        try Page(PageFile(path: path, source: SourceText(text)))
    }

    static let whole = """
        ---
        id: changed-size
        of: [cell, item]   # both
        over:
        ---
        # Changed size

        A size such as `5. MB`, e.g. of a
        file, that differs. It is copied
        wrongly.

        """

    @Test func readsWhatAPageDeclares() throws {
        let page = try Self.page(Self.whole)
        #expect(page.content.title == "Changed size")
        #expect(page.content.summary == "A size such as `5. MB`, e.g. of a file, that differs.")
        #expect(page.content.entries.map(\.key) == ["id", "of", "over"])
        #expect(page.content.entries.map(\.values) == [["changed-size"], ["cell", "item"], []])
        #expect(page.content.entries.map(\.line) == [2, 3, 4])
        #expect((page.file.family, page.file.fileName, page.bodyLine) == ("values", "changed-size.md", 6))
        #expect(try page.body().hasPrefix("# Changed size\n\nA size"))
    }

    @Test(arguments: ["\r\n", "\r"])
    func otherLineEndsMakeTheSamePage(lineEnd: String) throws {
        let text = Self.whole.utf8.map { $0 == 0x0A ? Array(lineEnd.utf8) : [$0] }.joined()
        let page = try Self.page(String(decoding: Array(text), as: UTF8.self))
        #expect(try page.body() == Self.page(Self.whole).body())
        #expect(page.bodyLine == 6)
    }

    @Test(arguments: [
        ("# Changed size\n", 1, "front matter"), ("", 1, "front matter"),
        ("---\nid: changed-size\n", 1, "front matter"),
        ("---\nof: cell\n---\n# T\n\nText.\n", 1, "no “id”"),
        ("---\nof: x\nid: other\n---\n# T\n\nText.\n", 3, "“other”"),
        ("---\nid: changed-size\nof: x\nid: y\n---\n# T\n\nText.\n", 4, "repeated"),
        ("---\nid: changed-size\nof: {a: b}\n---\n# T\n\nText.\n", 3, "list of values"),
        ("---\nid: changed-size\n---\n\nText.\n", 5, "# Title"), ("---\nid: changed-size\n---\n", 3, "# Title"),
        ("---\nid: changed-size\n---\n# T\n\n## Flagged\n", 4, "paragraph"),
        ("---\n- id\n---\n# T\n\nText.\n", 2, "key: value"),
    ])
    func namesTheLineOfAnError(text: String, line: Int, words: String) throws {
        let error = try #require(throws: PageError.self) { try Self.page(text) }
        #expect(error.line == line)
        #expect(error.message.contains(words), "\(error.message)")
        #expect(error.description.hasPrefix("rules/values/changed-size.md:\(line): error: "))
    }

    @Test func aControlCharacterIsNamed() throws {
        let page = try Self.page(Self.whole + "a\u{1B}b\n")
        #expect(try #require(throws: PageError.self) { try page.body() }.line == 11)
    }
}

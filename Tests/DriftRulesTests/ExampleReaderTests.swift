import DriftRules
import Testing

private let page = """
    # Title

    ```md en
    One ↓two.
    ```

    ```md de docs/de/x.md
    Ein\\u{200B}s↓
    ```

    also: lost-link, `lost-emphasis`

    Prose.

    ```md en escaped
    a\\u{A0}b\\u{zz}\\u{200B
    ```

    ```sh
    make
    ```

    ```md
    no locale
    ```
    """

@Test func readsBlocksInARowAsOneExample() throws {
    let examples = ExampleReader.examples(in: page, firstLine: 10)
    #expect(examples.map(\.files.count) == [2, 1])
    #expect(examples.map(\.line) == [12, 24])
    #expect(examples.map(\.also) == [["lost-link", "lost-emphasis"], []])
}

@Test func readsLocalePathAndMarks() throws {
    let files = try #require(ExampleReader.examples(in: page).first).files
    #expect(files.map(\.locale) == ["en", "de"])
    #expect(files.map(\.path) == ["en/page.md", "docs/de/x.md"])
    #expect(files[0].bytes == Array("One two.\n".utf8))
    #expect(files.map(\.marks) == [[4], [12]])
}

@Test func resolvesEscapesWhereThePageSaysSo() throws {
    let examples = ExampleReader.examples(in: page)
    #expect(examples[0].files[1].bytes == Array("Ein\\u{200B}s\n".utf8))
    #expect(examples[1].files[0].bytes == Array("a\u{A0}b\\u{zz}\\u{200B\n".utf8))
}

@Test func movesMarksWithTheText() {
    let file = Example.File(locale: "en", path: "x.md", bytes: Array("a\nb\n".utf8), marks: [0, 1, 2, 3])
    let example = Example(files: [file], also: [], line: 1)
    #expect(Variation.carriageReturns(example).files[0].bytes == Array("a\r\nb\r\n".utf8))
    #expect(Variation.carriageReturns(example).files[0].marks == [0, 1, 3, 4])
    #expect(Variation.byteOrderMark(example).files[0].marks == [3, 4, 5, 6])
    let varied = Variation.frontMatter(example).files[0]
    #expect(varied.bytes.suffix(4) == file.bytes.suffix(4))
    #expect(varied.marks.first == varied.bytes.count - 4)
}

import Testing

@testable import DriftMarkdown
@testable import DriftText

@Suite struct BlockTests {
    @Test(arguments: [
        ("Setup\n=====\ntext", ["document: Setup⏎=====⏎text", "  heading: Setup⏎=====", "  paragraph: text"]),
        ("## Proxy ##  \n", ["document: ## Proxy ##  ⏎", "  heading: ## Proxy ##"]),
        (
            "> - one\ntwo\n> - three",
            [
                "document: > - one⏎two⏎> - three", "  quote: > - one⏎two⏎> - three", "    list: - one⏎two⏎> - three",
                "      item: - one⏎two", "        paragraph: one⏎two", "      item: - three",
                "        paragraph: three",
            ]
        ),
        (
            "- a\n\n\tcode\r\n\r\n1) b",
            [
                "document: - a⏎⏎→code␍⏎␍⏎1) b", "  list: - a⏎⏎→code", "    item: - a⏎⏎→code", "      paragraph: a",
                "      paragraph: code", "  list: 1) b", "    item: 1) b", "      paragraph: b",
            ]
        ),
        (
            "```sh\nls\n```\n\n    x\n\n    y\n\nz",
            [
                "document: ```sh⏎ls⏎```⏎⏎    x⏎⏎    y⏎⏎z", "  codeBlock: ```sh⏎ls⏎```", "  codeBlock: x⏎⏎    y",
                "  paragraph: z",
            ]
        ),
        (
            "[a]: /x\n  'A'\n[b]: <y z>\nrest",
            [
                "document: [a]: /x⏎  'A'⏎[b]: <y z>⏎rest", "  linkDefinition: [a]: /x⏎  'A'",
                "  linkDefinition: [b]: <y z>",
                "  paragraph: rest",
            ]
        ),
        (
            "<!-- a -->\n<div>\nb\n\nc\r***",
            [
                "document: <!-- a -->⏎<div>⏎b⏎⏎c␍***", "  comment: <!-- a -->", "  htmlBlock: <div>⏎b",
                "  paragraph: c",
                "  thematicBreak: ***",
            ]
        ),
        (
            "[^n]: Note\n    goes on\nlazy\n\nend[^n]",
            [
                "document: [^n]: Note⏎    goes on⏎lazy⏎⏎end[^n]", "  footnoteDefinition: [^n]: Note⏎    goes on⏎lazy",
                "    paragraph: Note⏎    goes on⏎lazy", "  paragraph: end[^n]",
            ]
        ),
    ])
    func blocksHaveExactRanges(markdown: String, outline: [String]) {
        #expect(Document(SourceText(markdown)).outline == outline)
    }

    @Test(arguments: [
        ("---\ntitle: x\n---\ntext", "---⏎title: x⏎---", 1), ("\u{FEFF}--- \na\nb\n... \n", "--- ⏎a⏎b⏎...", 2),
        ("---\r\n---\r\n", "---␍⏎---", 0),
    ])
    func frontMatterIsOneBlock(markdown: String, range: String, lines: Int) {
        let document = Document(SourceText(markdown))
        #expect(document.blocks[1].kind == .frontMatter)
        #expect(document.visible(document.blocks[1].range) == range)
        #expect(document.blocks[1].lines.count == lines)
    }

    @Test(arguments: [
        ("---\na: b\n---\n# c", FrontMatterFormat.yaml, "a: b"), ("+++\na = 'b'\n+++\n# c", .toml, "a = 'b'"),
        ("{\n  \"a\": {\n  }\n}\n# c", .json, "  \"a\": {⏎  }"),
    ])
    func frontMatterHasAFormat(markdown: String, format: FrontMatterFormat, text: String) throws {
        let document = Document(SourceText(markdown))
        #expect(document.frontMatterFormat == format)
        #expect(document.blocks.map(\.kind) == [.document, .frontMatter, .heading])
        let lines = document.lines[document.blocks[1].lineIndices]
        let content = ByteRange(try #require(lines.first).range.lower, try #require(lines.last).range.upper)
        #expect(document.visible(content) == text)
    }

    @Test(arguments: [
        "---\ntitle: x\n", "\n---\na\n---\n", "----\na\n---\n", "+++\na\n---\n", "{\na\n}\n", "{\n\"a\": 1\n", "{\n",
    ])
    func otherFencesAreNoFrontMatter(markdown: String) {
        #expect(Document(SourceText(markdown)).first(.frontMatter) == nil)
    }

    @Test func alertsLoseTheirMarkerLine() throws {
        let document = Document(SourceText("> [!WARNING]  \n> Mind *this*.\n\n> [!note]\n>\n> b\n\n> [!other]"))
        #expect(document.blocks.map(\.kind) == [.document, .quote, .paragraph, .quote, .paragraph, .quote, .paragraph])
        #expect(document.blocks[1].detail.code == AlertKind.warning.rawValue + 1)
        #expect(document.visible(document.blocks[2].range) == "Mind *this*.")
        #expect(document.blocks[3].detail.code == AlertKind.note.rawValue + 1)
        #expect(document.visible(document.blocks[4].range) == "b")
        #expect(document.blocks[5].detail.code == 0)
    }

    @Test func taskMarkersAreNoContent() {
        let document = Document(SourceText("- [ ] open\n- [x] done\n- [] none\n- [ ]\n"))
        let items = document.blocks.filter { $0.kind == .item }
        #expect(items.map(\.detail.code) == [1, 2, 0, 0])
        #expect(items.map { document.visible($0.info) } == ["-", "-", "-", "-"])
        let paragraphs = document.blocks.filter { $0.kind == .paragraph }
        #expect(paragraphs.map { document.visible($0.range) } == ["open", "done", "[] none", "[ ]"])
    }

    @Test(arguments: [
        ("- a\n- b", true), ("- a\n\n- b", false), ("- a\n\n  b\n- c", false), ("- a\n  - b\n\n    c\n- d", true),
        ("- a\n  > b\n  >\n- c", true), ("- a\n\n\n", true), ("- ```\n  x\n\n\n  ```\n- b", true),
        ("1. a\n\n   [r]: x\n2. b", false),
    ])
    func listsAreTightWithoutBlankLines(markdown: String, isTight: Bool) throws {
        let document = Document(SourceText(markdown))
        let list = try #require(document.first(.list))
        #expect(document.blocks[list].detail.isTight == isTight)
    }

    @Test func codeKeepsWhatATabLeaves() throws {
        let document = Document(SourceText("-\t\tfoo\n"))
        let code = try #require(document.first(.codeBlock))
        #expect(String(decoding: document.code(of: code), as: UTF8.self) == "  foo")
        #expect(document.lines[0].padding == 2)
    }
}

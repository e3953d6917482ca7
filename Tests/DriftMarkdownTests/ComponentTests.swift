import Testing

@testable import DriftMarkdown
@testable import DriftText

@Suite struct ComponentTests {
    @Test(arguments: [
        (
            "<Tabs group=\"a\"\n  default={{ b: [1] }}>\n  <Tab label=\"Auf *Linux*\">\n\n    a\n    - b\n      - c\n\n  </Tab>\n</Tabs>\nd",
            [
                "container: <Tabs group=\"a\"⏎  default={{ b: [1] }}>⏎  <Tab label=\"Auf *Linux*\">⏎⏎    a⏎    - b⏎      - c⏎⏎  </Tab>⏎</Tabs>",
                "  container: <Tab label=\"Auf *Linux*\">⏎⏎    a⏎    - b⏎      - c⏎⏎  </Tab>",
                "    containerTitle: Auf *Linux*", "    paragraph: a", "    list: - b⏎      - c",
                "      item: - b⏎      - c",
                "        paragraph: b", "        list: - c", "          item: - c", "            paragraph: c",
                "paragraph: d",
            ]
        ),
        (
            "<Card.Body>\n<div>\na\n</Card.Body>\nb",
            ["container: <Card.Body>⏎<div>⏎a⏎</Card.Body>", "  htmlBlock: <div>⏎a", "paragraph: b"]
        ),
        (
            "<Figure alt=\"Ein Bild\" src={a('b')} />\nc",
            ["directive: <Figure alt=\"Ein Bild\" src={a('b')} />", "  containerTitle: Ein Bild", "paragraph: c"]
        ),
        ("<Open>\n\na", ["htmlBlock: <Open>", "paragraph: a"]),
        ("<Open a={b>\n\n</Open>", ["htmlBlock: <Open a={b>", "htmlBlock: </Open>"]),
        ("a\n<Tab>\nb\n</Tab>", ["paragraph: a⏎<Tab>⏎b⏎</Tab>"]),
        ("<Card>text</Card>", ["paragraph: <Card>text</Card>"]),
    ])
    func componentsHoldMarkdown(markdown: String, outline: [String]) {
        #expect(Document(SourceText(markdown)).bodyOutline == outline)
    }

    @Test(arguments: [
        "import A from 'a';", "import A, { B as C } from \"a\"", "import {\n  A,\n} from 'a'", "import 'a.css'",
        "import * as A from 'a'", "import type { A } from 'a'", "export const a = {\n  b: 1,\n\n  c: [2]\n};",
        "export { a }", "export default Layout", "export default ({ children }) => children",
        "export function A() {\n  return 1\n}",
    ])
    func statementsMakeADocumentMDX(markdown: String) {
        let document = Document(SourceText("\(markdown)\n\n# {a}\n\n{b}\n"))
        #expect(document.isMDX)
        #expect(document.blocks.map(\.kind) == [.document, .directive, .heading, .directive])
        #expect(document.source.string(document.blocks[1].range) == markdown)
        #expect(document.inlines(of: 2).map(\.kind) == [.directive])
    }

    @Test(arguments: [
        "import statements \"work\"", "import the 'file'", "export default settings apply", "export const", "exports {",
        "import A\n\nfrom 'a'", "export let them go", "a\nimport 'b'", "> import 'a'",
    ])
    func proseIsNoStatement(markdown: String) {
        let document = Document(SourceText(markdown))
        #expect(!document.isMDX)
        #expect(document.first(.directive) == nil)
    }

    @Test func anOpenExportEndsAtABlankLine() {
        let document = Document(SourceText("export const a = {\n  b\n\n# c\n"))
        #expect(document.bodyOutline == ["directive: export const a = {⏎  b", "heading: # c"])
    }

    @Test func commentsInBracesAreTrivia() {
        let document = Document(SourceText("{/* a\nb */}\n\nc {/* d */}"))
        #expect(document.bodyOutline == ["comment: {/* a⏎b */}", "paragraph: c {/* d */}"])
        #expect(document.inlines(of: 2).map(\.kind) == [.text, .comment])
    }

    @Test func tagsInTextMayHoldExpressions() {
        let document = Document(SourceText("a <Badge text={'b'} on>c</Badge> d <T, U>"))
        #expect(document.inlines(of: 1).map(\.kind) == [.text, .html, .text, .html, .text])
    }

    @Test(arguments: [
        ("$$\na\n\n# b\n$$\nc", ["mathBlock: $$⏎a⏎⏎# b⏎$$", "paragraph: c"], "a\n\n# b"),
        ("$$ a + b $$", ["mathBlock: $$ a + b $$"], " a + b "), ("$$\na\nb $$", ["mathBlock: $$⏎a⏎b $$"], "a\nb "),
        ("> $$\n> a\n> $$", ["quote: > $$⏎> a⏎> $$", "  mathBlock: $$⏎> a⏎> $$"], "a"),
    ])
    func formulasAreBlocks(markdown: String, outline: [String], code: String) throws {
        let document = Document(SourceText(markdown))
        #expect(document.bodyOutline == outline)
        let block = try #require(document.first(.mathBlock))
        #expect(String(decoding: document.code(of: block), as: UTF8.self) == code)
    }

    @Test(arguments: ["$$\na\n", "$$ a\n", "$ a\n$$ b"])
    func openFormulasAreText(markdown: String) {
        #expect(Document(SourceText(markdown)).first(.mathBlock) == nil)
    }
}

import Testing

@testable import DriftMarkdown
@testable import DriftText

@Suite struct TableTests {
    private func cells(_ markdown: String) -> [[String]] {
        let document = Document(SourceText(markdown))
        return document.blocks.indices.filter { document.blocks[$0].kind == .tableRow }.map { row in
            document.children(of: row).map { cell in
                document.visible(document.blocks[cell].range)
            } + (0..<document.blocks[row].detail.number).map { _ in "-" }
        }
    }

    @Test(arguments: [
        ("| Date | Who |\n|---|:-:|\n| 3/27 | Ann |\n", [["Date", "Who"], ["3/27", "Ann"]]),
        ("a | b\n-|-\nc\n| d | e | f |", [["a", "b"], ["c", "-"], ["d", "e", "f"]]),
        ("|a|\n|-|\n| x \\| y |\n| `p|q` |", [["a"], ["x \\| y"], ["`p", "q`"]]),
        ("- | a | b |\n  |---|---|\n  | 日本 |  |\n", [["a", "b"], ["日本", ""]]),
        ("> | a |\r\n> | - |\r\n> | b |\r\n", [["a"], ["b"]]),
        ("text\n| a |\n|---|\n| b |\n# h", [["a"], ["b"]]),
    ])
    func rowsAreCutIntoCells(markdown: String, expected: [[String]]) {
        #expect(cells(markdown) == expected)
    }

    @Test(arguments: ["| a | b |\n|---|\n", "a\n---\n", "|\n-|\n", "| a |\n\n|---|\n", "| a |\n| --x |"])
    func otherTextIsNoTable(markdown: String) {
        #expect(Document(SourceText(markdown)).first(.table) == nil)
    }

    @Test func rangesCoverRowsAndPadding() throws {
        let document = Document(SourceText("x\n\n  |  a | b |  \n|:--|---|\n| c\n\ny"))
        let table = try #require(document.first(.table))
        #expect(document.visible(document.blocks[table].range) == "|  a | b |  ⏎|:--|---|⏎| c")
        let rows = Array(document.children(of: table))
        #expect(rows.map { document.visible(document.blocks[$0].range) } == ["|  a | b |", "| c"])
        let cell = rows[0] + 1
        #expect(document.visible(document.blocks[cell].info) == "  a ")
        #expect(document.blocks[cell].detail.code == ColumnAlignment.left.rawValue)
        #expect(document.blocks[rows[1]].detail.number == 1)
    }

    @Test func cellsHaveInlines() throws {
        let document = Document(SourceText("| a |\n|---|\n| **b** `x\\|y` \\| [c](d) |\n"))
        let cell = try #require(document.blocks.indices.last)
        #expect(
            document.outline(inlinesOf: cell) == [
                "strong: **b**", "  text: b", "text:  ", "codeSpan: `x\\|y`", "text:  ", "escape: \\|", "text:  ",
                "link: [c](d)", "  text: c",
            ])
        let text = document.plainText(of: cell, inlines: document.inlines(of: cell), including: .all)
        #expect(String(decoding: text.bytes, as: UTF8.self) == "b x|y | c")
    }
}

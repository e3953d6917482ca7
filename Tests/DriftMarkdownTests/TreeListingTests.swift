import Foundation
import Golden
import Testing

@testable import DriftMarkdown
@testable import DriftText

@Suite struct TreeListingTests {
    private func document(_ name: String) throws -> Document {
        let path = URL(fileURLWithPath: "\(Golden.root)/fixtures/markdown/\(name).md")
        return Document(SourceText(Array(try Data(contentsOf: path))))
    }

    @Test(arguments: ["gfm", "front-matter-crlf", "unsafe", "dialects"])
    func listingsAreAsRecorded(name: String) throws {
        let document = try document(name)
        let listings = [
            ("outline.txt", TreeOutline.render(document)),
            ("json", String(decoding: TreeJSON.render(document), as: UTF8.self)),
            ("html", String(decoding: HTMLRenderer.render(document), as: UTF8.self)),
        ]
        for (suffix, text) in listings {
            let outcome = try Golden.check(text, against: "fixtures/markdown/\(name).\(suffix)")
            #expect(outcome == .matches)
        }
    }

    /// A node as a reader of the JSON sees it.
    private struct Node: Decodable {
        var type: String
        var start: Int
        var end: Int
        var children: [Node]
    }

    @Test func jsonNestsRangesAndCoversCodeSpansWithBackticks() throws {
        let document = try document("gfm")
        let root = try JSONDecoder().decode(Node.self, from: Data(TreeJSON.render(document)))
        var open = [root]
        var spans: [String] = []
        while let node = open.popLast() {
            for child in node.children { #expect(node.start <= child.start && child.end <= node.end) }
            for (left, right) in zip(node.children, node.children.dropFirst()) { #expect(left.end <= right.start) }
            if node.type == "code" { spans.append(document.source.string(ByteRange(node.start, node.end))) }
            open += node.children.reversed()
        }
        #expect(spans == ["`code`", "`a\\|b`"])
    }

    /// Names that a program outside has to rely on.
    @Test(arguments: [
        ("> a", "block_quote"), ("- a", "item"), ("***", "thematic_break"), ("<div>", "html_block"),
        ("| a |\n|-|\n| b |", "table_header"), ("| a |\n|-|\n| b |", "table_row"), ("| a |\n|-|", "table_cell"),
        ("a\nb", "softbreak"), ("a\\\nb", "linebreak"), ("*a*", "emph"), ("**a**", "strong"), ("~a~", "strikethrough"),
        ("<https://a.b>", "link"), ("![a](b)", "image"), ("a <b>", "html_inline"), ("    a", "code_block"),
        ("[^a]\n\n[^a]: b", "footnote_reference"), ("[^a]\n\n[^a]: b", "footnote_definition"),
        ("---\na: b\n---", "front_matter"), ("[a]: /b", "link_definition"),
    ])
    func typesAreNamedAsInXML(markdown: String, type: String) {
        let json = String(decoding: TreeJSON.render(Document(SourceText(markdown))), as: UTF8.self)
        #expect(json.contains("{\"type\": \"\(type)\""))
    }

    @Test func deepNestingNeitherRecursesNorGrowsQuadratically() {
        let document = Document(
            SourceText(String(repeating: ">", count: 30_000) + String(repeating: "*a", count: 30_000)))
        #expect(TreeOutline.render(document).utf8.count < 10_000_000)
        #expect(TreeJSON.render(document).count < 10_000_000)
        #expect(HTMLRenderer.render(document).count < 3_000_000)
    }
}

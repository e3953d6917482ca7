import Testing

@testable import DriftMarkdown
@testable import DriftText

@Suite struct PlainTextTests {
    private func text(_ markdown: String, _ options: PlainTextOptions = .all) -> (Document, PlainText) {
        let document = Document(SourceText(markdown))
        let leaf = document.blocks.firstIndex { $0.kind == .paragraph || $0.kind == .heading } ?? 0
        return (document, document.plainText(of: leaf, inlines: document.inlines(of: leaf), including: options))
    }

    @Test(arguments: [
        ("a *b*\n  c", "a b c"), ("# `x  y` &lt;&nbsp;\\*  z #", "x y < * z"),
        ("a\u{200B}b\u{A0}\u{3000}c\u{AD}d", "ab cd"),
        ("> one\\\n> two  ", "one two"), ("![logo](x) [t](y) <b>z</b>", "logo t <b>z</b>"),
        ("&#32;a&ZeroWidthSpace;b", "ab"),
        ("`a\n b` \u{2003}", "a b"), ("日本\n語", "日本 語"),
    ])
    func visibleTextIsCollapsed(markdown: String, expected: String) {
        #expect(String(decoding: text(markdown).1.bytes, as: UTF8.self) == expected)
    }

    @Test func whatIsLeftOutHasAPlaceholder() {
        let (_, plain) = text("a `b` <i>c</i> ![d](e) www.f.gh [^1]\n\n[^1]: x", [])
        let mark = "\u{FFFC}"
        #expect(
            String(decoding: plain.bytes, as: UTF8.self)
                == "a \(mark) \(mark)c\(mark) \(mark) \(mark) \(mark)")
    }

    @Test func offsetsLeadBackToTheSource() throws {
        let (document, plain) = text("> x **日本** &amp; y\n> \t`z`  ")
        #expect(String(decoding: plain.bytes, as: UTF8.self) == "x 日本 & y z")
        func source(_ part: String) throws -> String {
            let wanted = Array(part.utf8)
            let start = try #require(
                plain.bytes.indices.first { plain.bytes[$0...].starts(with: wanted) })
            return document.visible(plain.sourceRange(start..<start + wanted.count))
        }
        #expect(try source("日本") == "日本")
        #expect(try source("&") == "&amp;")
        #expect(try source("本 & y") == "本** &amp; y")
        #expect(try source("y z") == "y⏎> →`z")
        #expect(plain.sourceOffset(of: 0) == 2)
        #expect(plain.sourceOffset(of: plain.bytes.count) == document.source.bytes.count - 3)
    }

    @Test func anchorsAreFoundInAttributeLists() {
        let document = Document(SourceText("{: .x #a}\n\nb *c*{#d} <i id=e>\n\n# f {#g}\n\n{* #h *}\n\ni {: #j }"))
        #expect(document.anchors().map { document.visible($0.name) } == ["a", "d", "e", "j"])
    }

    @Test func anchorsAreFoundInHTML() {
        let document = Document(
            SourceText(
                "<a name=\"top\"></a>\n\n# x <a class='y' id=z>\n\n`<a id=\"no\">` <!-- <a id=no> --> <b name=no id=''>"
            ))
        #expect(document.anchors().map { document.visible($0.name) } == ["top", "z"])
        #expect(document.anchors().map { document.blocks[$0.block].kind } == [.paragraph, .heading])
    }
}

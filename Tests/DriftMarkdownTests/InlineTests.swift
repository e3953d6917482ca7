import Testing

@testable import DriftMarkdown
@testable import DriftText

@Suite struct InlineTests {
    @Test(
        arguments: [
            ("plain", ["text: plain"]),
            ("*a **b***", ["emphasis: *a **b***", "  text: a ", "  strong: **b**", "    text: b"]),
            ("> *a\n> b*", ["emphasis: *a⏎> b*", "  text: a", "  softBreak: ⏎", "  text: b"]),
            (
                "a  \nb\\\nc \n d",
                [
                    "text: a", "hardBreak:   ⏎", "text: b", "hardBreak: \\⏎", "text: c", "softBreak:  ⏎", "text: d",
                ]
            ),
            (
                "~~x~~ ~y~ ~~~z~~~",
                [
                    "strikethrough: ~~x~~", "  text: x", "text:  ", "strikethrough: ~y~", "  text: y", "text:  ~~~z~~~",
                ]
            ),
            ("`` a`b `` `c", ["codeSpan: `` a`b ``", "text:  `c"]),
            (
                "\\* &amp; &nix; &#x41;",
                [
                    "escape: \\*", "text:  ", "entity: &amp;", "text:  &nix; ", "entity: &#x41;",
                ]
            ),
            (
                "[t](</u v> 'w') ![i](p.png)",
                [
                    "link: [t](</u v> 'w')", "  text: t", "text:  ", "image: ![i](p.png)", "  text: i",
                ]
            ),
            (
                "[x][R] [r][] [r] [q]\n\n[r]: /u",
                [
                    "link: [x][R]", "  text: x", "text:  ", "link: [r][]", "  text: r", "text:  ", "link: [r]",
                    "  text: r",
                    "text:  [q]",
                ]
            ),
            ("[a [b](c) d](e)", ["text: [a ", "link: [b](c)", "  text: b", "text:  d](e)"]),
            (
                "<https://x.y> (www.x.y) https://x.y/z, a.b@x.org!",
                [
                    "autolink: <https://x.y>", "text:  (", "autolink: www.x.y", "text: ) ", "autolink: https://x.y/z",
                    "text: , ", "autolink: a.b@x.org", "text: !",
                ]
            ),
            ("a<br/><!-- c -->d<e", ["text: a", "html: <br/>", "comment: <!-- c -->", "text: d<e"]),
            ("a[^1] [^2] !\n\n[^1]: x", ["text: a", "footnoteReference: [^1]", "text:  [^2] !"]),
            ("**日本語**です", ["strong: **日本語**", "  text: 日本語", "text: です"]),
            ("日本**「語」**です", ["text: 日本**「語」**です"]),
            ("***a** b*", ["emphasis: ***a** b*", "  strong: **a**", "    text: a", "  text:  b"]),
        ] as [(String, [String])])
    func inlinesHaveExactRanges(markdown: String, outline: [String]) throws {
        let document = Document(SourceText(markdown))
        let paragraph = try #require(document.first(.paragraph))
        #expect(document.outline(inlinesOf: paragraph) == outline)
    }

    @Test(arguments: [
        ("[t](</u v>)", "/u v", ""), ("[t](a\\)b&amp;c \"x &lt; y\")", "a)b&c", "x < y"),
        ("[r]\n\n[r]: /x\\_y\n  'two\n  lines'", "/x_y", "two\nlines"), ("<mailto:a@b.c>", "mailto:a@b.c", ""),
        ("[ẞ]\n\n[SS]: /u", "/u", ""), ("[]()\n", "", ""),
    ])
    func destinationsAreDecoded(markdown: String, destination: String, title: String) throws {
        let document = Document(SourceText(markdown))
        let inline = try #require(document.inlines(of: 1).first { $0.kind == .link || $0.kind == .autolink })
        #expect(String(decoding: document.destination(of: inline), as: UTF8.self) == destination)
        #expect(String(decoding: document.title(of: inline), as: UTF8.self) == title)
    }

    @Test func referencesPointIntoTheirDefinition() throws {
        let document = Document(SourceText("see [x]\n\n> [x]: <a b> (t)\n"))
        let link = try #require(document.inlines(of: 1).first { $0.kind == .link })
        #expect(document.visible(link.destination) == "a b")
        #expect(document.visible(link.title) == "t")
        let definition = try #require(document.references.definitions.first)
        #expect(document.visible(document.blocks[definition.block].info) == "x")
    }

    @Test(arguments: [
        "[a](", "![", "`", "<a b='", "<!--", "**a", "*a_", "&x", "[a][", "<a", "](", "a@b.", "~~a", "\\", "| a\n", "> ",
        "- ", "1) ", "    x\n", "[a]: b\n", "[^a]: ", "```\n", "<div>\n", "[[]()", "www.a_", "http://a.(", "*a **a ",
        "<?", "<![CDATA[", "a**b", "\u{0}", "[a]: <", "| a |\n|---|\n",
        ":::a\n", "::: a [", ":::\n", "/// a\n", "///\n", ":::zone\n", "!!! a \"b\"\n", "{{< a >}}\n", "{{< a ",
        "{% a ", "{{", "{",
        "{{{ }", "{% raw %}\n", "<A>\n", "<A b=\"\n", "<A b={ ", "$a ", "$$\n", "$5 ", "a\n: b\n\n", "import {\n",
        "export {\n\n",
        "{/* ", "{: .a}", "# a {#b\n", "--8<--\n", "[!INCLUDE [", "x [!A [b] ", "> :::a\n", "- <A>\n", ":::a {",
    ])
    func hostileRepetitionTakesLinearTime(unit: String) {
        // A quadratic step over 200 kB takes minutes, so that it cannot go unnoticed.
        let document = Document(SourceText(String(repeating: unit, count: 200_000 / unit.utf8.count)))
        let count = document.blocks.indices.reduce(0) { $0 + document.inlines(of: $1).count }
        #expect(count >= 0)
        #expect(document.blocks[0].end == Int32(document.blocks.count))
    }
}

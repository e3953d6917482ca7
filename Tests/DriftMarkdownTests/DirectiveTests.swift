import Testing

@testable import DriftMarkdown
@testable import DriftText

@Suite struct DirectiveTests {
    @Test(arguments: [
        "{* ../app/main.py hl[1:3] *}", "{!> ../app/main.py !}", "--8<-- \"notes.md\"", "--8<--\na.md\nb.md\n--8<--",
        "[!INCLUDE [a *b*](c.md)]", "[!VIDEO https://example.org/v]", "[TOC]", "[[toc]]", "<<< @/snippets/a.js{2}",
        "{: .note #id}", "{{< toc >}}", "{{< figure src=\"a.png\"\n  width=10 >}}", "{% link a.md %}",
    ])
    func linesThatAreReplacedAreDirectives(markdown: String) {
        let document = Document(SourceText("# A\n\n\(markdown)\n\nb"))
        #expect(document.blocks.map(\.kind) == [.document, .heading, .directive, .paragraph])
        #expect(document.source.string(document.blocks[2].range) == markdown)
    }

    @Test(arguments: [
        "{a}", "[!a]", "[!NOTE]", "--8<", "{{ x }}", "{% a", "{{< a\n\n>}}", "{{< a >}} b", "[toc] x", "{.}", "{#}",
    ])
    func otherLinesAreText(markdown: String) {
        let document = Document(SourceText(markdown))
        #expect(document.first(.directive) == nil)
        #expect(document.blocks[1].kind == .paragraph)
    }

    @Test(arguments: [
        (
            "{{< tabs name=\"x\" >}}\n{{% tab title=\"Auf *Linux*\" %}}\na\n{{% /tab %}}\n{{< tab \"B\" icon=c >}}\n{{< /tab >}}\n{{< /tabs >}}",
            [
                "container: {{< tabs name=\"x\" >}}⏎{{% tab title=\"Auf *Linux*\" %}}⏎a⏎{{% /tab %}}⏎{{< tab \"B\" icon=c >}}⏎{{< /tab >}}⏎{{< /tabs >}}",
                "  container: {{% tab title=\"Auf *Linux*\" %}}⏎a⏎{{% /tab %}}", "    containerTitle: Auf *Linux*",
                "    paragraph: a", "  container: {{< tab \"B\" icon=c >}}⏎{{< /tab >}}", "    containerTitle: B",
            ]
        ),
        (
            "{% if a %}\nb\n{% else %}\nc\n{% endif %}",
            [
                "container: {% if a %}⏎b⏎{% else %}⏎c⏎{% endif %}", "  paragraph: b", "  directive: {% else %}",
                "  paragraph: c",
            ]
        ),
        (
            "{% include n.html content=\"Lies *das*\" %}\n{{< /a >}}",
            [
                "directive: {% include n.html content=\"Lies *das*\" %}", "  containerTitle: Lies *das*",
                "directive: {{< /a >}}",
            ]
        ),
        (
            "{{< a >}}\nb\n{{< /a\nc >}}\nd\n{{< /a >}}",
            ["container: {{< a >}}⏎b⏎{{< /a⏎c >}}⏎d⏎{{< /a >}}", "  paragraph: b⏎{{< /a⏎c >}}⏎d"]
        ),
        (
            "{{< a >}}\n# b\n\n> {{< /a >}}\n",
            ["directive: {{< a >}}", "heading: # b", "quote: > {{< /a >}}", "  directive: {{< /a >}}"]
        ),
    ])
    func tagsPairUp(markdown: String, outline: [String]) {
        #expect(Document(SourceText(markdown)).bodyOutline == outline)
    }

    @Test func literalTagsHoldCode() throws {
        let document = Document(SourceText("{{< highlight go \"a=b\" >}}\n# x\n\n{{ y }}\n{{< /highlight >}}\nz"))
        let code = try #require(document.first(.codeBlock))
        #expect(String(decoding: document.code(of: code), as: UTF8.self) == "# x\n\n{{ y }}")
        #expect(document.visible(document.blocks[code].info) == "go")
        #expect(document.blocks.last?.kind == .paragraph)
    }

    @Test(arguments: [
        ("<!-- a -->", BlockKind.comment), ("<!--\na\n\nb --> <!-- c -->\n", .comment), ("<!-- a --> b", .htmlBlock),
        ("<!-- a", .htmlBlock), ("{% comment %}\n# a\n{% endcomment %}", .comment),
    ])
    func commentsAreTrivia(markdown: String, kind: BlockKind) {
        let document = Document(SourceText(markdown))
        #expect(document.blocks.map(\.kind) == [.document, kind])
    }
}

import Testing

@testable import DriftMarkdown
@testable import DriftText

@Suite struct ContainerTests {
    @Test(arguments: [
        (
            ":::tip\nA\n- b\n:::\nc",
            [
                "container: :::tip⏎A⏎- b⏎:::", "  paragraph: A", "  list: - b", "    item: - b", "      paragraph: b",
                "paragraph: c",
            ]
        ),
        (
            "::: details Mehr *dazu* {open}\ntext\n:::",
            [
                "container: ::: details Mehr *dazu* {open}⏎text⏎:::", "  containerTitle: Mehr *dazu*",
                "  paragraph: text",
            ]
        ),
        (
            ":::warning{title=Veraltet icon=x}\ntext\n:::\n:::info[**Gut** [a]]{.b}\n:::",
            [
                "container: :::warning{title=Veraltet icon=x}⏎text⏎:::", "  containerTitle: Veraltet",
                "  paragraph: text",
                "container: :::info[**Gut** [a]]{.b}⏎:::", "  containerTitle: **Gut** [a]",
            ]
        ),
        (
            "- a\n  ::: tip\n  b\n  :::\n- c",
            [
                "list: - a⏎  ::: tip⏎  b⏎  :::⏎- c", "  item: - a⏎  ::: tip⏎  b⏎  :::", "    paragraph: a",
                "    container: ::: tip⏎  b⏎  :::", "      paragraph: b", "  item: - c", "    paragraph: c",
            ]
        ),
        (
            "::::tabs\n:::tab A\n:::\n:::tab B\nb\n::::\nc",
            [
                "container: ::::tabs⏎:::tab A⏎:::⏎:::tab B⏎b⏎::::", "  container: :::tab A⏎:::",
                "    containerTitle: A",
                "  directive: :::tab B", "    containerTitle: B", "  paragraph: b", "paragraph: c",
            ]
        ),
    ])
    func colonsFenceContainers(markdown: String, outline: [String]) {
        #expect(Document(SourceText(markdown)).bodyOutline == outline)
    }

    @Test(arguments: [
        (
            "/// note | Bitte *lesen*\n    open: true\n\ntext\n\n///\nend",
            [
                "container: /// note | Bitte *lesen*⏎    open: true⏎⏎text⏎⏎///", "  containerTitle: Bitte *lesen*",
                "  paragraph: text", "paragraph: end",
            ]
        ),
        (
            "//// tab | A\n/// tip\nx\n///\n////",
            [
                "container: //// tab | A⏎/// tip⏎x⏎///⏎////", "  containerTitle: A", "  container: /// tip⏎x⏎///",
                "    paragraph: x",
            ]
        ),
        ("/// note\ntext", ["paragraph: /// note⏎text"]),
        ("/// a comment in code\n///", ["paragraph: /// a comment in code", "directive: ///"]),
    ])
    func slashesFenceBlocks(markdown: String, outline: [String]) {
        #expect(Document(SourceText(markdown)).bodyOutline == outline)
    }

    @Test(arguments: [
        (
            "!!! note \"Title\"\n    a\n\n    b\nc",
            [
                "container: !!! note \"Title\"⏎    a⏎⏎    b", "  containerTitle: Title", "  paragraph: a",
                "  paragraph: b", "paragraph: c",
            ]
        ),
        ("a\n???+ warning\n\tb", ["paragraph: a", "container: ???+ warning⏎→b", "  paragraph: b"]),
        (
            "=== \"Python\"\n\n    ```py\n    x\n    ```\n=== \"C\"",
            [
                "container: === \"Python\"⏎⏎    ```py⏎    x⏎    ```", "  containerTitle: Python",
                "  codeBlock: ```py⏎    x⏎    ```", "container: === \"C\"", "  containerTitle: C",
            ]
        ),
        ("!!! wow\n\ntext", ["paragraph: !!! wow", "paragraph: text"]),
        ("???\n\n    x", ["paragraph: ???", "codeBlock: x"]),
    ])
    func indentationMakesAdmonitionsAndTabs(markdown: String, outline: [String]) {
        #expect(Document(SourceText(markdown)).bodyOutline == outline)
    }

    @Test(arguments: [
        (
            ":::image type=\"content\" source=\"a.png\" alt-text=\"Ein *Bild*\":::\nx",
            [
                "directive: :::image type=\"content\" source=\"a.png\" alt-text=\"Ein *Bild*\":::",
                "  containerTitle: Ein *Bild*", "paragraph: x",
            ]
        ),
        (
            ":::zone pivot=\"a\"\n## H\n:::zone-end\n:::moniker range=\">1\"\n",
            [
                "container: :::zone pivot=\"a\"⏎## H⏎:::zone-end", "  heading: ## H",
                "directive: :::moniker range=\">1\"",
            ]
        ),
        (
            ":::row:::\n:::column span=\"2\":::\na\n:::column-end:::\n:::row-end:::\n:::row-end:::",
            [
                "container: :::row:::⏎:::column span=\"2\":::⏎a⏎:::column-end:::⏎:::row-end:::",
                "  container: :::column span=\"2\":::⏎a⏎:::column-end:::", "    paragraph: a",
                "directive: :::row-end:::",
            ]
        ),
        (
            "::: app.Client\n    options:\n        x: 1\n\na",
            ["directive: ::: app.Client⏎    options:⏎        x: 1", "paragraph: a"]
        ),
    ])
    func directivesHoldOnlyTitles(markdown: String, outline: [String]) {
        #expect(Document(SourceText(markdown)).bodyOutline == outline)
    }

    @Test func whatNothingClosesSwallowsNothing() {
        let document = Document(SourceText(":::note Da\n# A\n\n> :::tip\n> b\n\n- c\n  :::x\n  d\n"))
        #expect(
            document.bodyOutline == [
                "directive: :::note Da", "  containerTitle: Da", "heading: # A", "quote: > :::tip⏎> b",
                "  directive: :::tip", "  paragraph: b", "list: - c⏎  :::x⏎  d", "  item: - c⏎  :::x⏎  d",
                "    paragraph: c", "    directive: :::x", "    paragraph: d",
            ])
    }

    @Test(arguments: [
        ("/// note | Da\n    open: true\n\na\n\nb\n\n///", ["/// note |", "open: true", "///"]),
        (":::tip{icon=x title=\"Da\" y=1}\n:::", [":::tip{icon=x title=\"", "\" y=1}⏎:::"]),
        ("<Tab label=\"A\">\nb\n</Tab>", ["<Tab label=\"", "\">", "</Tab>"]), ("{* a *}", ["{* a *}"]), ("a", []),
    ])
    func machineryIsWhatNoReaderSees(markdown: String, machinery: [String]) {
        let document = Document(SourceText(markdown))
        #expect(document.machinery(of: 1).map(document.visible) == machinery)
    }

    @Test func namesAndStylesAreKnown() throws {
        let document = Document(SourceText("//// tab | A\n::: {.tip}\n:::\n////"))
        let containers = document.blocks.indices.filter { document.blocks[$0].kind == .container }
        #expect(containers.map { document.visible(document.blocks[$0].info) } == ["tab", "tip"])
        #expect(containers.map { document.containerStyle(of: $0) } == [.slashes, .colons])
        #expect(document.titles(of: containers[0]).map { document.visible(document.blocks[$0].range) } == ["A"])
    }

    @Test(arguments: [Dialect.commonmark, .gfm])
    func otherDialectsKnowNoContainers(dialect: Dialect) {
        let document = Document(SourceText(":::tip\nx\n:::\n\n!!! note\n    y\n"), dialect: dialect)
        #expect(document.bodyOutline == ["paragraph: :::tip⏎x⏎:::", "paragraph: !!! note⏎    y"])
    }

    @Test func containersRenderAsDivisions() {
        let html = HTMLRenderer.render(Document(SourceText("::: tip *Da*\nx\n:::\n:::y")))
        #expect(
            String(decoding: html, as: UTF8.self)
                == "<div class=\"tip\">\n<p class=\"title\"><em>Da</em></p>\n<p>x</p>\n</div>\n")
    }
}

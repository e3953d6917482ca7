import Testing

@testable import DriftMarkdown
@testable import DriftText

@Suite struct ExtensionInlineTests {
    @Test(arguments: [
        ("a {{ b.c }} d", ["text: a ", "directive: {{ b.c }}", "text:  d"]),
        ("see {{< ref \"a b\" >}}.", ["text: see ", "directive: {{< ref \"a b\" >}}", "text: ."]),
        ("a {% b\nc %}", ["text: a ", "directive: {% b⏎c %}"]),
        ("[a](b){:target=\"_blank\"} c", ["link: [a](b)", "  text: a", "directive: {:target=\"_blank\"}", "text:  c"]),
        ("![a](b){.c} d", ["image: ![a](b)", "  text: a", "directive: {.c}", "text:  d"]),
        ("a [!INCLUDE [b](c.md)].", ["text: a ", "directive: [!INCLUDE [b](c.md)]", "text: ."]),
        ("a [!b] [!NOTE]", ["text: a [!b] [!NOTE]"]),
        ("a {#b}", ["text: a ", "directive: {#b}"]),
        ("a {b} {{ c {: d", ["text: a {b} {{ c {: d"]),
        ("a <!-- b\n--> {/* c */}", ["text: a ", "comment: <!-- b⏎-->", "text:  ", "comment: {/* c */}"]),
        ("a $x_1 + y_2$, b", ["text: a ", "math: $x_1 + y_2$", "text: , b"]),
        ("a $$x\ny$$", ["text: a ", "math: $$x⏎y$$"]),
        ("$5 and $6, US$7, $A/b:$C and 8$", ["text: $5 and $6, US$7, $A/b:$C and 8$"]),
        ("$a `b$` \\$c$", ["text: $a ", "codeSpan: `b$`", "text:  ", "escape: \\$", "text: c$"]),
    ])
    func extensionsAreInlines(markdown: String, outline: [String]) {
        #expect(Document(SourceText(markdown)).outline(inlinesOf: 1) == outline)
    }

    @Test(arguments: [Dialect.commonmark, .gfm])
    func otherDialectsKnowThemAsText(dialect: Dialect) {
        let document = Document(SourceText("a {{ b }} $c$ {: .d}"), dialect: dialect)
        #expect(document.outline(inlinesOf: 1) == ["text: a {{ b }} $c$ {: .d}"])
    }

    @Test func attributeListsAreNoText() {
        let document = Document(SourceText("a [b](c){.d} {{ e }} $f$ <!-- g -->h"))
        let inlines = document.inlines(of: 1)
        func text(_ options: PlainTextOptions) -> String {
            String(decoding: document.plainText(of: 1, inlines: inlines, including: options).bytes, as: UTF8.self)
        }
        #expect(text([.directives, .math]) == "a b {{ e }} $f$ \u{FFFC}h")
        #expect(text([]) == "a b \u{FFFC} \u{FFFC} \u{FFFC}h")
    }

    @Test(arguments: [
        ("## A b {#c-d}", "A b", "c-d"), ("# A{ #c .d }", "A", "c"), ("### A {: .x #c } ##", "A", "c"),
        ("A\nb {/* #c */}\n---", "A⏎b", "c"), ("# A {id=c}", "A", "c"), ("# {#c}", "", "c"),
    ])
    func headingsKeepTheirIdentifierApart(markdown: String, text: String, identifier: String) throws {
        let document = Document(SourceText(markdown))
        let heading = document.blocks[1]
        let lines = document.lines[heading.lineIndices]
        let content = ByteRange(lines.first?.range.lower ?? 0, lines.last?.range.upper ?? 0)
        #expect(document.visible(content) == text)
        #expect(document.visible(try #require(document.headingIdentifier(of: 1))) == identifier)
        #expect(document.visible(heading.range) == markdown.split(separator: "\n").joined(separator: "⏎"))
    }

    @Test(arguments: ["# A {b}", "# A {}", "# A { #b c }", "# `a {#b}`", "# A {#b} c", "# A \\{{.b}"])
    func otherBracesBelongToTheHeading(markdown: String) {
        #expect(Document(SourceText(markdown)).headingIdentifier(of: 1) == nil)
    }

    @Test func headingsCanBeTabs() throws {
        let document = Document(SourceText("# [Linux](#tab/linux/a)\n\n# [b](#c)\n"))
        #expect(document.visible(try #require(document.tabIdentifier(of: 1))) == "linux/a")
        #expect(document.tabIdentifier(of: 2) == nil)
    }

    @Test(arguments: [
        ("js{1,3}", "js", "{1,3}"), ("ts:line-numbers {1}", "ts", ":line-numbers {1}"),
        ("python hl_lines=\"1 2\"", "python", "hl_lines=\"1 2\""), ("{.js #a}", "js", "#a}"), ("{1,3}", "", "{1,3}"),
        ("rust,ignore", "rust", ",ignore"), ("tsx | pure", "tsx", "| pure"), ("js [a.js]", "js", "[a.js]"),
        ("c++", "c++", ""), ("", "", ""),
    ])
    func codeHasLanguageAndAttributes(info: String, language: String, attributes: String) {
        let document = Document(SourceText("```\(info)\n```"))
        #expect(document.visible(document.codeLanguage(of: 1)) == language)
        #expect(document.visible(document.codeAttributes(of: 1)) == attributes)
    }
}

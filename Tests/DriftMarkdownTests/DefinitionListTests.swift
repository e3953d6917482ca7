import Testing

@testable import DriftMarkdown
@testable import DriftText

@Suite struct DefinitionListTests {
    @Test(arguments: [
        (
            "Term *a*\n: One\n  more\n: Two\n\nb",
            [
                "definitionList: Term *a*⏎: One⏎  more⏎: Two", "  definitionTerm: Term *a*",
                "  definitionDescription: : One⏎  more", "    paragraph: One⏎  more",
                "  definitionDescription: : Two", "    paragraph: Two", "paragraph: b",
            ]
        ),
        (
            "A\nB\n:   one\n\n    - two\n\nC\n\n: three",
            [
                "definitionList: A⏎B⏎:   one⏎⏎    - two⏎⏎C⏎⏎: three", "  definitionTerm: A", "  definitionTerm: B",
                "  definitionDescription: :   one⏎⏎    - two", "    paragraph: one", "    list: - two",
                "      item: - two", "        paragraph: two", "  definitionTerm: C",
                "  definitionDescription: : three", "    paragraph: three",
            ]
        ),
        (
            "- a\n  : b",
            [
                "list: - a⏎  : b", "  item: - a⏎  : b", "    definitionList: a⏎  : b", "      definitionTerm: a",
                "      definitionDescription: : b", "        paragraph: b",
            ]
        ),
    ])
    func termsHaveDefinitions(markdown: String, outline: [String]) {
        #expect(Document(SourceText(markdown)).bodyOutline == outline)
    }

    @Test(arguments: ["a\n:b", ": a", "a\n\n\n: b", "# a\n: b", "a\n:", "| a |\n: - :\n", "[a]\n: b"])
    func otherColonsAreText(markdown: String) {
        #expect(Document(SourceText(markdown)).first(.definitionList) == nil)
    }

    @Test func definitionListsRender() {
        let html = HTMLRenderer.render(Document(SourceText("a\n: b")))
        #expect(String(decoding: html, as: UTF8.self) == "<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n</dd>\n</dl>\n")
    }
}

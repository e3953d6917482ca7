import Testing

@testable import DriftMarkdown
@testable import DriftText

@Suite struct DialectTests {
    static let constructs: [(markdown: String, kind: String, dialects: Set<Dialect>)] = [
        ("---\na: b\n---\n", "frontMatter", [.all]),
        ("| a |\n|---|\n", "table", [.gfm, .all]),
        ("[^1]\n\n[^1]: note\n", "footnoteDefinition", [.gfm, .all]),
        ("[^1]\n\n[^1]: note\n", "footnoteReference", [.gfm, .all]),
        ("a ~~b~~\n", "strikethrough", [.gfm, .all]),
        ("www.example.org\n", "autolink", [.gfm, .all]),
        ("see https://example.org\n", "autolink", [.gfm, .all]),
        ("a@example.org\n", "autolink", [.gfm, .all]),
        ("<https://example.org>\n", "autolink", [.commonmark, .gfm, .all]),
    ]

    @Test(arguments: constructs)
    func constructBelongsToItsDialects(markdown: String, kind: String, dialects: Set<Dialect>) {
        for dialect in Dialect.allCases {
            let document = Document(SourceText(markdown), dialect: dialect)
            var kinds = document.blocks.map { "\($0.kind)" }
            for block in document.blocks.indices { kinds += document.inlines(of: block).map { "\($0.kind)" } }
            #expect(kinds.contains(kind) == dialects.contains(dialect), "\(dialect)")
        }
    }

    static let raw: [(markdown: String, kinds: [BlockKind], site: [BlockKind])] = [
        (
            "<details>\n<pre>\na\n\nb\n</pre>\n</details>\n\nc\n", [.htmlBlock, .paragraph, .htmlBlock, .paragraph],
            [.htmlBlock, .paragraph]
        ),
        ("<details>\n<pre>\na\n\nb\n", [.htmlBlock, .paragraph], [.htmlBlock, .paragraph]),
        ("<details>\n<pre>a</pre>\n\nb\n", [.htmlBlock, .paragraph], [.htmlBlock, .paragraph]),
        ("<img src=\"a.png\">\n## b\n", [.htmlBlock], [.htmlBlock, .heading]),
        ("<img src=\"a.png\">\n```\nb\n```\n", [.htmlBlock], [.htmlBlock, .codeBlock]),
        ("<b>\n## b\n", [.htmlBlock], [.htmlBlock]),
    ]

    @Test(arguments: raw)
    func htmlGoesOnAsSitesShowIt(markdown: String, kinds: [BlockKind], site: [BlockKind]) {
        for dialect in Dialect.allCases {
            let document = Document(SourceText(markdown), dialect: dialect)
            #expect(document.blocks.dropFirst().map(\.kind) == (dialect == .all ? site : kinds), "\(dialect)")
        }
    }

    static let details: [(markdown: String, kind: BlockKind, dialects: Set<Dialect>)] = [
        ("- [x] a\n", .item, [.gfm, .all]),
        ("> [!NOTE]\n> a\n", .quote, [.all]),
    ]

    @Test(arguments: details)
    func detailBelongsToItsDialects(markdown: String, kind: BlockKind, dialects: Set<Dialect>) {
        for dialect in Dialect.allCases {
            let document = Document(SourceText(markdown), dialect: dialect)
            let block = document.first(kind).map { document.blocks[$0] }
            #expect((block?.detail.code ?? 0 > 0) == dialects.contains(dialect), "\(dialect)")
        }
    }

    @Test func tildesDoNotTouchEmphasisInCommonMark() {
        let markdown = "*a~*b\n"
        let kinds = Dialect.allCases.map { dialect in
            Document(SourceText(markdown), dialect: dialect).inlines(of: 1).map(\.kind)
        }
        #expect(kinds[0] == [.text])
        #expect(kinds[1] == [.emphasis, .text, .text])
    }
}

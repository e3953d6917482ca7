import DriftText
import Testing

@testable import PageEmbedder

@Suite struct EmbeddingTests {
    static func lexicon(_ table: String, name: String = "not-applicable") -> PageFile {
        PageFile(path: "rules/lexicons/\(name).md", source: SourceText("# T\n\nText.\n\n\(table)"))
    }

    @Test func rowsAreSplitAtPipes() throws {
        let table =
            "| locale | words |\n|:---|---:|\n| en | n/a, a\\|b |\nja|該当なし\n| x | |\n\n| other |\n|---|\n| y |\n"
        let rows = try Lexicons.rows(Self.lexicon(table))
        #expect(rows == [["en", "n/a, a|b"], ["ja", "該当なし"], ["x", ""]])
    }

    @Test(arguments: [
        ("No table.\n", 1, "no table"), ("| a | b |\n|---|---|\n| x |\n", 7, "1 cells, the header 2"),
        ("| a |\n|---|\n| x |\n| y | z |\n", 8, "2 cells, the header 1"),
    ])
    func aBadTableIsNamed(table: String, line: Int, words: String) throws {
        let error = try #require(throws: PageError.self) { try Lexicons.rows(Self.lexicon(table)) }
        #expect(error.line == line)
        #expect(error.message.contains(words), "\(error.message)")
    }

    @Test func eachLexiconIsAProperty() throws {
        let table = "| a | b |\n|---|---|\n| x | \"y\" |\n"
        let source = try Lexicons.swiftSource([Self.lexicon(table), Self.lexicon(table, name: "default")])
        #expect(source.contains("package static let `default`: [LexiconRow] = [\n"))
        #expect(source.contains("package static let `notApplicable`: [LexiconRow] = [\n"))
        #expect(source.contains(#"LexiconRow(cells: ["x", "\"y\""]),"#))
    }

    @Test func twoPagesMayNotShareAnID() throws {
        let pages = try [
            PageTests.page(PageTests.whole), PageTests.page(PageTests.whole, path: "rules/terms/changed-size.md"),
        ]
        let error = try #require(throws: PageError.self) { try RulePages.swiftSource(pages) }
        #expect(error.message.contains("rules/terms/changed-size.md"))
        #expect(throws: Never.self) { try RulePages.swiftSource([pages[0]]) }
    }

    @Test(arguments: [
        ("a \"b\" \\c\n日\u{200B}", #""a \"b\" \\c\u{a}日\u{200b}""#), ("", "\"\""), ("\\(x)", #""\\(x)""#),
    ])
    func stringsAreEscaped(text: String, literal: String) {
        #expect(SwiftLiteral.string(text) == literal)
    }

    @Test(arguments: [("a", "#\"\"\"\na\n\"\"\"#"), ("# a \"\"\"##", "###\"\"\"\n# a \"\"\"##\n\"\"\"###")])
    func rawStringsHoldAnything(text: String, literal: String) {
        #expect(SwiftLiteral.rawString(text) == literal)
    }
}

import DriftFindings
import DriftRules
import Testing

@testable import DriftEngine

/// Rules of a team's own, read when the program runs.
@Suite struct RuleFolderTests {
    private static let page = """
        ---
        id: changed-price
        check: same-values
        of: number
        severity: warning
        over: changed-number
        ---
        # Changed price

        A price that differs. It is not
        what customers pay.

        ## Flagged

        ```md en
        20 euros
        ```

        ```md de
        ↓30 Euro
        ```

        """

    private func book(_ documents: [String: String], _ text: String) throws -> RuleBook {
        let configuration = try ConfigurationReader.read(Array(text.utf8), path: "site/driftlint.yml")
        return try RuleFolders(files: Run.overlay(documents)).book(try RuleBook.builtIn(), with: configuration)
    }

    @Test func pagesAreReadBesideTheBuiltInOnes() throws {
        let pages = [
            "site/own/shop/changed-price.md": Self.page, "site/own/README.md": "# Ours\n", "site/own/x.txt": "",
            "site/own/.hidden.md": "",
        ]
        let book = try book(pages, "rules: own")
        let rule = try #require(book["changed-price"])
        #expect(book.rules.count == (try RuleBook.builtIn()).rules.count + 1)
        #expect((rule.family, rule.path, rule.bodyLine) == ("shop", "site/own/shop/changed-price.md", 8))
        #expect(rule.description.summary == "A price that differs.")
        #expect(try book.ids(named: "shop") == ["changed-price"])
    }

    @Test func examplesOfPagesRun() async throws {
        let book = try book(["site/own/changed-price.md": Self.page], "rules: own")
        let rule = try #require(book["changed-price"])
        let examples = ExampleReader.examples(in: rule.description.page, firstLine: rule.bodyLine)
        #expect(examples.map(\.line) == [15])
        let example = try #require(examples.first)
        #expect(await ExampleRunner(rules: book).failures(of: example, rule: rule) == [])
    }

    /// A page is the same whether the build or the program reads it.
    @Test(arguments: ["\n", "\r\n"])
    func linesMayEndInAnyWay(end: String) throws {
        let text = Self.page.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
        let rule = try #require(try book(["site/own/changed-price.md": text], "rules: own")["changed-price"])
        #expect(rule.description.page.hasPrefix("# Changed price\n\nA price"))
        #expect(rule.bodyLine == 8)
    }

    @Test(arguments: [
        ("changed-price.md", "no front matter", 1, "front matter"), ("other.md", page, 2, "differs from the file name"),
        ("changed-number.md", page.replacing("id: changed-price", with: "id: changed-number"), 1, "already"),
        ("changed-price.md", page.replacing("same-values", with: "same-value"), 3, "cannot be"),
        ("changed-price.md", page.replacing("of:", with: "off:"), 4, "did you mean `of`"),
        ("changed-price.md", page.replacing("id: changed-price\n", with: ""), 1, "has no `id`"),
    ])
    func wrongPagesAreNamed(name: String, text: String, line: Int, part: String) throws {
        let error = try #require(throws: RuleError.self) { try book(["site/own/\(name)": text], "rules: own") }
        #expect(error.description.hasPrefix("site/own/\(name):\(line): "))
        #expect(error.message.contains(part), "\(error)")
    }

    @Test func aFolderThatIsNotThereIsNamed() {
        #expect(throws: ConfigurationError.self) { try book([:], "source: en\nrules: own") }
    }
}

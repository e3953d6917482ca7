import Testing

@testable import DriftMarkdown
@testable import DriftText

@Suite struct SlugTests {
    private func slugs(_ markdown: String, _ rule: SlugRule) -> [String] {
        Document(SourceText(markdown)).headingSlugs(rule).map(\.slug)
    }

    @Test(arguments: [
        (
            "# Set up `drift-lint`!\n## Ünïcode & «quotes»\n# 日本語の 見出し",
            ["set-up-drift-lint", "ünïcode--quotes", "日本語の-見出し"]
        ),
        ("# A\n# a\n# A-1\n# A", ["a", "a-1", "a-1-1", "a-2"]), ("# [x](y) *z* v_w_\nq_r\n---", ["x-z-v_w_", "q_r"]),
    ])
    func headingsHaveSlugs(markdown: String, slugs: [String]) {
        #expect(self.slugs(markdown, .github) == slugs)
    }

    @Test(arguments: [
        (SlugRule.github, ["crème-brûlée--co", "日本-1", "x²-हिन्दी"]),
        (.docusaurus, ["crème-brûlée--co", "日本-1", "x²-हिन्दी"]),
        (.hugo, ["crème-brûlée--co", "日本-1", "x-हनद"]), (.learn, ["crème-brûlée--co", "日本-1", "x-हनद"]),
        (.pymdownx, ["crème-brûlée--co", "日本-1", "x²-हनद"]), (.mkdocs, ["creme-brulee-co", "-1", "x2"]),
    ])
    func eachGeneratorHasItsRule(rule: SlugRule, slugs: [String]) {
        #expect(["Crème  brûlée & Co.", "日本-1", "x² हिन्दी"].map { rule.slug(of: $0.replacing("  ", with: " ")) } == slugs)
    }

    @Test(arguments: [
        (SlugRule.github, ["a", "a-1", "a-1-1", "b-a", "a-2"]), (.docusaurus, ["a", "a-1", "a-1-1", "a", "a-2"]),
        (.hugo, ["a", "a-1", "a-1-1", "a", "a-2"]), (.learn, ["a", "a-1", "a-1-1", "a", "a-2"]),
        (.mkdocs, ["a_1", "a_2", "a-1", "a", "a_3"]), (.pymdownx, ["a_1", "a_2", "a-1", "a", "a_3"]),
    ])
    func repeatedOnesAreNumbered(rule: SlugRule, slugs: [String]) {
        #expect(self.slugs("# A\n# A\n# A-1\n# B {#a}\n# A", rule) == slugs)
    }

    @Test(arguments: [(SlugRule.hugo, ["heading", "heading-1"]), (.mkdocs, ["_1", "_2"]), (.github, ["", "-1"])])
    func headingsOfSignsHaveSlugs(rule: SlugRule, slugs: [String]) {
        #expect(self.slugs("# !\n# ?", rule) == slugs)
    }

    @Test func pythonCountsOnFromANumber() {
        #expect(slugs("# A_1\n# A\n# A\n# A_1", .mkdocs) == ["a_1", "a", "a_2", "a_3"])
    }
}

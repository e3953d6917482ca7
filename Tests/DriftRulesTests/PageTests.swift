import DriftMarkdown
import DriftRules
import DriftText
import Testing

/// A rule's page as readers see it.
struct RulePage: CustomTestStringConvertible, Sendable {
    let rule: Rule

    var testDescription: String { rule.path }

    static let all = PageExample.rules.rules.map(RulePage.init)

    /// Headings of the second level, with the lines of the page, from 1, that follow each.
    var sections: [(title: String, lines: Range<Int>)] {
        let document = Document(SourceText(rule.description.page))
        let headings = document.children(of: 0).map { document.blocks[$0] }
            .filter { $0.kind == .heading && $0.detail.code == 2 }
        let lines = headings.map { rule.bodyLine + document.source.lineIndex(at: $0.range.lower) }
        return headings.indices.map { index in
            let end = index + 1 < lines.count ? lines[index + 1] : Int.max
            let title = document.source.string(headings[index].range).drop { $0 == "#" || $0 == " " }
            return (String(title), lines[index]..<end)
        }
    }

    func examples(in title: String) -> [Example] {
        guard let lines = sections.first(where: { $0.title == title })?.lines else { return [] }
        return ExampleReader.examples(in: rule.description.page, firstLine: rule.bodyLine)
            .filter { lines.contains($0.line) }
    }

    /// What stands between the title and the first section.
    var prose: String {
        let lines = rule.description.page.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix { !$0.hasPrefix("## ") }.filter { !$0.hasPrefix("# ") }.joined(separator: " ")
    }
}

@Test func thereArePages() {
    #expect(RulePage.all.count >= 30)
}

@Test(arguments: RulePage.all)
func isCalledAsItsFile(_ page: RulePage) {
    let rule = page.rule
    #expect(rule.path == "rules/\(rule.family)/\(rule.id).md")
    #expect(rule.description.title.lowercased().split(separator: " ").joined(separator: "-") == rule.id)
    #expect(rule.description.title.first?.isUppercase == true)
}

@Test(arguments: RulePage.all)
func standsOverRulesThatExist(_ page: RulePage) {
    for id in page.rule.over {
        #expect(PageExample.rules[id] != nil, "\(page.rule.path): no rule is called `\(id)`")
        #expect(id != page.rule.id)
    }
}

@Test(arguments: RulePage.all)
func showsWhatIsFlaggedAndWhatPasses(_ page: RulePage) {
    #expect(page.sections.map(\.title) == ["Flagged", "Passes"])
    let (flagged, passes) = (page.examples(in: "Flagged"), page.examples(in: "Passes"))
    #expect(flagged.count >= 2 && passes.count >= 2)
    #expect(flagged.allSatisfy { $0.files.contains { !$0.marks.isEmpty } })
    #expect(passes.allSatisfy { $0.files.allSatisfy(\.marks.isEmpty) && !$0.also.contains(page.rule.id) })
    #expect((flagged + passes).allSatisfy { $0.files.count >= 2 })
}

@Test(arguments: RulePage.all)
func explainsItself(_ page: RulePage) {
    #expect(page.prose.split(separator: " ").count >= 40)
    #expect(page.rule.description.summary.utf8.count <= 160)
    #expect(page.rule.description.summary.hasSuffix("."))
}

/// Ids under `also:` are looked up nowhere else.
@Test(arguments: PageExample.all)
func namesRulesThatExist(_ page: PageExample) {
    for id in page.example.also { #expect(PageExample.rules[id] != nil, "\(page.testDescription): \(id)") }
}

import DriftEngine
import DriftRules
import Testing

@Test(arguments: PageExample.all, Variation.allCases)
func holds(_ page: PageExample, _ variation: Variation) async {
    // What stands above the text changes what is due where front matter is what is looked at.
    guard page.rule.family != "metadata" || !variation.adds else { return }
    let runner = ExampleRunner(rules: PageExample.rules)
    let failures = await runner.failures(of: variation(page.example), rule: page.rule)
    #expect(failures.isEmpty, "\(page.testDescription): \(failures.joined(separator: "; "))")
}

/// Documents that have findings of a rule switch it off; what other rules report stays.
@Test(arguments: PageExample.all.filter { $0.rule.check != .suppression })
func isSilentUnderSuppression(_ page: PageExample) async {
    let isFrontMatter = page.rule.family == "metadata"
    let files = page.example.files.map { file in
        if file.marks.isEmpty { return file }
        return isFrontMatter ? file.suppressingFromItsEnd(page.rule.id) : file.suppressing(page.rule.id)
    }
    let example = Example(
        files: files, also: page.example.also, line: page.example.line, terms: page.example.terms)
    let failures = await ExampleRunner(rules: PageExample.rules).failures(of: example, rule: page.rule)
    #expect(failures.isEmpty, "\(page.testDescription): \(failures.joined(separator: "; "))")
}

/// What stands in a block of code is no text, table or link to any rule but those of code blocks.
@Test(arguments: PageExample.all)
func isSilentInsideFence(_ page: PageExample) async {
    let others = RuleBook(PageExample.rules.rules.filter { !$0.aspects.contains(.codeBlock) })
    let example = Example(files: page.example.files.map(\.fenced), also: [], line: page.example.line)
    let failures = await ExampleRunner(rules: others).failures(of: example, rule: page.rule)
    #expect(failures.isEmpty, "\(page.testDescription): \(failures.joined(separator: "; "))")
}

/// A document has all parts of its own text, in the place where they are.
@Test(arguments: PageExample.all)
func hasNoStructuralDriftFromItself(_ page: PageExample) async throws {
    let structure = RuleBook(PageExample.rules.rules.filter { $0.family == "structure" })
    for file in page.example.files {
        let files = ["en", "de", "ja"].map {
            Example.File(locale: $0, path: "\($0)/page.md", bytes: file.bytes, marks: [])
        }
        let example = Example(files: files, also: [], line: page.example.line)
        let failures = await ExampleRunner(rules: structure).failures(of: example, rule: page.rule)
        #expect(failures.isEmpty, "\(page.testDescription), \(file.path): \(failures.joined(separator: "; "))")
    }
}

@Test func aMarkWithoutFindingIsAFailure() async throws {
    let page = try #require(
        PageExample.all.first { $0.rule.family == "values" && $0.example.files.allSatisfy(\.marks.isEmpty) })
    let file = page.example.files[1]
    let marked = Example.File(locale: file.locale, path: file.path, bytes: file.bytes, marks: [0])
    let example = Example(files: [page.example.files[0], marked], also: ["lost-link"], line: 1)
    let failures = await ExampleRunner(rules: PageExample.rules).failures(of: example, rule: page.rule)
    #expect(
        failures == [
            "no \(page.rule.id) at the mark in \(file.path), offset 0", "no lost-link, which is listed under also:",
        ])
}

@Test func aFindingWithoutMarkIsAFailure() async throws {
    let page = try #require(PageExample.all.first { !$0.example.files.allSatisfy(\.marks.isEmpty) })
    let files = page.example.files.map {
        Example.File(locale: $0.locale, path: $0.path, bytes: $0.bytes, marks: [])
    }
    let example = Example(files: files, also: page.example.also, line: 1)
    let failures = await ExampleRunner(rules: PageExample.rules).failures(of: example, rule: page.rule)
    #expect(!failures.isEmpty && failures.allSatisfy { $0.hasPrefix("unexpected \(page.rule.id) at ") })
}

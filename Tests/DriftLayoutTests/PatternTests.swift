import DriftLanguage
import Testing

@testable import DriftLayout

/// Layouts that are configured.
@Suite struct PatternTests {
    @Test(arguments: [
        (
            ["docs/{locale}/{path}"], ["docs/en/a/x.md", "docs/de/a/x.md", "blog/de/a/x.md", "docs/img/y.md"],
            [["en:docs/en/a/x.md", "de:docs/de/a/x.md"]]
        ),
        (
            ["docs/{locale}/{path}"], ["docs/a/x.md", "docs/pt_BR/a/x.md"],
            [["en:docs/a/x.md", "pt-BR:docs/pt_BR/a/x.md"]]
        ),
        (
            ["{path}-{locale}.md"], ["a/x.md", "a/x-de.md", "a/x-pt-br.md", "a/de/x.md"],
            [["en:a/x.md", "de:a/x-de.md", "pt-BR:a/x-pt-br.md"]]
        ),
        (
            ["{locale}-manual/{path}-{locale}"],
            ["english-manual/x-en.md", "german-manual/x-de.md", "german-manual/x-fr.md"],
            [["en:english-manual/x-en.md", "de:german-manual/x-de.md"]]
        ),
        (
            ["guide/{path}", "l10n/{locale}/guide/{path}", "more/{path}.{locale}.md"],
            ["guide/x.md", "l10n/ja/guide/x.md", "more/x.fr.md", "guide/fr/x.md"],
            [["en:guide/x.md", "fr:more/x.fr.md", "ja:l10n/ja/guide/x.md"]]
        ),
    ])
    func readsPaths(patterns: [String], paths: [String], sets: [[String]]) throws {
        var options = LayoutOptions()
        options.patterns = try LayoutPattern.list(patterns)
        #expect(LayoutDiscovery(options).discover(paths: paths) { _ in [] }.listing == sets)
    }

    @Test func rootsHaveOneLocaleEach() throws {
        var options = LayoutOptions()
        options.patterns = [
            try LayoutPattern("../one/{path}", locale: LanguageTag(language: "en"), group: 0),
            try LayoutPattern("../two/{path}", locale: LanguageTag(language: "ja"), group: 0),
        ]
        let layout = LayoutDiscovery(options).discover(paths: ["../one/a/x.md", "../two/a/x.md", "../two/y.md"]) { _ in
            []
        }
        #expect(layout.listing == [["en:../one/a/x.md", "ja:../two/a/x.md"]])
    }

    @Test(arguments: ["docs/{locale}", "{path}/{path}", "{path}/{lang}", "{path", "a}/{path}"])
    func refusesOthers(text: String) {
        #expect(throws: LayoutPattern.Invalid.self) { try LayoutPattern(text, group: 0) }
    }

    @Test func aliasesAndLocalesLimitWhatIsRead() {
        var options = LayoutOptions()
        options.aliases = ["x1": LanguageTag(language: "fr"), "sc": LanguageTag(language: "sv")]
        options.locales = ["en", "fr", "de"].map { LanguageTag(language: $0) }
        let paths = ["a.md", "a.x1.md", "a.SC.md", "a.ja.md", "a.de-AT.md"]
        let layout = LayoutDiscovery(options).discover(paths: paths) { _ in [] }
        #expect(layout.listing == [["en:a.md", "de-AT:a.de-AT.md", "fr:a.x1.md", "sv:a.SC.md"]])
    }
}

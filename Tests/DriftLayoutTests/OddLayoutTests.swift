import DriftLanguage
import Testing

@testable import DriftLayout

/// What real repositories hold beside complete sets.
@Suite struct OddLayoutTests {
    @Test func orphansAreNamed() {
        let layout = discover(["a/en/x.md", "a/de/x.md", "a/fr/x.md", "a/de/gone.md", "a/fr/gone.md"])
        #expect(layout.listing == [["en:a/en/x.md", "de:a/de/x.md", "fr:a/fr/x.md"]])
        #expect(layout.orphans.map(\.name) == ["a/de/gone.md"])
        #expect(layout.notes.map(\.kind) == [.orphan])
    }

    @Test func pagesOfOneLocaleAloneAreKnown() {
        let layout = discover(["a/en/x.md", "a/de/x.md", "a/de/local.md", "a/en/new.md", "b/other.md"])
        #expect(layout.listing == [["en:a/en/x.md", "de:a/de/x.md"]])
        #expect(layout.single.map(\.path) == ["a/de/local.md", "a/en/new.md"])
        #expect(layout.single.map(\.locale.description) == ["de", "en"])
    }

    @Test func severalFilesForOneLocaleLeaveOne() {
        let layout = discover(["x.md", "x.de.md", "x-de.md", "x.fr.md"])
        #expect(layout.listing == [["en:x.md", "de:x-de.md", "fr:x.fr.md"]])
        #expect(layout.notes.map(\.kind) == [.duplicate])
        #expect(layout.notes.map(\.path) == ["x.de.md"])
    }

    @Test func aCodeOfARegionIsItsLanguage() {
        let layout = discover(["x.md=\(english)", "x-mo.md=\(chinese)", "y.md=\(english)", "y-mo.md=\(chinese)"])
        #expect(layout.listing == [["en:x.md", "zh-MO:x-mo.md"], ["en:y.md", "zh-MO:y-mo.md"]])
    }

    @Test func variantsOfOneLanguageStandSideBySide() {
        let layout = discover(["x.md", "x.zh-Hans.md", "x.zh-Hant.md", "x.pt.md", "x.pt-BR.md", "x.en-GB.md"])
        #expect(
            layout.listing == [
                [
                    "en:x.md", "en-GB:x.en-GB.md", "pt:x.pt.md", "pt-BR:x.pt-BR.md", "zh-Hans:x.zh-Hans.md",
                    "zh-Hant:x.zh-Hant.md",
                ]
            ])
    }

    @Test func aVariantOfTheSourceLanguageIsNoOrphan() {
        let layout = discover(["a/en/x.md", "a/de/x.md", "a/en/y.md", "a/de/y.md", "a/en-GB/z.md", "a/de/z.md"])
        #expect(layout.sets.map(\.name) == ["a/en-GB/z.md", "a/en/x.md", "a/en/y.md"])
    }

    @Test func translationsIntoTheSourceLocaleAreCopies() {
        let layout = discover([
            "docs/x.md=" + english, "translations/en/docs/x.md=" + english, "translations/de/docs/x.md",
        ])
        #expect(layout.listing == [["en:docs/x.md", "de:translations/de/docs/x.md"]])
        #expect(layout.notes.map(\.kind) == [.strayCopy])
        #expect(layout.notes.map(\.path) == ["translations/en/docs/x.md"])
    }

    @Test func theLocaleWithMostDocumentsIsTheSource() {
        let pages = ["a", "b", "c", "d", "e"]
        let layout = discover(
            pages.map { "content/zh/\($0).md" } + ["content/en/a.md", "content/ja/a.md", "content/en/b.md"])
        #expect(layout.source == LanguageTag(language: "zh"))
        #expect(layout.sets.map(\.name) == ["content/zh/a.md", "content/zh/b.md"])
        #expect(layout.sourceReason == "the locale with most documents")
    }

    @Test func placesWithoutALocaleAreJudgedEachByItself() {
        let layout = discover([
            "README.md=" + chinese, "README.en.md=" + english, "docs/x.md=" + english, "docs/x.zh.md=" + chinese,
            "docs/y.md=" + english, "docs/y.zh.md=" + chinese,
        ])
        #expect(
            layout.listing == [
                ["zh:README.md", "en:README.en.md"], ["en:docs/x.md", "zh:docs/x.zh.md"],
                ["en:docs/y.md", "zh:docs/y.zh.md"],
            ])
    }

    @Test func phrasesAreNoPrefixes() {
        let layout = discover(["demo/no-mask.md", "demo/mask.md", "demo/mask-zh.md", "demo/is-open.md", "demo/open.md"])
        #expect(layout.listing == [["en:demo/mask.md", "zh:demo/mask-zh.md"]])
    }

    @Test func weakEvidenceSaysSo() {
        let layout = discover(["x.md", "x-is.md"])
        #expect(layout.sets.first?.members.last?.reason == "suffix -is, which no text confirms")
    }

    @Test func frontMatterSettlesTheLanguage() {
        let layout = discover([
            "x.md", "x-is.md=---\ntitle: X\nlang: is\n---\n", "y.md", "y-it.md=---\nlang: 'en'\n---\n",
        ])
        #expect(layout.listing == [["en:x.md", "is:x-is.md"]])
        #expect(layout.sets.first?.members.last?.reason == "suffix -is")
    }

    @Test func contentsThatContradictThePathAreNoted() {
        var options = LayoutOptions()
        options.looksForContradictions = true
        let files = ["a/en/x.md": english, "a/fr/x.md": german]
        let layout = LayoutDiscovery(options).discover(paths: files.keys.sorted()) { Array((files[$0] ?? "").utf8) }
        #expect(layout.notes.map(\.kind) == [.contradiction])
        #expect(layout.notes.first?.text == "a/fr/x.md seems to be in de, although folder fr says fr")
    }

    @Test func wordsThatTheTextSpeaksAgainstAreNoted() {
        let layout = discover(["sign.md=" + english, "sign-it.md=" + english])
        #expect(layout.sets.isEmpty)
        #expect(layout.notes.map(\.kind) == [.everydayWord])
    }

    @Test func hintsNameTheSource() {
        var options = LayoutOptions()
        options.hints = [
            SiteHint(folder: ".", source: LanguageTag(language: "en"), evidence: "crowdin.yml"),
            SiteHint(folder: "site", source: LanguageTag(language: "ja"), evidence: "site/mkdocs.yml: default_locale"),
        ]
        let paths = ["site/en/x.md", "site/ja/x.md", "docs/ja/x.md", "docs/en/x.md", "site/y.md", "site/y.en.md"]
        let layout = LayoutDiscovery(options).discover(paths: paths) { _ in [] }
        #expect(layout.sets.map(\.name) == ["docs/en/x.md", "site/ja/x.md", "site/y.md"])
        #expect(layout.sets.last?.members.map(\.locale.description) == ["ja", "en"])
        #expect(layout.sourceReason == "site/mkdocs.yml: default_locale")
    }
}

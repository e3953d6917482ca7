import DriftLanguage
import Testing

@testable import DriftLayout

@Suite struct LayoutTests {
    @Test(arguments: [
        LayoutCase(
            "suffixes", ["x-no-intent.md", "x-no-intent-de.md", "x-no-intent-jp.md", "x-no-intent-pr.md"],
            [
                ["en:x-no-intent.md", "de:x-no-intent-de.md", "ja:x-no-intent-jp.md", "pt:x-no-intent-pr.md"]
            ]),
        LayoutCase(
            "dots and underscores",
            ["a/x.md", "a/x.de.md", "a/x_ja.md", "a/x.french.md", "a/x.brazilian-portuguese.md"],
            [
                ["en:a/x.md", "de:a/x.de.md", "fr:a/x.french.md", "ja:a/x_ja.md", "pt-BR:a/x.brazilian-portuguese.md"]
            ]),
        LayoutCase(
            "tags on both sides", ["c/index.en-US.md", "c/index.zh-CN.md", "d/only.en-US.md"],
            [
                ["en-US:c/index.en-US.md", "zh-CN:c/index.zh-CN.md"]
            ]),
        LayoutCase(
            "a folder each", ["docs/en/docs/x.md", "docs/de/docs/x.md", "docs/zh-hant/docs/x.md", "docs/en/docs/y.md"],
            [
                ["en:docs/en/docs/x.md", "de:docs/de/docs/x.md", "zh-Hant:docs/zh-hant/docs/x.md"]
            ]),
        LayoutCase(
            "a folder beside the source", ["docs/x.md", "docs/fr/x.md", "docs/ja/x.md", "docs/ja/y.md"],
            [
                ["en:docs/x.md", "fr:docs/fr/x.md", "ja:docs/ja/x.md"]
            ]),
        LayoutCase(
            "folder word and suffix",
            [
                "english-playbook/x.md", "english-playbook/index.md", "german-playbook/x-de.md",
                "german-playbook/x.md=" + english,
                "german-playbook/index.md=" + german, "german-playbook/y-de.md", "english-playbook/y.md",
                "german-playbook/z.md=" + english, "english-playbook/z.md", "simplified-chineses-playbook/x-sc.md",
            ],
            [
                ["en:english-playbook/index.md", "de:german-playbook/index.md"],
                [
                    "en:english-playbook/x.md", "de:german-playbook/x-de.md",
                    "zh-Hans:simplified-chineses-playbook/x-sc.md",
                ],
                ["en:english-playbook/y.md", "de:german-playbook/y-de.md"],
            ]),
        LayoutCase(
            "separate trees", ["site-en/src/x.md", "site-ja/src/x.md", "site-en/src/y.md"],
            [
                ["en:site-en/src/x.md", "ja:site-ja/src/x.md"]
            ]),
        LayoutCase(
            "an everyday word is no locale",
            ["log.md=" + english, "log-in.md=" + english, "sign-it.md=" + english, "sign.md=" + english], []),
        LayoutCase(
            "an everyday word with its language", ["sign.md=" + english, "sign-it.md=" + italian],
            [["en:sign.md", "it:sign-it.md"]]),
        LayoutCase("folders of programming languages", ["docs/cs/x.md=" + english, "docs/ts/x.md=" + english], []),
        LayoutCase("the end of an English name", ["guide-partner-de.md=" + german, "other.md"], []),
        LayoutCase(
            "a Chinese source", ["README.md=" + chinese, "README.en.md=" + english],
            [["zh:README.md", "en:README.en.md"]]),
        LayoutCase(
            "regions", ["README.md", "README.pt-BR.md", "README.pt-PT.md", "README_zh_TW.mdx"],
            [
                ["en:README.md", "pt-BR:README.pt-BR.md", "pt-PT:README.pt-PT.md", "zh-TW:README_zh_TW.mdx"]
            ]),
        LayoutCase("other files", ["x.md", "x.de.txt", "x.de.png"], []),
        LayoutCase(
            "files named by locale alone", ["i18n/en.md", "i18n/de.md", "i18n/ja.md"],
            [["en:i18n/en.md", "de:i18n/de.md", "ja:i18n/ja.md"]]),
        LayoutCase(
            "no source", ["a/x-de.md", "a/x-es.md", "a/y-es.md", "a/y-de.md", "a/z-es.md", "a/z-fr.md"],
            [
                ["es:a/x-es.md", "de:a/x-de.md"], ["es:a/y-es.md", "de:a/y-de.md"], ["es:a/z-es.md", "fr:a/z-fr.md"],
            ]),
        LayoutCase(
            "a folder of translations",
            [
                "README.md", "docs/README.de.md", "translations/README-fr.md", "translations/ja/README.md", "docs/x.md",
                "i18n/x.md",
            ],
            [["en:README.md", "de:docs/README.de.md", "fr:translations/README-fr.md", "ja:translations/ja/README.md"]]),
        LayoutCase(
            "Docusaurus",
            [
                "site/docs/a/x.md", "site/i18n/de/docusaurus-plugin-content-docs/current/a/x.md",
                "site/i18n/fr/docusaurus-plugin-content-docs/version-1.0/y.md", "site/versioned_docs/version-1.0/y.md",
                "site/blog/z.md", "site/i18n/zh-Hans/docusaurus-plugin-content-blog/z.md",
            ],
            [
                ["en:site/blog/z.md", "zh-Hans:site/i18n/zh-Hans/docusaurus-plugin-content-blog/z.md"],
                ["en:site/docs/a/x.md", "de:site/i18n/de/docusaurus-plugin-content-docs/current/a/x.md"],
                [
                    "en:site/versioned_docs/version-1.0/y.md",
                    "fr:site/i18n/fr/docusaurus-plugin-content-docs/version-1.0/y.md",
                ],
            ]),
        LayoutCase(
            "prefixes", ["x.md=" + english, "de_x.md=" + german, "modules.md=" + english, "es-modules.md=" + english],
            [["en:x.md", "de:de_x.md"]]),
        LayoutCase(
            "Microsoft's repositories", ["docs/a/x.md", "docs.de-de/a/x.md", "docs.zh-cn/a/x.md"],
            [["en:docs/a/x.md", "de-DE:docs.de-de/a/x.md", "zh-CN:docs.zh-cn/a/x.md"]]),
    ])
    func findsSets(_ example: LayoutCase) {
        #expect(discover(example.files).listing == example.sets)
    }

    @Test func saysWhyAndWhatItLeavesOut() {
        let layout = discover(["english-a/x.md", "german-a/x-de.md", "german-a/x.md=" + english, "y.md", "y-jp.md"])
        #expect(layout.sets.first?.members.map(\.reason) == ["folder english-a", "folder german-a and suffix -de"])
        #expect(layout.sets.last?.members.map(\.reason) == ["no locale in its path beside -jp", "suffix -jp"])
        #expect(
            layout.notes.map(\.text) == [
                "german-a/x.md is left out: it is a stray copy in en, not de, and german-a/x-de.md is the translation"
            ])
    }

    @Test func configuredSourceComesFirst() {
        let layout = discover(["en/x.md", "de/x.md", "ja/x.md"], source: LanguageTag(language: "ja"))
        #expect(layout.sets.first?.name == "ja/x.md")
        #expect(layout.sets.first?.members.map(\.locale.description) == ["ja", "de", "en"])
    }

    @Test func orderOfPathsDoesNotMatter() {
        let files = ["english-a/x.md", "german-a/x-de.md", "b.md", "b-fr.md", "b.es.md", "in/b-it.md", "b-de-es.md"]
        let layout = LayoutDiscovery(source: nil).discover(paths: files) { _ in [] }
        #expect(LayoutDiscovery(source: nil).discover(paths: files.reversed()) { _ in [] } == layout)
    }
}

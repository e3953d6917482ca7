import DriftLanguage
import Testing

@testable import DriftLayout

/// Where site generators and large projects keep their translations.
@Suite struct ConventionTests {
    @Test(arguments: [
        LayoutCase(
            "Docusaurus, versions, blog and pages",
            [
                "docs/intro.md", "i18n/fr/docusaurus-plugin-content-docs/current/intro.md",
                "versioned_docs/version-3/intro.md", "i18n/fr/docusaurus-plugin-content-docs/version-3/intro.md",
                "blog/2024-01-01-news.md", "i18n/fr/docusaurus-plugin-content-blog/2024-01-01-news.md",
                "src/pages/about.md", "i18n/fr/docusaurus-plugin-content-pages/about.md",
                "community/team.md", "i18n/fr/docusaurus-plugin-content-docs-community/current/team.md",
                "community_versioned_docs/version-3/team.md",
                "i18n/fr/docusaurus-plugin-content-docs-community/version-3/team.md",
            ],
            [
                ["en:blog/2024-01-01-news.md", "fr:i18n/fr/docusaurus-plugin-content-blog/2024-01-01-news.md"],
                ["en:community/team.md", "fr:i18n/fr/docusaurus-plugin-content-docs-community/current/team.md"],
                [
                    "en:community_versioned_docs/version-3/team.md",
                    "fr:i18n/fr/docusaurus-plugin-content-docs-community/version-3/team.md",
                ],
                ["en:docs/intro.md", "fr:i18n/fr/docusaurus-plugin-content-docs/current/intro.md"],
                ["en:src/pages/about.md", "fr:i18n/fr/docusaurus-plugin-content-pages/about.md"],
                [
                    "en:versioned_docs/version-3/intro.md",
                    "fr:i18n/fr/docusaurus-plugin-content-docs/version-3/intro.md",
                ],
            ]),
        LayoutCase(
            "Docusaurus beside its documents",
            [
                "docs/intro.md", "website/i18n/fr/docusaurus-plugin-content-docs/current/intro.md",
                "website/versioned_docs/version-1/intro.md",
                "website/i18n/fr/docusaurus-plugin-content-docs/version-1/intro.md",
            ],
            [
                ["en:docs/intro.md", "fr:website/i18n/fr/docusaurus-plugin-content-docs/current/intro.md"],
                [
                    "en:website/versioned_docs/version-1/intro.md",
                    "fr:website/i18n/fr/docusaurus-plugin-content-docs/version-1/intro.md",
                ],
            ]),
        LayoutCase(
            "Hugo, a folder for each language",
            ["content/en/_index.md", "content/de/_index.md", "content/en/docs/x.md", "content/zh-cn/docs/x.md"],
            [
                ["en:content/en/_index.md", "de:content/de/_index.md"],
                ["en:content/en/docs/x.md", "zh-CN:content/zh-cn/docs/x.md"],
            ]),
        LayoutCase(
            "Hugo, the language in the file's name",
            ["content/_index.md", "content/_index.de.md", "content/x.md", "content/x.de.md", "content/x.pt-br.md"],
            [
                ["en:content/_index.md", "de:content/_index.de.md"],
                ["en:content/x.md", "de:content/x.de.md", "pt-BR:content/x.pt-br.md"],
            ]),
        LayoutCase(
            "VitePress",
            ["docs/index.md", "docs/zh/index.md", "docs/guide/x.md", "docs/zh/guide/x.md", "docs/guide/y.md"],
            [["en:docs/guide/x.md", "zh:docs/zh/guide/x.md"], ["en:docs/index.md", "zh:docs/zh/index.md"]]),
        LayoutCase(
            "MkDocs, folders", ["docs/en/index.md", "docs/fr/index.md", "docs/en/a/b.md", "docs/fr/a/b.md"],
            [["en:docs/en/a/b.md", "fr:docs/fr/a/b.md"], ["en:docs/en/index.md", "fr:docs/fr/index.md"]]),
        LayoutCase(
            "MkDocs, suffixes", ["docs/index.md", "docs/index.fr.md", "docs/a.en.md", "docs/a.fr.md"],
            [["en:docs/a.en.md", "fr:docs/a.fr.md"], ["en:docs/index.md", "fr:docs/index.fr.md"]]),
        LayoutCase(
            "Jekyll",
            [
                "_posts/2024-01-01-news.md", "fr/_posts/2024-01-01-news.md", "_posts/de/2024-01-01-news.md",
                "_i18n/en/about.md", "_i18n/fr/about.md",
            ],
            [
                ["en:_i18n/en/about.md", "fr:_i18n/fr/about.md"],
                [
                    "en:_posts/2024-01-01-news.md", "de:_posts/de/2024-01-01-news.md",
                    "fr:fr/_posts/2024-01-01-news.md",
                ],
            ]),
        LayoutCase(
            "GitBook", ["LANGS.md", "en/README.md", "en/SUMMARY.md", "zh/README.md", "zh/SUMMARY.md"],
            [["en:en/README.md", "zh:zh/README.md"], ["en:en/SUMMARY.md", "zh:zh/SUMMARY.md"]]),
        LayoutCase(
            "a front page with translations among the documents",
            [
                "README.md", "docs/README.de.md", "docs/fr/README.md", "docs/translations/README.ja.md",
                "docs/i18n/ko/README.md", "docs/readme/README_pl.md", "CONTRIBUTING.md", "docs/CONTRIBUTING.de.md",
                "docs/guide.md",
            ],
            [
                ["en:CONTRIBUTING.md", "de:docs/CONTRIBUTING.de.md"],
                [
                    "en:README.md", "de:docs/README.de.md", "fr:docs/fr/README.md", "ja:docs/translations/README.ja.md",
                    "ko:docs/i18n/ko/README.md", "pl:docs/readme/README_pl.md",
                ],
            ]),
        LayoutCase(
            "a folder with the language behind a full stop",
            ["pages/common/tar.md", "pages.pt_BR/common/tar.md", "pages.de/common/tar.md", "pages/linux/ls.md"],
            [["en:pages/common/tar.md", "de:pages.de/common/tar.md", "pt-BR:pages.pt_BR/common/tar.md"]]),
        LayoutCase(
            "a tree for each language, outside",
            ["../vue-en/src/x.md", "../vue-ja/src/x.md", "../vue-en/README.md", "../vue-ja/README.md"],
            [
                ["en:../vue-en/README.md", "ja:../vue-ja/README.md"],
                ["en:../vue-en/src/x.md", "ja:../vue-ja/src/x.md"],
            ]),
        LayoutCase(
            "a language before the folder of documents",
            ["source/docs/x.md", "source/ru/docs/x.md", "source/zh-tw/docs/x.md"],
            [["en:source/docs/x.md", "ru:source/ru/docs/x.md", "zh-TW:source/zh-tw/docs/x.md"]]),
        LayoutCase(
            "a version below the language", ["en/latest/x.md", "zh/latest/x.md", "en/v1/x.md", "zh/v1/x.md"],
            [["en:en/latest/x.md", "zh:zh/latest/x.md"], ["en:en/v1/x.md", "zh:zh/v1/x.md"]]),
        LayoutCase(
            "a language below the version",
            ["docs/v1/en/x.md", "docs/v1/ja/x.md", "docs/v2/en/x.md", "docs/v2/ja/x.md"],
            [["en:docs/v1/en/x.md", "ja:docs/v1/ja/x.md"], ["en:docs/v2/en/x.md", "ja:docs/v2/ja/x.md"]]),
        LayoutCase(
            "front pages",
            ["README.md", "README-zh-Hans.md", "README_TW.md", "README.pt-BR.md", "README_JP.md", "README-ua.md"],
            [
                [
                    "en:README.md", "ja:README_JP.md", "pt-BR:README.pt-BR.md", "uk:README-ua.md",
                    "zh-Hans:README-zh-Hans.md", "zh-TW:README_TW.md",
                ]
            ]),
        LayoutCase(
            "a front page in Chinese", ["README.md", "README_CN.md"], [["en:README.md", "zh-Hans:README_CN.md"]]),
        LayoutCase(
            "Starlight", ["src/content/docs/a/x.mdx", "src/content/docs/pt-br/a/x.mdx", "src/content/docs/de/a/x.md"],
            [
                [
                    "en:src/content/docs/a/x.mdx", "de:src/content/docs/de/a/x.md",
                    "pt-BR:src/content/docs/pt-br/a/x.mdx",
                ]
            ]),
        LayoutCase(
            "Docsify", ["docs/README.md", "docs/zh-cn/README.md", "docs/de-de/README.md", "README.md"],
            [["en:docs/README.md", "de-DE:docs/de-de/README.md", "zh-CN:docs/zh-cn/README.md"]]),
        LayoutCase(
            "names of languages, misspelt once",
            ["english/a.md", "german/a.md", "simplified-chineses/a.md", "brazilian-portuguese/a.md", "日本語/a.md"],
            [
                [
                    "en:english/a.md", "de:german/a.md", "ja:日本語/a.md", "pt-BR:brazilian-portuguese/a.md",
                    "zh-Hans:simplified-chineses/a.md",
                ]
            ]),
    ])
    func findsSets(_ example: LayoutCase) {
        #expect(discover(example.files).listing == example.sets)
    }
}

import DriftLayout
import Testing

@testable import DriftEngine

@Suite struct SiteConfigurationTests {
    @Test(arguments: [
        (
            "docusaurus.config.js",
            "module.exports = {\n  // defaultLocale: 'en',\n  i18n: { defaultLocale: 'de', locales: ['de', 'en'] },\n}",
            "de"
        ),
        (
            "docusaurus.config.ts",
            "const url = 'https://x.org'; /* defaultLocale: 'en' */ export default { i18n: { \"defaultLocale\": `ja` } }",
            "ja"
        ),
        (
            ".vitepress/config.mts",
            "export default { locales: { root: { label: 'English', lang: 'en-US' }, zh: { lang: 'zh' } } }", "en-US"
        ),
        (".vitepress/config.js", "export default { title: 'X', lang: \"fr\" }", "fr"),
        ("lunaria.config.json", "{ \"defaultLocale\": { \"label\": \"English\", \"lang\": \"en\" } }", "en"),
        (
            "hugo.toml", "baseURL = 'https://x.org/' # defaultContentLanguage = 'en'\ndefaultContentLanguage = 'nl'\n",
            "nl"
        ),
        ("config.yaml", "title: It's ours\ndefaultContentLanguage: pt-br\n", "pt-BR"),
        ("config/_default/hugo.toml", "defaultContentLanguage = \"ko\"", "ko"),
        (
            "mkdocs.yml",
            "theme:\n  language: en\nplugins:\n  - i18n:\n      languages:\n        - locale: en\n          name: English\n        - locale: fr\n          default: true\n          name: Français\n",
            "fr"
        ),
        ("mkdocs.yml", "plugins:\n  - i18n:\n      default_language: es\n", "es"),
        ("mkdocs.yml", "theme:\n  language: de\n", "de"),
        (
            "crowdin.yml",
            "files:\n  - source: /docs/en/**/*.md\n    translation: /docs/%two_letters_code%/**/%original_file_name%\n",
            "en"
        ),
        ("_config.yml", "lang: uk\n", "uk"), ("astro.config.mjs", "i18n: { defaultLocale: \"en\", locales: [] }", "en"),
    ])
    func namesTheSource(file: String, text: String, locale: String) {
        let hints = SiteConfiguration(files: OverlayFiles(["site/\(file)": Array(text.utf8)])).hints(in: ["site"])
        #expect(hints.map(\.source.description) == [locale])
        #expect(hints.first?.folder == "site")
        #expect(hints.first?.evidence.hasPrefix("site/\(file): ") == true)
    }

    @Test(arguments: [
        ("docusaurus.config.js", "i18n: { defaultLocale }"), ("mkdocs.yml", "site_name: X"),
        ("config.json", "{\"lang\": \"en\"}"),
        ("crowdin.yml", "files:\n  - source: /docs/**/*.md\n"), ("hugo.toml", "defaultContentLanguage ="),
        ("package.json", "{}"),
    ])
    func othersSayNothing(file: String, text: String) {
        #expect(SiteConfiguration(files: OverlayFiles([file: Array(text.utf8)])).hints(in: ["."]).isEmpty)
    }

    @Test func theSitesOwnFolderSpeaksForItsNeighbours() {
        let files = OverlayFiles(["a/website/docusaurus.config.js": Array("i18n: { defaultLocale: 'ko' }".utf8)])
        #expect(SiteConfiguration(files: files).hints(in: ["a", "a/website"]).map(\.folder) == ["a"])
    }
}

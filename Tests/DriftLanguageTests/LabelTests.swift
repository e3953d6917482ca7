import Testing

@testable import DriftLanguage

@Suite struct LabelTests {
    private func isForgotten(_ text: String, _ source: String, _ target: String) throws -> Bool {
        let (source, target) = (LanguageTag(spelling: source), LanguageTag(spelling: target))
        let labels = Labels(from: try #require(source), in: try #require(target))
        return labels?.isForgotten(Array(text.utf8)) ?? false
    }

    @Test(arguments: [
        ("Yes", "en", "de"), ("optional", "en", "ja"), ("Required:", "en-GB", "pt-BR"), ("See below.", "en", "ru"),
        ("NONE", "en", "zh-Hant"), ("Обязательно", "ru", "en"), ("Ja", "de", "fr"), ("Default", "en", "zh-TW"),
    ])
    func aWordOfTheSourceWasForgotten(_ text: String, _ source: String, _ target: String) throws {
        #expect(try isForgotten(text, source, target))
    }

    /// Words that are spelt alike, words of no lexicon, and languages without one.
    @Test(arguments: [
        ("No", "en", "es"), ("Optional", "en", "de"), ("Default", "en", "it"), ("Ja", "de", "nl"), ("Yes", "en", "cy"),
        ("Maybe", "en", "de"), ("", "en", "de"), ("Yes", "cy", "de"), ("Standard", "de", "sv"), ("Yes", "en", "en-GB"),
    ])
    func whatIsRightIsKept(_ text: String, _ source: String, _ target: String) throws {
        #expect(try !isForgotten(text, source, target))
    }

    @Test func lexiconsCoverManyLanguages() {
        for rows in [EmbeddedLexicons.labels, EmbeddedLexicons.placeholders, EmbeddedLexicons.notApplicable] {
            let locales = rows.compactMap { LanguageTag(spelling: $0.cells[0]) }
            #expect(locales.count == rows.count && Set(locales).count == rows.count && rows.count >= 30)
            #expect(rows.allSatisfy { $0.cells.allSatisfy { !$0.isEmpty } })
        }
    }

    @Test(arguments: ["TBD", "Todo", "Coming soon.", "À définir", "Уточняется", "近日公開", "即将推出", "Em breve"])
    func wordsForWhatIsToCome(_ text: String) {
        #expect(Wording.isPlaceholder(Array(text.utf8)))
    }

    @Test(arguments: ["N/A", "–", "Не применимо", "なし", "Entfällt"])
    func wordsForNothing(_ text: String) {
        #expect(Wording.isNotApplicable(Array(text.utf8)))
    }
}

import Testing

@testable import DriftLanguage

@Suite struct LanguageTagTests {
    @Test(arguments: [
        ("de", "de"), ("DE", "de"), ("zh-hant", "zh-Hant"), ("pt_BR", "pt-BR"), ("zh-Hans-CN", "zh-Hans-CN"),
        ("en-US", "en-US"), ("es-419", "es-419"), ("sr-latn", "sr-Latn"), ("jp", "ja"), ("kr", "ko"), ("cn", "zh-Hans"),
        ("sc", "zh-Hans"), ("tc", "zh-Hant"), ("tw", "zh-TW"), ("hk", "zh-HK"), ("ua", "uk"), ("gr", "el"),
        ("vn", "vi"),
        ("cz", "cs"), ("dk", "da"), ("se", "sv"), ("br", "pt-BR"), ("ptbr", "pt-BR"), ("zhCN", "zh-CN"), ("pr", "pt"),
        ("german", "de"), ("Deutsch", "de"), ("french", "fr"), ("brazilian-portuguese", "pt-BR"), ("chinese", "zh"),
        ("simplified-chinese", "zh-Hans"), ("simplified-chineses", "zh-Hans"), ("日本語", "ja"), ("japanese", "ja"),
        ("basque", "eu"), ("Русский", "ru"), ("fil", "fil"), ("ka-GE", "ka-GE"), ("uk-UA", "uk-UA"), ("he_IL", "he-IL"),
        ("ja-jp", "ja-JP"), ("deu", "de"), ("English", "en"), ("id-ID", "id-ID"), ("ko-KO", "ko"), ("ja-JA", "ja"),
    ])
    func readsSpelling(spelling: String, tag: String) {
        #expect(LanguageTag(spelling: spelling)?.description == tag)
    }

    @Test(arguments: [
        "", "x", "docs", "guide", "partner", "en-docs", "de-partner", "q9", "zz", "v2", "readme", "en-US-x",
    ])
    func refusesOtherWords(spelling: String) {
        #expect(LanguageTag(spelling: spelling) == nil)
    }

    @Test func sameLanguageIgnoresRegionAndScript() {
        let chinese = LanguageTag(language: "zh", script: "Hans")
        #expect(chinese.isSameLanguage(as: LanguageTag(language: "zh", region: "TW")))
        #expect(!chinese.isSameLanguage(as: LanguageTag(language: "ja")))
    }

    @Test(arguments: [
        ("Hello, wörld 12!", WritingSystem.latin, 10), ("Привет", .cyrillic, 6), ("日本語のテキスト", .japanese, 8),
        ("日本語のテキスト", .han, 3), ("한국어", .hangul, 3), ("שלום", .hebrew, 4), ("مرحبا", .arabic, 5), ("١٢٣ ۴", .arabic, 0),
        ("ไทย", .thai, 3), ("नमस्ते", .devanagari, 6), ("100 % — …", .latin, 0),
    ])
    func countsLettersByScript(text: String, system: WritingSystem, count: Int) {
        #expect(scriptShare(of: Array(text.utf8)).count(of: system) == count)
    }

    @Test(arguments: [
        ("ja", WritingSystem.japanese), ("zh-Hant", .han), ("sr-Latn", .latin), ("sr", .cyrillic), ("fa", .arabic),
        ("pt-BR", .latin), ("ta", .other),
    ])
    func knowsWritingSystem(spelling: String, system: WritingSystem) {
        #expect(LanguageTag(spelling: spelling)?.writingSystem == system)
    }

    @Test(arguments: [
        ("en", "You can use this page to find out which of the services are ready for your users."),
        (
            "de",
            "Auf dieser Seite finden Sie heraus, welche der Dienste für die Benutzer bereit sind und wie es weiter geht."
        ),
        (
            "es",
            "En esta página se puede ver cuáles de los servicios están listos para los usuarios y qué es lo que falta."
        ),
        (
            "fr",
            "Sur cette page, vous pouvez voir quels sont les services qui sont prêts pour les utilisateurs et ce que vous pouvez faire."
        ),
        ("pt", "Nesta página você pode ver quais dos serviços estão prontos para os usuários e o que não está."),
        ("it", "In questa pagina si può vedere quali dei servizi sono pronti per gli utenti e che cosa non lo è."),
        ("nl", "Op deze pagina kan je zien welke van de diensten klaar zijn voor de gebruikers en wat er niet is."),
        (
            "pl",
            "Na tej stronie można zobaczyć, które z usług są gotowe do użycia i czy nie jest to za mało dla ich celów."
        ),
    ])
    func functionWordsTellTheLanguage(language: String, text: String) {
        let bytes = Array(text.utf8)
        let languages = ["en", "de", "es", "fr", "pt", "it", "nl", "pl", "tr", "vi", "id"]
        let hits = languages.map { FunctionWords(language: $0)?.hits(in: bytes) ?? -1 }
        let best = zip(languages, hits).max { $0.1 < $1.1 }
        #expect(best?.0 == language)
        #expect((best?.1 ?? 0) * 3 >= FunctionWords.wordCount(in: bytes))
        #expect(FunctionWords(language: "ja") == nil)
    }
}

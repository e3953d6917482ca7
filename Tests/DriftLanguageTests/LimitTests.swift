import Testing

@testable import DriftLanguage

@Suite struct LimitTests {
    private func limits(_ locale: String) throws -> Limits {
        let tag = try #require(LanguageTag(spelling: locale))
        return try #require(Limits.known(tag))
    }

    /// The sole word of an English text, as it stands there.
    private func soleWord(_ text: String) throws -> (kinds: Limits.Kinds, text: String)? {
        let bytes = Array(text.utf8)
        return try limits("en").soleWord(of: bytes).map { ($0.kinds, String(decoding: bytes[$0.range], as: UTF8.self)) }
    }

    @Test(arguments: [
        ("They have no plan.", "no", Limits.Kinds.negation), ("It doesn’t stay.", "n’t", .negation),
        ("Without a key", "Without", .negation), ("Use no more than two.", "no more than", .atMost),
        ("It has at least two.", "at least", .atLeast), ("All except one", "except", .except),
        ("Read only this.", "only", .only), ("It is no longer here.", "no longer", .otherwise),
        ("Not only here", "Not only", .otherwise), ("É no", "no", .negation),
    ])
    func aTextHasOneWord(_ text: String, _ word: String, _ kinds: Limits.Kinds) throws {
        let found = try #require(try soleWord(text))
        #expect(found.text == word)
        #expect(found.kinds == kinds)
    }

    /// Parts of other words, two words, none.
    @Test(arguments: [
        "A read-only file", "A note", "Knows nothingness", "NO_PROXY is set", "Not now and not here", "",
        "Say no, never",
    ])
    func aTextHasNoneOrSeveral(_ text: String) throws {
        #expect(try soleWord(text) == nil)
    }

    @Test(arguments: [
        ("de", "Es gibt keinen Plan.", Limits.Kinds.negation), ("de", "Das ist wertlos.", .negation),
        ("ja", "予定はありません。", .negation), ("zh-TW", "沒有計劃", .negation), ("tr", "Bu dosya açılmaz.", .negation),
        ("fr", "Il n’a rien.", .negation), ("pt-BR", "pelo menos dois", .atLeast), ("ru", "не более двух", .atMost),
        ("ko", "두 개만 있다", .only), ("no", "alle unntatt én", .except), ("ar", "مع وبدون التكرار", .negation),
        ("de", "Vermeiden Sie das.", .otherwise), ("th", "ไม่มีแผน", .negation), ("he", "אין תוכנית", .negation),
    ])
    func aTranslationHasAWord(_ locale: String, _ text: String, _ kinds: Limits.Kinds) throws {
        #expect(try limits(locale).kinds(in: Array(text.utf8), until: kinds).isSuperset(of: kinds))
    }

    @Test(arguments: [
        ("de", "Der Kunde möchte das und uns."), ("es", "El cliente quiere el servicio."), ("ja", "顧客はサービスを使います。"),
        ("zh", "客户想用这个服务。"), ("fr", "Le client veut le service."), ("ru", "Клиент хочет это."),
        ("ko", "고객은 서비스를 사용한다."),
    ])
    func aTranslationLacksAll(_ locale: String, _ text: String) throws {
        let all = Limits.Kinds.negation.withRenderings
        #expect(try limits(locale).kinds(in: Array(text.utf8), until: all).isEmpty)
    }

    @Test func lexiconCoversManyLanguages() {
        #expect(EmbeddedLexicons.limits.count >= 24)
        #expect(LanguageTag(spelling: "cy").flatMap { Limits.known($0) } == nil)
    }
}

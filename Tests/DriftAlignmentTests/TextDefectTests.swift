import DriftAlignment
import DriftText
import Testing

/// What is wrong in a text whatever it translates.
@Suite struct TextDefectTests {
    private func defects(_ source: String, _ target: String? = nil, _ locale: String = "de") -> [Difference] {
        Sample.allDifferences(Sample.set([Sample.outline(source), Sample.outline(target ?? source, locale)]))
            .filter { $0.kind == .defective }
    }

    private func found(_ target: String, _ locale: String = "de", source: String = "Text.") -> [String] {
        defects(source, target, locale).map { "\($0.aspect.rawValue) \($0.found)" }
    }

    private static let flawed = [
        "A word word, and a (bracket.", "Gr\u{C3}\u{B6}\u{C3}\u{178}e \u{FFFD} \u{8} a\u{200B}b o\u{308} Сloud , x",
        "（half) and `(code` ) ] 」", "| a | b |\n| --- | --- |\n| the the | Сloud |",
    ]

    /// A copy has what its source has, as the same causes, and nothing else.
    @Test(arguments: Sample.all + flawed, ["de", "ja", "fr"])
    func aCopyHasItsSourcesDefectsOnly(_ text: String, _ locale: String) {
        let all = defects(text, nil, locale)
        let causes = Set(all.filter { $0.passage.member == 0 }.map(\.cause))
        #expect(all.allSatisfy { causes.contains($0.cause) })
    }

    @Test func anEqualLanguageHasAllOfThem() {
        for text in Self.flawed {
            let all = defects(text)
            #expect(all.filter { $0.passage.member == 0 }.count == all.filter { $0.passage.member == 1 }.count)
        }
    }

    @Test func charactersAreCountedOnceAFile() {
        let all = defects("Text.", "a\u{200B}b\u{200B}c.\n\nd\u{200B}e.")
        #expect(all.map(\.detail) == [", one of 3 in this file"])
        #expect(found("Ein `\u{200B}` und\n\n    \u{FFFD}\n").isEmpty)
    }

    @Test func garbledLettersAreReportedOnce() {
        #expect(found("\u{C3}\u{9C}ber \u{C3}\u{A0}") == ["garbled-text \u{C3}\u{9C}"])
        #expect(found("AMANHÃ\u{A0}x", "pt").isEmpty)
    }

    @Test func scriptsHaveTheirJoiners() {
        #expect(found("نمی\u{200C}شود", "fa").isEmpty)
        #expect(found("ab\u{200C}cd", "fa") == ["invisible-character U+200C"])
        #expect(found("ก\u{200B}ข", "th").isEmpty)
        #expect(found("👩\u{200D}👧").isEmpty)
        #expect(found("ab\u{200F}cd", "he").isEmpty)
        #expect(found("ab\u{202E}cd", "he") == ["control-character U+202E"])
    }

    @Test func wordsAreDoubledUnlessTheyMayBe() {
        #expect(found("Der Tarif ist ist frei.") == ["doubled-word ist ist"])
        #expect(found("Ab ab morgen.") == ["doubled-word Ab ab"])
        for text in ["Left Left Case", "die die Partner", "neu *neu*", "x-neu neu-y", "bum bum bum", "Zone zone 1."] {
            #expect(found("Ein " + text).isEmpty, "\(text)")
        }
    }

    @Test func scriptsAreMixedWhereLettersLookAlike() {
        #expect(found("Сloud") == ["mixed-script Сloud"])
        #expect(found("FаstAPI는", "ko") == ["mixed-script FаstAPI"])
        #expect(found("систeму", "ru") == ["mixed-script систeму"])
        for text in ["Cloudа", "APIшка", "x-му", "π", "µm"] { #expect(found(text, "ru").isEmpty, "\(text)") }
    }

    @Test func bracketsHavePartnersAsInTheSource() {
        #expect(found("Der Tarif (frei.", source: "The plan (free).") == ["bracket ("])
        #expect(found("套餐（小)。", "zh", source: "The plan (small).") == ["bracket-width （小)"])
        #expect(found("Der Tarif (frei.", source: "The plan (free.").isEmpty)
        for text in ["1) und 2) :)", "a) x", "예) x", "「（x）」", "[a] {b}"] {
            #expect(found(text, source: "The plan (free).").isEmpty, "\(text)")
        }
    }

    @Test func quotationMarksComeInPairs() {
        #expect(found("Der „Tarif ist frei.", source: "The “plan” is free.") == ["quotation „"])
        #expect(found("Der «Tarif» ist \"frei\".", source: "The “plan” is free.").isEmpty)
        #expect(found("Ein Schirm von 24\".", source: "A screen of 24 inches.").isEmpty)
    }

    /// One full stop that is lost among ten is a slip, three are a manner of writing.
    @Test(arguments: [(1, 1), (3, 0)])
    func finalMarksAreComparedByClass(_ lost: Int, _ due: Int) {
        let source = (0..<10).map { "- Sentence number \($0) of the list.\n" }.joined()
        let target = (0..<10).map { "- これは項目\($0)です\($0 < lost ? "" : "。")\n" }.joined()
        #expect(found(target, "ja", source: source).count == due)
        #expect(found(source, "de", source: source).isEmpty)
    }
}

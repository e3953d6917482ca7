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
        #expect(found("систeму", "ru") == ["mixed-script систeму"])
        for text in ["Cloudа", "APIшка", "x-му", "π", "µm"] { #expect(found(text, "ru").isEmpty, "\(text)") }
    }
}

import DriftAlignment
import Mutations
import Testing

/// One part taken out is one difference, at its place.
@Suite struct RemovalTests {
    @Test(arguments: Sample.all)
    func ofACopy(text: String) {
        let source = Sample.outline(text)
        let removals = Removal.all(of: source)
        #expect(removals.count > 10)
        for removal in removals {
            let target = Sample.outline(removal.bytes)
            #expect(problem(source, target, removal) == nil)
        }
    }

    @Test(arguments: Sample.generated + [Sample.playbook("")])
    func ofATranslation(text: String) {
        let source = Sample.outline(text)
        let translation = Sample.outline(PseudoTranslation.of(source), "nl")
        let untouched = Sample.differences(source, translation)
        #expect(untouched.isEmpty, "\(untouched.map(\.summary))")
        for (removal, original) in zip(Removal.all(of: translation), Removal.all(of: source)) {
            let target = Sample.outline(removal.bytes, "nl")
            #expect(problem(source, target, removal, text: original.text) == nil)
        }
    }

    /// What is missing in one direction is extra in the other.
    @Test(arguments: Sample.all)
    func isExtraTheOtherWay(text: String) {
        let whole = Sample.outline(text)
        for removal in Removal.all(of: whole) {
            let part = Sample.outline(removal.bytes)
            let missing = Sample.differences(whole, part).map { "\($0.aspect) \($0.expected)" }
            let reversed = Sample.differences(part, whole)
            #expect(reversed.allSatisfy { $0.kind == .extra }, "\(removal): \(reversed.map(\.summary))")
            #expect(missing == reversed.map { "\($0.aspect) \($0.found)" }, "\(removal)")
        }
    }

    /// A translation that has more than its source has one thing extra.
    @Test(arguments: Sample.generated)
    func isExtraInATranslation(text: String) {
        let whole = Sample.outline(text)
        let translation = Sample.outline(PseudoTranslation.of(whole), "nl")
        for (removal, other) in zip(Removal.all(of: whole), Removal.all(of: translation)) {
            let found = Sample.differences(Sample.outline(removal.bytes), translation)
            #expect(found.map { "\($0.kind) \($0.aspect) \($0.found)" } == ["extra \(other.aspect) \(other.text)"])
        }
    }

    /// A member that is no translation at all is left out, and the others are compared as without it.
    @Test func isExtraBesideAnUnrelatedMember() {
        let whole = Sample.outline(Sample.generated[0])
        let translation = Sample.outline(PseudoTranslation.of(whole), "nl")
        let source = Sample.outline(Removal.all(of: whole)[0].bytes)
        let stranger = Sample.outline(
            (1...12).map { "## 第\($0)節\n\n\($0)月の天気は\($0 * 7)度でした。\n" }.joined(separator: "\n"), "ja")
        let set = Sample.set([source, stranger, translation])
        #expect(set.unrelated == [1])
        let found = Sample.differences(set).filter { $0.kind == .extra }
        #expect(found.map(\.passage.member) == [2])
        #expect(found.map(\.summary) == Sample.differences(source, translation).map(\.summary))
    }

    /// One part less in a page that people translated is one difference more.
    ///
    /// Left out are the columns and the table of dates, which differs already: two gaps at one place are one change.
    @Test(arguments: Sample.playbook.dropFirst().map(\.locale))
    func ofAPageOfThePlaybook(locale: String) throws {
        let source = Sample.outline(Sample.playbook(""))
        let page = try #require(Sample.playbook.first { $0.locale == locale })
        let target = Sample.outline(page.text, locale)
        let before = Set(Sample.differences(source, target).map(\.summary))
        for removal in Removal.all(of: target) {
            if removal.aspect == .column || removal.aspect == .row && removal.text.contains("Mara") { continue }
            let shorter = Sample.outline(removal.bytes, locale)
            let new = Sample.differences(source, shorter).filter { !before.contains($0.summary) }
            let lines = new.map { shorter.document.source.lineIndex(at: $0.passage.range.lower) + 1 }
            #expect(new.map(\.aspect) == [removal.aspect], "\(removal): \(new.map(\.summary))")
            #expect(lines == [removal.line], "\(removal): \(new.map(\.summary))")
        }
    }

    private func problem(_ source: Outline, _ target: Outline, _ removal: Removal, text: String? = nil) -> String? {
        let differences = Sample.differences(source, target)
        guard differences.count == 1, let difference = differences.first else {
            return "\(removal): \(differences.map(\.summary))"
        }
        let line = target.document.source.lineIndex(at: difference.passage.range.lower) + 1
        let isRight =
            difference.kind == .missing && difference.aspect == removal.aspect
            && difference.expected == text ?? removal.text && line == removal.line
        return isRight ? nil : "\(removal): \(difference.summary) after line \(line)"
    }
}

import DriftLanguage
import DriftMarkdown
import DriftText

/// Compares the values of keys that both a source's front matter and a translation's have.
///
/// Which values are to be equal and which are to be translated is learnt: from the other translations of the document, and
/// from what the repository does with the key.
struct FrontMatterValues {
    let comparison: FrontMatterDifferences

    init(of comparison: FrontMatterDifferences) {
        self.comparison = comparison
    }

    func differences(_ source: FrontMatterEntries, _ target: FrontMatterEntries) -> [Difference] {
        return target.entries.compactMap { entry -> Difference? in
            guard !entry.value.isEmpty else { return nil }
            if Self.localeKeys.contains(entry.key), let tag = LanguageTag(spelling: entry.value) {
                return foreign(entry, tag, source[entry.key])
            }
            guard let original = source[entry.key], !original.value.isEmpty else { return nil }
            return Self.proseKeys.contains(entry.key) ? untranslated(original, entry) : changed(original, entry)
        }
    }

    private static let localeKeys: Set = ["lang", "locale", "language", "ms.locale", "hreflang"]
    private static let proseKeys: Set = ["title", "description", "subtitle", "summary", "excerpt", "sidebar_label"]

    /// How many of the other translations that have a key give it the source's value, and how many have it.
    private func others(giving source: FrontMatterEntries.Entry) -> (equal: Int, count: Int) {
        comparison.survey.others(than: comparison.member, giving: source.key, source.value)
    }

    // MARK: Equal values

    private func changed(
        _ source: FrontMatterEntries.Entry, _ target: FrontMatterEntries.Entry
    ) -> Difference? {
        guard source.value != target.value, source.value.isInvariant, target.value.isInvariant else { return nil }
        let others = others(giving: source)
        let isKept =
            comparison.inquiry.answer(.keepsValue(key: target.key))
            ?? (others.count >= 2 && others.equal == others.count)
        guard isKept else { return nil }
        let passage = comparison.targetPassage(target.valueRange)
        return Difference(
            .changed, .frontMatterValue, at: passage, counterparts: [comparison.sourcePassage(source.valueRange)],
            expected: source.value, found: target.value, detail: "under “\(target.key)”",
            cause: Difference.cause(.changed, .frontMatterValue, source.valueRange))
    }

    // MARK: Translated values

    private func untranslated(
        _ source: FrontMatterEntries.Entry, _ target: FrontMatterEntries.Entry
    ) -> Difference? {
        guard source.value == target.value, source.value.isWording, !comparison.set.isSameLanguage(comparison.member)
        else { return nil }
        let others = others(giving: source)
        let translated = others.count - others.equal
        let isDue =
            others.count >= 2
            ? 4 * translated >= 3 * others.count
            : comparison.inquiry.answer(
                .translatesValue(key: target.key, locale: comparison.locale.description)) == true
        guard isDue else { return nil }
        return Difference(
            .untranslated, .frontMatterValue, at: comparison.targetPassage(target.valueRange),
            counterparts: [comparison.sourcePassage(source.valueRange)], found: target.value,
            cause: Difference.cause(.untranslated, .frontMatterValue, member: comparison.member, target.value))
    }

    // MARK: The locale

    /// A locale that is neither the document's own nor one that all translations take over from the source.
    private func foreign(
        _ entry: FrontMatterEntries.Entry, _ tag: LanguageTag, _ source: FrontMatterEntries.Entry?
    ) -> Difference? {
        let own = comparison.locale
        let isOtherRegion = tag.region != nil && own.region != nil && tag.region != own.region
        guard tag.language != own.language || isOtherRegion else { return nil }
        if let source, source.value == entry.value, comparison.inquiry.answer(.keepsValue(key: entry.key)) == true {
            return nil
        }
        return Difference(
            .foreign, .locale, at: comparison.targetPassage(entry.valueRange),
            counterparts: source.map { [comparison.sourcePassage($0.valueRange)] } ?? [], expected: own.description,
            found: entry.value, detail: entry.key,
            cause: Difference.cause(.foreign, .locale, member: comparison.member, entry.value))
    }
}

extension String {
    /// Whether a value is an identifier, a number, a date, an address: what no language changes.
    fileprivate var isInvariant: Bool {
        utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && utf8.first.map { !"[{|>&*!".utf8.contains($0) } ?? false
    }

    /// Whether a value has two words, one of them in lower case, so that it is no mere name.
    fileprivate var isWording: Bool {
        let words = utf8.split(separator: 0x20).filter { $0.contains { $0.isASCIILetter } }
        return words.count >= 2
            && words.contains { word in word.count >= 3 && word.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } }
    }
}

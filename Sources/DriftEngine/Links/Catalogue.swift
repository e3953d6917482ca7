import DriftLanguage
import DriftLayout
import DriftRules

/// All documents of a run by path: which set each belongs to, and in which locale.
struct Catalogue: Sendable {
    private struct Entry {
        let set: Int
        let locale: LanguageTag
    }

    private let sets: [LocaleSet]
    private let entries: [String: Entry]

    init(_ sets: [LocaleSet]) {
        self.sets = sets
        var entries: [String: Entry] = [:]
        for (index, set) in sets.enumerated() {
            for member in set.members {
                entries[Path.normalised(member.path)] = Entry(set: index, locale: member.locale)
            }
        }
        self.entries = entries
    }

    /// The locale that a link from one document leads to, where that is another than its own and its own has the page
    /// too. Links between the locales of one set are how a reader changes the language.
    func foreign(_ path: String, from document: String) -> LinkTargets.Target? {
        guard let target = entries[path], let own = entries[Path.normalised(document)], target.set != own.set,
            target.locale != own.locale,
            let counterpart = sets[target.set].members.first(where: { $0.locale == own.locale })
        else { return nil }
        return .foreign(
            locale: target.locale,
            own: Path.relative(Path.normalised(counterpart.path), from: Path.folder(of: Path.normalised(document))))
    }
}

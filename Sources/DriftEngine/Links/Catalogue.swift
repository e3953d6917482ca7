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
    /// The set of each source document by its name; nil for a name that several have.
    private let setOfName: [String: Int?]

    init(_ sets: [LocaleSet]) {
        self.sets = sets
        var entries: [String: Entry] = [:]
        for (index, set) in sets.enumerated() {
            for member in set.members {
                entries[Path.normalised(member.path)] = Entry(set: index, locale: member.locale)
            }
        }
        self.entries = entries
        var setOfName: [String: Int?] = [:]
        for (index, set) in sets.enumerated() {
            let name = Path.name(of: set.members[0].path)
            setOfName[name] = setOfName[name] == nil ? .some(index) : .some(nil)
        }
        self.setOfName = setOfName
    }

    /// Whether a normalised path is that of a document of the run, which therefore exists.
    func holds(_ path: String) -> Bool { entries[path] != nil }

    /// The locale that a link from one document leads to, where that is another than its own and its own has the page
    /// too. Links between the locales of one set are how a reader changes the language.
    func foreign(_ path: String, from document: String) -> LinkTargets.Target? {
        guard let target = entries[path] ?? strayCopy(path), let own = entries[Path.normalised(document)],
            target.set != own.set,
            target.locale != own.locale,
            let counterpart = sets[target.set].members.first(where: { $0.locale == own.locale })
        else { return nil }
        return .foreign(
            locale: target.locale,
            own: Path.relative(Path.normalised(counterpart.path), from: Path.folder(of: Path.normalised(document))))
    }

    /// The path of the same document in another locale; nil where the run knows none, and for the locales of the
    /// document that links there, between which a reader chooses.
    func counterpart(of path: String, linkedFrom document: String, in locale: LanguageTag) -> String? {
        guard let entry = entries[path], entry.set != entries[Path.normalised(document)]?.set else { return nil }
        return sets[entry.set].members.first { $0.locale == locale }.map { Path.normalised($0.path) }
    }

    /// Whether a link of a document to a file that is not there may mean another one: none in another locale, and the
    /// document itself only where its source is linked.
    func mayMean(_ path: String, by missing: String, in document: String) -> Bool {
        let document = Path.normalised(document)
        guard let entry = entries[path], let own = entries[document] else { return true }
        let isSource = Path.name(of: missing) == Path.name(of: sets[own.set].members[0].path)
        return entry.locale == own.locale && (path != document || isSource)
    }

    /// A document that belongs to no set but is called like a source document and lies beside a translation of it: an
    /// old copy of the source.
    private func strayCopy(_ path: String) -> Entry? {
        guard let set = setOfName[Path.name(of: path)] ?? nil else { return nil }
        let folder = Path.folder(of: path)
        let isBeside = sets[set].members.dropFirst().contains { Path.folder(of: Path.normalised($0.path)) == folder }
        return isBeside ? Entry(set: set, locale: sets[set].members[0].locale) : nil
    }
}

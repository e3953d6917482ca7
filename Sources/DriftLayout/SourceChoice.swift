internal import DriftLanguage

/// Tells which member of a set is the source.
struct SourceChoice {
    static let bareReason = "no locale in its path"

    private struct Place: Hashable {
        var pattern: String
        var locale: LanguageTag
    }

    private let options: LayoutOptions
    private var documents: [Place: Int] = [:]
    /// Documents whose paths name no locale.
    private var bare: [LanguageTag: Int] = [:]
    /// The source of most sets whose translations have a pattern.
    private var sources: [String: LanguageTag] = [:]
    private var reasons: [LanguageTag: [String: Int]] = [:]

    init(options: LayoutOptions) {
        self.options = options
    }

    mutating func count(_ members: some Sequence<LocaleSet.Member>) {
        for member in members {
            let locale = Self.counted(member.locale)
            if Self.isBare(member) {
                bare[locale, default: 0] += 1
            } else {
                documents[Place(pattern: member.pattern, locale: locale), default: 0] += 1
            }
        }
    }

    private static func isBare(_ member: LocaleSet.Member) -> Bool {
        member.reason.utf8.starts(with: bareReason.utf8)
    }

    /// The members in the order of their tags, the source moved to the front.
    mutating func sourceFirst(_ members: [LocaleSet.Member]) -> [LocaleSet.Member] {
        var ordered = members.sorted { Self.precedes($0.locale, $1.locale) }
        let (first, reason) = source(in: ordered)
        reasons[ordered[first].locale, default: [:]][reason, default: 0] += 1
        ordered.insert(ordered.remove(at: first), at: 0)
        return ordered
    }

    /// As the tags are written, without writing them.
    private static func precedes(_ one: LanguageTag, _ other: LanguageTag) -> Bool {
        one.language != other.language ? one.language < other.language : one.description < other.description
    }

    private func source(in ordered: [LocaleSet.Member]) -> (index: Int, reason: String) {
        if let source = options.source, let index = index(of: source, in: ordered) { return (index, "as asked for") }
        if let hint = options.hint(for: ordered[0].path), let index = index(of: hint.source, in: ordered) {
            return (index, hint.evidence)
        }
        if let index = ordered.firstIndex(where: Self.isBare) { return (index, "the locale that no path names") }
        let counts = ordered.map(documentCount)
        let most = counts.max() ?? 0
        // Translations of pages that are gone and pages of a locale's own make a few more, which is no sign of a source.
        if let index = ordered.firstIndex(where: { $0.locale.language == "en" }), counts[index] * 5 + 5 >= most * 4 {
            return (index, "no other locale has many more documents")
        }
        return (counts.firstIndex(of: most) ?? 0, "the locale with most documents")
    }

    /// Documents of a member's locale in its pattern and without one; of English, those of all its variants.
    private func documentCount(_ member: LocaleSet.Member) -> Int {
        let locale = Self.counted(member.locale)
        return documents[Place(pattern: member.pattern, locale: locale), default: 0] + bare[locale, default: 0]
    }

    private static func counted(_ locale: LanguageTag) -> LanguageTag {
        locale.language == "en" ? LanguageTag(language: "en") : locale
    }

    private func index(of source: LanguageTag, in ordered: [LocaleSet.Member]) -> Int? {
        ordered.firstIndex { $0.locale == source } ?? ordered.firstIndex { $0.locale.isSameLanguage(as: source) }
    }

    // MARK: Orphans

    /// Learns from sets whose first members are their best guess of a source.
    mutating func learnSources(_ sets: [[LocaleSet.Member]]) {
        var counts: [String: [LanguageTag: Int]] = [:]
        for members in sets {
            counts[members[1].pattern, default: [:]][members[0].locale, default: 0] += 1
        }
        sources = counts.compactMapValues(Self.commonest)
    }

    /// Of equally common ones English, as pages that are gone leave translations alone.
    private static func commonest(_ counts: [LanguageTag: Int]) -> LanguageTag? {
        let most = counts.values.max()
        let tags = counts.keys.filter { counts[$0] == most }
        return tags.first { $0.language == "en" } ?? tags.min { $0.description < $1.description }
    }

    /// Whether a set's first member is more than one of several translations.
    func hasSource(_ members: [LocaleSet.Member]) -> Bool {
        if Self.isBare(members[0]) { return true }
        let told = options.source ?? options.hint(for: members[0].path)?.source
        return (told ?? sources[members[1].pattern])?.isSameLanguage(as: members[0].locale) ?? true
    }

    /// The source of most sets, and the commonest reason for it.
    func prevailing(_ sets: [LocaleSet]) -> (LanguageTag?, String) {
        let counts = sets.reduce(into: [LanguageTag: Int]()) { $0[$1.members[0].locale, default: 0] += 1 }
        let source = Self.commonest(counts)
        let reason = source.flatMap { reasons[$0]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
        return (source, reason ?? "")
    }
}

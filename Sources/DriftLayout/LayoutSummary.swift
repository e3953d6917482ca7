package import DriftLanguage

/// Sets counted by layout and by locale.
package struct LayoutSummary: Hashable, Sendable {
    /// Translations whose paths have one form.
    package struct Row: Hashable, Sendable {
        package var pattern: String
        /// Locales of the translations, in the order of their tags.
        package var locales: [LanguageTag]
        package var sets: Int
        /// Documents that would be there if each set had each of the locales.
        package var missing: Int
    }

    package struct Coverage: Hashable, Sendable {
        package var locale: LanguageTag
        /// Source documents that have a translation.
        package var documents: Int
        /// All source documents, those that nobody translated among them.
        package var sources: Int
        /// Documents of this locale alone, their first path, and how many they are.
        package var own: Int
        package var firstOwn: String?
    }

    package var rows: [Row] = []
    package var coverage: [Coverage] = []

    package init(_ layout: Layout) {
        countRows(layout.sets)
        countCoverage(layout)
    }

    private mutating func countRows(_ sets: [LocaleSet]) {
        var counts: [String: (sets: Int, members: Int, locales: Set<LanguageTag>)] = [:]
        for set in sets {
            let targets = Dictionary(grouping: set.members.dropFirst(), by: \.pattern)
            for (pattern, members) in targets {
                counts[pattern, default: (0, 0, [])].sets += 1
                counts[pattern]?.members += members.count
                counts[pattern]?.locales.formUnion(members.map(\.locale))
            }
        }
        rows = counts.map { pattern, count in
            Row(
                pattern: pattern, locales: count.locales.sorted { $0.description < $1.description }, sets: count.sets,
                missing: count.sets * count.locales.count - count.members)
        }
        rows.sort { ($1.sets, $0.pattern) < ($0.sets, $1.pattern) }
    }

    private mutating func countCoverage(_ layout: Layout) {
        var documents: [LanguageTag: Int] = [:]
        for member in layout.sets.flatMap({ $0.members.dropFirst() }) { documents[member.locale, default: 0] += 1 }
        let sources = Set(layout.sets.map(\.members[0].locale))
        var untranslated = 0
        var own: [LanguageTag: [String]] = [:]
        for page in layout.single {
            if sources.contains(page.locale) {
                untranslated += 1
            } else {
                own[page.locale, default: []].append(page.path)
            }
        }
        let locales = Set(documents.keys).union(own.keys).sorted { $0.description < $1.description }
        coverage = locales.map { locale in
            Coverage(
                locale: locale, documents: documents[locale, default: 0], sources: layout.sets.count + untranslated,
                own: own[locale]?.count ?? 0, firstOwn: own[locale]?.first)
        }
    }
}

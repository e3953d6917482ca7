package import DriftLanguage

/// The locale sets of a folder and what was left out of them.
package struct Layout: Hashable, Sendable {
    /// In the order of their names.
    package var sets: [LocaleSet]
    /// One sentence for each file that looks like a member of a set and is none.
    package var notes: [String]

    /// The locale that is the source of most sets. Where a set begins with another one, its source document is missing
    /// and its first member is no better than the others.
    package var source: LanguageTag?

    package init(sets: [LocaleSet] = [], notes: [String] = [], source: LanguageTag? = nil) {
        self.sets = sets
        self.source = source
        self.notes = notes
    }
}

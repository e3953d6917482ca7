package import DriftLanguage

/// The locale sets of a folder and what was left out of them.
package struct Layout: Hashable, Sendable {
    /// Documents that stand in their source locale and at least one other, in the order of their names.
    package var sets: [LocaleSet]
    /// Documents of several locales whose source is missing; the first member is no better than the others.
    package var orphans: [LocaleSet]
    /// What stands in no set but has the form of a member: a source that nobody translated, a page of one locale alone.
    package var single: [LocaleSet.Member]
    package var notes: [LayoutNote]

    /// The locale that is the source of most sets.
    package var source: LanguageTag?
    /// Why that locale is the source.
    package var sourceReason: String

    package init(sets: [LocaleSet] = [], notes: [LayoutNote] = [], source: LanguageTag? = nil) {
        (self.sets, self.notes, self.source) = (sets, notes, source)
        (orphans, single, sourceReason) = ([], [], "")
    }

    /// Joins what was found in another part of a project; the source stays that of the part with more sets.
    package mutating func merge(_ other: Layout) {
        if other.sets.count > sets.count { (source, sourceReason) = (other.source, other.sourceReason) }
        sets = (sets + other.sets).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        orphans += other.orphans
        single += other.single
        notes += other.notes
    }
}

extension Layout {
    /// Gives every path another form.
    package mutating func rename(_ name: (String) -> String) {
        for index in sets.indices { sets[index].rename(name) }
        for index in orphans.indices { orphans[index].rename(name) }
        for index in single.indices { single[index].path = name(single[index].path) }
        for index in notes.indices { notes[index].path = name(notes[index].path) }
    }
}

extension LocaleSet {
    fileprivate mutating func rename(_ name: (String) -> String) {
        self.name = name(self.name)
        for index in members.indices { members[index].path = name(members[index].path) }
    }
}

internal import DriftLanguage

/// Makes sets of the chosen readings: one member a locale, the source first.
struct LayoutAssembly {
    private let options: LayoutOptions
    private let chosen: ChosenReadings
    private var evidence: ContentEvidence
    private var layout = Layout()

    init(options: LayoutOptions, chosen: ChosenReadings, evidence: ContentEvidence) {
        (self.options, self.chosen, self.evidence) = (options, chosen, evidence)
    }

    mutating func assemble() -> Layout {
        var doubles = Doubles(paths: chosen.paths, evidence: evidence)
        var groups = chosen.groups.map { doubles.oneMemberEach($0) }
        doubles.dropStrays(&groups)
        layout.notes = chosen.notes + doubles.notes
        groups.removeAll { $0.count < 2 }
        var bare = BareLocale(options: options, paths: chosen.paths, evidence: evidence)
        bare.look(at: groups)
        var sets = groups.map { members($0, bare: &bare) }.filter { $0.count > 1 }
        layout.single = SinglePages(chosen: chosen, bare: bare).members(beside: sets)
        var choice = SourceChoice(options: options)
        choice.count(sets.joined())
        choice.count(layout.single)
        for index in sets.indices { sets[index] = choice.sourceFirst(sets[index]) }
        sort(sets, by: &choice)
        layout.notes += bare.notes
        if options.looksForContradictions { layout.notes += Contradictions(layout).notes(&evidence) }
        return layout
    }

    /// Tells sets with a source from those without.
    private mutating func sort(_ sets: [[LocaleSet.Member]], by choice: inout SourceChoice) {
        choice.learnSources(sets)
        for members in sets {
            let set = LocaleSet(name: members[0].path, members: members)
            if choice.hasSource(members) { layout.sets.append(set) } else { layout.orphans.append(set) }
        }
        layout.sets.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        layout.orphans.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        (layout.source, layout.sourceReason) = choice.prevailing(layout.sets)
        for set in layout.orphans {
            let locales = set.members.map(\.locale.description).joined(separator: ", ")
            layout.notes.append(
                LayoutNote(
                    .orphan, path: set.name,
                    "\(set.name) is left out: it stands in \(locales), but not in the source locale"))
        }
    }

    // MARK: Members

    private mutating func members(_ group: [PathReading], bare: inout BareLocale) -> [LocaleSet.Member] {
        var members: [LocaleSet.Member] = []
        for reading in group {
            if let locale = reading.locale {
                members.append(member(reading, locale: locale, reason: reason(reading)))
            } else if let locale = bareLocale(reading, in: group, &bare) {
                members.append(member(reading, locale: locale, reason: bareReason(reading, group)))
            }
        }
        // Folders of translations may hold the source once more, as services that collect translations write it.
        guard let source = members.first(where: { $0.reason.utf8.starts(with: SourceChoice.bareReason.utf8) }) else {
            return members
        }
        return members.filter { $0.path == source.path || $0.locale != source.locale }
    }

    private func member(_ reading: PathReading, locale: LanguageTag, reason: String) -> LocaleSet.Member {
        LocaleSet.Member(
            path: chosen.paths[reading.path], locale: locale, reason: reason,
            pattern: reading.pattern(in: chosen.parts[reading.path]))
    }

    private func reason(_ reading: PathReading) -> String {
        if chosen.weak.isEmpty || reading.isPlain { return reading.reason }
        let isWeak = chosen.weak.contains(reading.doubt(in: chosen.parts[reading.path]))
        return isWeak ? "\(reading.reason), which no text confirms" : reading.reason
    }

    private func bareReason(_ reading: PathReading, _ group: [PathReading]) -> String {
        if let configured = reading.configured { return "\(SourceChoice.bareReason), by layout \(configured)" }
        var spellings: [Substring] = []
        for slot in group.compactMap({ $0.slots.last }).sorted(by: { $0.part < $1.part })
        where !spellings.contains(slot.spelling) {
            spellings.append(slot.spelling)
        }
        return "\(SourceChoice.bareReason) beside \(spellings.joined(separator: ", "))"
    }

    /// nil for a document without a locale whose place another one has.
    private mutating func bareLocale(
        _ reading: PathReading, in group: [PathReading], _ bare: inout BareLocale
    ) -> LanguageTag? {
        let path = chosen.paths[reading.path]
        let usual = bare.locale(of: path)
        guard let rival = group.first(where: { $0.locale == usual }) else { return usual }
        let rivalPath = chosen.paths[rival.path]
        let own = evidence.language(of: path) ?? usual
        if !group.contains(where: { $0.locale == own }) { return own }
        if rival.isHeld {
            layout.notes.append(
                LayoutNote(
                    .strayCopy, path: rivalPath,
                    "\(rivalPath) is left out: it is a copy of the source \(path) among the translations"))
            return usual
        }
        layout.notes.append(
            LayoutNote(.duplicate, path: path, "\(path) is left out: \(rivalPath) stands for \(own) already"))
        return nil
    }
}

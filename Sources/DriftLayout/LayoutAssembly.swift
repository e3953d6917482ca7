internal import DriftLanguage

/// Makes sets of the chosen readings: one member a locale, the source first.
struct LayoutAssembly {
    let source: LanguageTag?
    let candidates: LayoutCandidates

    func assemble(
        _ groups: [[PathReading]], evidence: inout ContentEvidence, peek: (String) -> [UInt8]
    ) -> Layout {
        var layout = Layout()
        var groups = groups.map { oneMemberEach($0, notes: &layout.notes) }
        dropStrays(&groups, notes: &layout.notes, evidence: &evidence, peek: peek)
        groups.removeAll { $0.count < 2 }
        let bare = bareLocale(groups, evidence: &evidence, peek: peek)
        let documents = documentCounts(groups)
        for group in groups {
            let members = members(group, bare: bare, evidence: &evidence, peek: peek, notes: &layout.notes)
            guard members.count > 1 else { continue }
            let ordered = sourceFirst(members, documents: documents)
            layout.sets.append(LocaleSet(name: ordered[0].path, members: ordered))
        }
        layout.source = prevailingSource(layout.sets)
        layout.sets.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return layout
    }

    // MARK: One document a locale

    /// Of two documents for one locale, the one that says its locale more often, then the first by path.
    private func oneMemberEach(_ group: [PathReading], notes: inout [String]) -> [PathReading] {
        var members: [LanguageTag?: PathReading] = [:]
        for reading in group.sorted(by: isClearer) {
            if let member = members[reading.locale] {
                notes.append("\(path(reading)) is left out: \(path(member)) stands for the same locale")
            } else {
                members[reading.locale] = reading
            }
        }
        return members.values.sorted { $0.path < $1.path }
    }

    private func isClearer(_ one: PathReading, _ other: PathReading) -> Bool {
        one.slots.count != other.slots.count ? one.slots.count > other.slots.count : one.path < other.path
    }

    private func path(_ reading: PathReading) -> String { candidates.paths[reading.path] }

    /// In a folder whose documents name their locale once more in a suffix, a document without the suffix is a copy of
    /// the source unless its contents say otherwise.
    private func dropStrays(
        _ groups: inout [[PathReading]], notes: inout [String], evidence: inout ContentEvidence,
        peek: (String) -> [UInt8]
    ) {
        var members: [String: (suffixed: Int, all: Int)] = [:]
        for reading in groups.joined() where !reading.slots.isEmpty {
            members[reading.slots[0].reason, default: (0, 0)].all += 1
            members[reading.slots[0].reason]?.suffixed += reading.slots.count > 1 ? 1 : 0
        }
        for index in groups.indices {
            groups[index].removeAll { reading in
                guard let locale = reading.locale, reading.slots.count == 1,
                    let folder = members[reading.slots[0].reason],
                    folder.suffixed * 3 > folder.all, evidence.agrees(peek(path(reading)), with: locale) == false
                else { return false }
                notes.append("\(path(reading)) is left out: it is not in \(locale), unlike its folder")
                return true
            }
        }
    }

    // MARK: The source

    /// The language of most documents that name none, from a look into nine of them.
    private func bareLocale(
        _ groups: [[PathReading]], evidence: inout ContentEvidence, peek: (String) -> [UInt8]
    ) -> LanguageTag {
        let bare = groups.joined().filter { $0.locale == nil }
        var votes: [LanguageTag: Int] = [:]
        for index in stride(from: 0, to: bare.count, by: max(1, bare.count / 9)).prefix(9) {
            if let language = evidence.language(of: peek(path(bare[index]))) { votes[language, default: 0] += 1 }
        }
        let best = votes.max { ($0.value, $1.key.description) < ($1.value, $0.key.description) }
        return best?.key ?? source ?? LanguageTag(language: "en")
    }

    private func documentCounts(_ groups: [[PathReading]]) -> [LanguageTag: Int] {
        groups.joined().reduce(into: [:]) { counts, reading in
            if let locale = reading.locale { counts[locale, default: 0] += 1 }
        }
    }

    private func prevailingSource(_ sets: [LocaleSet]) -> LanguageTag? {
        let counts = sets.reduce(into: [LanguageTag: Int]()) { $0[$1.members[0].locale, default: 0] += 1 }
        return counts.max { ($0.value, $1.key.description) < ($1.value, $0.key.description) }?.key
    }

    private func members(
        _ group: [PathReading], bare: LanguageTag, evidence: inout ContentEvidence, peek: (String) -> [UInt8],
        notes: inout [String]
    ) -> [LocaleSet.Member] {
        let siblings = group.compactMap { $0.slots.last }.sorted { $0.part < $1.part }.map(\.spelling)
        return group.compactMap { reading in
            if let locale = reading.locale {
                return LocaleSet.Member(path: path(reading), locale: locale, reason: reading.reason)
            }
            var locale = bare
            if group.contains(where: { $0.locale == locale }) {
                locale = evidence.language(of: peek(path(reading))) ?? bare
            }
            guard !group.contains(where: { $0.locale == locale }) else {
                notes.append("\(path(reading)) is left out: another document stands for \(locale)")
                return nil
            }
            let reason = "no locale in its path beside \(siblings.joined(separator: ", "))"
            return LocaleSet.Member(path: path(reading), locale: locale, reason: reason)
        }
    }

    private func sourceFirst(
        _ members: [LocaleSet.Member], documents: [LanguageTag: Int]
    ) -> [LocaleSet.Member] {
        let ordered = members.sorted { $0.locale.description < $1.locale.description }
        let first =
            ordered.firstIndex { $0.locale == source }
            ?? ordered.firstIndex { member in source.map(member.locale.isSameLanguage) ?? false }
            ?? ordered.firstIndex { documents[$0.locale] == nil || $0.reason.utf8.starts(with: "no locale".utf8) }
            ?? ordered.firstIndex { $0.locale.language == "en" }
            ?? ordered.indices.max {
                documents[ordered[$0].locale, default: 0] < documents[ordered[$1].locale, default: 0]
            }
        guard let first else { return ordered }
        return [ordered[first]] + ordered[..<first] + ordered[(first + 1)...]
    }
}

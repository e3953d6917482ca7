internal import DriftLanguage

/// Finds among the documents without company those that stand where members of sets do.
struct SinglePages {
    let chosen: ChosenReadings
    let bare: BareLocale

    func members(beside sets: [[LocaleSet.Member]]) -> [LocaleSet.Member] {
        var patterns: Set<String> = []
        var folders: Set<Substring> = []
        for member in sets.joined() {
            patterns.insert(member.pattern)
            if member.reason.utf8.starts(with: SourceChoice.bareReason.utf8) {
                folders.insert(LayoutDiscovery.folder(of: member.path))
            }
        }
        return chosen.single.compactMap { member($0, patterns, folders) }
    }

    private func member(
        _ readings: [PathReading], _ patterns: Set<String>, _ folders: Set<Substring>
    ) -> LocaleSet.Member? {
        let path = chosen.paths[readings[0].path]
        let parts = chosen.parts[readings[0].path]
        for reading in readings where reading.isPlain && !reading.isHeld {
            guard let locale = reading.locale else { continue }
            let pattern = reading.pattern(in: parts)
            if patterns.contains(pattern) {
                return LocaleSet.Member(path: path, locale: locale, reason: reading.reason, pattern: pattern)
            }
        }
        guard readings[0].locale == nil, folders.contains(LayoutDiscovery.folder(of: path)) else { return nil }
        return LocaleSet.Member(path: path, locale: bare.locale(of: path), reason: SourceChoice.bareReason)
    }
}

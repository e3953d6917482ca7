internal import DriftLanguage

/// All readings of all paths, and the choice among them.
struct LayoutCandidates {
    /// Sorted, so that nothing depends on the order in which files were listed.
    let paths: [String]
    private let parts: [[Substring]]
    /// The readings of each path; the one without a locale is first.
    private var readings: [[PathReading]]
    /// The locales that meet in each key, each once; nil for documents without a locale. At most 64: more company does
    /// not make a reading more credible, and a bound keeps the look-up short.
    private var company: [UInt64: [LanguageTag?]] = [:]

    init(paths: [String]) {
        let documents = paths.filter { LayoutDiscovery.stem(of: $0) != nil }.sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        var finder = SlotFinder()
        self.paths = documents
        parts = documents.map { (LayoutDiscovery.stem(of: $0) ?? $0[...]).split(separator: "/") }
        readings = parts.enumerated().map { index, parts in
            PathReading.readings(path: index, parts: parts, slots: finder.slots(of: parts))
        }
        countCompany()
    }

    private mutating func countCompany() {
        company.removeAll(keepingCapacity: true)
        for reading in readings.joined() { Self.add(reading.locale, to: &company[reading.key, default: []]) }
    }

    private static func add(_ locale: LanguageTag?, to locales: inout [LanguageTag?]) {
        if locales.count < 64, !locales.contains(locale) { locales.append(locale) }
    }

    private func companions(_ reading: PathReading) -> Int { company[reading.key]?.count ?? 0 }

    // MARK: Doubtful words

    /// Takes out readings whose word is an everyday one, unless clear locales surround it or the contents agree.
    mutating func dropUnlikely(evidence: inout ContentEvidence, peek: (String) -> [UInt8]) {
        var doubtful: [String: [PathReading]] = [:]
        for reading in readings.joined() where isDoubtful(reading) {
            doubtful[reading.pattern(in: parts[reading.path]), default: []].append(reading)
        }
        guard !doubtful.isEmpty else { return }
        let unlikely = doubtful.filter { !isLikely($0.value, evidence: &evidence, peek: peek) }
        readings = readings.map { own in
            own.filter { !isDoubtful($0) || unlikely[$0.pattern(in: parts[$0.path])] == nil }
        }
        countCompany()
    }

    private func isDoubtful(_ reading: PathReading) -> Bool {
        guard !reading.isPlain, companions(reading) > 1 else { return false }
        let clear = company[reading.key]?.filter { $0 != nil && $0 != reading.locale && $0?.language != "en" }
        return (clear?.count ?? 0) < 2
    }

    /// Looks into at most five documents of a pattern; where none can be judged, the siblings are believed.
    private func isLikely(
        _ readings: [PathReading], evidence: inout ContentEvidence, peek: (String) -> [UInt8]
    ) -> Bool {
        var (votes, agreeing) = (0, 0)
        let step = max(1, readings.count / 5)
        for index in stride(from: 0, to: readings.count, by: step).prefix(5) {
            guard let locale = readings[index].locale,
                let agrees = evidence.agrees(peek(paths[readings[index].path]), with: locale)
            else { continue }
            votes += 1
            agreeing += agrees ? 1 : 0
        }
        return agreeing * 2 >= votes
    }

    // MARK: The choice

    /// Gives each path one reading and joins those of one key. Groups of at least two members, in the order of their first paths.
    func chooseReadings() -> [[PathReading]] {
        var chosen = readings.map(best)
        var groups = group(chosen)
        // A path whose companions were drawn elsewhere looks for other company once more.
        for index in chosen.indices where groups[chosen[index].key]?.count == 1 {
            let others = readings[index].filter { $0.key != chosen[index].key && groups[$0.key] != nil }
            guard let other = others.max(by: { companions($0) < companions($1) }) else { continue }
            groups[chosen[index].key] = nil
            groups[other.key, default: []].append(other)
            chosen[index] = other
        }
        return groups.values.filter { $0.count > 1 }.sorted { $0[0].path < $1[0].path }
    }

    private func group(_ readings: [PathReading]) -> [UInt64: [PathReading]] {
        var groups: [UInt64: [PathReading]] = [:]
        for reading in readings { groups[reading.key, default: []].append(reading) }
        return groups
    }

    private func best(_ readings: [PathReading]) -> PathReading {
        var best = readings[0]
        for reading in readings.dropFirst() where companions(reading) > 1 {
            let (old, new) = (companions(best), companions(reading))
            if new > old || (new == old && reading.slots.count > best.slots.count) { best = reading }
        }
        return best
    }
}

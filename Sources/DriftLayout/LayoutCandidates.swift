internal import DriftLanguage

/// All readings of all paths, and the choice among them.
struct LayoutCandidates {
    private let paths: [String]
    private let parts: [[Substring]]
    /// The readings of each path; the one without a locale is first.
    private var readings: [[PathReading]]
    /// The bits of the locales that meet in each key.
    private var company: [UInt64: UInt64] = [:]
    /// Bits that make no doubtful word more credible: no locale, and English.
    private let usual: UInt64
    private var weak: Set<String> = []
    /// One reading of each doubtful word that the contents speak against.
    private var refused: [PathReading] = []

    /// - Parameter paths: sorted documents.
    init(paths: [String], options: LayoutOptions) {
        var finder = SlotFinder(options: options)
        self.paths = paths
        parts = paths.map(LayoutDiscovery.parts)
        readings = []
        readings.reserveCapacity(paths.count)
        for (index, parts) in parts.enumerated() {
            let slots = finder.slots(of: parts, in: LayoutDiscovery.folder(of: paths[index]))
            readings.append(PathReading.readings(path: index, parts: parts, slots: slots))
        }
        usual = 1 | finder.bits(of: "en")
        countCompany()
    }

    private mutating func countCompany() {
        company.removeAll(keepingCapacity: true)
        company.reserveCapacity(readings.count * 2)
        for own in readings {
            for reading in own { company[reading.key, default: 0] |= reading.bit }
        }
    }

    private func companions(_ reading: PathReading) -> Int { company[reading.key, default: 0].nonzeroBitCount }

    // MARK: Doubtful words

    /// Takes out readings whose word is an everyday one, unless clear locales surround it or the contents agree.
    mutating func dropUnlikely(evidence: inout ContentEvidence) {
        var doubtful: [String: [PathReading]] = [:]
        for own in readings where own.count > 1 {
            for reading in own where isDoubtful(reading) {
                doubtful[reading.doubt(in: parts[reading.path]), default: []].append(reading)
            }
        }
        guard !doubtful.isEmpty else { return }
        var unlikely: Set<String> = []
        for (doubt, readings) in doubtful {
            let (votes, agreeing) = vote(readings, evidence: &evidence)
            // What begins with a short word is far more often a phrase: `no-mask`, `is-open`.
            let isPhrase = votes == 0 && readings[0].slots[0].kind == .prefix
            if agreeing * 2 < votes || isPhrase { unlikely.insert(doubt) } else if votes == 0 { weak.insert(doubt) }
            if agreeing * 2 < votes { refused.append(readings[0]) }
        }
        guard !unlikely.isEmpty else { return }
        readings = readings.map { own in
            own.count == 1 ? own : own.filter { !isDoubtful($0) || !unlikely.contains($0.doubt(in: parts[$0.path])) }
        }
        countCompany()
    }

    private func isDoubtful(_ reading: PathReading) -> Bool {
        if reading.slots.isEmpty { return false }
        let all = company[reading.key, default: 0]
        let isSmall = all.nonzeroBitCount > 1 && (all & ~usual & ~reading.bit).nonzeroBitCount < 2
        return isSmall && !reading.isPlain
    }

    /// Looks into at most five documents of a doubt: how many can be judged, and how many are in the locale.
    private func vote(
        _ readings: [PathReading], evidence: inout ContentEvidence
    ) -> (votes: Int, agreeing: Int) {
        var (votes, agreeing) = (0, 0)
        let step = max(1, readings.count / 5)
        for index in stride(from: 0, to: readings.count, by: step).prefix(5) {
            guard let locale = readings[index].locale,
                let agrees = evidence.agrees(paths[readings[index].path], with: locale)
            else { continue }
            votes += 1
            agreeing += agrees ? 1 : 0
        }
        return (votes, agreeing)
    }

    // MARK: The choice

    /// Gives each path one reading and joins those of one key.
    func chooseReadings() -> ChosenReadings {
        var chosen = readings.map(best)
        var counts: [UInt64: Int] = [:]
        counts.reserveCapacity(chosen.count)
        for reading in chosen { counts[reading.key, default: 0] += 1 }
        // A path whose companions were drawn elsewhere looks for other company once more.
        for index in chosen.indices where readings[index].count > 1 && counts[chosen[index].key] == 1 {
            let others = readings[index].filter { $0.key != chosen[index].key && counts[$0.key, default: 0] > 0 }
            guard let other = others.max(by: { companions($0) < companions($1) }) else { continue }
            counts[chosen[index].key] = 0
            counts[other.key, default: 0] += 1
            chosen[index] = other
        }
        var groups: [UInt64: [PathReading]] = [:]
        var single: [[PathReading]] = []
        for (index, reading) in chosen.enumerated() {
            if counts[reading.key, default: 0] > 1 {
                groups[reading.key, default: []].append(reading)
            } else {
                single.append(readings[index])
            }
        }
        let sorted = groups.values.sorted { $0[0].path < $1[0].path }
        return ChosenReadings(paths: paths, parts: parts, groups: sorted, single: single, weak: weak, notes: refusals())
    }

    private func refusals() -> [LayoutNote] {
        refused.sorted { $0.path < $1.path }.map { reading in
            let (path, locale) = (paths[reading.path], reading.locale?.description ?? "")
            return LayoutNote(
                .everydayWord, path: path,
                "\(path) is not taken for a page in \(locale), whatever \(reading.reason) says: its text is not")
        }
    }

    private func best(_ readings: [PathReading]) -> PathReading {
        var best = readings[0]
        guard readings.count > 1 else { return best }
        var most = companions(best)
        for reading in readings.dropFirst() {
            let count = companions(reading)
            guard count > 1 else { continue }
            if count > most || (count == most && reading.slots.count > best.slots.count) {
                (best, most) = (reading, count)
            }
        }
        return best
    }
}

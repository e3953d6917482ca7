internal import DriftEngine
internal import DriftMarkdown
internal import DriftText

/// One table of the steps of a check, of whole runs, and of other programs on the same files. One core is measured in
/// seconds of a processor, several cores by the clock.
///
/// Where the time goes, as `perf` shows it for a repository of 19 MB in 776 locale sets, one thread, in percent: 42 judging
/// (36 of them comparing: untranslated text 7, characters and words 5, code blocks 3, links 3, punctuation 2, lost and added
/// parts 2, values and mark-up and the other kinds 14), 22 reading (blocks 2, inlines 3, plain text 4, anchors 5, sorting
/// them 2, values 1), 14 aligning (scores 7, tables 3, vocabulary and what is known of segments 3), 4 following links, 3
/// finding documents. Judging some sets a second time, since more was to be known of their words in the end, is a
/// twentieth. A fifth of all is counting references, and freeing what sets hold a twelfth, spread over hundreds of
/// places: what is left is in the number of arrays that a segment has, no longer in any one function. Building with
/// optimisation across modules and a static library takes 5 percent off.
///
/// Memory is that of the sets that are kept; of 29 MB and their translation, with 48,000 findings, two thirds are the
/// arrays of 860,000 segments, some 500 bytes each.
///
/// What cost most before it was changed, of 11.6 s then: words of link targets made as strings (a fifth), copies of
/// structures that hold a dozen arrays (a fifth; hence `Outline`, `AlignedSet`, `Segment` and `SegmentPair` are classes),
/// generic functions called across modules, which are not specialised (a tenth), reading and aligning each set twice (a
/// fifth), readers of values made anew for each document (a twentieth), texts for findings that nobody reports. Later, of
/// 2.9 s then and 2.1 s now: texts folded to be looked up in sets of words, marks looked for at each byte, links hashed by
/// way of lists of their parts and again for each pair, pairs listed anew for each kind of comparison.
struct SpeedTable {
    private let phases: PhaseSpeed
    private let paths: [String]
    private let rounds: Int
    private var table = ResultTable(columns: [
        "measure", "cores", "seconds", "spread %", "MB/s", "segments/s", "allocations/KB", "peak MB", "ratio",
        "ratio spread %",
    ])

    /// - Parameters:
    ///   - paths: what is checked.
    ///   - rounds: how often each run is repeated; steps are run half as often.
    static func measure(_ paths: [String], rounds: Int) async throws -> ResultTable {
        var measurement = SpeedTable(phases: try await PhaseSpeed(paths), paths: paths, rounds: rounds)
        try await measurement.addPhases()
        try measurement.addRuns()
        return measurement.table
    }

    private init(phases: PhaseSpeed, paths: [String], rounds: Int) {
        (self.phases, self.paths, self.rounds) = (phases, paths, rounds)
    }

    private var files: [String] { phases.project.layout.sets.flatMap { $0.members.map(\.path) } }

    // MARK: Steps

    private mutating func addPhases() async throws {
        let phases = phases
        for cores in Set([1, processorCount]).sorted() {
            var costs: [PhaseSpeed.Costs] = []
            for _ in 0..<max(2, rounds / 2) { costs.append(try await phases.costs(cores: cores)) }
            for phase in PhaseSpeed.Phase.allCases where phase.isShared || cores == 1 {
                let times = costs.map { ($0[phase] ?? 0) / Double(cores) }
                add(phase.rawValue, cores, times)
            }
        }
    }

    // MARK: Runs

    private mutating func addRuns() throws {
        let tool = try ToolRun.beside()
        let files = files
        for cores in Set([1, processorCount]).sorted() {
            let own = { [paths] in try tool.run(["check", "--jobs", "\(cores)", "--quiet"] + paths) }
            var runs: [ToolRun.Usage] = []
            var rows: [(Peer, PairedRuns)] = []
            for peer in Peer.all where cores == 1 || peer.isParallel {
                let pairs = try PairedRuns(rounds: rounds, own, against: { try peer.run(files, cores: cores) })
                runs += pairs.own
                rows.append((peer, pairs))
            }
            if rows.isEmpty { for _ in 0..<rounds { runs.append(try own()) } }
            add(
                "driftlint check", cores, runs.map(\.seconds),
                allocations: cores == 1 ? try allocations(of: tool) : .nan,
                peak: runs.peakMegabytes)
            for (peer, pairs) in rows {
                add(
                    peer.name, cores, pairs.other.map(cores == 1 ? \.processorSeconds : \.seconds),
                    peak: pairs.other.peakMegabytes,
                    ratios: pairs.ratios(cores == 1 ? \.processorSeconds : \.seconds))
            }
        }
    }

    private func allocations(of tool: ToolRun) throws -> Double {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        return try AllocationCount(tool, scratch: scratch)?.perKilobyte(of: phases.project.layout.sets) ?? .nan
    }

    /// - Parameter ratios: of driftlint's time to that of the row.
    private mutating func add(
        _ name: String, _ cores: Int, _ times: [Double], allocations: Double = .nan, peak: Double = .nan,
        ratios: [Double] = []
    ) {
        let time = max(median(times), 1e-9)
        table.add([
            .text(name), .number(Double(cores), digits: 0), .number(time, digits: 3),
            .number(spread(times), digits: 0), .number(Double(phases.size.bytes) / 1e6 / time, digits: 1),
            .number(Double(phases.size.segments) / time, digits: 0), .number(allocations, digits: 2),
            .number(peak, digits: 0), .number(ratios.isEmpty ? .nan : median(ratios), digits: 3),
            .number(ratios.isEmpty ? .nan : spread(ratios), digits: 0),
        ])
    }
}

extension PhaseSpeed.Phase {
    /// Whether its work is spread over the processors.
    fileprivate var isShared: Bool { self != .find && self != .report }
}

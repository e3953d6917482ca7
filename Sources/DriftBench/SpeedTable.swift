internal import DriftEngine
internal import DriftMarkdown
internal import DriftText

/// One table of the steps of a check, of whole runs, and of other programs on the same files.
///
/// Where the time goes, as `perf` shows it for a repository of 19 MB in 776 locale sets, one thread:
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
            add("driftlint check", cores, runs.map(\.seconds), peak: runs.peakMegabytes)
            for (peer, pairs) in rows {
                add(
                    peer.name, cores, pairs.other.map(\.seconds), peak: pairs.other.peakMegabytes,
                    ratios: pairs.ratios(\.seconds))
            }
        }
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

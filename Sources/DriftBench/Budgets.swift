internal import DriftEngine
internal import DriftLayout

/// What the program promises of its speed, measured beside other programs on the same files.
///
/// All times are of whole processes; each ratio is the median of pairs of runs, one after the other. What runs on one thread
/// is measured in seconds of a processor, which on an idle machine are those of the clock and on a busy one differ less;
/// what runs on several by the clock.
struct Budgets {
    private let tool: ToolRun
    private let rounds: Int
    private var table = ResultTable(columns: [
        "what", "against", "own s", "other s", "ratio", "spread %", "target", "stretch", "verdict",
    ])

    /// - Parameter paths: a repository; none for one that is made up.
    static func measure(_ paths: [String], rounds: Int) throws -> ResultTable {
        var budgets = Budgets(tool: try ToolRun.beside(), rounds: rounds)
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        var paths = paths
        if paths.isEmpty {
            let folder = try scratch.subfolder("tree")
            try MadeUpTree.write(sets: 200, locales: 5, to: folder)
            paths = [folder.path]
        }
        try budgets.measurePage(scratch)
        try budgets.measureRepository(paths, name: "repository")
        let large = try scratch.subfolder("eightfold")
        try large.copy(try Self.files(paths), times: 8)
        try budgets.measureRepository([large.path], name: "eight times the repository", rounds: min(2, rounds))
        try budgets.measureLargeDocument(scratch)
        try budgets.measureStart(scratch)
        return budgets.table
    }

    private init(tool: ToolRun, rounds: Int) {
        (self.tool, self.rounds) = (tool, rounds)
    }

    // MARK: What is measured

    private mutating func measurePage(_ scratch: ScratchFolder) throws {
        let folder = try scratch.subfolder("page")
        let files = MadeUpTree.languages.prefix(13).map { "docs/\($0)/page.md" }
        for file in files {
            try folder.write(
                MadeUpText.page(7, sections: 12, isTarget: !file.hasPrefix("docs/en/")), to: file)
        }
        let paths = files.map { "\(folder.path)/\($0)" }
        let own = { [tool] in try tool.run(["check", folder.path, "--quiet"]) }
        let name = "one page in thirteen locales"
        try compare(name, own, .rumdl, paths, cores: processorCount, target: 0.3)
        try compare(name, own, .cmarkGFM, paths, stretch: 1.2)
    }

    private mutating func measureRepository(_ paths: [String], name: String, rounds: Int? = nil) throws {
        let files = try Self.files(paths)
        let itself = try ToolRun.itself()
        let check = { [tool] (jobs: Int) in try tool.run(["check", "--jobs", "\(jobs)", "--quiet"] + paths) }
        try compare(
            "\(name): read and parse, one thread", { try itself.runInParts(["--parse"], files) }, .cmarkGFM, files,
            rounds: rounds, target: 1, stretch: 0.5)
        try compare(
            "\(name): complete, one thread", { try check(1) }, .cmarkGFM, files, rounds: rounds, target: 1.5, stretch: 1
        )
        guard processorCount > 1 else { return }
        try compare(
            "\(name): complete, two threads", { try check(2) }, .rumdl, files, cores: 2, rounds: rounds,
            target: 1.0 / 3, stretch: 1.0 / 6)
        let pairs = try PairedRuns(rounds: rounds ?? self.rounds, { try check(2) }, against: { try check(1) })
        add("\(name): two threads", "one thread", pairs, \.seconds, target: 1 / 1.7, stretch: 1 / 1.85)
    }

    private mutating func measureLargeDocument(_ scratch: ScratchFolder) throws {
        let folder = try scratch.subfolder("large")
        let names = ["docs/en/a.md", "docs/de/a.md"]
        var size = 0
        for name in names {
            let text = MadeUpText.page(1, sections: 24_000, isTarget: name != names[0])
            size += text.utf8.count
            try folder.write(text, to: name)
        }
        let paths = names.map { "\(folder.path)/\($0)" }
        let own = { [tool] in try tool.run(["compare", "--quiet"] + paths) }
        let name = "document of \(size / 2_000_000) MB and its translation"
        try compare(name, own, .cmarkGFM, paths, rounds: 3, target: 1.5, stretch: 1)
        let usage = try own()
        let share = usage.peakMegabytes / (Double(size) / 1e6)
        add("\(name): peak memory", "size of both", usage.seconds, .nan, [share], target: 8, stretch: 5)
    }

    private mutating func measureStart(_ scratch: ScratchFolder) throws {
        let folder = try scratch.subfolder("tiny")
        for locale in ["en", "de"] { try folder.write("# A\n\nText 1.\n", to: "docs/\(locale)/a.md") }
        let files = ["en", "de"].map { "\(folder.path)/docs/\($0)/a.md" }
        guard let rumdl = Peer.rumdl else { return }
        let versions = try PairedRuns(
            rounds: 20, { try tool.run(["--version"]) }, against: { try rumdl.tool.run(["--version"]) })
        add("--version", "rumdl --version", versions, \.seconds, target: 0.6, stretch: 0.4)
        try compare(
            "one tiny pair", { [tool] in try tool.run(["check", folder.path, "--quiet"]) }, .rumdl, files, rounds: 20,
            target: 0.6, stretch: 0.4)
    }

    /// The documents that have translations.
    private static func files(_ paths: [String]) throws -> [String] {
        let found = try ProjectFinder(files: DiskFiles(), workingFolder: "").find(ProjectRequest(paths: paths))
        return found.layout.sets.flatMap { $0.members.map(\.path) }
    }

    // MARK: Rows

    /// Nothing is added where the peer is not installed.
    private mutating func compare(
        _ name: String, _ own: () throws -> ToolRun.Usage, _ peer: Peer?, _ files: [String], cores: Int = 1,
        rounds: Int? = nil, target: Double = .nan, stretch: Double = .nan
    ) throws {
        guard let peer else { return }
        let pairs = try PairedRuns(rounds: rounds ?? self.rounds, own, against: { try peer.run(files, cores: cores) })
        add(
            name, peer.name, pairs, cores == 1 ? \.processorSeconds : \.seconds, target: target, stretch: stretch)
    }

    private mutating func add(
        _ name: String, _ other: String, _ pairs: PairedRuns, _ measure: PairedRuns.Measure, target: Double,
        stretch: Double
    ) {
        add(
            name, other, median(pairs.own.map(measure)), median(pairs.other.map(measure)), pairs.ratios(measure),
            target: target, stretch: stretch)
    }

    private mutating func add(
        _ name: String, _ other: String, _ own: Double, _ others: Double, _ ratios: [Double], target: Double,
        stretch: Double
    ) {
        let ratio = median(ratios)
        let row: [ResultTable.Value] = [
            .text(name), .text(other), .number(own, digits: 4), .number(others, digits: 4), .number(ratio, digits: 3),
            .number(spread(ratios), digits: 0), .number(target, digits: 2), .number(stretch, digits: 2),
            .text(ratio <= stretch ? "stretch" : ratio <= target ? "met" : "missed"),
        ]
        table.add(row)
        // A row a line, as soon as it is known: the whole takes minutes.
        ResultTable.announce(row)
    }
}

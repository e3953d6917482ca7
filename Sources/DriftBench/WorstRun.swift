internal import DriftEngine

/// Time and peak memory of the whole program on each `WorstCase`, run as a process of its own.
enum WorstRun {
    /// Above this many seconds of a processor a case is marked.
    private static let limit = 10.0

    /// - Parameter names: parts of the names of the cases that are wanted; none is all.
    /// - Parameter share: percent of the full size.
    static func measure(named names: [String], share: Int) throws -> ResultTable {
        var table = ResultTable(columns: ["case", "MB", "seconds", "processor s", "peak MB", "status", "flag"])
        let tool = try ToolRun.beside()
        for worst in WorstCase.all where names.isEmpty || names.contains(where: worst.name.contains) {
            let folder = try ScratchFolder()
            defer { folder.remove() }
            let files = worst.files(max(1, worst.count * share / 100))
            for file in files { try folder.write(file.text, to: file.path) }
            var usage = ToolRun.Usage()
            for arguments in worst.runs {
                usage = try tool.run(arguments + ["--output-format", "json"], in: folder.path)
            }
            let megabytes = Double(files.reduce(0) { $0 + $1.text.utf8.count }) / 1e6
            let row: [ResultTable.Value] = [
                .text(worst.name), .number(megabytes, digits: 1), .number(usage.seconds, digits: 2),
                .number(usage.processorSeconds, digits: 2), .number(usage.peakMegabytes, digits: 0),
                .number(Double(usage.status), digits: 0),
                .text(usage.processorSeconds > limit ? "slow" : ""),
            ]
            table.add(row)
            // A row a line, as soon as it is known: the whole takes minutes.
            ResultTable.announce(row)
        }
        return table
    }
}

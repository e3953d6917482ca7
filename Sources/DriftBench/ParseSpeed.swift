internal import DriftEngine
internal import DriftMarkdown
internal import DriftText

/// Time to read and parse documents with all their inlines on one thread, beside that of `cmark-gfm` for the same
/// files as XML with positions.
enum ParseSpeed {
    static func measure(_ paths: [String], rounds: Int) throws -> ResultTable {
        let files = try DocumentFinder(files: DiskFiles()).documents(in: paths)
        let size = try files.reduce(0) { $0 + (try DiskFiles().read($1).count) }
        let reference = ReferenceRun()
        var own: [Double] = []
        var other: [Double] = []
        // Turn by turn, so that a machine that is busy for a while slows both.
        for _ in 0..<rounds {
            own.append(try seconds { for file in files { parse(try DiskFiles().read(file)) } })
            if let reference { other.append(try seconds { try reference.run(files) }) }
        }
        var table = ResultTable(columns: ["subject", "files", "MB", "seconds", "MB/s", "ratio"])
        let megabytes = Double(size) / 1e6
        func add(_ name: String, _ times: [Double], ratio: Double) {
            let time = median(times)
            table.add([
                .text(name), .number(Double(files.count), digits: 0), .number(megabytes, digits: 1),
                .number(time, digits: 3), .number(megabytes / time, digits: 1), .number(ratio, digits: 3),
            ])
        }
        add("driftlint", own, ratio: other.isEmpty ? 1 : median(zip(own, other).map { $0 / $1 }))
        if !other.isEmpty { add("cmark-gfm", other, ratio: 1) }
        return table
    }

    /// Parses blocks and inlines; returns how many inlines there are, so that nothing is optimised away.
    @discardableResult
    static func parse(_ bytes: [UInt8]) -> Int {
        let document = Document(SourceText(bytes))
        var count = 0
        for block in document.blocks.indices { count += document.inlines(of: block).count }
        return count
    }
}

/// Seconds that some work takes by the clock on the wall.
func seconds(_ work: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(work)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

/// The middle value; 0 of none.
func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : (sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]) / 2
}

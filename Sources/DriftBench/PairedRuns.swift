/// Runs of two programs turn by turn, so that a machine that is busy for a while slows both.
struct PairedRuns {
    private(set) var own: [ToolRun.Usage] = []
    private(set) var other: [ToolRun.Usage] = []

    init(
        rounds: Int, _ own: () throws -> ToolRun.Usage, against other: () throws -> ToolRun.Usage
    ) rethrows {
        for _ in 0..<rounds {
            self.own.append(try own())
            self.other.append(try other())
        }
    }

    /// What of a run is compared.
    typealias Measure = (ToolRun.Usage) -> Double

    /// Of each pair how much of the other's measure the own run takes.
    func ratios(_ measure: Measure) -> [Double] {
        zip(own, other).map { measure($0) / max(measure($1), 1e-6) }
    }
}

extension [ToolRun.Usage] {
    /// The middle one by the clock on the wall.
    var medianSeconds: Double { median(map(\.seconds)) }

    var peakMegabytes: Double { map(\.peakMegabytes).max() ?? 0 }
}

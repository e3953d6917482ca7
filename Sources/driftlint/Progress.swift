import DriftText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How far a run is, shown on standard error where somebody is looking and the run takes its time.
enum Progress {
    /// Runs the body, which tells of each of its steps, and shows how far it is from one second on.
    static func shown<Result>(
        quiet: Bool, _ body: (_ step: (@Sendable (_ total: Int) -> Void)?) async -> Result
    ) async -> Result {
        guard isWanted(quiet: quiet) else { return await body(nil) }
        let line = Locked(ProgressLine(start: Clock.seconds))
        let result = await body { total in
            line.withLock { line in
                if let text = line.step(of: total, at: Clock.seconds) { Stream.standardError.write(text) }
            }
        }
        Stream.standardError.write(line.withLock { $0.end })
        return result
    }

    private static func isWanted(quiet: Bool) -> Bool {
        let environment = Environment.variables
        return !quiet && Stream.standardError.isTerminal && environment["CI", default: ""].isEmpty
            && environment["TERM"] != "dumb"
    }
}

/// A clock that nobody sets.
enum Clock {
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// The line of a terminal that tells how far a run is.
package struct ProgressLine: Sendable {
    private let start: Double
    private var done = 0
    private var shownAt: Double?

    /// - Parameter start: time in seconds, as all times here.
    package init(start: Double) {
        self.start = start
    }

    /// Counts a step; what to write then, at most ten times a second and not in the first.
    package mutating func step(of total: Int, at time: Double) -> String? {
        done += 1
        let elapsed = time - start
        guard elapsed >= 1, time - (shownAt ?? 0) >= 0.1 else { return nil }
        shownAt = time
        let rate = Double(done) / elapsed
        let left = Int((Double(max(0, total - done)) / rate).rounded(.up))
        let percent = total > 0 ? 100 * done / total : 100
        let seconds = left % 60
        return
            "\rdriftlint: \(percent) %, \(Int(rate)) steps/s, \(left / 60):\(seconds < 10 ? "0" : "")\(seconds) left\u{1B}[K"
    }

    /// Clears the line where one was shown.
    package var end: String { shownAt == nil ? "" : "\r\u{1B}[K" }
}

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Seconds of a processor that the calling thread has taken so far.
func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Processor seconds of the calling thread that some work takes.
func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
    let start = threadSeconds()
    try work()
    return threadSeconds() - start
}

/// Processors that are online; at least 1.
var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// The middle value; 0 of none.
func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : (sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]) / 2
}

/// How far the middle half of some values lies apart, in percent of the median.
func spread(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let middle = Optional(median(sorted)), middle > 0 else { return 0 }
    return 100 * (sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]) / middle
}

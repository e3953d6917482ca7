#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Holds interrupts back while something is half done, such as a file that has a temporary name.
enum InterruptShield {
    /// Runs the body; a signal that comes meanwhile takes effect after it, the same one once more takes effect at once.
    ///
    /// That a signal came is kept where the system keeps it: the handler gives way to the default one. Shields do not
    /// nest, and one thread at a time may hold one.
    static func run<Failure>(
        from signals: [Int32] = [SIGINT, SIGTERM, SIGHUP], _ body: () throws(Failure) -> Void
    ) throws(Failure) {
        var held: [(number: Int32, handler: Handler?)] = []
        for number in signals {
            let handler = signal(number, { _ = signal($0, SIG_DFL) })
            if isIgnored(handler) { _ = signal(number, handler) } else { held.append((number, handler)) }
        }
        defer {
            for (number, handler) in held {
                let current: Handler? = signal(number, handler)
                // Not `raise`: the thread may be one that blocks signals.
                if current == nil { kill(getpid(), number) }
            }
        }
        try body()
    }

    private typealias Handler = @convention(c) (Int32) -> Void

    /// What is started in the background by `nohup` and its like ignores some signals.
    private static func isIgnored(_ handler: Handler?) -> Bool {
        handler.map { unsafeBitCast($0, to: Int.self) == 1 } ?? false
    }
}

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Runs the `driftlint` that was built together with this program, or another one, and says what that took.
struct ToolRun {
    struct Failure: Error {
        var message: String
    }

    struct Usage {
        /// By the clock on the wall.
        var seconds = 0.0
        /// Of all processors, in and for the process.
        var processorSeconds = 0.0
        var peakMegabytes = 0.0
        /// Exit status, or 128 and the signal that ended it.
        var status: Int32 = 0

        /// What one run after the other takes.
        mutating func add(_ other: Usage) {
            seconds += other.seconds
            processorSeconds += other.processorSeconds
            peakMegabytes = max(peakMegabytes, other.peakMegabytes)
            status = max(status, other.status)
        }
    }

    /// Processor seconds after which a run is ended.
    private static let patience: rlim_t = 60
    private static let clockRate: clock_t = 1_000_000
    #if canImport(Glibc)
        private static let processorTime = __rlimit_resource_t(RLIMIT_CPU.rawValue)
    #else
        private static let processorTime = RLIMIT_CPU
    #endif

    let program: String

    /// This program.
    static func itself() throws -> ToolRun {
        guard let path = realpath(CommandLine.arguments[0], nil) else {
            throw Failure(message: "start this program by its path")
        }
        defer { free(path) }
        return ToolRun(program: String(cString: path))
    }

    /// The `driftlint` in the folder of the program that runs.
    static func beside() throws -> ToolRun {
        let own = CommandLine.arguments[0]
        guard let slash = own.lastIndex(of: "/") else { throw Failure(message: "start this program by its path") }
        guard let folder = realpath(String(own[..<slash]), nil) else { throw Failure(message: "no folder of \(own)") }
        defer { free(folder) }
        let path = String(cString: folder) + "/driftlint"
        guard access(path, X_OK) == 0 else { throw Failure(message: "no \(path): build it first") }
        return ToolRun(program: path)
    }

    /// The program of some name in a folder of `PATH`; nil where there is none.
    static func installed(_ name: String) -> ToolRun? {
        guard let path = getenv("PATH") else { return nil }
        let candidates = String(cString: path).split(separator: ":").map { "\($0)/\(name)" }
        return candidates.first { access($0, X_OK) == 0 }.map { ToolRun(program: $0) }
    }

    /// Runs the program in a folder, what it writes thrown away.
    ///
    /// - Parameter settings: `NAME=value` for its environment.
    func run(_ arguments: [String], in folder: String = ".", adding settings: [String] = []) throws -> Usage {
        var list = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for argument in list { free(argument) } }
        let own = settings.map { strdup($0) }
        defer { for setting in own { free(setting) } }
        // What comes first counts.
        var variables = own + Self.environment + [nil]
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // Nothing else runs in this process, which needs no folder of its own.
        guard chdir(folder) == 0 else { throw Failure(message: "cannot enter \(folder)") }
        // The child takes this limit over; what reaches it is hopeless.
        var (before, limit) = (rlimit(), rlimit())
        getrlimit(Self.processorTime, &before)
        limit = before
        // It holds for this process too while the child runs.
        limit.rlim_cur = Self.patience + rlim_t(clock() / Self.clockRate)
        setrlimit(Self.processorTime, &limit)
        defer { setrlimit(Self.processorTime, &before) }
        var process: pid_t = 0
        let start = ContinuousClock.now
        let error = posix_spawn(&process, program, &actions, nil, &list, &variables)
        guard error == 0 else { throw Failure(message: "\(program): error \(error)") }
        var (status, usage): (Int32, rusage) = (0, rusage())
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        let duration = ContinuousClock.now - start
        #if canImport(Darwin)
            let unit = 1e6
        #else
            let unit = 1e3
        #endif
        return Usage(
            seconds: Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18,
            processorSeconds: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
            peakMegabytes: Double(usage.ru_maxrss) / unit,
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
    }

    private static var environment: [UnsafeMutablePointer<CChar>?] {
        var variables: [UnsafeMutablePointer<CChar>?] = []
        var next = environ
        while let variable = next.pointee {
            variables.append(variable)
            next += 1
        }
        return variables
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
}

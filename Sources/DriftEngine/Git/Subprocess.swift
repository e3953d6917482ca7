#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A program that was run to its end. The one place that starts any.
///
/// What the program reads and what it complains of are temporary files, so that its output is the only pipe, and neither
/// side ever waits for the other.
struct Subprocess {
    let output: [UInt8]
    let errors: [UInt8]
    /// The exit status; 128 and the signal's number for a program that a signal ended.
    let status: Int32

    /// Runs a program that is found by the `PATH`, in the working folder.
    ///
    /// - Parameters:
    ///   - words: the program's name and its arguments.
    ///   - environment: all that the program sees of it.
    ///   - input: what it reads from standard input.
    /// - Throws: `FileError` where the program could not be started.
    init(_ words: [String], environment: [String: String], input: [UInt8] = []) throws(FileError) {
        let name = words.first ?? ""
        guard let inputFile = TemporaryFile(holding: input), let errorFile = TemporaryFile(holding: []) else {
            throw FileError(path: name, reason: lastReason())
        }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw FileError(path: name, reason: lastReason()) }
        defer { close(ends[0]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let started = withExtendedLifetime((inputFile, errorFile)) {
            Subprocess.start(
                words, environment, input: inputFile.descriptor, output: ends[1], errors: errorFile.descriptor)
        }
        close(ends[1])
        guard let process = started.process else {
            throw FileError(path: name, reason: String(cString: strerror(started.error)).lowercased())
        }
        output = readToEnd(ends[0])
        status = Subprocess.wait(for: process)
        errors = errorFile.contents()
    }

    private static func start(
        _ words: [String], _ environment: [String: String], input: Int32, output: Int32, errors: Int32
    ) -> (process: pid_t?, error: Int32) {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        var arguments = words.map { strdup($0) } + [nil]
        var variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var process = pid_t()
        let error = posix_spawnp(&process, words.first ?? "", &actions, nil, &arguments, &variables)
        return (error == 0 ? process : nil, error)
    }

    private static func wait(for process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}

/// A file without a name that goes when it is closed.
private final class TemporaryFile {
    private let stream: UnsafeMutablePointer<FILE>

    init?(holding bytes: [UInt8]) {
        guard let stream = tmpfile() else { return nil }
        self.stream = stream
        _ = fcntl(fileno(stream), F_SETFD, FD_CLOEXEC)
        guard fwrite(bytes, 1, bytes.count, stream) == bytes.count, fflush(stream) == 0 else { return nil }
        lseek(fileno(stream), 0, SEEK_SET)
    }

    deinit { fclose(stream) }

    var descriptor: Int32 { fileno(stream) }

    /// All that was written to it by whomever.
    func contents() -> [UInt8] {
        lseek(descriptor, 0, SEEK_SET)
        return readToEnd(descriptor)
    }
}

private func readToEnd(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return bytes }
        bytes += chunk[..<count]
    }
}

private func lastReason() -> String { String(cString: strerror(errno)).lowercased() }

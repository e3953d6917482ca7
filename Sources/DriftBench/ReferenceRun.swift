#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Runs `cmark-gfm`, where it is installed, on files.
struct ReferenceRun {
    struct Failure: Error {
        var status: Int32
    }

    private let program: String

    /// Nil where the program is in no folder of `PATH`.
    init?() {
        guard let path = getenv("PATH") else { return nil }
        let candidates = String(cString: path).split(separator: ":").map { "\($0)/cmark-gfm" }
        guard let found = candidates.first(where: { access($0, X_OK) == 0 }) else { return nil }
        program = found
    }

    /// Parses all files in one process, which writes XML with positions to nowhere.
    func run(_ files: [String]) throws {
        let flags = ["-t", "xml", "--sourcepos", "--unsafe"]
        let extensions = ["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap { ["-e", $0] }
        var arguments = ([program] + flags + extensions + files).map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var process: pid_t = 0
        let error = posix_spawn(&process, program, &actions, nil, &arguments, environ)
        guard error == 0 else { throw Failure(status: error) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { throw Failure(status: status) }
    }
}

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What the exit status tells a script.
enum ExitStatus {
    static let clean: Int32 = 0
    static let findings: Int32 = 1
    /// Wrong usage, configuration, or a file that could not be read.
    static let wrongUsage: Int32 = 2
}

@main
struct Driftlint {
    static let version = "0.1.0"

    static func main() async {
        Stream.prepare()
        exit(await status(of: Array(CommandLine.arguments.dropFirst())))
    }

    private static func status(of arguments: [String]) async -> Int32 {
        do {
            let invocation = try Arguments.parse(arguments)
            switch invocation.command {
            case .help(let command): Stream.standardOutput.write(HelpText.render(command))
            case .version: Stream.standardOutput.write("driftlint \(version)\n")
            default: return await run(invocation)
            }
            return ExitStatus.clean
        } catch {
            let help = error.command.map { "driftlint \($0.rawValue) --help" } ?? "driftlint --help"
            Stream.standardError.write("driftlint: \(error.message)\nSee \(help)\n")
            return ExitStatus.wrongUsage
        }
    }
}

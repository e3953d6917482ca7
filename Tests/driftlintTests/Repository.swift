import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A git repository in a folder of its own, in which the program is run. The folder is gone afterwards.
struct Repository {
    typealias Result = (status: Int32, output: String, errors: String)

    /// Has a blank and an umlaut in its name, as people's folders have.
    let folder: String

    static let program: String = {
        let folder = (CommandLine.arguments.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
        return folder.dropLast().joined(separator: "/") + "/driftlint"
    }()

    static let isBuilt = FileManager.default.isExecutableFile(atPath: program)

    static func with(_ body: (Repository) throws -> Void) throws {
        let base = FileManager.default.temporaryDirectory.path + "/driftlint-\(UUID().uuidString)"
        let repository = Repository(folder: "\(base)/a répository")
        try FileManager.default.createDirectory(atPath: repository.folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: base) }
        try repository.shell("git init -q -b main .")
        try body(repository)
    }

    /// Whether a command ends with success.
    static func can(_ command: String) -> Bool { system("\(command) >/dev/null 2>&1") == 0 }

    func write(_ text: String, to path: String) throws {
        let path = "\(folder)/\(path)"
        let parent = path.split(separator: "/").dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: "/\(parent)", withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    func commit(_ message: String = "a change") throws {
        try shell("git add -A && git commit -q -m '\(message)'")
    }

    /// Runs the program; the arguments are as a shell reads them.
    func lint(_ arguments: String, in place: String = ".") throws -> Result {
        try run("'\(Self.program)' \(arguments)", in: place)
    }

    /// Runs what has to succeed.
    @discardableResult
    func shell(_ script: String) throws -> String {
        let result = try run(script)
        guard result.status == 0 else { throw Failure(script: script, result: "\(result)") }
        return result.output
    }

    func run(_ script: String, in place: String = ".") throws -> Result {
        let streams = folder.split(separator: "/").dropLast().joined(separator: "/")
        let identity =
            "GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b.c "
            + "GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b.c"
        let status = system(
            "cd '\(folder)/\(place)' && export \(identity) && { \(script)\n} >/'\(streams)/out' 2>/'\(streams)/err' </dev/null"
        )
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(filePath: "/\(streams)/\(name)")), as: UTF8.self)
        }
        return (status & 0x7F == 0 ? status >> 8 : 128 + (status & 0x7F), try text("out"), try text("err"))
    }

    struct Failure: Error {
        let script: String
        let result: String
    }
}

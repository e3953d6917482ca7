import Foundation

/// The program beside the tests, run by a shell as its users do.
enum BuiltProgram {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    private static let path: String = {
        let folder = (CommandLine.arguments.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
        return folder.dropLast().joined(separator: "/") + "/driftlint"
    }()

    static let isBuilt = FileManager.default.isExecutableFile(atPath: path)

    /// Whether its calls of the system can be made to fail.
    static var canFail: Bool {
        #if os(Linux)
            return isBuilt && has("clang")
        #else
            return false
        #endif
    }

    /// Whether a command is installed.
    static func has(_ command: String) -> Bool {
        (try? run("command -v \(command)").status == 0) ?? false
    }

    /// Runs a script of bash in a new folder, in which `en/a.md` and `de/a.md` differ by one number and `$driftlint` is
    /// the program.
    static func run(_ script: String, environment: [String: String] = [:]) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("driftlint-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (locale, text) in [("en", "Wait for 20 seconds.\n"), ("de", "Warten Sie für 30 Sekunden.\n")] {
            let home = folder.appendingPathComponent(locale)
            try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: home.appendingPathComponent("a.md"))
        }
        var variables = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "driftlint": path]
        variables["HOME"] = folder.path
        variables["TERM"] = "xterm"
        // What a sanitizer is told, where the program was built with one.
        for name in ["ASAN_OPTIONS", "TSAN_OPTIONS"] { variables[name] = ProcessInfo.processInfo.environment[name] }
        try Data(script.utf8).write(to: folder.appendingPathComponent(".script"))
        let given = variables.merging(environment) { $1 }.map { quoted("\($0)=\($1)") }.sorted()
        return try outcome(of: "env -i \(given.joined(separator: " ")) /bin/bash .script", in: folder)
    }

    /// Not by Foundation's `Process`, which now and then waits for ever where several are started at once. Output goes
    /// through files, since one pipe could fill while the other is read.
    private static func outcome(of command: String, in folder: URL) throws -> Outcome {
        let result = system("cd \(quoted(folder.path)) && \(command) </dev/null >.output 2>.errors")
        let texts = try ["output", "errors"].map {
            String(decoding: try Data(contentsOf: folder.appendingPathComponent(".\($0)")), as: UTF8.self)
        }
        let status = result & 0x7F == 0 ? (result >> 8) & 0xFF : 128 + (result & 0x7F)
        return Outcome(status: status, output: texts[0], errors: texts[1])
    }

    private static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "'\\''"))'" }
}

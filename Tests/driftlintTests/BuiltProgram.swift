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
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = folder
        var variables = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "driftlint": path]
        variables["HOME"] = folder.path
        variables["TERM"] = "xterm"
        process.environment = variables.merging(environment) { $1 }
        return try outcome(of: process, in: folder)
    }

    /// Output goes through files, since one pipe could fill while the other is read.
    private static func outcome(of process: Process, in folder: URL) throws -> Outcome {
        let files = ["output", "errors"].map { folder.appendingPathComponent(".\($0)") }
        for file in files { try Data().write(to: file) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
    }
}

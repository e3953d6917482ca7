#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

internal import DriftText

/// A repository, as git sees it. Git runs no other program for us: hooks, fsmonitor, external diffs, text conversions
/// and filters are off, and what it may read of the environment is listed here.
struct Git: Sendable {
    /// The folder of the repository's work tree: absolute, with symbolic links resolved.
    let root: String
    private let options: [String]

    /// - Parameters:
    ///   - folder: a folder in the repository.
    ///   - workingFolder: the absolute path of `.`.
    init(in folder: String, workingFolder: String) throws(GitError) {
        let found = try Git.run(["-C", folder] + Git.safety + ["rev-parse", "--show-toplevel"])
        guard found.status == 0 else { throw GitError("\(folder) is in no git repository: \(Git.complaint(found))") }
        root = String(decoding: found.output.dropLast(), as: UTF8.self)
        guard root.utf8.first == UInt8(ascii: "/") else { throw GitError("\(folder) is in a repository without files") }
        let base = (root == workingFolder ? [] : ["-C", root]) + Git.safety
        options = base + (try Git.filtersOff(base))
    }

    private static let safety = [
        "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
        "-c", "submodule.recurse=false", "-c", "protocol.ext.allow=never",
    ]

    private static let variables = [
        "PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "GIT_EXEC_PATH", "GIT_DIR",
        "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_QUARANTINE_PATH", "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
        "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_PARAMETERS", "SSH_AUTH_SOCK",
    ]

    /// What switches off each filter that is configured.
    private static func filtersOff(_ options: [String]) throws(GitError) -> [String] {
        let pattern = "^filter\\..*\\.(clean|smudge|process|required)$"
        let keys = try run(options + ["config", "--null", "--name-only", "--get-regexp", pattern]).output
        return keys.split(separator: 0).flatMap { key in
            let name = String(decoding: key, as: UTF8.self)
            return ["-c", name.hasSuffix(".required") ? "\(name)=false" : "\(name)="]
        }
    }

    private static func run(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> Subprocess {
        var environment = [
            "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C",
        ]
        for name in variables {
            if let value = getenv(name) { environment[name] = String(cString: value) }
        }
        do throws(FileError) {
            return try Subprocess(["git"] + arguments, environment: environment, input: input)
        } catch {
            throw GitError("git cannot be run: \(error.reason)")
        }
    }

    private static func complaint(_ run: Subprocess) -> String {
        let lines = run.errors.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        let line = lines.first { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") } ?? lines.first
        return line.map { $0.hasPrefix("fatal: ") ? String($0.dropFirst(7)) : $0 } ?? "git ended with \(run.status)"
    }

    /// What git prints; an error where it fails.
    func output(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> [UInt8] {
        let run = try Git.run(options + arguments, input: input)
        guard run.status == 0 else { throw GitError("git \(arguments[0]) failed: \(Git.complaint(run))") }
        return run.output
    }

    /// One line that git prints; nil where it fails or prints nothing.
    func line(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> String? {
        let run = try Git.run(options + arguments, input: input)
        guard run.status == 0, let line = run.output.split(separator: 0x0A).first else { return nil }
        return String(decoding: line, as: UTF8.self)
    }
}

/// Git cannot be asked, or does not know.
package struct GitError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}

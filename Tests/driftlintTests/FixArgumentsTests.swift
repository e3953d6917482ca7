import FoundationEssentials
import Testing

@testable import driftlint

@Suite struct FixArgumentsTests {
    @Test func readsTheFlags() throws {
        let options = try Arguments.parse(["--fix", "--unsafe-fixes", "--show-fixes", "docs"]).options
        #expect(options.fix && options.unsafeFixes && options.showFixes && !options.diff)
        #expect(try Arguments.parse(["compare", "--diff", "a.md", "b.md"]).options.diff)
    }

    @Test(arguments: ["--unsafe-fixes", "--show-fixes"])
    func asksForWhatToDo(flag: String) {
        #expect(throws: UsageError(message: "\(flag) needs --fix or --diff", command: .check)) {
            try Arguments.parse([flag])
        }
    }

    private static let program: String = {
        let folder = (CommandLine.arguments.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
        return folder.dropLast().joined(separator: "/") + "/driftlint"
    }()

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: program), "needs the program beside the tests"))
    func showsThenFixesThenIsDone() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/driftlint-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let shell = ProjectShell(folder: folder, program: Self.program)
        try shell.write("Wait for 20 seconds.\n", to: "a.md")
        try shell.write("Warten Sie 30 Sekunden.\n", to: "a.de.md")
        let diff = "--- a/a.de.md\n+++ b/a.de.md\n@@ -1 +1 @@\n-Warten Sie 30 Sekunden.\n+Warten Sie 20 Sekunden.\n"
        let shown = try shell.run("--diff")
        #expect(shown.status == 1 && shown.output == diff)
        #expect(shown.errors == "driftlint: would fix 1 finding in 1 file\n")
        #expect(try shell.run("-q").status == 1)
        let fixed = try shell.run("--fix --show-fixes")
        #expect(fixed.status == 0)
        #expect(fixed.errors == "a.de.md:\n  1 × changed-number\ndriftlint: fixed 1 finding in 1 file\n")
        let done = try shell.run("--diff")
        #expect(done.status == 0 && done.output.isEmpty && done.errors == "driftlint: nothing to fix\n")
    }
}

import FoundationEssentials
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A repository that takes driftlint up, by the program itself.
@Suite struct AdoptionTests {
    private static let program: String = {
        let folder = (CommandLine.arguments.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
        return folder.dropLast().joined(separator: "/") + "/driftlint"
    }()

    private static let isBuilt = FileManager.default.isExecutableFile(atPath: program)

    /// A folder with two pages in two languages, each with a number that differs; gone afterwards.
    private func withProject(_ body: (ProjectShell) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/driftlint-\(UUID().uuidString)"
        for path in ["en", "de"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(path)", withIntermediateDirectories: true)
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let shell = ProjectShell(folder: folder, program: Self.program)
        for page in ["a", "b"] {
            try shell.write("Wait for 20 seconds.\n", to: "en/\(page).md")
            try shell.write("Warten Sie 30 Sekunden.\n", to: "de/\(page).md")
        }
        try body(shell)
    }

    @Test(.enabled(if: isBuilt, "needs the program beside the tests"))
    func aBaselineShrinks() throws {
        try withProject { shell in
            #expect(try shell.run("-q").status == 1)
            let written = try shell.run("--write-baseline")
            #expect(written.status == 0)
            #expect(written.errors.contains("wrote 2 findings to driftlint-baseline.yml"))
            #expect(written.errors.contains("baseline: driftlint-baseline.yml"))
            try shell.write("baseline: driftlint-baseline.yml\n", to: "driftlint.yml")
            #expect(try shell.run("--strict-baseline").status == 0)
            // New drift is not known, and moved lines still are.
            try shell.write("Wait for 20 seconds.\n\nThen for 60.\n", to: "en/a.md")
            try shell.write("Warten Sie 30 Sekunden.\n\nDann 70.\n", to: "de/a.md")
            let grown = try shell.run("-q")
            #expect(grown.status == 1 && grown.output.contains("“70”") && !grown.output.contains("“30”"))
            try shell.write("Wait for 20 seconds.\n", to: "en/a.md")
            try shell.write("Warten Sie 20 Sekunden.\n", to: "de/a.md")
            let lax = try shell.run("")
            #expect(lax.status == 0 && lax.errors.contains("1 entry of driftlint-baseline.yml no longer occurs"))
            let strict = try shell.run("--strict-baseline")
            #expect(strict.status == 1 && strict.errors.contains("de/a.md  changed-number"))
            #expect(try shell.run("--strict-baseline en/b.md").status == 0)
            #expect(try shell.run("baseline prune").errors.contains("removed 1 of 2 entries"))
            #expect(try shell.run("--strict-baseline").status == 0)
            #expect(try shell.run("--no-baseline -q").status == 1)
        }
    }

    @Test(.enabled(if: isBuilt, "needs the program beside the tests"))
    func rulesOfOnesOwnRun() throws {
        try withProject { shell in
            let page = """
                ---
                id: changed-wait
                check: same-values
                of: number
                severity: info
                over: changed-number
                ---
                # Changed wait

                A time to wait that differs.

                ```md en
                Wait 20 s.
                ```

                ```md de
                Warte 30 s.
                ```

                """
            try shell.write(page, to: "de/changed-wait.md")
            try shell.write("rules: de\nexclude: [changed-wait.md]\n", to: "driftlint.yml")
            let wrong = try shell.run("-q")
            #expect(wrong.status == 2 && wrong.errors.contains("de/a.md:1: "), "\(wrong)")
            try FileManager.default.removeItem(atPath: "\(shell.folder)/de/changed-wait.md")
            try FileManager.default.createDirectory(
                atPath: "\(shell.folder)/rules", withIntermediateDirectories: false)
            try shell.write(page, to: "rules/changed-wait.md")
            try shell.write("rules: rules\n", to: "driftlint.yml")
            let found = try shell.run("-q")
            #expect(found.status == 0 && found.output.contains("[changed-wait]"), "\(found)")
            #expect(!found.output.contains("[changed-number]"))
            #expect(try shell.run("explain changed-wait").output.contains("Changed wait"))
            let tested = try shell.run("test-rules rules")
            #expect(tested.status == 1 && tested.output.contains("rules/changed-wait.md:12: unexpected changed-wait"))
            #expect(tested.output.contains("0 examples passed, 1 failed"))
        }
    }

    /// A row that most locales have is missing in the others, also where only one of them is asked for.
    @Test(.enabled(if: isBuilt, "needs the program beside the tests"))
    func aLocaleIsSeenAmongTheOthers() throws {
        try withProject { shell in
            let head = "| A | B |\n| - | - |\n| 2024-01-02 | x |\n"
            for locale in ["en", "de", "fr", "ja"] {
                let row = locale == "ja" ? "| 2024-02-03 | 全般 |\n" : ""
                try shell.write(head + row, to: "t-\(locale).md")
            }
            let all = try shell.run("--select structure -q").output
            #expect(all.contains("missing-table-row") && !all.contains("extra-table-row"))
            #expect(try shell.run("--select structure -q --locale ja").output.contains("row") == false)
            #expect(try shell.run("--select structure -q --locale de").output.contains("(de)"))
            #expect(try shell.run("--write-baseline").status == 0)
            let one = try shell.run("--baseline driftlint-baseline.yml --strict-baseline --locale ja")
            #expect(one.status == 0, "\(one)")
        }
    }

    @Test(.enabled(if: isBuilt, "needs the program beside the tests"))
    func wrongBaselinesStopTheRun() throws {
        try withProject { shell in
            #expect(try shell.run("--baseline none.yml").status == 2)
            try shell.write("version: 1\n<<<<<<< a\n", to: "b.yml")
            let conflict = try shell.run("--baseline b.yml")
            #expect(conflict.status == 2 && conflict.errors.contains("b.yml:2: a merge left a conflict here"))
            #expect(conflict.output.isEmpty)
            #expect(try shell.run("baseline prune").status == 2)
        }
    }

    @Test(.enabled(if: isBuilt, "needs the program beside the tests"))
    func configurationsAreWrittenOnceAndShown() throws {
        try withProject { shell in
            #expect(try shell.run("init").errors.contains("found 4 documents in 2 locale sets"))
            #expect(try shell.run("init").status == 2)
            #expect(try shell.run("init --force").status == 0)
            let shown = try shell.run("config --set fail-on=never --ignore links").output
            #expect(shown.contains("source: en ") && shown.contains("# driftlint.yml:"))
            #expect(shown.contains("fail-on: never ") && shown.contains("# --set fail-on=never"))
            #expect(shown.contains("ignore: [ links ] ") && shown.contains("# --ignore"))
            #expect(try shell.run("-q --set fail-on=never").status == 0)
            #expect(try shell.run("-q --set fail-on=never --fail-on error").status == 1)
            #expect(try shell.run("-q --set 'severity={changed-number: warning}'").status == 0)
            #expect(try shell.run("-q --set ignore=values").output.isEmpty)
            let wrong = try shell.run("config --set ignore=valeus")
            #expect(wrong.status == 2 && wrong.errors.contains("--set ignore=valeus: unknown rule or family"))
        }
    }
}

/// Runs the program in a folder.
struct ProjectShell {
    let folder: String
    let program: String

    func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(path)"))
    }

    /// - Parameter arguments: as a shell reads them.
    func run(_ arguments: String) throws -> (status: Int32, output: String, errors: String) {
        let status = system("cd '\(folder)' && '\(program)' \(arguments) >out.txt 2>err.txt </dev/null")
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self)
        }
        // The status as wait(2) gives it.
        return (status >> 8, try text("out.txt"), try text("err.txt"))
    }
}

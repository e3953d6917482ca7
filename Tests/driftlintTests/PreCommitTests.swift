import FoundationEssentials
import Testing

/// The hooks of `.pre-commit-hooks.yaml`, run by pre-commit itself where it is installed.
@Suite(
    .enabled(
        if: Repository.isBuilt && Repository.can("git --version && python3 -m pre_commit --version"),
        "needs git, pre-commit and the program beside the tests"))
struct PreCommitTests {
    /// A repository in which the hook is installed, with a page in three languages that agree, and one that do not.
    private func withHook(
        _ settings: String = "args: []",
        _ body: (Repository) throws -> Void
    ) throws {
        try Repository.with { repository in
            try repository.shell(
                "mkdir ../hooks && cp '\(PackageRoot.path)/.pre-commit-hooks.yaml' ../hooks/ && cd ../hooks && git init -q "
                    + "&& git add -A && git commit -qm hooks")
            let revision = try repository.shell("git -C ../hooks rev-parse HEAD")
            try repository.write(
                """
                repos:
                  - repo: ../hooks
                    rev: \(revision.prefix(40))
                    hooks: [{ id: driftlint-system, \(settings), verbose: true }]

                """, to: ".pre-commit-config.yaml")
            for locale in ["en", "de", "ja"] {
                try repository.write("# T\n\nWait 20 s.\n\nLast.\n", to: "docs/\(locale)/a.md")
                try repository.write(
                    "# O\n\nWait \(locale == "de" ? 30 : 20) s.\n\n[a](a.md)\n", to: "docs/\(locale)/b.md")
            }
            try repository.commit()
            try repository.shell("\(preparation); python3 -m pre_commit install")
            try body(repository)
        }
    }

    private let preparation = "export PRE_COMMIT_HOME=\"$PWD/../pre-commit\" PATH='\(PackageRoot.programs)':\"$PATH\""

    private func commit(_ repository: Repository, adding: Bool = true) throws -> Repository.Result {
        try repository.run("\(preparation); \(adding ? "git add -A &&" : "") git commit -m x 2>&1")
    }

    private func page(_ number: Int) -> String { "# T\n\nWait \(number) s.\n\nLast.\n" }

    @Test func aCleanChangePassesAndDriftIsBlocked() throws {
        try withHook { repository in
            try repository.write("# T\n\nWait 20 s.\n\nThe last.\n", to: "docs/en/a.md")
            let clean = try commit(repository)
            #expect(clean.status == 0 && clean.output.contains("Passed"), "\(clean)")
            // One file stands for its set.
            try repository.write(page(25), to: "docs/ja/a.md")
            let blocked = try commit(repository)
            #expect(blocked.status == 1 && blocked.output.contains("docs/ja/a.md:3:6"), "\(blocked)")
            #expect(!blocked.output.contains("b.md"))
            // Pages of other kinds are nothing to the hook.
            try repository.shell("git checkout -q HEAD -- .")
            try repository.write("x", to: "notes.txt")
            #expect(try commit(repository).output.contains("Skipped"))
        }
    }

    @Test func aPartlyStagedFileIsCheckedAsItIsStaged() throws {
        try withHook { repository in
            try repository.write(page(25), to: "docs/ja/a.md")
            try repository.shell("git add -A")
            try repository.write(page(20), to: "docs/ja/a.md")
            let blocked = try commit(repository, adding: false)
            #expect(blocked.status == 1 && blocked.output.contains("“25”"), "\(blocked)")
            try repository.write("# T\n\nWait 20 s.\n\nThe last.\n", to: "docs/ja/a.md")
            try repository.shell("git add -A")
            try repository.write(page(25), to: "docs/ja/a.md")
            #expect(try commit(repository, adding: false).status == 0)
            #expect(try repository.shell("git diff").contains("+Wait 25 s."))
        }
    }

    @Test func renamesAndDeletions() throws {
        try withHook("args: [--staged, --fail-on, warning], pass_filenames: false, always_run: true") { repository in
            // The slip that was there stays unreported, and the links to the old name are found.
            for locale in ["en", "de", "ja"] {
                try repository.shell("git mv docs/\(locale)/b.md docs/\(locale)/c.md")
            }
            #expect(try commit(repository).status == 0)
            for locale in ["en", "de", "ja"] {
                try repository.shell("git mv docs/\(locale)/a.md docs/\(locale)/d.md")
            }
            let renamed = try commit(repository)
            #expect(renamed.status == 1 && renamed.output.contains("[broken-link]"), "\(renamed)")
            #expect(!renamed.output.contains("changed-number"))
            try repository.shell("git reset -q --hard; git rm -q docs/ja/c.md")
            #expect(try commit(repository).status == 0)
            try repository.shell("git rm -q docs/en/a.md")
            let deleted = try commit(repository)
            #expect(deleted.status == 1 && deleted.output.contains("docs/en/c.md:5:5"), "\(deleted)")
        }
    }

    @Test func whatIsStagedAlone() throws {
        try withHook("args: [--staged]") { repository in
            try repository.write("# O\n\nWait 30 s.\n\n[b](a.md)\n", to: "docs/de/b.md")
            let old = try commit(repository)
            #expect(old.status == 0, "\(old)")
            try repository.write("# O\n\nWait 40 s.\n\n[b](a.md)\n", to: "docs/de/b.md")
            #expect(try commit(repository).status == 1)
            try repository.shell("git checkout -q HEAD -- .")
            // The translations may follow.
            try repository.write(page(21), to: "docs/en/a.md")
            let pending = try commit(repository)
            #expect(pending.status == 0 && pending.output.contains("pending in de, ja"), "\(pending)")
        }
    }

    /// More names than a command line of pre-commit takes.
    @Test func filesComeInBatches() throws {
        try withHook { repository in
            let folder = "docs/{locale}/" + String(repeating: "a-long-name-", count: 14)
            for locale in ["en", "de"] {
                let folder = folder.replacing("{locale}", with: locale)
                try repository.shell(
                    "mkdir -p \(folder); for n in $(seq 1000 1399); do echo \"Page $n.\" > \(folder)/$n.md; done")
            }
            let last = folder.replacing("{locale}", with: "de") + "/1399.md"
            try repository.write("Page 1999.\n", to: last)
            let run = try commit(repository)
            #expect(run.status == 1 && run.output.contains("“1999”"), "\(run.output.prefix(2000))")
            #expect(run.output.split(separator: "\n").filter { $0.contains("locale sets") }.count > 1)
            try repository.write("Page 1399.\n", to: last)
            #expect(try commit(repository).status == 0)
        }
    }

    /// Builds the program anew, which takes minutes.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["DRIFTLINT_TEST_INSTALL"] != nil, "takes a release build"))
    func theProgramIsBuiltWhereItIsNotInstalled() throws {
        try Repository.with { repository in
            try repository.write("Wait 20 s.\n", to: "en/a.md")
            try repository.write("Warte 30 s.\n", to: "de/a.md")
            let run = try repository.run(
                "export PRE_COMMIT_HOME=\"$PWD/../pre-commit\"; git add -A; "
                    + "python3 -m pre_commit try-repo '\(PackageRoot.path)' driftlint --all-files 2>&1")
            #expect(run.status == 1 && run.output.contains("[changed-number]"), "\(run)")
        }
    }
}

/// The folders of this package and of what is built of it.
enum PackageRoot {
    static let path = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

    static let programs = Repository.program.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
}

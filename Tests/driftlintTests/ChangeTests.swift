import Testing

/// What `--changed-since` and `--staged` report, by the program itself.
@Suite(
    .enabled(if: Repository.isBuilt && Repository.can("git --version"), "needs git and the program beside the tests"))
struct ChangeTests {
    private static let locales = ["en", "de", "es", "ja"]

    /// Two pages in four languages, one of which has an old slip, and a branch `main` that stays where they are.
    private func withPages(_ body: (Repository) throws -> Void) throws {
        try Repository.with { repository in
            for locale in Self.locales {
                let seconds = locale == "de" ? 30 : 20
                try repository.write(page(seconds: seconds), to: "docs/\(locale)/guide.md")
                try repository.write("# O\n\nA b 5.\n\nC d e.\n\nF g 7.\n", to: "docs/\(locale)/other page.md")
            }
            try repository.commit()
            try repository.shell("git checkout -q -b topic")
            try body(repository)
        }
    }

    private func page(seconds: Int = 20, rows: [String] = []) -> String {
        let table = ["| Date | What |", "| - | - |", "| 2024-01-02 | a |", "| 2024-02-03 | b |"] + rows
        return "# T\n\nWait \(seconds) s.\n\n\(table.joined(separator: "\n"))\n\n[x](<other page.md>)\n"
    }

    private let row = "| 2024-03-04 | c |"

    @Test func nothingIsReportedWithoutAChange() throws {
        try withPages { repository in
            #expect(try repository.lint("-q").status == 1)
            for flags in ["--changed-since main", "--staged", "--staged --changed-since main", "--changed-since HEAD"] {
                let run = try repository.lint("-q --output-format json \(flags)")
                #expect(run.status == 0 && run.output.contains("\"findings\": []"), "\(flags): \(run)")
            }
        }
    }

    /// The row stands once, at the source, and names who lacks it: later or now, as the team works.
    @Test func aNewSourceRowIsPending() throws {
        try withPages { repository in
            try repository.write(page(rows: [row]), to: "docs/en/guide.md")
            let later = try repository.lint("--changed-since main -q")
            #expect(
                later.output == """
                    docs/en/guide.md
                    warning: pending in de, es, ja: missing table row “2024-03-04 | c” [missing-table-row]
                      docs/en/guide.md:9:1  (en)

                    """, "\(later)")
            #expect(later.status == 0 && later.errors.isEmpty)
            #expect(try repository.lint("--changed-since main --fail-on warning").status == 1)
            #expect(
                try repository.lint("--changed-since main --pending info -q").output.contains("info: pending in de"))
            for format in ["json", "sarif"] {
                let report = "--changed-since main --output-format \(format)"
                #expect(try repository.lint(report).output.contains("\"pending\": true"))
                #expect(try repository.lint("\(report) --fail-on-pending").output.contains("\"pending\"") == false)
            }
            let now = try repository.lint("--changed-since main --fail-on-pending -q")
            #expect(now.status == 1 && now.output.contains("error: in de, es, ja: missing table row"))
            try repository.write("fail-on-pending: true\n", to: "driftlint.yml")
            #expect(try repository.lint("--changed-since main -q").status == 1)
            try repository.write("pending: error\n", to: "driftlint.yml")
            #expect(try repository.lint("--changed-since main -q").output.contains("error: pending in"))
            // Each translation that follows is named no more; the last ends it.
            try repository.write(page(rows: [row]), to: "docs/es/guide.md")
            #expect(try repository.lint("--changed-since main -q").output.contains("pending in de, ja: missing"))
            for locale in ["de", "ja"] {
                try repository.write(
                    page(seconds: locale == "de" ? 30 : 20, rows: [row]), to: "docs/\(locale)/guide.md")
            }
            #expect(try repository.lint("--changed-since main -q").output.contains("row") == false)
        }
    }

    @Test func driftInTouchedFilesIsNotPending() throws {
        try withPages { repository in
            try repository.write(page(seconds: 40), to: "docs/ja/guide.md")
            let run = try repository.lint("--changed-since main -q docs")
            #expect(
                run.output == """
                    docs/en/guide.md
                    error: number “40” is “20” in the source [changed-number]
                      docs/ja/guide.md:3:6  (ja)

                    """, "\(run)")
            #expect(run.status == 1)
            // From within, and of one file.
            #expect(try repository.lint("--changed-since main -q guide.md", in: "docs/ja").status == 1)
            #expect(try repository.lint("--changed-since main -q guide.md", in: "docs/es").status == 1)
            #expect(try repository.lint("--changed-since main -q", in: "docs/es").status == 0)
        }
    }

    /// The old slip stays old under a new name, and links to the old one are new drift.
    @Test func renamesBringNothingButBrokenLinks() throws {
        try withPages { repository in
            for locale in Self.locales {
                try repository.shell("git mv docs/\(locale)/guide.md docs/\(locale)/manual.md")
            }
            #expect(try repository.lint("--staged -q").output.isEmpty)
            for locale in Self.locales {
                try repository.shell("git mv 'docs/\(locale)/other page.md' docs/\(locale)/another.md")
            }
            let run = try repository.lint("--staged -q").output
            #expect(run.contains("broken-link") && !run.contains("changed-number"), "\(run)")
        }
    }

    @Test func deletionsBreakTheLinksOfOthers() throws {
        try withPages { repository in
            try repository.shell("git rm -q 'docs/en/other page.md' 'docs/de/other page.md'")
            let run = try repository.lint("--changed-since HEAD -q").output
            #expect(run.contains("broken-link") && run.contains("docs/de/guide.md:"), "\(run)")
            #expect(!run.contains("changed-number"))
        }
    }

    /// A link to the source was right as long as the page was not translated.
    @Test func aNewPageChangesWhereLinksLead() throws {
        try withPages { repository in
            for locale in ["en", "de", "es"] { try repository.write("# N\n\nA b 5.\n", to: "docs/\(locale)/new.md") }
            for locale in Self.locales {
                let target = locale == "ja" ? "../en/new.md" : "new.md"
                try repository.write("# L\n\nSee [n](\(target)).\n", to: "docs/\(locale)/links.md")
            }
            try repository.commit()
            #expect(try repository.lint("-q --select links").output.isEmpty)
            try repository.write("# N\n\nA b 5.\n", to: "docs/ja/new.md")
            let run = try repository.lint("-q --changed-since HEAD")
            #expect(run.output.contains("pending: link target") && run.output.contains("docs/ja/links.md:3"), "\(run)")
        }
    }

    /// An old state that git cannot give is an error, not a flood of findings.
    @Test func whatGitDoesNotGiveIsSaid() throws {
        try withPages { repository in
            let object = try repository.shell("git rev-parse main:docs/de/guide.md").prefix(40)
            try repository.write(page(seconds: 50), to: "docs/de/guide.md")
            try repository.commit()
            try repository.shell("rm -f '.git/objects/\(object.prefix(2))/\(object.dropFirst(2))'")
            let run = try repository.lint("-q --changed-since main")
            #expect(run.status == 2 && run.errors.contains("docs/de/guide.md: git cat-file failed"), "\(run)")
        }
    }

    @Test func aNewTranslationIsCheckedAsAWhole() throws {
        try withPages { repository in
            try repository.write(page(seconds: 50), to: "docs/fr/guide.md")
            let run = try repository.lint("--changed-since main -q")
            #expect(run.status == 1 && run.output.contains("docs/fr/guide.md:3"), "\(run)")
            #expect(!run.output.contains("“30”"))
            #expect(try repository.lint("--changed-since main -q docs/fr/guide.md").status == 1)
            // It is not staged.
            #expect(try repository.lint("--staged -q").output.isEmpty)
        }
    }

    @Test func whatIsStagedIsChecked() throws {
        try withPages { repository in
            try repository.write(page(seconds: 40), to: "docs/ja/guide.md")
            try repository.shell("git add -A")
            try repository.write(page(), to: "docs/ja/guide.md")
            #expect(try repository.lint("--staged -q").status == 1)
            #expect(try repository.lint("--changed-since HEAD -q").status == 0)
            try repository.shell("git add -A")
            try repository.write(page(seconds: 40), to: "docs/ja/guide.md")
            #expect(try repository.lint("--staged -q").status == 0)
        }
    }

    /// Git lends its hooks an index of their own for `commit -a` and for some files alone.
    @Test func aHookSeesWhatWillBeCommitted() throws {
        try withPages { repository in
            let hook = "#!/bin/sh\nexec '\(Repository.program)' --staged -q\n"
            try repository.write(hook, to: ".git/hooks/pre-commit")
            try repository.shell("chmod +x .git/hooks/pre-commit; mkdir sub")
            try repository.write(page(seconds: 40), to: "docs/ja/guide.md")
            try repository.write("# O\n\nAn A b 5.\n\nC d e.\n\nF g 7.\n", to: "docs/en/other page.md")
            #expect(try repository.run("git commit -qam x").status == 1)
            #expect(try repository.run("cd sub && git commit -qam x").status == 1)
            #expect(try repository.run("git commit -qm x docs/ja/guide.md").status == 1)
            #expect(try repository.run("cd docs/en && git commit -qm x 'other page.md'").status == 0)
            #expect(try repository.shell("git status --short") == " M docs/ja/guide.md\n")
        }
    }

    @Test func theFirstCommitIsComparedWithNothing() throws {
        try Repository.with { repository in
            try repository.write("Wait 20 s.\n", to: "en/a.md")
            try repository.write("Warte 30 s.\n", to: "de/a.md")
            try repository.shell("git add -A")
            #expect(try repository.lint("--staged -q").status == 1)
        }
    }

    /// Others went on meanwhile: their rows are no part of this branch.
    @Test func theMergeBaseCounts() throws {
        try withPages { repository in
            try repository.shell("git checkout -q main")
            try repository.write(page(seconds: 60), to: "docs/ja/guide.md")
            try repository.commit()
            try repository.shell("git checkout -q topic")
            try repository.write("# O\n\nA b 6.\n\nC d e.\n\nF g 7.\n", to: "docs/ja/other page.md")
            let run = try repository.lint("--changed-since main -q").output
            #expect(run.contains("“6”") && !run.contains("20"), "\(run)")
        }
    }

    @Test func theBaselineIsKnownToo() throws {
        try withPages { repository in
            try repository.write(page(seconds: 40), to: "docs/ja/guide.md")
            #expect(try repository.lint("--write-baseline").status == 0)
            let run = try repository.lint("-q --changed-since main --baseline driftlint-baseline.yml --strict-baseline")
            #expect(run.status == 0, "\(run)")
            #expect(try repository.lint("--staged --write-baseline").status == 2)
        }
    }

    @Test func whatCannotBeComparedIsSaid() throws {
        try withPages { repository in
            for (arguments, message) in [
                ("--changed-since nowhere", "git knows no “nowhere” here\n"),
                ("--changed-since=--output=x", "“--output=x” is no reference of git"),
                ("--changed-since main /", "/ is in no git repository"),
            ] {
                let run = try repository.lint(arguments)
                #expect(run.status == 2 && run.errors.contains(message), "\(arguments): \(run)")
                #expect(run.output.isEmpty)
            }
            try repository.write(page(seconds: 40), to: "docs/ja/guide.md")
            try repository.commit()
            try repository.shell("git clone -q --depth 1 \"file://$PWD\" ../shallow")
            let shallow = try repository.lint("--changed-since main", in: "../shallow")
            #expect(shallow.status == 2 && shallow.errors.contains("fetch-depth: 0"), "\(shallow)")
        }
    }

    /// What a repository configures to be run is not run.
    @Test func gitRunsNothingElse() throws {
        try withPages { repository in
            let trap = "echo trapped >> \"$PWD/../trapped\"; cat"
            try repository.write("#!/bin/sh\n\(trap)\n", to: ".git/trap")
            try repository.write("*.md filter=trap diff=trap\n", to: ".gitattributes")
            try repository.shell(
                """
                chmod +x .git/trap
                for key in core.fsmonitor diff.external diff.trap.textconv diff.trap.command filter.trap.clean \
                    filter.trap.smudge core.pager core.sshCommand; do git config "$key" ./.git/trap; done
                git config filter.trap.required true
                mkdir -p .git/hooks; cp .git/trap .git/hooks/post-index-change
                """)
            try repository.write(page(seconds: 40), to: "docs/ja/guide.md")
            for flags in ["--changed-since main", "--staged"] { _ = try repository.lint("-q \(flags)") }
            #expect(try repository.run("cat ../trapped").status != 0)
            #expect(try repository.lint("-q --changed-since main").status == 1)
            // The trap is one.
            #expect(try repository.run("git diff >/dev/null; cat ../trapped").status == 0)
        }
    }
}

import FoundationEssentials
import Testing

/// `action.yml` and the examples beside it: their shape, and the steps run as plain shell.
@Suite struct ActionTests {
    private static let run = "'\(PackageRoot.path)/.ci/run-action'"
    private static let isRunnable = Repository.isBuilt && Repository.can("git --version && python3 -c 'import yaml'")

    @Test(
        .enabled(if: Repository.can("python3 -m check_jsonschema --version"), "needs check-jsonschema"),
        arguments: [
            ("vendor.github-actions", "action.yml"),
            ("vendor.github-workflows", ".github/workflows/ci.yml"),
            ("vendor.github-workflows", ".github/workflows/benchmark.yml"),
            ("vendor.github-workflows", ".github/examples/pull-request.yml"),
            ("vendor.github-workflows", ".github/examples/full-scan.yml"),
            ("vendor.github-workflows", ".github/examples/weekly-report.yml"),
            ("vendor.gitlab-ci", ".github/examples/gitlab-ci.yml"),
        ])
    func filesFollowTheirSchema(schema: String, path: String) throws {
        try Repository.with { repository in
            let check = try repository.run(
                "python3 -m check_jsonschema --builtin-schema \(schema) '\(PackageRoot.path)/\(path)'")
            #expect(check.status == 0, "\(check.output)")
        }
    }

    private func withPages(_ body: (Repository) throws -> Void) throws {
        try Repository.with { repository in
            for (locale, seconds) in [("en", 20), ("de", 30), ("ja", 20)] {
                try repository.write("# T\n\nWait \(seconds) s.\n\nLast.\n", to: "docs/\(locale)/a page.md")
            }
            try repository.commit()
            try body(repository)
        }
    }

    private func act(_ repository: Repository, _ inputs: String, setting: String = "") throws -> Repository.Result {
        try repository.run(
            "export PATH='\(PackageRoot.programs)':\"$PATH\" RUNNER_TEMP=\"$PWD/../runner\"; mkdir -p ../runner; "
                + "\(setting) \(Self.run) version=installed format=text \(inputs)")
    }

    @Test(.enabled(if: isRunnable, "needs git, PyYAML and the program beside the tests"))
    func findingsFailAndAreCounted() throws {
        try withPages { repository in
            let found = try act(repository, "")
            #expect(found.status == 1 && found.output.contains("docs/de/a page.md:3:6"), "\(found)")
            #expect(found.output.contains("findings=1\nerrors=1\nwarnings=0\ninfos=0\nsarif=/"))
            #expect(try repository.shell("cat ../runner/driftlint-reports/driftlint.sarif").contains("2.1.0"))
            let annotated = try act(
                repository, "format=github fail-on=never", setting: "GITHUB_STEP_SUMMARY=../summary")
            #expect(annotated.status == 0 && annotated.output.contains("::error title="), "\(annotated)")
            #expect(try repository.shell("cat ../summary").contains("1 error"))
            #expect(
                try act(repository, "'paths=docs/en/a page.md\ndocs/ja' 'args=--select structure\n--quiet'").status == 0
            )
        }
    }

    @Test(.enabled(if: isRunnable, "needs git, PyYAML and the program beside the tests"))
    func whatAChangeBringsAlone() throws {
        try withPages { repository in
            try repository.shell("git checkout -q -b topic")
            try repository.write("# T\n\nWait 20 s.\n\nThe last.\n", to: "docs/en/a page.md")
            try repository.commit()
            let base = "BASE=$(git rev-parse main)"
            #expect(try act(repository, "changed-only=true", setting: base).status == 0)
            #expect(try act(repository, "changed-only=false", setting: base).status == 1)
            // A new branch has nothing before it.
            #expect(try act(repository, "changed-only=true", setting: "BASE=0000000000").status == 1)
            // On a pull request, the commit is a merge; what is on the other branch is not the change's.
            try repository.shell("git checkout -q main")
            try repository.write("# T\n\nWait 40 s.\n\nLast.\n", to: "docs/ja/a page.md")
            try repository.commit()
            try repository.shell("git merge -q --no-edit topic")
            let merge = "GITHUB_REF=refs/pull/1/merge BASE=$(git rev-parse main^1^)"
            #expect(try act(repository, "changed-only=true", setting: merge).output.contains("findings=0"))
            #expect(try act(repository, "changed-only=yes").status == 2)
        }
    }

    /// Whatever an input holds, it is a word and no script.
    @Test(
        .enabled(if: isRunnable, "needs git, PyYAML and the program beside the tests"),
        arguments: ["paths", "args", "format", "fail-on", "changed-only", "version"])
    func inputsAreNoScripts(input: String) throws {
        try withPages { repository in
            let hostile =
                "$(touch ../trapped); touch ../trapped\n`touch ../trapped`\" ; touch ../trapped; *"
            let run = try act(repository, "'\(input)=\(hostile)'")
            #expect(run.status == 2, "\(run)")
            #expect(try repository.run("ls ../trapped").status != 0)
        }
    }
}

import Testing

/// `driftlint profile`, and runs that read what it writes.
@Suite(.enabled(if: BuiltProgram.isBuilt)) struct ProfileCommandTests {
    /// Thirteen pages, of which the last has another value of a key than all others.
    private func run(_ script: String) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(
            """
            rm -r en de; mkdir en de; git init -q .
            git config user.name a; git config user.email a@example.com
            for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do
              kind=open; test $i = 13 && kind=shut
              printf -- "---\\nkind: open\\n---\\nRun \\`a$i\\` now.\\n" > en/p$i.md
              printf -- "---\\nkind: $kind\\n---\\n\\`a$i\\` jetzt starten.\\n" > de/p$i.md
            done
            \(script)
            """)
    }

    private let lint = "$driftlint --output-format concise --fail-on never"

    @Test func singleFilesAreJudgedAsInARunOfAll() throws {
        let whole = try run(lint)
        #expect(whole.output.contains("changed-front-matter-value"), "\(whole)")
        #expect(try run("\(lint) de/p13.md").output == "")
        #expect(
            try run("$driftlint profile -q; \(lint) --profile driftlint-profile.json de/p13.md").output == whole.output)
        let configured = "echo 'profile: known/p.json' > driftlint.yml; mkdir known; $driftlint profile -q"
        for arguments in ["de/p13.md", "en/p13.md"] {
            #expect(try run("\(configured); \(lint) \(arguments)").output == whole.output, "\(arguments)")
        }
        #expect(try run("\(configured); cd de; \(lint) p13.md").output.contains("changed-front-matter-value"))
        #expect(
            try run("\(configured); $driftlint compare --fail-on info en/p13.md de/p13.md").status == 1)
    }

    @Test func aChangeIsJudgedAsInARunOfAll() throws {
        let script = """
            sed -i.bak s/shut/open/ de/p13.md; rm de/*.bak
            $driftlint profile -q; git add -A; git commit -qm all; printf 'profile: driftlint-profile.json' > driftlint.yml
            sed -i.bak s/open/shut/ de/p13.md; rm de/*.bak; git add -A
            """
        #expect(try run("\(script); \(lint) -q --staged").output.contains("changed-front-matter-value"))
        #expect(try run("\(script); \(lint) -q --changed-since HEAD").output.contains("changed-front-matter-value"))
        #expect(!(try run("\(script); \(lint) -q --staged --no-config").output.contains("changed-front-matter-value")))
    }

    @Test func aRunOfAllNeedsNone() throws {
        let script = "echo 'profile: p.json' > driftlint.yml"
        #expect(try run("\(script); \(lint)").status == 0)
        let missing = try run("\(script); \(lint) de/p13.md")
        #expect(missing.status == 2 && missing.errors.contains("driftlint profile"), "\(missing)")
        let damaged = try run("\(script); echo '{' > p.json; \(lint) de/p13.md")
        #expect(damaged.status == 2 && damaged.errors.contains("p.json:"), "\(damaged)")
    }

    @Test func saysWhereItWrote() throws {
        let usual = try run("$driftlint profile && cat driftlint-profile.json")
        #expect(usual.status == 0 && usual.output.contains("\"driftlint-profile\": 1"))
        #expect(usual.errors.contains("wrote what 13 locale sets teach to driftlint-profile.json"))
        #expect(usual.errors.contains("“profile: driftlint-profile.json”"))
        let twice = try run(
            "$driftlint profile -q; cp driftlint-profile.json a; $driftlint profile -q --jobs 1; cmp a driftlint-profile.json"
        )
        #expect(twice.status == 0 && twice.errors.isEmpty)
        #expect(try run("$driftlint profile --profile no/folder/p.json").status == 2)
    }
}

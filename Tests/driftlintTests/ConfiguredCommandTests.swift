import Testing

/// Commands other than `check` that judge documents: they judge as the configuration says.
@Suite(.enabled(if: BuiltProgram.isBuilt)) struct ConfiguredCommandTests {
    /// Runs a script after one that writes a configuration.
    private func run(_ configuration: String, _ script: String) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run("mkdir .git; printf '%s\\n' '\(configuration)' > driftlint.yml; \(script)")
    }

    @Test(
        arguments: [
            ("ignore: [ changed-number ]", 0), ("severity: { values: info }", 0), ("select: [ links ]", 0),
            ("per-locale: { de: { ignore: [ values ] } }", 0),
            ("per-path: { \"de/\": { severity: { values: off } } }", 0),
            ("per-path: { \"en/\": { severity: { values: off } } }", 1), ("severity: { values: error }", 1),
            ("fail-on: never", 0), ("ignore: [ changed-numbr ]", 2), ("ignored: []", 2),
        ] as [(String, Int32)])
    func comparesAsConfigured(configuration: String, status: Int32) throws {
        let outcome = try run(configuration, "$driftlint compare en/a.md de/a.md")
        #expect(outcome.status == status, "\(outcome)")
        let above = try run(configuration, "cd de; $driftlint compare ../en/a.md de=a.md")
        #expect(above.status == status, "\(above)")
    }

    @Test func comparesByFlagsInstead() throws {
        let ignored = "ignore: [ changed-number ]"
        #expect(try run(ignored, "$driftlint compare --no-config en/a.md de/a.md").status == 1)
        #expect(try run(ignored, "$driftlint compare --set ignore=[] en/a.md de/a.md").status == 1)
        #expect(try run(ignored, "$driftlint compare --select values en/a.md de/a.md").status == 1)
        let other = "printf 'fail-on: info\\n' > x.yml; $driftlint compare --config x.yml en/a.md de/a.md"
        #expect(try run(ignored, other).status == 1)
    }

    @Test func findsTheSameAsACheck() throws {
        let outcome = try run(
            "severity: { values: warning }",
            """
            $driftlint --output-format jsonl > check.txt; $driftlint compare --output-format jsonl en/a.md de/a.md > compare.txt
            cd de; $driftlint compare --output-format jsonl ../en/a.md de=a.md > ../below.txt; cd ..
            test -s check.txt && diff check.txt compare.txt
            for file in compare below; do grep -o '"fingerprint": "[^"]*"' $file.txt; done | sort -u | wc -l
            """)
        #expect(outcome.status == 0 && outcome.output.filter { !$0.isWhitespace } == "1", "\(outcome)")
    }

    @Test func testsItselfAsConfigured() throws {
        let test = "sed -i.bak s/30/20/ de/a.md; $driftlint selftest --kind number-prose --fail-under 1"
        #expect(try run("fail-on: error", test).status == 0)
        #expect(try run("ignore: [ values ]", test).status == 1)
        #expect(try run("ignore: [ values ]", "\(test) --no-config").status == 0)
        #expect(try run("severity: { values: off }", test).status == 1)
        #expect(try run("per-locale: { de: { ignore: [ values ] } }", test).status == 1)
        #expect(try run("rules: [ missing-folder ]", test).status == 2)
    }

    @Test(arguments: ["--output sarif=out.sarif", "compare --output sarif=out.sarif en/a.md de/a.md"])
    func listsWhatDoesNotCountWhereAskedFor(arguments: String) throws {
        let disable = "printf ' <!-- driftlint-disable-line -- as agreed -->\\n' >> de/a.md"
        let script = "tr -d '\\n' < de/a.md > x; mv x de/a.md; \(disable); $driftlint \(arguments)"
        let plain = try run("fail-on: info", "\(script) && cat out.sarif")
        #expect(plain.status == 0 && !plain.output.contains("\"suppressions\": ["), "\(plain)")
        let listed = try run("fail-on: info", "\(script) --report-suppressed && cat out.sarif")
        #expect(listed.status == 0, "\(listed.errors)")
        #expect(listed.output.contains("\"justification\": \"as agreed\""))
    }

    @Test func listsWhatTheBaselineKnowsWhereAskedFor() throws {
        let script = "$driftlint --write-baseline -q; $driftlint --output sarif=out.sarif"
        let plain = try run("baseline: driftlint-baseline.yml", "\(script) && cat out.sarif")
        #expect(plain.status == 0 && !plain.output.contains("\"suppressions\": ["), "\(plain)")
        let listed = try run("baseline: driftlint-baseline.yml", "\(script) --report-suppressed && cat out.sarif")
        #expect(listed.status == 0 && listed.output.contains("\"kind\": \"external\""), "\(listed)")
    }
}

import Testing

@testable import driftlint

/// What stands in a folder that is no document, or cannot be read, hinders nothing else.
@Suite(.enabled(if: BuiltProgram.isBuilt, "needs the program beside the tests"))
struct OddFileTests {
    private static let finding = "number “30” is “20” in the source"

    @Test(arguments: [
        "mkdir en/x.md de/x.md", "mkfifo en/x.md de/x.md", "ln -s x.md en/x.md; ln -s ../en de/loop",
        "ln -s /etc/passwd en/x.md; ln -s none de/y.md", "touch en/-x.md de/-x.md",
        "touch $'en/x\\ny.md' $'de/x\\ny.md'", "touch 'en/a:b\"c.md' 'de/a:b\"c.md'",
    ])
    func leavesAlone(preparation: String) throws {
        let ended = try BuiltProgram.run("\(preparation); timeout 20 $driftlint")
        #expect(ended.status == 1 && ended.errors.isEmpty, "\(ended)")
        #expect(ended.output.contains(Self.finding))
    }

    @Test func aNameThatIsNoUTF8IsOneDiagnostic() throws {
        let ended = try BuiltProgram.run("touch $'en/x\\xFF.md' 2>/dev/null || exit 77; $driftlint")
        if ended.status == 77 { return }
        #expect(ended.status == 2 && ended.output.contains(Self.finding))
        #expect(ended.errors == "driftlint: en/x\u{FFFD}.md: gone, or its name is no UTF-8\n")
    }

    @Test(arguments: ["--config p", "--baseline=p", "--profile p", "--write-baseline=p/x"])
    func neverWaitsForAPipe(flag: String) throws {
        let ended = try BuiltProgram.run("mkfifo p; timeout 20 $driftlint \(flag)")
        #expect(ended.status == 2 && ended.errors.hasPrefix("driftlint: p"), "\(ended)")
    }

    @Test func aReadOnlyTreeIsChecked() throws {
        let ended = try BuiltProgram.run("chmod -R a-w .; $driftlint; status=$?; chmod -R u+w .; exit $status")
        #expect(ended.status == 1 && ended.output.contains(Self.finding))
    }

    @Test func aVeryLongPathIsOneDiagnostic() throws {
        let ended = try BuiltProgram.run("$driftlint $(printf 'a/%.0s' {1..3000})")
        #expect(ended.status == 2 && ended.errors.hasPrefix("driftlint: a/a/"))
    }

    // MARK: Each command says what it could not look at

    @Test(
        .enabled(
            if: BuiltProgram.has("[ $(id -u) != 0 ]") || BuiltProgram.has("setpriv && true"), "needs other rights"),
        arguments: [
            "check", "check --fix", "locales", "align", "align --output-format json", "profile",
            "selftest --per-kind 1",
            "init", "baseline prune b.yml",
        ])
    func aFolderThatCannotBeReadIsOneDiagnostic(command: String) throws {
        let ended = try BuiltProgram.run(
            """
            printf 'version: 1\nfindings: []\n' > b.yml; mkdir de/shut; chmod 000 de/shut; chmod 777 . .. de en 2>/dev/null
            as=; [ $(id -u) = 0 ] && as='setpriv --reuid 65534 --clear-groups'
            $as $driftlint \(command); s=$?; chmod 755 de/shut; exit $s
            """)
        #expect(ended.status == 2, "\(ended)")
        #expect(
            ended.errors.split(separator: "\n").filter { $0.contains("shut") }
                == ["driftlint: de/shut: permission denied"], "\(ended)")
        // The file is another's and stays as it was.
        if command.hasPrefix("check") { #expect(ended.output.contains(Self.finding)) }
        #expect(!ended.errors.contains("fixed 1"))
    }

    @Test func tenThousandFilesInOneFolderAreChecked() throws {
        let ended = try BuiltProgram.run(
            "for n in {1..5000}; do echo $n > en/$n.md; echo $n > de/$n.md; done; $driftlint locales --output-format json | wc -c; $driftlint"
        )
        #expect(ended.status == 1 && ended.errors.isEmpty && ended.output.contains(Self.finding))
    }
}

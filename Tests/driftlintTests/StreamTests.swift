import DriftText
import Testing

@testable import driftlint

/// What happens where the streams are not what a program hopes for.
@Suite(.enabled(if: BuiltProgram.isBuilt, "needs the program beside the tests"))
struct StreamTests {
    private static let many = """
        for i in {1..300}; do cp en/a.md en/$i.md; cp de/a.md de/$i.md; done
        """

    @Test func aReaderThatLeavesIsAnErrorWithoutAWord() throws {
        let ended = try BuiltProgram.run(
            "\(Self.many); $driftlint --output-format jsonl | head -c 9; exit ${PIPESTATUS[0]}")
        #expect(ended.status == 2 && ended.errors.isEmpty)
        #expect(ended.output == "{\"rule\": ")
    }

    @Test(arguments: ["$driftlint", "$driftlint --help", "$driftlint rules", "$driftlint --version"])
    func aClosedStreamIsAnError(command: String) throws {
        let ended = try BuiltProgram.run("\(command) >&-")
        #expect(ended.status == 2 && ended.errors == "driftlint: standard output: closed\n")
        #expect(try BuiltProgram.run("\(command) 2>&- <&-").errors.isEmpty)
    }

    @Test func aFileNeverTakesThePlaceOfAClosedStream() throws {
        let ended = try BuiltProgram.run(
            "$driftlint --output jsonl=x.jsonl -q >&- 2>&- <&-; cat x.jsonl; grep -c . en/a.md")
        #expect(ended.output.hasPrefix("{\"rule\": ") && ended.output.hasSuffix("}\n1\n"))
    }

    @Test(.enabled(if: BuiltProgram.has("test -c /dev/full && true"), "needs /dev/full"))
    func aFullDiskIsAnError() throws {
        let stream = try BuiltProgram.run("$driftlint >/dev/full")
        #expect(stream.status == 2 && stream.errors == "driftlint: standard output: no space left on device\n")
        let file = try BuiltProgram.run("$driftlint --output json=/dev/full -q")
        #expect(file.status == 2 && file.errors == "driftlint: /dev/full: no space left on device\n")
        #expect(file.output.contains("changed-number"))
    }

    @Test(arguments: ["none/x.json", "en", "en/a.md/x.json"])
    func anUnwritablePathIsAnError(path: String) throws {
        let ended = try BuiltProgram.run(
            "$driftlint --output json=\(path) --output jsonl=x.jsonl -q; s=$?; ls; exit $s")
        #expect(ended.status == 2 && ended.errors.hasPrefix("driftlint: \(path): "))
        #expect(ended.errors.split(separator: "\n").count == 1)
        #expect(ended.output.hasSuffix("\nde\nen\nx.jsonl\n"))
    }

    @Test func devicesAndPipesAreWrittenDirectly() throws {
        let both = "{\"rule\":\nen/a.md\nerror: n\n  de/a.m\n"
        let script = """
            for path in /dev/stdout /dev/fd/1; do
                $driftlint --output jsonl=$path -q > out; cut -c 1-8 out
            done
            mkfifo pipe; head -c 9 pipe & $driftlint --output jsonl=pipe -q >/dev/null; wait; echo; [ -p pipe ] && ls
            """
        #expect(try BuiltProgram.run(script).output == "\(both)\(both){\"rule\": \nde\nen\nout\npipe\n")
    }

    @Test func permissionsStayAndLinksAreReplaced() throws {
        let script = """
            echo old > x.json; chmod 640 x.json; echo precious > target; ln -s target y.json; umask 027
            $driftlint --output json=x.json --output json=y.json --output json=z.json -q >/dev/null
            cat target; ls -l | cut -c 1-10 | grep -v total; [ -L y.json ] || head -c 1 x.json y.json z.json
            """
        let lines = try BuiltProgram.run(script).output.split(separator: "\n")
        #expect(lines.first == "precious" && lines.filter { $0 == "-rw-r-----" }.count == 3)
        #expect(lines.filter { $0 == "{" }.count == 3)
    }

    @Test(.enabled(if: BuiltProgram.has("python3"), "needs python3"))
    func interruptsLeaveNothingHalfWritten() throws {
        let script = """
            \(Self.many)
            $driftlint --output json=whole.json -q > /dev/null
            python3 - <<'END'
            import os, random, signal, subprocess, time
            whole = open("whole.json").read()
            for attempt in range(24):
                if attempt % 2 and os.path.exists("x.json"): os.unlink("x.json")
                with open("x.json", "w") if not attempt % 2 else open(os.devnull, "w") as old: old.write("old")
                run = subprocess.Popen([os.environ["driftlint"], "-q", "--output", "json=x.json"],
                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                time.sleep(random.random() * 0.5)
                run.send_signal(random.choice([signal.SIGINT, signal.SIGTERM, signal.SIGHUP]))
                errors = run.communicate()[1]
                text = open("x.json").read() if os.path.exists("x.json") else "old"
                if text not in ("old", whole) or errors: print("half written:", text[-40:], errors)
            print(sorted(name for name in os.listdir(".") if "." in name.strip(".") or "driftlint" in name))
            END
            """
        let ended = try BuiltProgram.run(script)
        #expect(["['whole.json']\n", "['whole.json', 'x.json']\n"].contains(ended.output), "\(ended)")
    }

    @Test func documentsCommandNoRunner() throws {
        let script = """
            mv en '##[error]en'; echo 'Warten ##[stop-commands]x 30 Sekunden.' > de/a.md
            for format in text concise; do $driftlint compare --output-format $format '##[error]en/a.md' de/a.md; done
            """
        #expect(try BuiltProgram.run(script).output.contains("##[stop-commands]"))
        let shown = try BuiltProgram.run(script, environment: ["GITHUB_ACTIONS": "true"]).output
        #expect(!shown.contains("##[") && shown.contains("##\\u{5B}stop-commands]"))
    }

    @Test func theSummaryOfAJobIsAddedTo() throws {
        let script = """
            export GITHUB_STEP_SUMMARY=summary; echo before > summary
            $driftlint --output-format github; $driftlint --output github=x.txt >/dev/null; $driftlint >/dev/null; cat summary
            """
        let lines = try BuiltProgram.run(script).output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("::error ") == true && lines.dropFirst().first == "before")
        #expect(lines.filter { $0 == "<!-- driftlint-report -->" }.count == 2)
        let failed = try BuiltProgram.run("GITHUB_STEP_SUMMARY=none/x $driftlint --output-format github")
        #expect(failed.status == 2 && failed.errors == "driftlint: none/x: no such file or directory\n")
    }

    @Test func hiddenFindingsCountForTheStatus() throws {
        let script = """
            printf 'Wait for 20 seconds.\n\nSee [that](b.md).\n' > en/a.md; printf 'Warten 30 s.\n\nSiehe [das](b.md).\n' > de/a.md
            for n in 1 9; do $driftlint --max-findings $n --output-format concise --fail-on info; echo $?; done
            """
        let ended = try BuiltProgram.run(script)
        let lines = ended.output.split(separator: "\n")
        #expect(lines.count > 4 && lines[1] == "1" && lines.last == "1")
        #expect(ended.errors == "driftlint: \(lines.count - 4) more findings are not shown (--max-findings)\n")
    }

    // MARK: Terminals

    /// Runs what follows on a terminal of its own and prints what appears there.
    private static let terminal = """
        terminal() { python3 -c '
        import os, pty, sys
        child, screen = pty.fork()
        if child == 0: os.execvp(sys.argv[1], sys.argv[1:])
        text = b""
        while True:
            try: part = os.read(screen, 65536)
            except OSError: break
            if not part: break
            text += part
        os.waitpid(child, 0)
        sys.stdout.buffer.write(text.replace(b"\\r\\n", b"\\n"))
        ' "$@"; }

        """

    @Test(
        .enabled(if: BuiltProgram.has("python3"), "needs python3"),
        arguments: [
            ("LC_ALL=C", true), ("LC_ALL= LC_CTYPE=de_DE.ISO-8859-1 LANG=C.UTF-8", true), ("LC_ALL=C.UTF-8", false),
            ("LANG=POSIX", true), ("LANG=de_DE.utf8", false), ("A=b", false),
        ])
    func terminalsThatShowNoUTF8GetASCII(locale: String, isASCII: Bool) throws {
        let shown = try BuiltProgram.run("\(Self.terminal) terminal env -u LC_CTYPE \(locale) $driftlint").output
        #expect(shown.utf8.allSatisfy { $0 < 0x80 } == isASCII)
        #expect(shown.contains("Warten Sie f\\u{FC}r 30 Sekunden.") == isASCII)
        // The caret stays below what it marks, however long its line is spelt.
        let lines = shown.split(separator: "\n").map { plain(String($0)) }
        let source = try #require(lines.firstIndex { $0.contains("Sekunden") })
        let caret = lines[source + 1].split(separator: "^", omittingEmptySubsequences: false)[0].count
        #expect(lines[source].dropFirst(caret).hasPrefix("30"))
        let piped = try BuiltProgram.run("\(locale) $driftlint").output
        #expect(piped.contains("Warten Sie für 30 Sekunden.") && piped.contains("│"))
    }

    /// Without escape sequences.
    private func plain(_ text: String) -> String {
        text.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated().map { index, part in
            index == 0 ? String(part) : String(part.drop { $0 != "m" }.dropFirst())
        }.joined()
    }

    @Test(.enabled(if: BuiltProgram.has("python3"), "needs python3"))
    func colourIsForTerminalsThatWantIt() throws {
        for (variables, isColored) in [("A=b", true), ("NO_COLOR=1", false), ("NO_COLOR=", true), ("TERM=dumb", false)]
        {
            let shown = try BuiltProgram.run("\(Self.terminal) terminal env \(variables) $driftlint").output
            #expect(shown.contains("\u{1B}[") == isColored, "\(variables)")
            // A run that is over at once shows no progress.
            #expect(!shown.contains("\r"))
        }
        #expect(try !BuiltProgram.run("$driftlint").output.contains("\u{1B}["))
    }

    @Test func widthIsThatOfTheEnvironment() throws {
        let shown = try BuiltProgram.run("printf 'Warten Sie 30 Sekunden%0200d.\\n' 1 > de/a.md; COLUMNS=40 $driftlint")
        let snippet = shown.output.split(separator: "\n").filter { $0.contains("│") }
        #expect(!snippet.isEmpty && snippet.prefix(2).allSatisfy { $0.count <= 40 })
    }
}

@Test func progressIsShownFromOneSecondOnAndNotTooOften() {
    var line = ProgressLine(start: 100)
    #expect(line.step(of: 400, at: 100.9) == nil)
    #expect(line.end.isEmpty)
    #expect(line.step(of: 400, at: 101) == "\rdriftlint: 0 %, 2 steps/s, 3:19 left\u{1B}[K")
    #expect(line.step(of: 400, at: 101.05) == nil)
    for _ in 4...398 { _ = line.step(of: 400, at: 101.06) }
    #expect(line.step(of: 400, at: 102) == "\rdriftlint: 99 %, 199 steps/s, 0:01 left\u{1B}[K")
    #expect(line.end == "\r\u{1B}[K")
}

@Test(arguments: [
    ("ab", "ab"), ("“a” … │ – ’", "\"a\" ... | - '"), ("日e\u{301}", "\\u{65E5}e\\u{301}"), ("\u{1B}[1m", "\u{1B}[1m"),
])
func asciiIsSpelt(text: String, spelling: String) {
    #expect(text.asciiSpelling == spelling)
}

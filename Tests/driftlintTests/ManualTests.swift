import Testing

@testable import driftlint

private let context = CompletionContext(rules: ["links", "values", "missing-heading"])

@Test(arguments: Shell.allCases, CommandName.allCases)
func completionsKnowEveryFlag(shell: Shell, command: CommandName) {
    let script = ManualCommand.completions(for: shell, rules: context.rules)
    #expect(script.contains(command.rawValue))
    for flag in CommandDescription.of(command).flags {
        #expect(script.contains(shell == .fish ? "-l \(flag.rawValue) " : flag.long))
    }
}

@Test(arguments: CommandName.allCases)
func theManualKnowsEveryFlag(command: CommandName) {
    let page = ManualPage.render(version: "1.2.3").split(separator: "\n")
    let description = CommandDescription.of(command)
    #expect(page.contains { $0.hasPrefix(".SH \"COMMANDS\"") })
    #expect(page.contains { $0.hasPrefix(".SS \"\(command.rawValue.split(separator: "-").joined(separator: "\\-")) ") })
    for flag in description.declaredFlags {
        let name = flag.name.long.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "\\-")
        #expect(page.contains { $0.hasPrefix(".B \"\(flag.short.map { "\\\($0), " } ?? "")\(name)") })
    }
    #expect(page.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
}

/// What a shell offers, as its own completion sees it.
@Suite(.enabled(if: BuiltProgram.isBuilt, "needs the program beside the tests"))
struct CompletionTests {
    /// Command lines with the cursor at their end, and what is offered there.
    private static let lines: [(line: [String], words: [String])] = [
        (["sel"], ["selftest"]), (["--output-f"], ["--output-format"]),
        (["--output-format", "gi"], ["github", "gitlab"]),
        (["check", "--output-format", "j"], ["json", "jsonl", "junit"]), (["align", "--output-format", "tm"], ["tmx"]),
        (["explain", "missing-hea"], ["missing-heading"]), (["--select", "links,val"], ["links,values"]),
        (["--output", "git"], ["github=", "gitlab="]), (["completions", ""], ["bash", "fish", "zsh"]),
        (["help", "co"], ["compare", "completions"]), (["-q", "check", "--fail-on", "e"], ["error"]),
    ]

    @Test func bashCompletes() throws {
        for (line, words) in Self.lines {
            let script = """
                source <($driftlint completions bash) && complete -p driftlint >/dev/null || exit 1
                COMP_WORDS=(driftlint \(line.map { "'\($0)'" }.joined(separator: " "))) COMP_CWORD=\(line.count)
                _driftlint; printf '%s\\n' "${COMPREPLY[@]}" | sort
                """
            let offered = try BuiltProgram.run(script)
            // Only those whose flags are as in the declaration may be offered, whatever others are added later.
            #expect(
                offered.output.split(separator: "\n").filter { words.contains(String($0)) }.map(String.init) == words)
            #expect(offered.errors.isEmpty && offered.status == 0)
        }
        let equals = "COMP_WORDS=(driftlint --output-format = gitl) COMP_CWORD=3; _driftlint; echo ${COMPREPLY[*]}"
        #expect(try BuiltProgram.run("source <($driftlint completions bash); \(equals)").output == "gitlab\n")
    }

    @Test(.enabled(if: BuiltProgram.has("fish"), "needs fish"))
    func fishCompletes() throws {
        for (line, words) in Self.lines {
            let script = """
                $driftlint completions fish > x.fish
                fish -N -c 'source x.fish; complete -C "driftlint \(line.joined(separator: " "))"' | cut -f 1 | sort
                """
            let offered = try BuiltProgram.run(script).output.split(separator: "\n").map(String.init)
            #expect(offered.filter(words.contains) == words, "\(line)")
        }
    }

    @Test(.enabled(if: BuiltProgram.has("zsh") && BuiltProgram.has("python3"), "needs zsh and python3"))
    func zshCompletes() throws {
        // On a terminal, since zsh completes nowhere else; the word is complete where one alone is offered.
        let script = """
            $driftlint completions zsh > _driftlint; zsh -n _driftlint || exit 1
            cat > x.zsh <<'END'
            PROMPT='> '; autoload -Uz compinit; compinit -D -u; source ./_driftlint
            show() { print -r -- "<$BUFFER>"; BUFFER=; zle accept-line }
            zle -N show; bindkey '^X' show; unsetopt zle_bracketed_paste; print ready
            END
            python3 - <<'END'
            import os, pty, re, signal
            signal.alarm(120)
            child, screen = pty.fork()
            if child == 0:
                os.environ.update(TERM="dumb", ZDOTDIR="/nonexistent")
                os.execvp("zsh", ["zsh", "-f", "-i"])
            def wait(pattern):
                text = ""
                while not re.search(pattern, text): text += os.read(screen, 4096).decode("utf-8", "replace")
                return re.search(pattern, text)
            os.write(screen, b"source ./x.zsh\\n")
            wait("ready\\r?\\n")
            for line in ["sel", "--output-f", "align --output-format=tm", "--output-format gith", "explain missing-hea",
                         "check --select links,val", "--output gith", "completions f", "help sel", "check en/"]:
                os.write(screen, f"driftlint {line}\\t\\x18".encode())
                print(wait("<driftlint ([^>]*)>")[1].rstrip())
            os.kill(child, 9)
            END
            """
        let expected = [
            "selftest", "--output-format=", "align --output-format=tmx", "--output-format github",
            "explain missing-heading", "check --select links,values,", "--output github=", "completions fish",
            "help selftest", "check en/a.md",
        ]
        let offered = try BuiltProgram.run(script)
        #expect(offered.output.split(separator: "\n").map(String.init) == expected, "\(offered.errors)")
    }

    @Test(.enabled(if: BuiltProgram.has("groff"), "needs groff"))
    func groffReadsTheManual() throws {
        let read = try BuiltProgram.run("$driftlint man | groff -man -ww -Tutf8 -P-cbou")
        let text = read.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(read.errors.isEmpty && text.contains("--output-format <FORMAT>"))
        #expect(text.contains("driftlint - find where documents") && text.contains("[PATH …]"))
    }

    @Test(.enabled(if: BuiltProgram.has("mandoc"), "needs mandoc"))
    func mandocFindsNothingWrong() throws {
        // The page of a build has no date.
        let read = try BuiltProgram.run("$driftlint man | mandoc -T lint -W warning | grep -v 'missing date'")
        #expect(read.output.isEmpty && read.errors.isEmpty, "\(read.output)")
    }
}

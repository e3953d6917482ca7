import DriftFindings
import DriftMutations
import Testing

@testable import driftlint

/// Splits at blanks; `''` stands for an empty argument.
private func words(_ line: String) -> [String] {
    line.split(separator: " ").map { $0 == "''" ? "" : String($0) }
}

private func parse(_ line: String) throws -> Invocation {
    try Arguments.parse(words(line))
}

@Test(arguments: [
    ("", Command.check(paths: ["."])), ("docs", .check(paths: ["docs"])),
    ("check docs a.md", .check(paths: ["docs", "a.md"])),
    ("check check", .check(paths: ["check"])), ("-- check", .check(paths: ["check"])),
    ("./locale", .check(paths: ["./locale"])), ("check -- -q --x", .check(paths: ["-q", "--x"])),
    ("-", .check(paths: ["-"])),
    ("compare a.md b.md", .compare(source: .init(path: "a.md"), targets: [.init(path: "b.md")])),
    (
        "compare en=a.md pt_BR=b=c.md d/e=f.md x=g.md",
        .compare(
            source: .init(locale: "en", path: "a.md"),
            targets: [.init(locale: "pt_BR", path: "b=c.md"), .init(path: "d/e=f.md"), .init(path: "x=g.md")])
    ),
    (
        "compare zh-Hant-TW=a.md es-=b.md",
        .compare(source: .init(locale: "zh-Hant-TW", path: "a.md"), targets: [.init(path: "es-=b.md")])
    ),
    ("locales", .locales(paths: ["."])), ("align x.md", .align(paths: ["x.md"])), ("rules", .rules),
    ("explain missing-heading", .explain(rule: "missing-heading")), ("test-rules", .testRules(paths: [])),
    ("test-rules a b", .testRules(paths: ["a", "b"])), ("completions fish", .completions(.fish)), ("man", .manual),
    ("help", .help(nil)), ("help test-rules", .help(.testRules)),
    ("selftest", .selfTest(paths: ["."])), ("selftest docs", .selfTest(paths: ["docs"])),
    ("selftest --root en=a --root de=b", .selfTest(paths: ["a", "b"])),
    ("init", .initialise(folder: ".")), ("init docs", .initialise(folder: "docs")), ("config", .config(path: ".")),
    ("baseline prune", .pruneBaseline(path: nil)), ("baseline prune a.yml", .pruneBaseline(path: "a.yml")),
    ("--write-baseline docs", .check(paths: ["docs"])), ("-h", .help(nil)), ("compare --help", .help(.compare)),
    ("--help align --nonsense", .help(.align)),
    ("--version", .version), ("check -- --help", .check(paths: ["--help"])),
])
func commandsAreRead(line: String, command: Command) throws {
    #expect(try parse(line).command == command)
}

@Test(arguments: ["=", " "])
func flagsAreRead(separator: String) throws {
    let flags = [
        ["--output-format", "sarif"], ["--output", "json=a=b.json"], ["--output", "text=c"],
        ["--select", "links,values"],
        ["--select", "text"], ["--ignore", "a"], ["--locale", "de,pt-BR"], ["--source", "en"], ["--fail-on", "never"],
        ["--color", "always"], ["--jobs", "3"], ["--max-findings", "12"],
    ]
    let invocation = try parse(
        "-q check " + flags.map { $0.joined(separator: separator) }.joined(separator: " ") + " docs")
    var expected = Options()
    expected.outputFormat = .sarif
    expected.outputs = [OutputFile(format: .json, path: "a=b.json"), OutputFile(format: .text, path: "c")]
    expected.select = ["links", "values", "text"]
    expected.ignore = ["a"]
    expected.locales = ["de", "pt-BR"]
    expected.source = "en"
    expected.failOn = .never
    expected.color = .always
    expected.jobs = 3
    expected.maxFindings = 12
    expected.quiet = true
    #expect(invocation == Invocation(command: .check(paths: ["docs"]), options: expected))
}

@Test func flagsOfTheSelfTestAreRead() throws {
    let invocation = try parse(
        "selftest --kind row-missing,date --kind note-added --per-kind 5 --seed=7 --fail-under 90 --output-format json docs"
    )
    var expected = Options()
    expected.kinds = [.rowMissing, .date, .noteAdded]
    (expected.perKind, expected.seed, expected.failUnder) = (5, 7, 90)
    expected.listFormat = .json
    #expect(invocation == Invocation(command: .selfTest(paths: ["docs"]), options: expected))
}

@Test func baselinesAreChosen() throws {
    let options = try parse("--baseline a.yml --write-baseline --strict-baseline --set a=b=c --set=d=e x").options
    #expect(options.baseline == "a.yml" && options.readsBaseline)
    #expect(options.baselineWriting == .configured && options.isBaselineStrict)
    #expect(options.settings == ["a=b=c", "d=e"])
    #expect(try parse("--write-baseline=b.yml").options.baselineWriting == .file("b.yml"))
    #expect(try !parse("--no-baseline").options.readsBaseline)
    #expect(try parse("").options.baselineWriting == nil)
}

@Test func flagsMayComeBeforeTheCommandAndTheLastValueCounts() throws {
    let invocation = try parse("--jobs 2 --fail-on info compare --jobs=4 a b --fail-on warning")
    #expect(invocation.options.jobs == 4)
    #expect(invocation.options.failOn == .warning)
}

@Test(arguments: [
    ("--selct x", "unknown flag “--selct”, did you mean “--select”?", CommandName.check),
    ("rules --wat", "rules takes --select, --ignore, --color, --help", .rules),
    ("rules --fail-on error", "rules takes no --fail-on; it belongs to check, compare", .rules),
    (
        "--output-format jsn",
        "“jsn” is no value of --output-format, did you mean “json”?; allowed: text, concise, json",
        .check
    ),
    ("--output jso=x", "did you mean “json”?; allowed: FORMAT=PATH with text, concise, json", .check),
    ("--output json", "“json” is no value of --output", .check), ("--output json=", "“json=” is no value", .check),
    ("--fail-on fatal", "allowed: error, warning, info, never", .check), ("--jobs 0", "an integer from 1", .check),
    ("--jobs -1", "“-1” is no value of --jobs", .check), ("--jobs x", "an integer from 1", .check),
    ("--select a,,b", "--select <RULE[,…]>", .check), ("--select", "--select needs a value", .check),
    ("--select --quiet", "--select needs a value", .check), ("--source=", "--source needs a value", .check),
    ("baseline", "baseline expects [FLAGS] prune [FILE], but got nothing", .baseline),
    ("baseline shrink", "but got “shrink”", .baseline), ("config a b", "but got “a” “b”", .config),
    ("--set source", "“source” is no value of --set; allowed: KEY=VALUE, such as source=en", .check),
    ("--write-baseline=", "--write-baseline needs a value", .check), ("--no-baseline=x", "takes no value", .check),
    ("compare --baseline x a b", "compare takes no --baseline; it belongs to check, config", .compare),
    ("--quiet=yes", "--quiet takes no value, but “yes” was given", .check), ("-x", "unknown flag “-x”", .check),
    ("compare a", "compare expects [FLAGS] SOURCE TARGET…, but got “a”", .compare),
    ("explain", "but got nothing", .explain),
    ("completions", "expects bash|zsh|fish, but got nothing", .completions), ("completions sh", "“sh”", .completions),
    ("man x", "“x”", .manual), ("explain a b", "“a” “b”", .explain),
    ("rules x", "rules expects [FLAGS], but got “x”", .rules),
    ("selftest --kind date,row-mising", "did you mean “row-missing”?; allowed: row-missing, row-extra", .selfTest),
    ("selftest --fail-under 101", "an integer from 1 to 100", .selfTest),
    ("selftest --seed x", "an integer from 1", .selfTest), ("check --seed 1", "it belongs to selftest", .check),
    ("check ''", "check expects", .check), ("--\u{1B}[31m", "“--\\u{1B}[31m”", .check),
])
func wrongUsageIsNamed(line: String, part: String, command: CommandName) throws {
    let error = try #require(throws: UsageError.self) { try parse(line) }
    #expect(error.message.contains(part), "\(error.message)")
    #expect(error.command == command)
}

@Test(arguments: ["chekc", "locale", "help chekc", "test-rule x", "Explain"])
func misspeltCommandsAreNamed(line: String) throws {
    let error = try #require(throws: UsageError.self) { try parse(line) }
    #expect(error.message.contains("unknown command") && error.message.contains("did you mean"))
    #expect(error.message.contains(", man, help"))
}

@Test func whatExistsIsAPath() throws {
    let invocation = try Arguments.parse(["locale"], isPath: { $0 == "locale" })
    #expect(invocation.command == .check(paths: ["locale"]))
}

@Test(
    arguments: [
        (ColorChoice.auto, true, [:], true), (.auto, false, [:], false), (.auto, true, ["NO_COLOR": "1"], false),
        (.auto, true, ["NO_COLOR": ""], true), (.auto, true, ["TERM": "dumb"], false), (.never, true, [:], false),
        (.always, false, ["NO_COLOR": "1"], true),
    ] as [(ColorChoice, Bool, [String: String], Bool)])
func colorFollowsTerminalAndEnvironment(
    choice: ColorChoice, isTerminal: Bool, environment: [String: String], isOn: Bool
) {
    #expect(choice.isOn(isTerminal: isTerminal, environment: environment) == isOn)
}

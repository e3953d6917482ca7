import DriftMarkdown
import Testing

@testable import driftlint

@Test(arguments: TreeFormat.allCases, Dialect.allCases)
func parseHasFormatsOfItsOwn(format: TreeFormat, dialect: Dialect) throws {
    let invocation = try Arguments.parse([
        "parse", "--output-format", format.rawValue, "--dialect=\(dialect.rawValue)", "-",
    ])
    var options = Options()
    options.treeFormat = format
    options.dialect = dialect
    #expect(invocation == Invocation(command: .parse(path: "-"), options: options))
}

@Test(arguments: [
    (["parse"], "parse expects [FLAGS] FILE, but got nothing"),
    (["parse", "a", "b"], "parse expects [FLAGS] FILE, but got “a” “b”"),
    (["parse", "--output-format", "sarif", "a"], "allowed: outline, json, html"),
    (["parse", "--dialect", "gmf", "a"], "did you mean “gfm”?"),
    (["check", "--dialect", "gfm"], "check takes no --dialect; it belongs to parse"),
    (["check", "--output-format", "html"], "allowed: text, concise, json"),
])
func wrongParseIsExplained(arguments: [String], part: String) {
    #expect {
        _ = try Arguments.parse(arguments)
    } throws: { error in
        (error as? UsageError)?.message.contains(part) == true
    }
}

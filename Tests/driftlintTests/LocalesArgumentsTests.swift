import Testing

@testable import driftlint

@Suite struct LocalesArgumentsTests {
    @Test(arguments: ["check", "locales", "align"])
    func rootsStandForPaths(command: String) throws {
        let invocation = try Arguments.parse([command, "--root", "en=../a", "--root=pt_BR=../b=c"])
        #expect(
            invocation.options.roots == [
                LocaleRoot(locale: "en", folder: "../a"), LocaleRoot(locale: "pt_BR", folder: "../b=c"),
            ])
        let paths: [String]
        switch invocation.command {
        case .check(let given), .locales(let given), .align(let given): paths = given
        default: paths = []
        }
        #expect(paths == ["../a", "../b=c"])
    }

    @Test func configurationIsChosen() throws {
        #expect(try Arguments.parse([]).options.readsConfiguration)
        #expect(try !Arguments.parse(["--no-config"]).options.readsConfiguration)
        #expect(try Arguments.parse(["--config", "a.yml"]).options.configuration == "a.yml")
    }

    @Test func localesHasFormatsOfItsOwn() throws {
        let invocation = try Arguments.parse(["locales", "--output-format", "json", "--check", "a.md"])
        #expect(invocation.options.listFormat == .json)
        #expect(invocation.options.checkedPath == "a.md")
        #expect(invocation.command == .locales(paths: ["a.md"]))
        #expect(throws: UsageError.self) { try Arguments.parse(["locales", "--output-format", "sarif"]) }
    }

    @Test(arguments: [
        ["--root", "../a"], ["--root", "en="], ["--no-config=x"], ["compare", "--root", "en=a", "b", "c"],
    ])
    func wrongUsageIsRefused(arguments: [String]) {
        #expect(throws: UsageError.self) { try Arguments.parse(arguments) }
    }
}

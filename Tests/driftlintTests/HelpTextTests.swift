import DriftText
import Testing

@testable import driftlint

private let topics: [CommandName?] = [nil] + CommandName.allCases

@Test(arguments: topics)
func helpFitsATerminal(topic: CommandName?) {
    for line in HelpText.render(topic).split(separator: "\n") {
        #expect(line.last != " ")
        #expect(String(line).displayWidth <= 110)
    }
}

@Test(arguments: CommandName.allCases)
func helpNamesEveryFlagOfTheCommandAndNoOther(name: CommandName) {
    let flags = HelpText.render(name).split(separator: "\n").filter { $0.hasPrefix("      --") || $0.hasPrefix("  -") }
    let shown = flags.compactMap { line in
        line.split(separator: " ").first { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "[" }) }
    }
    #expect(shown.sorted() == CommandDescription.of(name).flags.map(\.long).sorted())
}

@Test(arguments: CommandName.allCases)
func overviewAndExamplesHold(name: CommandName) throws {
    let description = CommandDescription.of(name)
    #expect(description.name == name)
    #expect(HelpText.render(nil).contains("  \(name.rawValue) "))
    for example in description.examples {
        _ = try Arguments.parse(example.arguments.split(separator: " ").map(String.init))
    }
}

@Test func everyFlagIsDeclaredOnce() {
    #expect(Flag.all.map(\.name) == FlagName.allCases)
}

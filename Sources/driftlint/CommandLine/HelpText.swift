internal import DriftText

/// Help, written from the declarations of commands and flags.
package enum HelpText {
    package static func render(_ command: CommandName?) -> String {
        guard let command else { return overview() }
        return page(CommandDescription.of(command))
    }

    private static func overview() -> String {
        let commands = CommandName.allCases.map { ($0.rawValue, CommandDescription.of($0).summary) }
        let examples = CommandName.allCases.compactMap { CommandDescription.of($0).examples.first }
        return """
            driftlint finds where a document and its translations have drifted apart.

            Usage: driftlint [check] [FLAGS] [PATH…]
                   driftlint COMMAND [FLAGS] …

            Commands:
            \(table(commands))

            Flags:
            \(table(rows([.help, .version])))

            Examples:
            \(table(examples.map { ("driftlint " + $0.arguments, $0.meaning) }))

            Each command shows its own flags: driftlint check --help

            """
    }

    private static func page(_ command: CommandDescription) -> String {
        let name = command.name == .check ? "[check]" : command.name.rawValue
        return """
            \(command.summary).

            Usage: driftlint \(name) \(command.operands)

            \(command.detail)

            Flags:
            \(table(rows(command.flags, of: command)))

            Examples:
            \(table(command.examples.map { ("driftlint " + $0.arguments, $0.meaning) }))

            """
    }

    private static func rows(_ names: [FlagName], of command: CommandDescription? = nil) -> [(String, String)] {
        Flag.all.filter { names.contains($0.name) }.map { flag in
            let flag = command?.declaration(of: flag) ?? flag
            return ((flag.short.map { $0 + ", " } ?? "    ") + flag.synopsis, flag.summary)
        }
    }

    /// Two columns, the second aligned.
    private static func table(_ rows: [(String, String)]) -> String {
        let width = rows.map(\.0.displayWidth).max() ?? 0
        return rows.map { left, right in
            "  \(left)\(String(repeating: " ", count: width - left.displayWidth + 2))\(right)"
        }.joined(separator: "\n")
    }
}

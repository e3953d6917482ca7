internal import DriftText

/// The manual page in roff with the macros of man(7), written from the declarations of commands and flags.
enum ManualPage {
    static func render(version: String) -> String {
        let commands = CommandDescription.all
        var page = Roff()
        page.macro("TH", ["DRIFTLINT", "1", "", "driftlint \(version)", "User Commands"])
        page.section("NAME")
        page.raw("driftlint \\- find where documents and their translations have drifted apart")
        page.section("SYNOPSIS")
        page.raw(".B driftlint\n[\\fBcheck\\fP] [\\fIFLAGS\\fP] [\\fIPATH\\fP \\[u2026]]\n.br\n.B driftlint")
        page.raw("\\fICOMMAND\\fP [\\fIFLAGS\\fP] \\[u2026]")
        page.section("COMMANDS")
        for command in commands { page.write(command) }
        page.section("FLAGS")
        for flag in Flag.all { page.write(flag, of: commands.filter { $0.flags.contains(flag.name) }) }
        page.section("EXIT STATUS")
        page.entries([
            ("0", "Nothing was found that is at least as bad as --fail-on says."), ("1", "There are findings."),
            ("2", "Wrong usage or configuration, a file that could not be read, or output that could not be written."),
        ])
        page.section("ENVIRONMENT")
        page.entries(environment)
        page.section("FILES")
        page.entries([
            ("driftlint.yml, .driftlint.yml", "The configuration, in the folder of the paths or in one above it.")
        ])
        page.section("EXAMPLES")
        page.entries(
            commands.flatMap(\.examples).map { example in
                (
                    "driftlint \(example.arguments)",
                    example.meaning.prefix(1).uppercased() + example.meaning.dropFirst() + "."
                )
            })
        return page.text
    }

    private static let environment = [
        ("CI", "Where it is set, no progress is shown."),
        ("COLUMNS", "Columns of the terminal, instead of those that it has."),
        ("GITHUB_STEP_SUMMARY", "A file to which the format github adds the report in Markdown."),
        (
            "LC_ALL, LC_CTYPE, LANG",
            "The first that is set names the encoding of the terminal. Where that is not UTF-8, all that goes to a "
                + "terminal is spelt in ASCII. Files and pipes always get UTF-8."
        ), ("NO_COLOR", "Where it is set and not empty, colours are for --color always alone."),
        ("TERM", "Where it is dumb, neither colours nor progress are shown."),
    ]
}

/// Text with the requests of roff.
private struct Roff {
    private(set) var text = ""

    mutating func raw(_ line: String) { text += line + "\n" }

    mutating func macro(_ name: String, _ arguments: [String]) {
        let words = arguments.map { "\"" + Roff.escaped($0, quotes: true) + "\"" }
        raw(([".\(name)"] + words).joined(separator: " "))
    }

    mutating func section(_ name: String) { macro("SH", [name]) }

    mutating func paragraph(_ text: String) {
        for line in text.split(separator: "\n") { raw(Roff.line(String(line))) }
    }

    mutating func entries(_ entries: [(String, String)]) {
        for (term, text) in entries {
            raw(".TP")
            raw(".B \"\(Roff.escaped(term, quotes: true))\"")
            paragraph(text)
        }
    }

    mutating func write(_ command: CommandDescription) {
        macro("SS", ["\(command.name.rawValue) \(command.operands)"])
        paragraph(command.summary + ".")
        raw(".PP")
        paragraph(command.detail)
        raw(".PP")
        paragraph("Flags: " + command.declaredFlags.map(\.name.long).joined(separator: ", ") + ".")
    }

    /// What a flag means, and to which commands it means something else.
    mutating func write(_ flag: Flag, of commands: [CommandDescription]) {
        let term = (flag.short.map { $0 + ", " } ?? "") + flag.synopsis
        entries([(term, flag.summary + ".")])
        if case .oneOfMany(_, let words) = flag.value { paragraph("Allowed: " + words.joined(separator: ", ") + ".") }
        for command in commands {
            guard let variant = command.variants.first(where: { $0.name == flag.name }) else { continue }
            raw(".br")
            paragraph("\(command.name.rawValue): \(variant.synopsis): \(variant.summary).")
        }
    }

    /// A line of text that is no request.
    private static func line(_ text: String) -> String {
        let isRequest = text.hasPrefix(".") || text.hasPrefix("'")
        return (isRequest ? "\\&" : "") + escaped(text, quotes: false)
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "\"" where quotes: result += "\\(dq"
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
            }
        }
        return result
    }
}

private import DriftReport

/// A command as it is written.
package enum CommandName: String, Sendable, CaseIterable {
    case check, compare, locales, align, parse, rules, explain
    case testRules = "test-rules"
    case selfTest = "selftest"
    case initialise = "init"
    case config, baseline, profile
    case completions
    case manual = "man"
    case help
}

/// The one declaration of a command, from which arguments are read and help is written.
struct CommandDescription: Sendable {
    var name: CommandName
    var summary: String
    /// What follows the command's name.
    var operands: String
    var flags: [FlagName]
    var detail: String
    var examples: [Example]
    /// Flags that mean something of their own to the command.
    var variants: [Flag] = []

    struct Example: Sendable {
        /// Arguments, without the tool's name.
        var arguments: String
        var meaning: String
    }

    static func of(_ name: CommandName) -> CommandDescription {
        switch name {
        case .check: check
        case .compare: compare
        case .locales: locales
        case .align: align
        case .parse: parse
        case .rules: rules
        case .explain: explain
        case .testRules: testRules
        case .selfTest: selfTest
        case .initialise: initialise
        case .config: config
        case .baseline: baseline
        case .profile: profile
        case .completions: completions
        case .manual: manual
        case .help: help
        }
    }

    /// How the command declares a flag.
    func declaration(of flag: Flag) -> Flag {
        variants.first { $0.name == flag.name } ?? flag
    }

    /// What `FORMAT` stands for, over two lines.
    private static let formats: String = {
        let names = OutputFormat.allCases.map(\.rawValue)
        let half = (names.count + 1) / 2
        return "FORMAT is \(names.prefix(half).joined(separator: ", ")),\n"
            + "\(names.dropFirst(half).dropLast().joined(separator: ", ")) or \(names.last ?? "")."
    }()

    private static let check = CommandDescription(
        name: .check, summary: "Report where translations have drifted apart", operands: "[FLAGS] [PATH…]",
        flags: [
            .outputFormat, .output, .config, .noConfig, .set, .root, .select, .ignore, .locale, .source, .baseline,
            .noBaseline, .writeBaseline, .strictBaseline, .profile, .changedSince, .staged, .pending, .failOnPending,
            .failOn,
            .maxFindings, .reportSuppressed, .fix, .unsafeFixes, .diff, .showFixes, .color, .jobs, .quiet, .help,
        ],
        detail: """
            Finds the documents below each PATH (default: the current directory), lays each beside its translations
            and reports where they differ. A file stands for itself and its counterparts. Findings go to standard
            output, everything else to standard error.
            \(formats)
            With --changed-since or --staged, only what a change brought is reported: what was not there where HEAD left
            REF, or for --staged alone in HEAD. Both states are read as they are configured now.
            Exit status: 0 clean, 1 findings, 2 wrong usage, configuration or unreadable files.
            """,
        examples: [
            Example(arguments: "docs", meaning: "check all documents below docs"),
            Example(arguments: "--select structure,values --locale de", meaning: "two families, one locale"),
            Example(arguments: "--root en=../site-en --root ja=../site-ja", meaning: "a tree for each locale"),
            Example(arguments: "--output sarif=driftlint.sarif", meaning: "text here, SARIF in a file"),
            Example(arguments: "--write-baseline", meaning: "take what is there for granted"),
            Example(arguments: "--changed-since origin/main", meaning: "what a branch brought"),
            Example(arguments: "docs --diff --unsafe-fixes", meaning: "what could be repaired, as a diff"),
        ])

    private static let compare = CommandDescription(
        name: .compare, summary: "Check the named files against each other", operands: "[FLAGS] SOURCE TARGET…",
        flags: [
            .outputFormat, .output, .config, .noConfig, .set, .select, .ignore, .profile, .failOn, .maxFindings,
            .reportSuppressed, .fix,
            .unsafeFixes,
            .diff, .showFixes, .color, .jobs, .quiet, .help,
        ],
        detail: """
            Compares each TARGET with SOURCE, wherever the files lie. Where the name of a file does not tell its
            locale, write it before the path: es=path/to/file.md. The configuration nearest to SOURCE says which rules
            report, and how badly.
            \(formats)
            """,
        examples: [
            Example(arguments: "compare README.md README.de.md", meaning: "one translation"),
            Example(arguments: "compare en=a.md es=b.md ja=c.md", meaning: "locales given by hand"),
        ])

    private static let locales = CommandDescription(
        name: .locales, summary: "Show which locales and documents were found, and why", operands: "[FLAGS] [PATH…]",
        flags: [.outputFormat, .config, .noConfig, .set, .root, .check, .locale, .source, .color, .help],
        detail: """
            Explains how the layout below each PATH was understood: the sets, the layouts, how complete each locale is,
            and what was left out and why. Nothing is checked.
            """,
        examples: [
            Example(arguments: "locales docs", meaning: "what was found below docs"),
            Example(arguments: "locales --check docs/de/x.md", meaning: "where one file belongs, and why"),
        ],
        variants: [
            Flag(
                name: .outputFormat, value: .oneOf(ListFormat.allCases.map(\.rawValue)),
                summary: "Format on standard output [default: text]")
        ])

    private static let align = CommandDescription(
        name: .align, summary: "Show documents side by side, part by part",
        operands: "[FLAGS] [PATH…]",
        flags: [.outputFormat, .uncertain, .config, .noConfig, .set, .root, .locale, .source, .color, .help],
        detail: """
            Shows what was laid beside what in the locale sets to which the documents at PATH belong: a column for each
            locale, with what is missing, extra, moved or uncertain marked. Several files are laid beside one another
            just as named, the first as the source, where they are versions of one document, where one of them has no
            counterpart elsewhere, or where a locale stands before one: es=path/to/file.md.
            json and tsv hold all units with their confidence in percent; tmx (TMX 1.4b) and xliff (XLIFF 2.1, one
            target locale) hold the pairs that are certain, for translation tools.
            """,
        examples: [
            Example(arguments: "align docs/en/guide.md --locale ja", meaning: "one page, one locale"),
            Example(arguments: "align en=old.md de=notes.md", meaning: "two files, wherever they lie"),
            Example(arguments: "align --output-format tmx docs", meaning: "a translation memory of all pages"),
        ],
        variants: [
            Flag(
                name: .outputFormat, value: .oneOf(AlignFormat.allCases.map(\.rawValue)),
                summary: "Format on standard output [default: text]"),
            Flag(name: .locale, value: .list("LOCALE"), summary: "Only these beside the source; repeatable"),
        ])

    private static let parse = CommandDescription(
        name: .parse, summary: "Show how a document is read", operands: "[FLAGS] FILE",
        flags: [.outputFormat, .dialect, .help],
        detail: """
            Prints the tree of FILE (- is standard input): each block and inline with its range in bytes. As JSON, with
            all attributes; as HTML, as a site might show it.
            """,
        examples: [
            Example(arguments: "parse README.md", meaning: "an indented tree"),
            Example(arguments: "parse --output-format html --dialect gfm -", meaning: "a filter to HTML"),
        ],
        variants: [
            Flag(
                name: .outputFormat, value: .oneOf(TreeFormat.allCases.map(\.rawValue)),
                summary: "Format on standard output [default: outline]")
        ])

    private static let rules = CommandDescription(
        name: .rules, summary: "List the rules", operands: "[FLAGS]", flags: [.select, .ignore, .color, .help],
        detail: "Lists id, severity and summary of each rule, by family.",
        examples: [Example(arguments: "rules --select links", meaning: "the rules on links")])

    private static let explain = CommandDescription(
        name: .explain, summary: "Print the page of a rule", operands: "[FLAGS] RULE", flags: [.color, .help],
        detail: "Prints what a rule flags, why, and what to do, with its examples.",
        examples: [Example(arguments: "explain missing-table-row", meaning: "that rule's page")])

    private static let testRules = CommandDescription(
        name: .testRules, summary: "Run the examples of rule pages", operands: "[FLAGS] [RULE|FOLDER…]",
        flags: [.select, .ignore, .color, .jobs, .quiet, .help],
        detail: "Runs the examples of the pages in a FOLDER, of a RULE or a family, or of all that are built in.",
        examples: [Example(arguments: "test-rules driftlint-rules", meaning: "the pages of your own folder")])

    private static let selfTest = CommandDescription(
        name: .selfTest, summary: "Put drift into your documents, in memory, and see what is found",
        operands: "[FLAGS] [PATH…]",
        flags: [
            .outputFormat, .config, .noConfig, .set, .root, .select, .ignore, .locale, .source, .kind, .perKind, .seed,
            .failUnder, .color, .jobs, .help,
        ],
        detail: """
            Changes the translations below each PATH one at a time, in memory, and checks each before and after. Drift
            has to be found at its place; harmless changes, such as other line breaks, must not be reported.
            No file is written. Exit status: 0, 1 where less is found than --fail-under says, 2 for unreadable files.
            """,
        examples: [
            Example(arguments: "selftest docs", meaning: "20 changes of each kind"),
            Example(arguments: "selftest docs --kind row-missing --per-kind 100", meaning: "lost table rows alone"),
            Example(arguments: "selftest docs --fail-under 90", meaning: "a gate on the share found"),
        ],
        variants: [
            Flag(
                name: .outputFormat, value: .oneOf(ListFormat.allCases.map(\.rawValue)),
                summary: "Format on standard output [default: text]")
        ])

    private static let completions = CommandDescription(
        name: .completions, summary: "Print a script that completes command lines",
        operands: Shell.allCases.map(\.rawValue).joined(separator: "|"), flags: [.help],
        detail: """
            Prints completions of commands, flags, values and rules for a shell. A start-up file of bash or zsh may have:
            source <(driftlint completions bash)
            """,
        examples: [Example(arguments: "completions zsh", meaning: "a file named _driftlint for a folder of $fpath")])

    private static let manual = CommandDescription(
        name: .manual, summary: "Print the manual page", operands: "[FLAGS]", flags: [.help],
        detail: "Prints the manual page in roff, as man reads it: driftlint man | man -l -",
        examples: [Example(arguments: "man", meaning: "to be saved as driftlint.1 in a folder of the MANPATH")])

    private static let help = CommandDescription(
        name: .help, summary: "Show help on a command", operands: "[COMMAND]", flags: [.help],
        detail: "Shows what a command does and the flags it takes.",
        examples: [Example(arguments: "help check", meaning: "the same as check --help")])
}

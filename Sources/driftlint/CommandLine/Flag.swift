internal import DriftFindings
private import DriftMarkdown
private import DriftMutations

/// A flag as it is written without its dashes.
package enum FlagName: String, Sendable, CaseIterable {
    case outputFormat = "output-format"
    case output, config
    case noConfig = "no-config"
    case root, check, select, ignore, locale, source, kind
    case perKind = "per-kind"
    case seed
    case failUnder = "fail-under"
    case failOn = "fail-on"
    case uncertain, color, jobs, dialect, quiet, help, version

    package var long: String { "--" + rawValue }
}

/// The one declaration of a flag, from which arguments are read and help is written.
struct Flag: Sendable {
    enum Value: Sendable {
        case none
        case oneOf([String])
        /// Free text; the placeholder stands for it in help.
        case text(String)
        /// Several of them, separated by commas or by repeating the flag.
        case list(String)
        /// Several of these words, separated by commas or by repeating the flag.
        case listOf([String], placeholder: String)
        /// An integer from 1.
        case count(String)
        /// An integer from 1 to 100.
        case percentage
        /// `FORMAT=PATH`.
        case output
        /// `LOCALE=FOLDER`.
        case root
    }

    var name: FlagName
    var short: String?
    var value: Value
    /// At most 60 columns.
    var summary: String

    static let all: [Flag] = [
        Flag(
            name: .outputFormat, value: .oneOf(OutputFormat.allCases.map(\.rawValue)),
            summary: "Format on standard output [default: text]"),
        Flag(name: .output, value: .output, summary: "Also write a report to a file; repeatable"),
        Flag(name: .config, value: .text("FILE"), summary: "Configuration to read [default: driftlint.yml upwards]"),
        Flag(name: .noConfig, value: .none, summary: "Read no configuration"),
        Flag(name: .root, value: .root, summary: "A folder that holds one locale alone; repeatable"),
        Flag(name: .check, value: .text("PATH"), summary: "Explain one file: its set, or why it has none"),
        Flag(name: .select, value: .list("RULE"), summary: "Run only these rules or families; repeatable"),
        Flag(name: .ignore, value: .list("RULE"), summary: "Do not run these rules or families; repeatable"),
        Flag(name: .locale, value: .list("LOCALE"), summary: "Only report on these locales; repeatable"),
        Flag(name: .source, value: .text("LOCALE"), summary: "Source locale [default: worked out]"),
        Flag(
            name: .kind, value: .listOf(MutationKind.allCases.map(\.rawValue), placeholder: "KIND"),
            summary: "Only make changes of these kinds; repeatable"),
        Flag(name: .perKind, value: .count("N"), summary: "Changes of each kind [default: 20]"),
        Flag(name: .seed, value: .count("N"), summary: "Choose other changes [default: 1]"),
        Flag(name: .failUnder, value: .percentage, summary: "Exit status 1 where less than this share is found"),
        Flag(
            name: .failOn, value: .oneOf(Severity.allCases.reversed().map(\.rawValue) + ["never"]),
            summary: "Least severity for exit status 1 [default: error]"),
        Flag(name: .uncertain, value: .none, summary: "Write uncertain pairs to tmx and xliff too"),
        Flag(
            name: .color, value: .oneOf(ColorChoice.allCases.map(\.rawValue)),
            summary: "When to colour [default: auto]"),
        Flag(name: .jobs, value: .count("N"), summary: "Threads [default: one a processor]"),
        Flag(
            name: .dialect, value: .oneOf(Dialect.allCases.map(\.rawValue)),
            summary: "Constructs to read [default: all]"),
        Flag(name: .quiet, short: "-q", value: .none, summary: "Leave out source lines and counts"),
        Flag(name: .help, short: "-h", value: .none, summary: "Show help"),
        Flag(name: .version, value: .none, summary: "Show the version"),
    ]

    /// Name and value as help and messages show them, such as `--jobs <N>`.
    var synopsis: String {
        switch value {
        case .none: name.long
        case .oneOf(let words): "\(name.long) <\(words.joined(separator: "|"))>"
        case .text(let placeholder), .count(let placeholder): "\(name.long) <\(placeholder)>"
        case .percentage: "\(name.long) <PERCENT>"
        case .list(let placeholder), .listOf(_, let placeholder): "\(name.long) <\(placeholder)[,…]>"
        case .output: "\(name.long) <FORMAT=PATH>"
        case .root: "\(name.long) <LOCALE=FOLDER>"
        }
    }

    var takesValue: Bool {
        if case .none = value { return false }
        return true
    }

    /// The flag that is written so, with its dashes.
    static func written(_ spelling: String) -> Flag? {
        all.first { $0.name.long == spelling || $0.short == spelling }
    }
}

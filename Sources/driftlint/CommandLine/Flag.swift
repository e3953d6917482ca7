internal import DriftFindings
private import DriftMarkdown
private import DriftMutations
private import DriftReport

/// A flag as it is written without its dashes.
package enum FlagName: String, Sendable, CaseIterable {
    case outputFormat = "output-format"
    case output, config
    case noConfig = "no-config"
    case set, root, check, select, ignore, locale, source
    case baseline
    case noBaseline = "no-baseline"
    case writeBaseline = "write-baseline"
    case strictBaseline = "strict-baseline"
    case profile
    case changedSince = "changed-since"
    case staged, pending
    case failOnPending = "fail-on-pending"
    case kind
    case perKind = "per-kind"
    case seed
    case failUnder = "fail-under"
    case failOn = "fail-on"
    case maxFindings = "max-findings"
    case reportSuppressed = "report-suppressed"
    case fix
    case unsafeFixes = "unsafe-fixes"
    case diff
    case showFixes = "show-fixes"
    case uncertain, color, jobs, dialect, schema, force, quiet, help, version

    package var long: String { "--" + rawValue }
}

/// The one declaration of a flag, from which arguments are read and help is written.
struct Flag: Sendable {
    enum Value: Sendable {
        case none
        case oneOf([String])
        /// One of more words than fit beside the flag; the placeholder stands for them in help.
        case oneOfMany(String, [String])
        /// Free text; the placeholder stands for it in help.
        case text(String)
        /// Free text behind `=`, or nothing; what follows in a word of its own is none.
        case optional(String)
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
        /// `KEY=VALUE`.
        case setting
    }

    var name: FlagName
    var short: String?
    var value: Value
    /// At most 60 columns.
    var summary: String

    static let all: [Flag] = [
        Flag(
            name: .outputFormat, value: .oneOfMany("FORMAT", OutputFormat.allCases.map(\.rawValue)),
            summary: "Format on standard output [default: text]"),
        Flag(name: .output, value: .output, summary: "Also write a report to a file; repeatable"),
        Flag(name: .config, value: .text("FILE"), summary: "Configuration to read [default: driftlint.yml upwards]"),
        Flag(name: .noConfig, value: .none, summary: "Read no configuration"),
        Flag(name: .set, value: .setting, summary: "A key of the configuration, instead of its file's; repeatable"),
        Flag(name: .root, value: .root, summary: "A folder that holds one locale alone; repeatable"),
        Flag(name: .check, value: .text("PATH"), summary: "Explain one file: its set, or why it has none"),
        Flag(name: .select, value: .list("RULE"), summary: "Run only these rules or families; repeatable"),
        Flag(name: .ignore, value: .list("RULE"), summary: "Do not run these rules or families; repeatable"),
        Flag(name: .locale, value: .list("LOCALE"), summary: "Only report on these locales; repeatable"),
        Flag(name: .source, value: .text("LOCALE"), summary: "Source locale [default: worked out]"),
        Flag(name: .baseline, value: .text("FILE"), summary: "Findings that are known [default: as configured]"),
        Flag(name: .noBaseline, value: .none, summary: "Report what the baseline knows, too"),
        Flag(
            name: .writeBaseline, value: .optional("FILE"),
            summary: "Make what is found the baseline; report nothing"),
        Flag(name: .strictBaseline, value: .none, summary: "Exit with 1 where the baseline can shrink"),
        Flag(name: .profile, value: .text("FILE"), summary: "What all documents teach [default: as configured]"),
        Flag(
            name: .changedSince, value: .text("REF"), summary: "Report only what was brought since the branch left REF"),
        Flag(name: .staged, value: .none, summary: "Report only what is staged for a commit"),
        Flag(
            name: .pending, value: .oneOf(Severity.allCases.reversed().map(\.rawValue)),
            summary: "Gravest for untouched files [default: warning]"),
        Flag(name: .failOnPending, value: .none, summary: "Take untouched files as seriously as others"),
        Flag(
            name: .kind, value: .listOf(MutationKind.allCases.map(\.rawValue), placeholder: "KIND"),
            summary: "Only make changes of these kinds; repeatable"),
        Flag(name: .perKind, value: .count("N"), summary: "Changes of each kind [default: 20]"),
        Flag(name: .seed, value: .count("N"), summary: "Choose other changes [default: 1]"),
        Flag(name: .failUnder, value: .percentage, summary: "Exit status 1 where less than this share is found"),
        Flag(
            name: .failOn, value: .oneOf(Threshold.allCases.map(\.rawValue)),
            summary: "Least severity for exit status 1 [default: error]"),
        Flag(name: .maxFindings, value: .count("N"), summary: "Show only the N gravest findings [default: all]"),
        Flag(name: .reportSuppressed, value: .none, summary: "In sarif, also list what is suppressed or known"),
        Flag(name: .fix, value: .none, summary: "Repair what needs no judgement, and report the rest"),
        Flag(name: .unsafeFixes, value: .none, summary: "With --fix or --diff: also repairs to be reviewed"),
        Flag(name: .diff, value: .none, summary: "Show what --fix would change; write nothing"),
        Flag(name: .showFixes, value: .none, summary: "With --fix or --diff: list repairs by file and rule"),
        Flag(name: .uncertain, value: .none, summary: "Write uncertain pairs to tmx and xliff too"),
        Flag(
            name: .color, value: .oneOf(ColorChoice.allCases.map(\.rawValue)),
            summary: "When to colour [default: auto]"),
        Flag(name: .jobs, value: .count("N"), summary: "Threads [default: one a processor]"),
        Flag(
            name: .dialect, value: .oneOf(Dialect.allCases.map(\.rawValue)),
            summary: "Constructs to read [default: all]"),
        Flag(name: .schema, value: .none, summary: "Print the JSON Schema of driftlint.yml"),
        Flag(name: .force, value: .none, summary: "Overwrite a file that is there"),
        Flag(name: .quiet, short: "-q", value: .none, summary: "Leave out source lines and counts"),
        Flag(name: .help, short: "-h", value: .none, summary: "Show help"),
        Flag(name: .version, value: .none, summary: "Show the version"),
    ]

    /// Name and value as help and messages show them, such as `--jobs <N>`.
    var synopsis: String {
        switch value {
        case .none: name.long
        case .oneOf(let words): "\(name.long) <\(words.joined(separator: "|"))>"
        case .oneOfMany(let placeholder, _), .text(let placeholder), .count(let placeholder):
            "\(name.long) <\(placeholder)>"
        case .percentage: "\(name.long) <PERCENT>"
        case .optional(let placeholder): "\(name.long)[=<\(placeholder)>]"
        case .list(let placeholder), .listOf(_, let placeholder): "\(name.long) <\(placeholder)[,…]>"
        case .output: "\(name.long) <FORMAT=PATH>"
        case .root: "\(name.long) <LOCALE=FOLDER>"
        case .setting: "\(name.long) <KEY=VALUE>"
        }
    }

    var takesValue: Bool {
        if case .none = value { return false }
        return true
    }

    /// Whether the word behind the flag is its value.
    var takesNextWord: Bool {
        if case .optional = value { return false }
        return takesValue
    }

    /// The flag that is written so, with its dashes.
    static func written(_ spelling: String) -> Flag? {
        all.first { $0.name.long == spelling || $0.short == spelling }
    }
}

package import DriftFindings
package import DriftMarkdown
package import DriftMutations
package import DriftReport

/// What the command line asks for, checked as far as is possible without looking at any file.
package struct Invocation: Sendable, Equatable {
    package var command: Command
    package var options: Options

    package init(command: Command, options: Options = Options()) {
        self.command = command
        self.options = options
    }
}

/// A command with its operands.
package enum Command: Sendable, Equatable {
    /// Paths are files or folders, at least one.
    case check(paths: [String])
    /// At least one target.
    case compare(source: ComparedFile, targets: [ComparedFile])
    case locales(paths: [String])
    /// Paths may have a locale before them as those of `compare`.
    case align(paths: [String])
    /// `-` is standard input.
    case parse(path: String)
    case rules
    case initialise(folder: String)
    case config(path: String)
    /// Nil is the baseline that is configured.
    case pruneBaseline(path: String?)
    /// Paths are files or folders, at least one.
    case profile(paths: [String])
    case explain(rule: String)
    /// Without a path, the pages that are built in.
    case testRules(paths: [String])
    /// Paths are files or folders, at least one.
    case selfTest(paths: [String])
    case completions(Shell)
    case manual
    /// Help on a command, or on the tool as a whole.
    case help(CommandName?)
    case version
}

/// A file of `compare`, with the locale that was written before it as in `es=path`.
package struct ComparedFile: Sendable, Equatable {
    package var locale: String?
    package var path: String

    package init(locale: String? = nil, path: String) {
        self.locale = locale
        self.path = path
    }
}

/// The values of all flags; those that a command does not take keep their defaults.
package struct Options: Sendable, Equatable {
    /// Format on standard output.
    package var outputFormat = OutputFormat.text
    /// Further reports, in the order given.
    package var outputs: [OutputFile] = []
    /// The configuration file; nil is to be looked for.
    package var configuration: String?
    package var readsConfiguration = true
    /// `key=value` of the configuration, in the order given.
    package var settings: [String] = []
    /// Folders that hold one locale each.
    package var roots: [LocaleRoot] = []
    /// The file that `locales` explains; nil is to list them all.
    package var checkedPath: String?
    /// Rules or families to run; empty is all.
    package var select: [String] = []
    /// Rules or families not to run.
    package var ignore: [String] = []
    /// Locales whose findings are wanted, as they were written; empty is all.
    package var locales: [String] = []
    /// The source locale, as it was written; nil is to be worked out.
    package var source: String?
    /// The least severity that makes the exit status 1; nil is what the configuration says.
    package var failOn: Threshold?
    /// The file of known findings; nil is the one that is configured.
    package var baseline: String?
    package var readsBaseline = true
    /// The profile to read, or to write; nil is the one that is configured.
    package var profile: String?
    /// Whether and where to write what is found.
    package var baselineWriting: BaselineWriting?
    /// The reference since which drift is reported; nil is all drift, or with `isStaged` HEAD.
    package var changedSince: String?
    /// Whether the index is checked rather than the work tree.
    package var isStaged = false
    /// The gravest severity of drift in untouched files; nil is what the configuration says.
    package var pending: Severity?
    package var failsOnPending = false
    /// Whether entries of the baseline that no longer occur make the exit status 1.
    package var isBaselineStrict = false
    /// How many findings a report shows; nil is all.
    package var maxFindings: Int?
    /// Whether formats that know of suppressions list what does not count.
    package var reportsSuppressed = false
    package var color = ColorChoice.auto
    /// Threads; nil is as many as there are processors.
    package var jobs: Int?
    package var quiet = false
    /// Whether fixes are made: those that are safe.
    package var fix = false
    /// Whether those that need review are too.
    package var unsafeFixes = false
    /// Whether fixes are shown as a diff rather than made.
    package var diff = false
    /// Whether what was fixed is listed.
    package var showFixes = false
    /// What `parse` shows.
    package var treeFormat = TreeFormat.outline
    package var dialect = Dialect.all
    /// What `selftest` tries; empty is all.
    package var kinds: [MutationKind] = []
    /// Changes of each kind, at least 1.
    package var perKind = 20
    package var seed = 1
    /// The least recall, in percent, for exit status 0.
    package var failUnder = 0
    /// What `locales` and `selftest` print.
    package var listFormat = ListFormat.text
    /// What `align` prints.
    package var alignFormat = AlignFormat.text
    /// Whether `align` writes pairs to translation memories that are not certain.
    package var uncertain = false
    /// Whether `config` prints the schema.
    package var showsSchema = false
    /// Whether `init` overwrites a file.
    package var overwrites = false

    package init() {}
}

/// Forms in which `parse` shows a document.
package enum TreeFormat: String, Sendable, CaseIterable {
    case outline, json, html
}

/// Forms in which `locales` and `selftest` list what they found.
package enum ListFormat: String, Sendable, CaseIterable {
    case text, json
}

/// Forms in which `align` shows what stands side by side.
package enum AlignFormat: String, Sendable, CaseIterable {
    case text, json, tsv, tmx, xliff
}

/// A folder that holds one locale alone, as in `--root ja=../vue-ja`.
package struct LocaleRoot: Sendable, Equatable {
    /// As it was written.
    package var locale: String
    package var folder: String

    package init(locale: String, folder: String) {
        self.locale = locale
        self.folder = folder
    }
}

/// Where `--write-baseline` writes.
package enum BaselineWriting: Sendable, Equatable {
    /// The baseline that is configured, or one of the usual name.
    case configured
    case file(String)
}

/// A report that goes to a file.
package struct OutputFile: Sendable, Equatable {
    package var format: OutputFormat
    package var path: String

    package init(format: OutputFormat, path: String) {
        self.format = format
        self.path = path
    }
}

package enum ColorChoice: String, Sendable, CaseIterable {
    case auto, always, never

    /// Whether to colour what goes to a stream; `NO_COLOR` (if not empty) and `TERM=dumb` switch `auto` off.
    package func isOn(isTerminal: Bool, environment: [String: String]) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
        }
    }
}

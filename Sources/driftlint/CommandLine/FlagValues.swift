internal import DriftFindings
private import DriftMarkdown
private import DriftMutations
internal import DriftReport
internal import DriftText

extension Options {
    /// Takes over the value of a flag; of one that is given twice and is no list, the last counts.
    mutating func apply(_ given: GivenFlag, in command: CommandName) throws(UsageError) {
        let description = CommandDescription.of(command)
        let flag = description.declaration(of: given.flag)
        guard description.flags.contains(flag.name) else { throw .foreignFlag(flag, for: command) }
        guard flag.takesValue else {
            if let value = given.value { throw .needlessValue(value, of: flag, in: command) }
            set(flag.name)
            return
        }
        if case .optional = flag.value, given.value == nil {
            if flag.name == .writeBaseline { baselineWriting = .configured }
            return
        }
        guard let value = given.value, !value.isEmpty else { throw .missingValue(of: flag, in: command) }
        guard set(flag.name, to: value, in: command) else { throw .wrongValue(value, of: flag, in: command) }
    }

    private mutating func set(_ name: FlagName) {
        switch name {
        case .quiet: quiet = true
        case .noConfig: readsConfiguration = false
        case .uncertain: uncertain = true
        case .noBaseline: readsBaseline = false
        case .strictBaseline: isBaselineStrict = true
        case .staged: isStaged = true
        case .failOnPending: failsOnPending = true
        case .schema: showsSchema = true
        case .force: overwrites = true
        case .reportSuppressed: reportsSuppressed = true
        case .fix: fix = true
        case .unsafeFixes: unsafeFixes = true
        case .diff: diff = true
        case .showFixes: showFixes = true
        default: break
        }
    }

    /// False where the value is not allowed.
    private mutating func set(_ name: FlagName, to value: String, in command: CommandName) -> Bool {
        switch name {
        case .outputFormat where command == .parse: assign(TreeFormat(rawValue: value), to: \.treeFormat)
        case .outputFormat where command == .align:
            assign(AlignFormat(rawValue: value), to: \.alignFormat)
        case .outputFormat where command == .locales || command == .selfTest:
            assign(ListFormat(rawValue: value), to: \.listFormat)
        case .outputFormat: assign(OutputFormat(rawValue: value), to: \.outputFormat)
        case .output: append(OutputFile(argument: value).map { [$0] }, to: \.outputs)
        case .config: assign(value, to: \.configuration)
        case .set: append(value.contains("=") ? [value] : nil, to: \.settings)
        case .root: append(LocaleRoot(argument: value).map { [$0] }, to: \.roots)
        case .check: assign(value, to: \.checkedPath)
        case .select: append(Options.list(value), to: \.select)
        case .ignore: append(Options.list(value), to: \.ignore)
        case .locale: append(Options.list(value), to: \.locales)
        case .source: assign(value, to: \.source)
        case .kind: append(Options.list(value)?.kinds, to: \.kinds)
        case .perKind: assign(Options.count(value), to: \.perKind)
        case .seed: assign(Options.count(value), to: \.seed)
        case .failUnder: assign(Options.count(value).flatMap { $0 <= 100 ? $0 : nil }, to: \.failUnder)
        case .failOn: assign(Threshold(rawValue: value).map { .some($0) }, to: \.failOn)
        case .color: assign(ColorChoice(rawValue: value), to: \.color)
        case .maxFindings: assign(Options.count(value).map { .some($0) }, to: \.maxFindings)
        case .jobs: assign(Options.count(value).map { .some($0) }, to: \.jobs)
        case .dialect: assign(Dialect(rawValue: value), to: \.dialect)
        case .baseline: assign(value, to: \.baseline)
        case .profile: assign(value, to: \.profile)
        case .writeBaseline: assign(.file(value), to: \.baselineWriting)
        case .changedSince: assign(value, to: \.changedSince)
        case .pending: assign(Severity(rawValue: value).map { .some($0) }, to: \.pending)
        case .quiet, .noConfig, .uncertain, .noBaseline, .strictBaseline, .staged, .failOnPending, .reportSuppressed,
            .schema, .force,
            .fix, .unsafeFixes, .diff, .showFixes,
            .help, .version:
            false
        }
    }

    private mutating func assign<Value>(_ value: Value?, to path: WritableKeyPath<Options, Value>) -> Bool {
        guard let value else { return false }
        self[keyPath: path] = value
        return true
    }

    private mutating func append<Value>(_ values: [Value]?, to path: WritableKeyPath<Options, [Value]>) -> Bool {
        guard let values else { return false }
        self[keyPath: path] += values
        return true
    }

    private static func count(_ value: String) -> Int? {
        Int(value).flatMap { $0 > 0 ? $0 : nil }
    }

    private static func list(_ value: String) -> [String]? {
        let parts = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return parts.contains("") ? nil : parts
    }
}

extension [String] {
    /// The kinds of change that are written so; nil where one is none.
    fileprivate var kinds: [MutationKind]? {
        let kinds = compactMap(MutationKind.init)
        return kinds.count == count ? kinds : nil
    }
}

extension OutputFile {
    /// Reads `FORMAT=PATH`.
    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty, let format = OutputFormat(rawValue: parts[0]) else { return nil }
        self.init(format: format, path: parts[1])
    }
}

extension LocaleRoot {
    /// Reads `LOCALE=FOLDER`.
    init?(argument: String) {
        let file = ComparedFile(operand: argument)
        guard let locale = file.locale else { return nil }
        self.init(locale: locale, folder: file.path)
    }
}

extension ComparedFile {
    /// Reads `PATH` or `LOCALE=PATH`; what stands before `=` is a locale only if it has the form of a tag.
    init(operand: String) {
        let parts = operand.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, !parts[1].isEmpty, ComparedFile.isTag(parts[0]) {
            self.init(locale: parts[0], path: parts[1])
        } else {
            self.init(path: operand)
        }
    }

    private static func isTag(_ text: String) -> Bool {
        let subtags = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        let hasLanguage = subtags.first.map { (2...8).contains($0.utf8.count) && $0.allSatisfy(\.isLetter) } ?? false
        return hasLanguage
            && subtags.allSatisfy { subtag in
                (1...8).contains(subtag.utf8.count) && subtag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }
}

extension CommandName {
    /// Whether a word that is no command is closer to one than to a path.
    static func isMisspelt(_ word: String) -> Bool {
        !word.contains("/") && !word.contains(".") && nearest(to: word, among: allCases.map(\.rawValue)) != nil
    }
}

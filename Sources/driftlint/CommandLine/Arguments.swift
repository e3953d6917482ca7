internal import DriftFindings

/// Reads a command line.
package enum Arguments {
    /// Reads what follows the tool's name.
    ///
    /// The first operand names the command; where it names none, it is a path to check.
    ///
    /// - Parameter isPath: tells whether something exists at a path; asked only of a first operand that looks like a
    ///   misspelt command.
    package static func parse(
        _ arguments: [String], isPath: (String) -> Bool = { _ in false }
    ) throws(UsageError) -> Invocation {
        var words = try Words(arguments)
        let asked = try words.takeCommand(isPath: isPath)
        if words.has(.help) { return Invocation(command: .help(asked)) }
        if words.has(.version) { return Invocation(command: .version) }
        let name = asked ?? .check
        if let unknown = words.unknownFlag { throw .unknownFlag(unknown, for: name) }
        var options = Options()
        for given in words.flags { try options.apply(given, in: name) }
        for (isGiven, flag) in [(options.unsafeFixes, FlagName.unsafeFixes), (options.showFixes, .showFixes)]
        where isGiven && !options.fix && !options.diff { throw .needsFix(flag, in: name) }
        var operands = words.operands
        // Roots, or the file to explain, say where to look.
        if operands.isEmpty, [.check, .locales, .align, .selfTest, .profile].contains(name) {
            operands = options.roots.isEmpty ? options.checkedPath.map { [$0] } ?? [] : options.roots.map(\.folder)
        }
        return Invocation(command: try command(name, operands: operands), options: options)
    }

    private static func command(_ name: CommandName, operands: [String]) throws(UsageError) -> Command {
        if operands.contains("") { throw .operands(operands, of: name) }
        let paths = operands.isEmpty ? ["."] : operands
        switch name {
        case .check: return .check(paths: paths)
        case .locales: return .locales(paths: paths)
        case .align: return .align(paths: paths)
        case .selfTest: return .selfTest(paths: paths)
        case .profile: return .profile(paths: paths)
        case .testRules: return .testRules(paths: operands)
        case .compare:
            guard let source = operands.first, operands.count > 1 else { throw .operands(operands, of: name) }
            return .compare(
                source: ComparedFile(operand: source), targets: operands.dropFirst().map { ComparedFile(operand: $0) })
        case .parse:
            guard let path = operands.first, operands.count == 1 else { throw .operands(operands, of: name) }
            return .parse(path: path)
        case .initialise:
            guard operands.count < 2 else { throw .operands(operands, of: name) }
            return .initialise(folder: operands.first ?? ".")
        case .config:
            guard operands.count < 2 else { throw .operands(operands, of: name) }
            return .config(path: operands.first ?? ".")
        case .baseline:
            guard operands.first == "prune", operands.count < 3 else { throw .operands(operands, of: name) }
            return .pruneBaseline(path: operands.dropFirst().first)
        case .rules:
            guard operands.isEmpty else { throw .operands(operands, of: name) }
            return .rules
        case .explain:
            guard let rule = operands.first, operands.count == 1 else { throw .operands(operands, of: name) }
            return .explain(rule: rule)
        case .completions:
            guard let shell = operands.first.flatMap(Shell.init(rawValue:)), operands.count == 1 else {
                throw .operands(operands, of: name)
            }
            return .completions(shell)
        case .manual:
            guard operands.isEmpty else { throw .operands(operands, of: name) }
            return .manual
        case .help:
            guard let topic = operands.first else { return .help(nil) }
            guard operands.count == 1 else { throw .operands(operands, of: name) }
            guard let command = CommandName(rawValue: topic) else {
                throw .unknownCommand(topic, isOperandOfHelp: true)
            }
            return .help(command)
        }
    }
}

/// A flag as it was given.
struct GivenFlag {
    var flag: Flag
    /// What follows `=` or the flag; nil where nothing does.
    var value: String?
}

/// Arguments, sorted into flags and operands. A flag's arity is the same for all commands, so that it can stand
/// before the command's name.
struct Words {
    private(set) var flags: [GivenFlag] = []
    private(set) var operands: [String] = []
    private(set) var unknownFlag: String?
    /// Whether the first operand came after `--` and therefore is no command.
    private var startsWithPath = false

    init(_ arguments: [String]) throws(UsageError) {
        var index = 0
        while index < arguments.count {
            let word = arguments[index]
            index += 1
            if word == "--" {
                startsWithPath = operands.isEmpty
                operands += arguments[index...]
                return
            }
            guard Words.looksLikeFlag(word) else {
                operands.append(word)
                continue
            }
            if takeFlag(word, next: index < arguments.count ? arguments[index] : nil) { index += 1 }
        }
    }

    /// Whether the next argument was used up as the flag's value.
    private mutating func takeFlag(_ word: String, next: String?) -> Bool {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let flag = Flag.written(parts[0]) else {
            unknownFlag = unknownFlag ?? parts[0]
            return false
        }
        if parts.count > 1 || !flag.takesNextWord {
            flags.append(GivenFlag(flag: flag, value: parts.count > 1 ? parts[1] : nil))
            return false
        }
        let value = next.flatMap { Words.looksLikeFlag($0) ? nil : $0 }
        flags.append(GivenFlag(flag: flag, value: value))
        return value != nil
    }

    /// False for `-` and for negative numbers, which no flag allows but whose messages should name the flag.
    private static func looksLikeFlag(_ word: String) -> Bool {
        guard word.hasPrefix("-"), let second = word.dropFirst().first else { return false }
        return !second.isNumber
    }

    func has(_ name: FlagName) -> Bool {
        flags.contains { $0.flag.name == name && $0.value == nil }
    }

    /// Removes the first operand where it is a command; nil where there is none or it is a path.
    mutating func takeCommand(isPath: (String) -> Bool) throws(UsageError) -> CommandName? {
        guard let first = operands.first, !startsWithPath else { return nil }
        if let name = CommandName(rawValue: first) {
            operands.removeFirst()
            return name
        }
        if CommandName.isMisspelt(first), !isPath(first) { throw .unknownCommand(first) }
        return nil
    }
}

internal import DriftReport
internal import DriftText

/// A command line that cannot be understood.
package struct UsageError: Error, Equatable {
    /// What was given, what is allowed and, where there is one, what was probably meant.
    package var message: String
    /// The command whose help is of use.
    package var command: CommandName?

    static func unknownFlag(_ given: String, for command: CommandName) -> UsageError {
        let allowed = CommandDescription.of(command).flags.map(\.long)
        return UsageError(
            message: "unknown flag \(quoted(given))\(guess(given, among: allowed)); "
                + "\(command.rawValue) takes \(allowed.joined(separator: ", "))",
            command: command)
    }

    static func foreignFlag(_ flag: Flag, for command: CommandName) -> UsageError {
        let owners = CommandName.allCases.filter { CommandDescription.of($0).flags.contains(flag.name) }
        let names = owners.map(\.rawValue).joined(separator: ", ")
        let belongs = owners.isEmpty ? "" : "; it belongs to \(names)"
        return UsageError(message: "\(command.rawValue) takes no \(flag.name.long)\(belongs)", command: command)
    }

    static func unknownCommand(_ given: String, isOperandOfHelp: Bool = false) -> UsageError {
        let names = CommandName.allCases.map(\.rawValue)
        let path = isOperandOfHelp ? "" : "; write \(quoted("./" + given)) for a path of that name"
        return UsageError(
            message: "unknown command \(quoted(given))\(guess(given, among: names)); "
                + "there are \(names.joined(separator: ", "))\(path)")
    }

    static func wrongValue(_ given: String, of flag: Flag, in command: CommandName) -> UsageError {
        var allowed = flag.synopsis
        var meant = ""
        switch flag.value {
        case .oneOf(let words), .oneOfMany(_, let words):
            allowed = words.joined(separator: ", ")
            meant = guess(given, among: words)
        case .listOf(let words, _):
            allowed = words.joined(separator: ", ")
            let wrong = given.split(separator: ",").map(String.init).first { !words.contains($0) }
            meant = wrong.map { guess($0, among: words) } ?? ""
        case .percentage: allowed = "an integer from 1 to 100"
        case .count: allowed = "an integer from 1"
        case .output:
            let formats = OutputFormat.allCases.map(\.rawValue)
            allowed = "FORMAT=PATH with \(formats.joined(separator: ", ")) for FORMAT"
            meant = guess(String(given.prefix { $0 != "=" }), among: formats)
        case .root: allowed = "LOCALE=FOLDER, such as ja=../site-ja"
        case .setting: allowed = "KEY=VALUE, such as source=en"
        case .none, .text, .optional, .list: break
        }
        return UsageError(
            message: "\(quoted(given)) is no value of \(flag.name.long)\(meant); allowed: \(allowed)", command: command)
    }

    static func missingValue(of flag: Flag, in command: CommandName) -> UsageError {
        UsageError(message: "\(flag.name.long) needs a value: \(flag.synopsis)", command: command)
    }

    static func needlessValue(_ given: String, of flag: Flag, in command: CommandName) -> UsageError {
        UsageError(message: "\(flag.name.long) takes no value, but \(quoted(given)) was given", command: command)
    }

    static func needsFix(_ flag: FlagName, in command: CommandName) -> UsageError {
        UsageError(message: "\(flag.long) needs --fix or --diff", command: command)
    }

    static func operands(_ given: [String], of command: CommandName) -> UsageError {
        let found = given.isEmpty ? "nothing" : given.map(quoted).joined(separator: " ")
        let expected = CommandDescription.of(command).operands
        return UsageError(message: "\(command.rawValue) expects \(expected), but got \(found)", command: command)
    }

    private static func guess(_ given: String, among names: [String]) -> String {
        nearest(to: given, among: names).map { ", did you mean \(quoted($0))?" } ?? ""
    }

    private static func quoted(_ text: String) -> String { "“\(text.escapedForDisplay)”" }
}

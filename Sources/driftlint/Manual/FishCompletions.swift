/// Completions for fish, written from the declarations of commands and flags.
enum FishCompletions {
    static func render(_ context: CompletionContext) -> String {
        let commands = CommandDescription.all
        return """
            # fish completions of driftlint: driftlint completions fish > ~/.config/fish/completions/driftlint.fish
            function __driftlint_is --description 'Whether the command is one of these; none stands for check too'
                for word in (commandline -opc)[2..-1]
                    if contains -- $word \(commands.map(\.name.rawValue).joined(separator: " "))
                        contains -- $word $argv
                        return
                    end
                end
                contains -- none $argv
            end
            \(commands.map(name).joined(separator: "\n"))
            \(commands.flatMap { lines($0, context) }.joined(separator: "\n"))

            """
    }

    private static func name(_ command: CommandDescription) -> String {
        line("none", "-a \(quoted(command.name.rawValue)) -d \(quoted(command.summary))")
    }

    private static func lines(_ command: CommandDescription, _ context: CompletionContext) -> [String] {
        let condition = command.name == .check ? "none check" : command.name.rawValue
        let flags = command.declaredFlags.map { flag in
            let short = flag.short.map { " -s \($0.dropFirst())" } ?? ""
            let value = value(flag.words(context))
            return line(condition, "-l \(flag.name.rawValue)\(short)\(value) -d \(quoted(flag.summary))")
        }
        switch command.operandWords(context) {
        case .words(let words): return flags + [line(condition, "-f -a \(quoted(words.joined(separator: " ")))")]
        case .nothing: return flags + [line(condition, "-f")]
        default: return flags
        }
    }

    private static func value(_ words: CommandWords) -> String {
        switch words {
        case .nothing: ""
        case .anything: " -x"
        case .files: " -r -F"
        case .words(let words): " -x -a \(quoted(words.joined(separator: " ")))"
        case .list(let words):
            " -x -a \(quoted("(__fish_complete_list , \"printf '%s\\n' \(words.joined(separator: " "))\")"))"
        case .filesAfter(let words): " -r -F -a \(quoted(words.map { $0 + "=" }.joined(separator: " ")))"
        }
    }

    private static func line(_ condition: String, _ rest: String) -> String {
        "complete -c driftlint -n \(quoted("__driftlint_is \(condition)")) \(rest)"
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.reduce(into: "") { $0 += $1 == "'" || $1 == "\\" ? "\\\($1)" : String($1) } + "'"
    }
}

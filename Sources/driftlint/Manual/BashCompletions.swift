/// Completions for bash, from 3.2 on, written from the declarations of commands and flags.
enum BashCompletions {
    static func render(_ context: CompletionContext) -> String {
        let commands = CommandDescription.all
        let names = commands.map(\.name.rawValue)
        return """
            # bash completions of driftlint: source <(driftlint completions bash)
            _driftlint_words() {
                COMPREPLY=($(compgen -W "$1" -- "$2"))
            }
            _driftlint_list() {
                local before=
                [[ $2 == *,* ]] && before=${2%,*},
                COMPREPLY=($(compgen -P "$before" -W "$1" -- "${2##*,}"))
            }
            _driftlint() {
                local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= index
                COMPREPLY=()
                [[ $cur == = ]] && cur=
                if [[ $prev == = ]]; then
                    prev=${COMP_WORDS[COMP_CWORD-2]}
                    # The file of --output FORMAT=FILE.
                    [[ $prev == -* ]] || return
                fi
                for ((index = 1; index < COMP_CWORD; index++)); do
                    case ${COMP_WORDS[index]} in
                        \(names.joined(separator: "|"))) command=${COMP_WORDS[index]}; break ;;
                    esac
                done
                case ${command:-check}:$prev in
            \(commands.flatMap { values($0, context) }.joined(separator: "\n"))
                esac
                case ${command:-check}:$cur in
            \(commands.map(flags).joined(separator: "\n"))
                esac
                case $command in
                    '') _driftlint_words '\(names.joined(separator: " "))' "$cur" ;;
            \(commands.compactMap { operands($0, context) }.joined(separator: "\n"))
                esac
            }
            complete -o bashdefault -o default -F _driftlint driftlint

            """
    }

    /// What completes the value of each flag; without anything said, the shell offers files.
    private static func values(_ command: CommandDescription, _ context: CompletionContext) -> [String] {
        command.declaredFlags.compactMap { flag in
            let pattern = ([flag.name.long] + [flag.short].compactMap(\.self))
                .map { "\(command.name.rawValue):\($0)" }.joined(separator: "|")
            switch flag.words(context) {
            case .nothing: return nil
            case .anything, .files: return "        \(pattern)) return ;;"
            case .words(let words): return "        \(pattern)) \(call("words", words)); return ;;"
            case .list(let words): return "        \(pattern)) \(call("list", words)); return ;;"
            case .filesAfter(let words):
                // The shell takes `=` for a word of its own.
                return "        \(pattern)) \(call("words", words.map { $0 + "=" })); return ;;"
            }
        }
    }

    private static func call(_ function: String, _ words: [String]) -> String {
        "_driftlint_\(function) '\(words.joined(separator: " "))' \"$cur\""
    }

    private static func flags(_ command: CommandDescription) -> String {
        let words = command.declaredFlags.flatMap { [$0.short].compactMap(\.self) + [$0.name.long] }
        return "        \(command.name.rawValue):-*) \(call("words", words)); return ;;"
    }

    private static func operands(_ command: CommandDescription, _ context: CompletionContext) -> String? {
        guard case .words(let words) = command.operandWords(context) else { return nil }
        return "        \(command.name.rawValue)) \(call("words", words)) ;;"
    }
}

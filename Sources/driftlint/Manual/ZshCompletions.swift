/// Completions for zsh, written from the declarations of commands and flags.
enum ZshCompletions {
    static func render(_ context: CompletionContext) -> String {
        let commands = CommandDescription.all
        return """
            #compdef driftlint
            # zsh completions of driftlint: as _driftlint in a folder of $fpath, or source <(driftlint completions zsh)
            _driftlint_report() {
                if compset -P '*='; then _files; else compadd -S = -- "$@"; fi
            }
            _driftlint_operands() {
                case $command in
                    ('') _alternative 'commands:command:_driftlint_commands' 'files:file:_files' ;;
            \(commands.compactMap { operands($0, context) }.joined(separator: "\n"))
                esac
            }
            _driftlint_commands() {
                local -a commands=(
            \(commands.map { "        " + quoted("\($0.name.rawValue):\($0.summary)") }.joined(separator: "\n"))
                )
                _describe command commands
            }
            _driftlint() {
                local command= word
                local -a flags
                for word in ${words[2,CURRENT-1]}; do
                    case $word in
                        (\(commands.map(\.name.rawValue).joined(separator: "|"))) command=$word; break ;;
                    esac
                done
                case ${command:-check} in
            \(commands.map { flags($0, context) }.joined(separator: "\n"))
                esac
                _arguments -s : $flags '*: :_driftlint_operands'
            }
            if [[ ${funcstack[1]} == _driftlint ]]; then _driftlint "$@"; else compdef _driftlint driftlint; fi

            """
    }

    private static func operands(_ command: CommandDescription, _ context: CompletionContext) -> String? {
        let name = command.name.rawValue
        switch command.operandWords(context) {
        case .words(let words): return "        (\(name)) compadd -- \(words.joined(separator: " ")) ;;"
        case .files: return "        (\(name)) _files ;;"
        default: return nil
        }
    }

    private static func flags(_ command: CommandDescription, _ context: CompletionContext) -> String {
        let specifications = command.declaredFlags.map { flag -> String in
            let summary = "[\(escaped(flag.summary))]"
            let value = value(flag.words(context))
            let long = "\(flag.name.long)\(value.isEmpty ? "" : "=")"
            guard let short = flag.short else { return "            " + quoted("*\(long)\(summary)\(value)") }
            return "            " + quoted("*\(short)\(summary)\(value)") + " " + quoted("*\(long)\(summary)\(value)")
        }
        return "        (\(command.name.rawValue)) flags=(\n\(specifications.joined(separator: "\n"))\n        ) ;;"
    }

    private static func value(_ words: CommandWords) -> String {
        switch words {
        case .nothing: ""
        case .anything: ":value: "
        case .files: ":file:_files"
        case .words(let words): ":value:(\(words.joined(separator: " ")))"
        case .list(let words): ":list:_sequence compadd - \(words.joined(separator: " "))"
        case .filesAfter(let words): ":report: _driftlint_report \(words.joined(separator: " "))"
        }
    }

    /// Text in which brackets and colons end nothing.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { $0 += "[]:\\".contains($1) ? "\\\($1)" : String($1) }
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

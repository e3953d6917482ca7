/// Shells for which completions are written.
package enum Shell: String, Sendable, CaseIterable {
    case bash, zsh, fish
}

/// The words that may stand at a place of a command line, as far as its declaration tells.
enum CommandWords: Equatable {
    /// Nothing stands here.
    case nothing
    /// Something that cannot be foreseen.
    case anything
    case files
    case words([String])
    /// Several, separated by commas.
    case list([String])
    /// `WORD=FILE`.
    case filesAfter([String])
}

/// What completions know beyond the declarations.
struct CompletionContext: Sendable {
    /// Ids and families.
    var rules: [String]
}

extension Flag {
    /// What may stand behind the flag.
    func words(_ context: CompletionContext) -> CommandWords {
        switch value {
        case .none: return .nothing
        case .oneOf(let words), .oneOfMany(_, let words): return .words(words)
        case .listOf(let words, _): return .list(words)
        case .list("RULE"): return .list(context.rules)
        case .text("FILE"), .text("PATH"): return .files
        case .output:
            let formats = Flag.all.first { $0.name == .outputFormat }?.words(context)
            guard case .words(let words) = formats else { return .anything }
            return .filesAfter(words)
        default: return synopsis.contains("[=") ? .nothing : .anything
        }
    }
}

extension CommandDescription {
    /// All commands, in the order of help.
    static var all: [CommandDescription] { CommandName.allCases.map(of) }

    /// The flags as the command declares them, in the order of help.
    var declaredFlags: [Flag] {
        Flag.all.filter { flags.contains($0.name) }.map(declaration)
    }

    /// What may follow the command's name.
    func operandWords(_ context: CompletionContext) -> CommandWords {
        if name == .help { return .words(CommandName.allCases.map(\.rawValue)) }
        if name == .completions { return .words(Shell.allCases.map(\.rawValue)) }
        if ["PATH", "FILE", "FOLDER", "SOURCE"].contains(where: operands.contains) { return .files }
        return operands.contains("RULE") ? .words(context.rules) : .nothing
    }
}

import DriftArguments
import DriftEngine
import DriftMarkdown
import DriftText

/// What reads bytes that anybody may have written.
enum Surface: String, CaseIterable {
    /// Markdown, in each dialect.
    case parse
    /// A document in up to three locales, with lines of `=====` between them, through alignment and all checks.
    case pair
    case yaml
    case configuration
    /// A rule page of a team, and what it does to a pair.
    case rule
    case baseline
    case profile
    /// A term table as Markdown, TBX and CSV.
    case terms
    /// A pattern and, below its line, a text.
    case pattern
    /// Arguments, one a line.
    case arguments
    /// A tree of files by their paths, one a line, a configuration of a site and a `.gitignore` among them.
    case layout

    func feed(_ bytes: [UInt8]) {
        switch self {
        case .parse: ParseCheck(bytes: bytes).run()
        case .pair: PairCheck(bytes).run()
        case .yaml: YAMLCheck(source: SourceText(bytes)).run()
        case .configuration: ConfigurationCheck(bytes: bytes).run()
        case .rule: RuleCheck(bytes: bytes).run()
        case .baseline: BaselineCheck(bytes: bytes).run()
        case .profile: ProfileCheck(bytes: bytes).run()
        case .terms: TermsCheck(bytes: bytes).run()
        case .pattern: PatternCheck(bytes: bytes).run()
        case .arguments: ArgumentsCheck(bytes: bytes).run()
        case .layout: LayoutCheck(bytes: bytes).run()
        }
    }
}

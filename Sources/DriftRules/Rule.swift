package import DriftAlignment
package import DriftFindings

/// What a page declares: which differences it reports, and how badly it takes them.
package struct Rule: Hashable, Sendable {
    package let id: String
    package let family: String
    package let check: CheckKind
    /// What of a document it looks at.
    package let aspects: [Difference.Aspect]
    /// For the check `present`: whether it reports what is missing or what is extra.
    package let drift: Difference.Kind
    package let severity: Severity
    /// Rules that leave a difference alone when this one claims it.
    package let over: [String]
    package let isEnabled: Bool
    package let description: RuleDescription
    /// Where its page stands, such as `rules/values/changed-date.md`.
    package let path: String
    /// Line of the page, from 1, on which the body begins.
    package let bodyLine: Int
    /// Where it looks.
    package internal(set) var scope = RuleScope()
    /// For the check `matches`.
    package internal(set) var patterns: MatchPatterns?
    /// What it says of its findings; nil for what its check says.
    package internal(set) var message: MessageTemplate?
    /// Tables of terms on the page of a team's own; empty where those of the configuration count.
    package internal(set) var terms: [TermTable] = []
}

/// The kinds of comparison that pages configure.
package enum CheckKind: String, Sendable, CaseIterable {
    case present
    case sameValues = "same-values"
    case sameCode = "same-code"
    case kept
    case translated
    case consistent
    case resolves
    case staysInLocale = "stays-in-locale"
    case corresponds
    case even
    case sameKind = "same-kind"
    case sameParts = "same-parts"
    case inPlace = "in-place"
    case ordered
    case wholeText = "whole-text"
    case readable
    case clean
    case namesLocale = "names-locale"
    case inLanguage = "in-language"
    case terms
    case matches
    /// Looks at comments rather than at a translation; the engine, which sees them, makes the findings.
    case suppression

    /// The comparison itself.
    var check: any Check {
        switch self {
        case .present: PresentCheck()
        case .sameValues: SameValuesCheck()
        case .sameCode: SameCodeCheck()
        case .kept: KeptCheck()
        case .translated: TranslatedCheck()
        case .consistent: ConsistentCheck()
        case .resolves: ResolvesCheck()
        case .staysInLocale: StaysInLocaleCheck()
        case .corresponds: CorrespondsCheck()
        case .even: EvenCheck()
        case .sameKind: SameKindCheck()
        case .sameParts: SamePartsCheck()
        case .inPlace: InPlaceCheck()
        case .ordered: OrderedCheck()
        case .wholeText: WholeTextCheck()
        case .clean: CleanCheck()
        case .readable: ReadableCheck()
        case .namesLocale: NamesLocaleCheck()
        case .inLanguage: InLanguageCheck()
        case .terms: TermsCheck()
        case .matches: MatchesCheck()
        case .suppression: NoClaims()
        }
    }
}

/// Compares the members of an aligned set: every difference once, whether or not a rule looks at it.
package enum Comparison {
    /// - Parameters:
    ///   - profile: what the repository taught; an empty one silences only what needs it.
    ///   - links: which words of a link target localization changes.
    /// - Complexity: linear in the segments of all members; quadratic in the values of one segment.
    package static func differences(in set: AlignedSet, profile: Profile, links: LinkKey) -> [Difference] {
        Structure(set: set).differences() + set.targets.flatMap { member in
            pairwise(set, member: member, links: links)
                + (set.isSameLanguage(member) ? [] : translation(set, member: member, profile: profile))
        }
    }

    /// What must be equal in any two documents.
    private static func pairwise(_ set: AlignedSet, member: Int, links: LinkKey) -> [Difference] {
        SegmentPair.pairs(of: set, member: member).flatMap { pair -> [Difference] in
            switch pair.kind {
            case .codeBlock: CodeBlockDifferences(pair: pair).differences()
            case .heading, .paragraph, .figure, .cell:
                ValueDifferences(pair: pair).differences() + LinkDifferences(pair: pair, links: links).differences()
                    + CodeSpanDifferences(pair: pair).differences() + MarkupDifferences(pair: pair).differences()
            default: []
            }
        }
    }

    /// What only a translation can get wrong.
    private static func translation(_ set: AlignedSet, member: Int, profile: Profile) -> [Difference] {
        UntranslatedText(set: set, member: member, profile: profile).differences()
            + VariedRenderings(set: set, member: member).differences()
    }
}

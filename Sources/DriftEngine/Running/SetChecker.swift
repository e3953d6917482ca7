import DriftAlignment
import DriftFindings
import DriftLayout
import DriftRules

/// Judges one locale set by itself: a pure function of its documents, the profile and where links lead.
struct SetChecker: Sendable {
    let files: any Files
    let rules: RuleBook
    /// Ids of the rules that report.
    let selection: Set<String>
    let resolver: LinkResolver
    /// What the sets teach together; nil where there is no other than the one that is judged.
    let profile: Profile?

    func check(_ set: LocaleSet) -> Linter.Outcome {
        do throws(FileError) {
            let links = SetReader.linkKey(of: set)
            let aligned = try SetReader(files: files).read(set, links: links)
            let profile = profile ?? Profile(surveying: aligned)
            let context = CheckContext(
                set: aligned, differences: Comparison.differences(in: aligned, profile: profile, links: links),
                links: resolver.targets(of: aligned.members), linkKey: links)
            let claims = rules.claims(in: context).filter { selection.contains($0.rule.id) }
            return Linter.Outcome(findings: FindingWriter(set: aligned).findings(claims))
        } catch {
            return Linter.Outcome(unreadable: [error])
        }
    }

    /// The same over other files, such as a member that is changed in memory; links are still followed on the first.
    func over(_ files: any Files) -> SetChecker {
        SetChecker(files: files, rules: rules, selection: selection, resolver: resolver, profile: profile)
    }
}

package import DriftAlignment
import DriftFindings
import DriftLanguage
package import DriftLayout
import DriftRules
import DriftText

/// Judges one locale set by itself: a pure function of its documents, the profile and where links lead.
package struct SetChecker: Sendable {
    var files: any Files
    let rules: RuleBook
    /// Ids of the rules that report.
    let selection: Set<String>
    let levels: RuleLevels
    /// What fingerprints are relative to.
    let home: Home
    let resolver: LinkResolver
    /// What the sets teach together; nil where there is no other than the one that is judged.
    var profile: Profile? = nil
    /// What more documents than these teach, as far as it is known.
    var wider: Profile?
    /// How the sets translate whole texts; nil where nothing is to be inserted.
    var renderings: Renderings? = nil
    let terms: TermBases
    /// Whether what is suppressed is told apart rather than dropped.
    var keepsSuppressed = false
    var values = ValueReaders()

    /// A set that was read, aligned, and had its links followed.
    package struct ReadSet: Sendable {
        var name: String { aligned.name }
        let members: [LocaleSet.Member]
        fileprivate let links: LinkKey
        fileprivate(set) var aligned: AlignedSet
        /// Of each member.
        fileprivate var strays: [[[UInt8]: LinkTargets.Target]]
    }

    private var reader: SetReader { SetReader(files: files, values: values) }

    /// The same with all that is to be known of other sets.
    func knowing(_ lessons: Lessons) -> SetChecker {
        var checker = knowing(lessons.renderings)
        (checker.profile, checker.wider) = (lessons.profile, nil)
        return checker
    }

    /// The same with what is known of translations of whole texts.
    func knowing(_ renderings: Renderings?) -> SetChecker {
        var checker = self
        checker.renderings = renderings
        return checker
    }

    /// Judges what of the set can be read, as far as that can be compared.
    func check(_ set: LocaleSet) -> Linter.Outcome {
        let (read, unreadable) = readable(of: set)
        var outcome = read.map { judgement(of: $0) } ?? Linter.Outcome()
        outcome.unreadable = unreadable
        return outcome
    }

    func read(_ set: LocaleSet) throws(FileError) -> ReadSet {
        let (read, unreadable) = readable(of: set)
        guard let read, unreadable.isEmpty else {
            throw unreadable.first ?? FileError(path: set.name, reason: "has no translation")
        }
        return read
    }

    /// Nil where nothing is left that can be compared.
    func readable(of set: LocaleSet) -> (ReadSet?, unreadable: [FileError]) {
        let links = SetReader.linkKey(of: set)
        let readable = reader.readable(of: set, links: links)
        guard readable.isComparable else { return (nil, readable.unreadable) }
        let own = readable.unreadable.isEmpty ? links : SetReader.linkKey(of: readable.set)
        return (followingLinks(readable.aligned(), of: readable.set, own), readable.unreadable)
    }

    /// The aligned set with what is known of where its links lead.
    package func followingLinks(_ aligned: AlignedSet, of set: LocaleSet) -> ReadSet {
        followingLinks(aligned, of: set, SetReader.linkKey(of: set))
    }

    private func followingLinks(_ aligned: AlignedSet, of set: LocaleSet, _ links: LinkKey) -> ReadSet {
        let images = LocalizedImages(set: aligned, resolver: resolver)
        return ReadSet(
            members: set.members, links: links, aligned: aligned,
            strays: aligned.members.indices.map { strays(of: $0, in: aligned, images) })
    }

    private func strays(
        of member: Int, in set: AlignedSet, _ images: LocalizedImages
    ) -> [[UInt8]: LinkTargets.Target] {
        resolver.strayTargets(set.members[member], source: set.members[0])
            .merging(images.targets(of: member)) { stray, _ in stray }
    }

    /// The set as it would be if the file of one translation, by its index from 1, held the bytes.
    func replacing(_ member: Int, of set: ReadSet, with bytes: [UInt8]) -> ReadSet {
        var changed = set
        let version = reader.member(set.members[member], holding: bytes, links: set.links)
        changed.aligned = set.aligned.replacing(member, with: version)
        let images = LocalizedImages(set: changed.aligned, resolver: resolver)
        changed.strays[member] = strays(of: member, in: changed.aligned, images)
        return changed
    }

    /// The findings that count.
    ///
    /// - Parameter members: those that are to be edited; nil for all.
    func findings(in set: ReadSet, of members: Set<Int>? = nil) -> [Finding] {
        let findings = judgement(of: set, members).findings
        guard let members else { return findings }
        let paths = Set(members.map { set.members[$0].path })
        return findings.filter { paths.contains($0.place.path) }
    }

    /// What counts, and what is suppressed where that is asked for.
    package func judgement(of set: ReadSet, _ members: Set<Int>? = nil) -> Linter.Outcome {
        let own = profile ?? Profile(surveying: set.aligned)
        let inquiry = LessonInquiry(
            profile: Inquiry(wider?.covering(own) ?? own), renderings: renderings.map(Inquiry.init))
        return judgement(of: set, members, asking: inquiry)
    }

    /// - Parameter inquiry: asks what other sets teach, as far as it is known.
    func judgement(of set: ReadSet, _ members: Set<Int>? = nil, asking inquiry: LessonInquiry) -> Linter.Outcome {
        let differences = Comparison.differences(
            in: set.aligned, asking: inquiry.profile, links: set.links, members: members)
        let context = CheckContext(
            set: set.aligned, differences: differences,
            links: LinkTargets(
                set.strays,
                rebased: rebasedTargets(
                    differences, in: set.aligned, inserts: inquiry.renderings != nil)), linkKey: set.links,
            renderings: inquiry.renderings, terms: terms)
        let judge = ClaimJudge(
            set: set.aligned, setName: home.name(of: set.aligned.name), rules: rules, selection: selection,
            levels: levels, keepsSuppressed: keepsSuppressed)
        let findings = judge.findings(rules.claims(in: context))
        guard keepsSuppressed else { return Linter.Outcome(findings: findings) }
        return Linter.Outcome(
            findings: findings.filter { $0.suppression == nil },
            suppressed: findings.filter { $0.suppression != nil })
    }
}

extension SetChecker {
    /// For each member how it writes the source's links, as far as a repair may have to write some.
    ///
    /// - Parameter inserts: whether what is missing may be inserted.
    private func rebasedTargets(
        _ differences: [Difference], in set: AlignedSet, inserts: Bool
    ) -> [[[UInt8]: [UInt8]]] {
        let members = Set(
            differences.filter { $0.kind == .missing && inserts || $0.kind == .changed && $0.aspect == .linkTarget }
                .map(\.passage.member))
        return set.members.indices.map { member in
            members.contains(member)
                ? resolver.rebasedTargets(of: set.members[0], for: set.members[member]) : [:]
        }
    }
}

extension SetChecker.ReadSet {
    /// Bytes of all documents.
    var size: Int { aligned.members.reduce(0) { $0 + $1.outline.document.source.bytes.count } }

    /// What a member's file holds.
    func text(of member: Int) -> SourceText { aligned.members[member].outline.document.source }
}

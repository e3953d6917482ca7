import DriftMarkdown
import DriftText

/// Finds reference links whose label the document does not define although others of its set do, or whose label was
/// translated without its definition.
struct UndefinedReferences {
    let set: AlignedSet
    private let members: [Labels]

    /// References of one segment that are looked at: each shows its line, and more would say nothing new.
    private static let limit = 50

    /// The definitions of one member.
    private struct Labels {
        /// By their labels' keys.
        let definitions: [[UInt8]: LinkDefinition]
        /// Keys of those that a link or an image takes its destination from.
        var used: Set<[UInt8]> = []

        init(_ outline: Outline) {
            let document = outline.document
            definitions = Dictionary(
                document.references.definitions.map { (document.labelKey(document.label(of: $0)), $0) },
                uniquingKeysWith: { first, _ in first })
            if definitions.isEmpty { return }
            for segment in outline.segments { used.formUnion(Labels.keys(of: segment, in: document)) }
        }

        static func keys(of segment: Segment, in document: Document) -> [[UInt8]] {
            segment.inlines.compactMap { inline in
                guard inline.kind == .link || inline.kind == .image else { return nil }
                return document.definition(of: inline).map { document.labelKey(document.label(of: $0)) }
            }
        }
    }

    /// A reference and what is known of its label.
    private struct Finding {
        let reference: OpenReference
        let key: [UInt8]
        let segment: Int
    }

    init(set: AlignedSet) {
        self.set = set
        let hasAny = set.members.contains { !$0.outline.document.references.definitions.isEmpty }
        members = hasAny ? set.members.map { Labels($0.outline) } : []
    }

    /// Linear in the texts of the members that lack a definition or have one that is not used.
    func differences() -> [Difference] {
        guard !members.isEmpty else { return [] }
        let lostInSource = Set(
            openReferences(of: 0).map(\.key).filter { key in self.set.targets.contains { uses($0, key) } })
        return ([0] + self.set.targets).flatMap { member -> [Difference] in
            let open = openReferences(of: member, lostInSource)
            let isLost = { (finding: Finding) in
                member > 0 && uses(0, finding.key) || lostInSource.contains(finding.key)
            }
            return open.filter(isLost).map { undefined($0, member) }
                + (member == 0 ? [] : renamed(open.filter { !isLost($0) }, member))
        }
    }

    private func uses(_ member: Int, _ key: [UInt8]) -> Bool { members[member].used.contains(key) }

    /// - Parameter lostInSource: keys that the source's copies may lack as well.
    private func openReferences(of member: Int, _ lostInSource: Set<[UInt8]> = []) -> [Finding] {
        let outline = set.members[member].outline
        let others = member == 0 ? set.targets : [0]
        let own = members[member].definitions
        let isExpected =
            own.count > members[member].used.count || !lostInSource.isEmpty
            || others.contains { members[$0].used.contains { own[$0] == nil } }
        guard isExpected else { return [] }
        return outline.segments.indices.flatMap { segment in
            outline.document.openReferences(in: outline.segments[segment].inlines).lazy.compactMap { reference in
                let key = outline.document.labelKey(reference.label)
                return own[key] == nil ? Finding(reference: reference, key: key, segment: segment) : nil
            }.prefix(Self.limit)
        }
    }

    // MARK: Without a definition

    private func undefined(_ finding: Finding, _ member: Int) -> Difference {
        let passage = set.members[member].outline.passage(of: finding.reference.range, member: member)
        let holder = members.indices.first { $0 != member && uses($0, finding.key) }
        let definition = holder.flatMap { holder in
            members[holder].definitions[finding.key].map { definition in
                set.members[holder].outline.passage(
                    of: set.members[holder].outline.document.blocks[definition.block].range, member: holder)
            }
        }
        return Difference(
            .broken, .reference, at: passage, counterparts: definition.map { [$0] } ?? [], found: passage.text,
            detail: definition?.text ?? "",
            cause: Difference.cause(.broken, .reference, member: 0, String(decoding: finding.key, as: UTF8.self)))
    }

    // MARK: With another label

    /// References whose counterparts in the source take their destinations from definitions that the member has, too, and
    /// does not use: somebody translated the label.
    private func renamed(_ findings: [Finding], _ member: Int) -> [Difference] {
        var bySegment: [Int: [Finding]] = [:]
        for finding in findings { bySegment[finding.segment, default: []].append(finding) }
        return bySegment.keys.sorted().flatMap { segment -> [Difference] in
            let partner = set.pairs[member - 1].sources[segment]
            guard partner >= 0, let found = bySegment[segment] else { return [] }
            let links = set.source.segments[Int(partner)].inlines.filter { unusedKey(of: $0, member) != nil }
            guard links.prefix(Self.limit).count == found.count else { return [] }
            return zip(found, links).map { renamed($0, $1, member) }
        }
    }

    /// The key of a source link's definition where the member defines it and does not use it.
    private func unusedKey(of inline: Inline, _ member: Int) -> [UInt8]? {
        guard inline.kind == .link || inline.kind == .image, let definition = set.source.document.definition(of: inline)
        else { return nil }
        let key = set.source.document.labelKey(set.source.document.label(of: definition))
        return members[member].definitions[key] != nil && !uses(member, key) ? key : nil
    }

    private func renamed(_ finding: Finding, _ link: Inline, _ member: Int) -> Difference {
        let passage = set.members[member].outline.passage(of: finding.reference.range, member: member)
        let document = set.members[member].outline.document
        let label = unusedKey(of: link, member).flatMap { members[member].definitions[$0] }.map(document.label)
        return Difference(
            .broken, .reference, at: passage, counterparts: [set.source.passage(of: link.range, member: 0)],
            expected: label.map(document.source.string) ?? "", found: passage.text,
            cause: Difference.cause(.broken, .reference, member: member, passage.text))
    }
}

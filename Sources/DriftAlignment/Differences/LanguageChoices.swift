import DriftLanguage
import DriftMarkdown
import DriftText

/// Finds choices of languages, paragraphs or lists of links to the same document in other locales, that lack one which is
/// there. What the source's choice has and a translation's lacks is a lost link; this is about the rest.
struct LanguageChoices {
    let set: AlignedSet
    private let paths: [String]
    /// For each member the choice that it has.
    private let choices: [Choice?]

    private struct Choice {
        /// The last segment of it.
        var segment: Int
        /// The members that any link of the document leads to.
        var members: Set<Int>
    }

    init(set: AlignedSet, links: LinkKey) {
        self.set = set
        let paths = set.members.map { LinkReader.path(from: [], along: $0.path) }
        self.paths = paths
        let members = Dictionary(zip(paths, paths.indices), uniquingKeysWith: { first, _ in first })
        choices =
            set.members.count < 3
            ? [] : set.members.indices.map { Self.choice(in: set.members[$0], at: $0, members, links) }
    }

    func differences() -> [Difference] {
        choices.indices.compactMap { member in
            guard let choice = choices[member] else { return nil }
            let lacking = lacking(choice, member).filter { member == 0 || isLacking($0, beside: member) }
            return lacking.isEmpty ? nil : difference(choice, member, lacking)
        }
    }

    // MARK: What a choice is

    /// A link and the member that it leads to.
    private struct MemberLink {
        let segment: Int
        let member: Int
    }

    /// Links to two other members or more in one list, table or paragraph, most of whose links lead to members.
    private static func choice(
        in member: AlignedSet.Member, at index: Int, _ members: [String: Int], _ links: LinkKey
    ) -> Choice? {
        let outline = member.outline
        let found = memberLinks(in: LinkReader(member, links: links), members)
        let groups = Dictionary(grouping: found) { outline.group(of: $0.segment) }
        let choices = groups.filter { group, found in
            Set(found.map(\.member)).subtracting([index]).count >= 2 && found.count * 2 > outline.linkCount(of: group)
        }
        guard let choice = choices.values.max(by: { ($0.count, $1[0].segment) < ($1.count, $0[0].segment) }),
            let last = choice.last
        else { return nil }
        return Choice(segment: last.segment, members: Set(found.map(\.member)))
    }

    /// The links of a document that lead to members. Most links need no look at their paths.
    private static func memberLinks(in reader: LinkReader, _ members: [String: Int]) -> [MemberLink] {
        let names = Set(members.keys.map { Array($0.utf8.split(separator: UInt8(ascii: "/")).last ?? $0.utf8[...]) })
        let outline = reader.outline
        return outline.segments.indices.flatMap { segment -> [MemberLink] in
            outline.segments[segment].inlines.compactMap { inline in
                guard inline.kind == .link else { return nil }
                let address = outline.document.destination(of: inline)
                let path = address.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
                guard let name = path.split(separator: UInt8(ascii: "/")).last, names.contains(Array(name)),
                    let page = reader.page(of: address), let member = members[page]
                else { return nil }
                return MemberLink(segment: segment, member: member)
            }
        }
    }

    // MARK: What it lacks

    /// Members that a document neither links nor names. A choice that leaves out more than it has is a selection.
    private func lacking(_ choice: Choice, _ member: Int) -> [Int] {
        let bytes = set.members[member].outline.document.source.bytes
        let lacking = set.members.indices.filter { other in
            other != member && !choice.members.contains(other) && !isVariant(other)
        }
        guard lacking.count * 2 <= choice.members.count else { return [] }
        return lacking.filter { bytes.firstRange(of: name(of: $0), asWord: true) == nil }
    }

    /// Whether another member stands for its language, too.
    private func isVariant(_ member: Int) -> Bool {
        set.members.indices.contains { $0 != member && set.members[$0].locale == set.members[member].locale }
    }

    /// Whether the source's choice lacks a member as well; or the source has none, and most others have the member.
    private func isLacking(_ other: Int, beside member: Int) -> Bool {
        if let source = choices[0] { return other == 0 ? false : lacking(source, 0).contains(other) }
        let choosing = choices.indices.filter { $0 != other && $0 != member && choices[$0] != nil }
        return choosing.count { choices[$0]?.members.contains(other) ?? false } * 2 > choosing.count
    }

    /// The name of a member's file, with its folder where others have that name, too.
    private func name(of member: Int) -> [UInt8] {
        let names = paths.map { $0.split(separator: "/").last ?? "" }
        let isCommon = names.indices.contains { $0 != member && names[$0] == names[member] }
        let steps = paths[member].split(separator: "/").suffix(isCommon ? 2 : 1)
        return Array(steps.joined(separator: "/").utf8)
    }

    private func difference(_ choice: Choice, _ member: Int, _ lacking: [Int]) -> Difference {
        let names = lacking.map { "\(set.members[$0].locale) (\(String(decoding: name(of: $0), as: UTF8.self)))" }
        let expected = names.joined(separator: ", ")
        let passage = set.members[member].outline.passage(ofSegment: choice.segment, member: member)
        return Difference(
            .lost, .languageLink, at: passage, counterparts: [], expected: expected,
            cause: Difference.cause(.lost, .languageLink, member: 0, expected))
    }
}

extension Outline {
    /// The list or the table that a segment stands in, the outermost; itself where it stands in none. As parts are
    /// numbered.
    fileprivate func group(of segment: Int) -> Int {
        var group = Int(segments[segment].part)
        var part = group
        while part > 0 {
            if parts[part].kind == .list || parts[part].kind == .table { group = part }
            part = Int(parts[part].parent)
        }
        return group
    }

    /// How many links a part holds.
    fileprivate func linkCount(of part: Int) -> Int {
        (part..<Int(parts[part].end)).reduce(0) { count, part in
            let segment = Int(parts[part].segment)
            return segment < 0 ? count : count + segments[segment].inlines.count { $0.kind == .link }
        }
    }
}

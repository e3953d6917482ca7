package import DriftLanguage

/// One document in all its locales, each translation aligned with the source. Adding a translation changes no other.
package final class AlignedSet: Sendable {
    package struct Member: Sendable {
        package let path: String
        package let outline: Outline

        package init(path: String, outline: Outline) {
            self.path = path
            self.outline = outline
        }

        package var locale: LanguageTag { outline.locale }
    }

    package let name: String
    /// The source first.
    package let members: [Member]
    /// The alignment of the source with member `i + 1`.
    package let pairs: [PairAlignment]

    package convenience init(name: String, members: [Member]) {
        self.init(
            name: name, members: members,
            pairs: members.dropFirst().map { PairAlignment.align(members[0].outline, $0.outline) })
    }

    /// The set with another version of one translation, by its index from 1. Only that pair is aligned again, since no
    /// alignment depends on another.
    package func replacing(_ member: Int, with version: Member) -> AlignedSet {
        var (members, pairs) = (members, pairs)
        members[member] = version
        pairs[member - 1] = PairAlignment.align(members[0].outline, version.outline)
        return AlignedSet(name: name, members: members, pairs: pairs)
    }

    private init(name: String, members: [Member], pairs: [PairAlignment]) {
        self.name = name
        self.members = members
        self.pairs = pairs
        targets = members.indices.dropFirst().filter { pairs[$0 - 1].isRelated }
        unrelated = members.indices.dropFirst().filter { !pairs[$0 - 1].isRelated }
    }

    package var source: Outline { members[0].outline }

    /// The members that are compared with the source.
    package let targets: [Int]
    /// The members that are no translation of this source, or of another edition of it: comparing would only list all.
    package let unrelated: [Int]

    /// The segment of a member that corresponds to a source segment, or nil.
    package func segment(of member: Int, for sourceSegment: Int) -> Int? {
        if member == 0 { return sourceSegment }
        let partner = pairs[member - 1].targets[sourceSegment]
        return partner < 0 ? nil : Int(partner)
    }

    /// Whether a member is written in the source's language, so that nothing in it is a translation.
    package func isSameLanguage(_ member: Int) -> Bool {
        members[member].locale.isSameLanguage(as: members[0].locale)
    }
}

package import DriftAlignment
import DriftLanguage
package import DriftLayout
import DriftMarkdown
import DriftText

/// Reads the documents of a locale set and aligns them.
package struct SetReader: Sendable {
    private let files: any Files

    package init(files: any Files) {
        self.files = files
    }

    package func read(_ set: LocaleSet) throws(FileError) -> AlignedSet {
        try read(set, links: Self.linkKey(of: set))
    }

    /// - Parameter links: the set's own `linkKey(of:)`.
    func read(_ set: LocaleSet, links: LinkKey) throws(FileError) -> AlignedSet {
        var members: [AlignedSet.Member] = []
        for member in set.members {
            members.append(Self.member(member, holding: try files.read(member.path), links: links))
        }
        return AlignedSet(name: set.name, members: members)
    }

    /// A member whose file holds the bytes.
    static func member(_ member: LocaleSet.Member, holding bytes: [UInt8], links: LinkKey) -> AlignedSet.Member {
        let document = Document(SourceText(bytes))
        return AlignedSet.Member(path: member.path, outline: Outline(document, locale: member.locale, links: links))
    }

    /// What localization may change in a link: the members' tags and the words of their paths that spell a locale.
    package static func linkKey(of set: LocaleSet) -> LinkKey {
        var words: Set<String> = []
        for member in set.members {
            words.insert(member.locale.language)
            words.insert(member.locale.description.lowercased())
            for word in member.path.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
                if LanguageTag(spelling: word) != nil { words.insert(String(word)) }
            }
        }
        return LinkKey(localeWords: words)
    }
}

package import DriftAlignment
package import DriftLanguage
package import DriftLayout
import DriftMarkdown
import DriftText

/// Reads the documents of a locale set and aligns them.
package struct SetReader: Sendable {
    private let files: any Files
    private let values: ValueReaders

    /// - Parameter values: what sets that are read before and after need too.
    package init(files: any Files, values: ValueReaders = ValueReaders()) {
        (self.files, self.values) = (files, values)
    }

    package func read(_ set: LocaleSet) throws(FileError) -> AlignedSet {
        let readable = readable(of: set, links: Self.linkKey(of: set))
        if let error = readable.unreadable.first { throw error }
        return readable.aligned()
    }

    /// What of a set can be read, and the files that cannot.
    package struct Readable {
        package let set: LocaleSet
        package let unreadable: [FileError]
        fileprivate let members: [AlignedSet.Member]

        /// Whether there is anything to compare: the source and a translation.
        package let isComparable: Bool

        /// The members that can be read, side by side.
        package func aligned() -> AlignedSet { AlignedSet(name: set.name, members: members) }
    }

    /// Reads as much as can be read, so that one bad file hides no other's drift.
    package func readable(of set: LocaleSet) -> Readable { readable(of: set, links: Self.linkKey(of: set)) }

    /// - Parameter links: the set's own `linkKey(of:)`.
    func readable(of set: LocaleSet, links: LinkKey) -> Readable {
        var kept: [LocaleSet.Member] = []
        var members: [AlignedSet.Member] = []
        var unreadable: [FileError] = []
        for member in set.members {
            do throws(FileError) {
                members.append(self.member(member, holding: try files.read(member.path), links: links))
                kept.append(member)
            } catch {
                unreadable.append(error)
            }
        }
        return Readable(
            set: LocaleSet(name: set.name, members: kept), unreadable: unreadable, members: members,
            isComparable: kept.count > 1 && kept[0] == set.members[0])
    }

    /// A member whose file holds the bytes.
    func member(_ member: LocaleSet.Member, holding bytes: [UInt8], links: LinkKey) -> AlignedSet.Member {
        let document = Document(SourceText(bytes))
        let outline = Outline(document, locale: member.locale, links: links, values: values[member.locale])
        return AlignedSet.Member(path: member.path, outline: outline)
    }

    /// What localization may change in a link: the members' tags and the words of their paths that spell a locale.
    package static func linkKey(of set: LocaleSet) -> LinkKey {
        var words: Set<String> = []
        for member in set.members {
            words.insert(member.locale.language)
            words.insert(member.locale.description.lowercased())
            for word in Self.words(member.path) where !words.contains(word) {
                if LanguageTag(spelling: word) != nil { words.insert(word) }
            }
        }
        return LinkKey(localeWords: words)
    }

    /// The words of a path in small letters that may spell a locale.
    private static func words(_ path: String) -> [String] {
        guard path.utf8.allSatisfy({ $0 < 0x80 }) else {
            return path.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
        }
        let bytes = path.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        return bytes.split { !$0.isASCIILetter && !$0.isASCIIDigit }
            .filter { LanguageTag(plainSpelling: $0) != nil }.map { String(decoding: $0, as: UTF8.self) }
    }
}

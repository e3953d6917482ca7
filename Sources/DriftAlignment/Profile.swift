import DriftText

/// What all documents of a repository teach about its locales. Profiles merge in any order.
package struct Profile: Sendable, Equatable {
    /// How often a text of the source stands untranslated, and translated, in one locale.
    package struct Usage: Sendable, Equatable {
        package var kept = 0
        package var translated = 0

        /// Fewer texts show nothing.
        static let leastCount = 3

        package init(kept: Int = 0, translated: Int = 0) {
            (self.kept, self.translated) = (kept, translated)
        }
    }

    /// Usage of short texts; keys come from `key`.
    package internal(set) var usage: [UInt64: Usage] = [:]
    /// How many passages with strong emphasis in the source keep all of it, by locale; the others count as translated.
    package internal(set) var emphasis: [String: Usage] = [:]
    package internal(set) var frontMatter = FrontMatterHabits()

    package init() {}

    package static func key(_ text: [UInt8], locale: String) -> UInt64 {
        var hash = StableHash()
        hash.combine(locale)
        hash.combine(text)
        return hash.value
    }

    package mutating func record(_ text: [UInt8], locale: String, isKept: Bool) {
        let key = Self.key(text, locale: locale)
        if isKept { usage[key, default: Usage()].kept += 1 } else { usage[key, default: Usage()].translated += 1 }
    }

    package mutating func merge(_ other: Profile) {
        usage.merge(other.usage, uniquingKeysWith: Self.sum)
        emphasis.merge(other.emphasis, uniquingKeysWith: Self.sum)
        frontMatter.merge(other.frontMatter)
    }

    private static func sum(_ one: Usage, _ other: Usage) -> Usage {
        Usage(kept: one.kept + other.kept, translated: one.translated + other.translated)
    }

    mutating func recordEmphasis(locale: String, isKept: Bool) {
        if isKept {
            emphasis[locale, default: Usage()].kept += 1
        } else {
            emphasis[locale, default: Usage()].translated += 1
        }
    }

    /// The profile of one set alone: short texts of headings, cells and paragraphs, kept or translated.
    package init(surveying set: AlignedSet) {
        surveyFrontMatter(of: set)
        for member in set.targets where !set.isSameLanguage(member) {
            let locale = set.members[member].locale.description
            for pair in SegmentPair.pairs(of: set, member: member) { survey(pair, locale: locale) }
        }
    }
}

extension Profile {
    private mutating func surveyFrontMatter(of set: AlignedSet) {
        guard let source = FrontMatterEntries(set.source.document) else { return }
        for member in set.targets {
            let (document, locale) = (set.members[member].outline.document, set.members[member].locale.description)
            frontMatter.record(source, FrontMatterEntries(document), locale: locale)
        }
    }

    private mutating func survey(_ pair: SegmentPair, locale: String) {
        let markup = MarkupDifferences(pair: pair)
        if markup.hasEmphasis { recordEmphasis(locale: locale, isKept: !markup.losesEmphasis) }
        guard pair.isShortText else { return }
        record(pair.source.text.bytes, locale: locale, isKept: pair.source.text.bytes == pair.target.text.bytes)
    }
}

extension SegmentPair {
    /// Whether both sides are a few words, so that they can be compared as a whole.
    var isShortText: Bool {
        guard kind == .cell || kind == .heading || kind == .paragraph else { return false }
        let lengths = (source.text.bytes.count, target.text.bytes.count)
        return lengths.0 > 0 && lengths.1 > 0 && lengths.0 <= 60 && lengths.1 <= 120
    }
}

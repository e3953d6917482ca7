import DriftText

/// What all documents of a repository teach about its locales. Profiles merge in any order.
package struct Profile: Sendable, Equatable {
    /// How often a text of the source stands untranslated, and translated, in one locale.
    package struct Usage: Sendable, Equatable {
        package var kept = 0
        package var translated = 0
    }

    /// Usage of short texts; keys come from `key`.
    package private(set) var usage: [UInt64: Usage] = [:]

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

    package func usage(of text: [UInt8], locale: String) -> Usage {
        usage[Self.key(text, locale: locale)] ?? Usage()
    }

    package mutating func merge(_ other: Profile) {
        usage.merge(other.usage) { Usage(kept: $0.kept + $1.kept, translated: $0.translated + $1.translated) }
    }

    /// The profile of one set alone: short texts of headings, cells and paragraphs, kept or translated.
    package init(surveying set: AlignedSet) {
        for member in set.targets where !set.isSameLanguage(member) {
            let locale = set.members[member].locale.description
            for pair in SegmentPair.pairs(of: set, member: member) where pair.isShortText {
                record(
                    pair.source.text.bytes, locale: locale, isKept: pair.source.text.bytes == pair.target.text.bytes)
            }
        }
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

internal import DriftLanguage

/// One way to read a path: which of its slots are taken for its locale.
struct PathReading: Sendable {
    /// Index of the path.
    var path: Int
    /// A hash of the path without its slots and its extension; equal for all members of a set.
    var key: UInt64
    /// nil where no slot is taken.
    var locale: LanguageTag?
    var slots: [LocaleSlot]

    /// Whether the slots alone make the locale credible.
    var isPlain: Bool { slots.isEmpty || slots.count > 1 || slots[0].isPlain }

    /// The same for all readings that stand or fall together: a suffix anywhere, a folder in its place.
    func pattern(in parts: [Substring]) -> String {
        guard let slot = slots.first else { return "" }
        let place = slot.kind == .suffix ? "" : parts[..<slot.part].joined(separator: "/")
        return "\(slot.kind.rawValue) \(slot.spelling) \(place)"
    }

    var reason: String { slots.map(\.reason).joined(separator: " and ") }

    /// All readings of a path: without a locale, and for each language in it with all its slots and with each alone.
    static func readings(path: Int, parts: [Substring], slots: [LocaleSlot]) -> [PathReading] {
        var readings = [PathReading(path: path, key: key(of: parts), locale: nil, slots: [])]
        var languages: [String] = []
        // A path of nothing but locales would have a reading for each of them.
        let slots = slots.count > 6 ? Array(slots.prefix(3) + slots.suffix(3)) : slots
        for slot in slots where !languages.contains(slot.locale.language) {
            languages.append(slot.locale.language)
            let own = slots.filter { $0.locale.language == slot.locale.language }
            readings += places(path: path, parts: parts, slots: onePerPart(own))
            if own.count > 1 { readings += own.flatMap { places(path: path, parts: parts, slots: [$0]) } }
        }
        return readings
    }

    private static func onePerPart(_ slots: [LocaleSlot]) -> [LocaleSlot] {
        slots.enumerated().filter { index, slot in index == 0 || slots[index - 1].part != slot.part }.map { $0.element }
    }

    /// The path without the slots, and where the source would be if translations have a folder of their own.
    private static func places(path: Int, parts: [Substring], slots: [LocaleSlot]) -> [PathReading] {
        var rest = parts
        for slot in slots { rest[slot.part] = slot.remainder }
        rest.removeAll { $0.isEmpty }
        let locale = slots.max { specificity($0.locale) < specificity($1.locale) }?.locale
        let places = [rest] + TranslationFolder.sourcePlaces(of: rest)
        return places.map { place in
            PathReading(path: path, key: key(of: place), locale: locale, slots: slots)
        }
    }

    /// FNV-1a.
    private static func key(of parts: [Substring]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ UInt64(UInt8(ascii: "/"))) &* 0x100_0000_01B3
        }
        return hash
    }

    private static func specificity(_ tag: LanguageTag) -> Int {
        (tag.script == nil ? 0 : 1) + (tag.region == nil ? 0 : 1)
    }
}

internal import DriftLanguage

/// One way to read a path: which of its slots are taken for its locale.
struct PathReading: Sendable {
    /// Index of the path.
    var path: Int
    /// A hash of the path without its slots and its extension; equal for all members of a set.
    var key: UInt64
    /// nil where nothing in the path names one.
    var locale: LanguageTag?
    var slots: [LocaleSlot]
    /// Bit of the locale in a set of them.
    var bit: UInt64
    /// Whether the source is looked for beside a folder of translations that the path lies in.
    var isHeld = false
    /// The pattern of the configuration that matched; its text.
    var configured: String?

    /// Whether the slots alone make the locale credible.
    var isPlain: Bool { slots.isEmpty || slots.count > 1 || slots[0].isPlain }

    /// The same for all readings that stand or fall together: a suffix anywhere, a folder in its place.
    func doubt(in parts: [Substring]) -> String {
        guard let slot = slots.first else { return "" }
        let place = slot.kind == .suffix ? "" : parts[..<slot.part].joined(separator: "/")
        return "\(slot.kind.rawValue) \(slot.spelling) \(place)"
    }

    var reason: String { configured.map { "layout \($0)" } ?? slots.map(\.reason).joined(separator: " and ") }

    /// The path with `{locale}` and `{path}` for what changes; places of suffixes change, those of folders do not.
    func pattern(in parts: [Substring]) -> String {
        if let configured { return configured }
        guard let first = slots.first, let last = slots.last else { return "{path}" }
        var pattern: [String] = []
        if first.kind == .folder || first.kind == .folderWord {
            pattern = parts[..<first.part].map(String.init)
            for slot in slots where slot.part < parts.count - 1 { pattern.append(slot.pattern) }
        } else if first.kind == .name {
            return (parts.dropLast().map(String.init) + ["{locale}"]).joined(separator: "/")
        }
        pattern.append(last.part == parts.count - 1 ? last.pattern : "{path}")
        return pattern.joined(separator: "/")
    }

    /// All readings of a path: without a locale, and for each language in it with all its slots and with each alone.
    static func readings(path: Int, parts: [Substring], slots: [LocaleSlot]) -> [PathReading] {
        let bare = PathReading(path: path, key: key(of: parts), locale: nil, slots: [], bit: 1)
        guard !slots.isEmpty else { return [bare] }
        var readings = [bare]
        var languages: [String] = []
        // A path of nothing but locales would have a reading for each of them.
        let slots = slots.count > 6 ? Array(slots.prefix(3) + slots.suffix(3)) : slots
        for slot in slots where !languages.contains(slot.locale.tag.language) {
            languages.append(slot.locale.tag.language)
            let own = slots.filter { $0.locale.tag.language == slot.locale.tag.language }
            addPlaces(path: path, parts: parts, slots: onePerPart(own), to: &readings)
            if own.count > 1 { for slot in own { addPlaces(path: path, parts: parts, slots: [slot], to: &readings) } }
        }
        return readings
    }

    private static func onePerPart(_ slots: [LocaleSlot]) -> [LocaleSlot] {
        slots.enumerated().filter { index, slot in index == 0 || slots[index - 1].part != slot.part }.map { $0.element }
    }

    /// The path without the slots, and where the source would be if translations have a folder of their own.
    private static func addPlaces(
        path: Int, parts: [Substring], slots: [LocaleSlot], to readings: inout [PathReading]
    ) {
        var rest = parts
        for slot in slots { rest[slot.part] = slot.remainder }
        rest.removeAll { $0.isEmpty }
        guard let locale = slots.max(by: { specificity($0.locale.tag) < specificity($1.locale.tag) })?.locale else {
            return
        }
        var reading = PathReading(path: path, key: key(of: rest), locale: locale.tag, slots: slots, bit: locale.bit)
        readings.append(reading)
        for place in TranslationFolder.sourcePlaces(of: rest) {
            reading.key = key(of: place)
            reading.isHeld = true
            readings.append(reading)
        }
    }

    /// FNV-1a.
    private static func key(of parts: [Substring]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in parts { hash = extended(hash, by: part) }
        return hash
    }

    /// The key of a part after those that made `hash`.
    static func extended(_ hash: UInt64, by part: Substring) -> UInt64 {
        var hash = hash
        for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (hash ^ UInt64(UInt8(ascii: "/"))) &* 0x100_0000_01B3
    }

    private static func specificity(_ tag: LanguageTag) -> Int {
        (tag.script == nil ? 0 : 1) + (tag.region == nil ? 0 : 1)
    }
}

import DriftLanguage
import DriftMarkdown
import DriftText

/// Finds characters that no text of a locale has: garbled, control and invisible ones, and letters whose marks stand apart.
/// Each kind is one defect a file, with its count; code is left alone.
struct CharacterDefects {
    let outline: Outline

    private struct Hit {
        let aspect: Difference.Aspect
        let range: ByteRange
        let found: String
    }

    /// Linear in the document's length.
    func defects() -> [TextDefect] {
        let hits = hits()
        guard !hits.isEmpty else { return [] }
        let places = TextPlaces(outline)
        return Self.aspects.compactMap { aspect -> TextDefect? in
            let own = hits.filter { $0.aspect == aspect && places.contain($0.range) }
            guard let first = own.first else { return nil }
            return TextDefect(
                aspect: aspect, segment: nil, range: first.range, found: first.found,
                detail: own.count == 1 ? "" : ", one of \(own.count) in this file", places: own.map(\.range))
        }
    }

    private static let aspects: [Difference.Aspect] = [
        .garbledText, .controlCharacter, .invisibleCharacter, .decomposedCharacter,
    ]

    private func hits() -> [Hit] {
        let bytes = outline.document.source.bytes
        var hits: [Hit] = []
        var index = outline.document.source.contentStart
        var previous: UInt32 = 0
        var compositions = Compositions()
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x20, byte < 0x7F {
                previous = UInt32(byte)
                index += 1
                continue
            }
            let scalar = bytes.scalar(at: index)
            let end = index + scalar.length
            if Compositions.isMark(scalar.value), compositions.has(previous, scalar.value) {
                hits.append(decomposed(previous, index, end))
            } else if let hit = hit(scalar.value, after: previous, at: index, end: end) {
                hits.append(hit)
            }
            previous = scalar.value
            index += scalar.length
        }
        return hits
    }

    private func hit(_ value: UInt32, after previous: UInt32, at start: Int, end: Int) -> Hit? {
        switch value {
        // The rest of what was garbled is reported with its first character.
        case 0x80...0x9F where previous == 0xC2 || previous == 0xC3: return nil
        case 0x09, 0x0A, 0x0C, 0x0D: return nil
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202D, 0x202E: return control(value, start, end)
        case 0x200E, 0x200F, 0x202A...0x202C, 0x2066...0x2069:
            return isRightToLeft ? nil : control(value, start, end)
        case 0xFFFD: return Hit(aspect: .garbledText, range: ByteRange(start, end), found: "\u{FFFD}")
        case 0xC0...0xEF: return garbled(value, after: previous, start, end)
        case 0x200B, 0x200C, 0x200D, 0x180E, 0x2061...0x2064, 0xFEFF:
            return isUseful(value, after: previous, end)
                ? nil : Hit(aspect: .invisibleCharacter, range: ByteRange(start, end), found: Self.name(value))
        default: return nil
        }
    }

    private func control(_ value: UInt32, _ start: Int, _ end: Int) -> Hit {
        Hit(aspect: .controlCharacter, range: ByteRange(start, end), found: Self.name(value))
    }

    private static func name(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private var isRightToLeft: Bool { [.arabic, .hebrew].contains(outline.locale.writingSystem) }

    // MARK: Invisible characters

    /// Joiners belong to scripts that join letters and to emoji, the zero-width space to scripts without spaces.
    private func isUseful(_ value: UInt32, after previous: UInt32, _ end: Int) -> Bool {
        let bytes = outline.document.source.bytes
        let next = end < bytes.count ? bytes.scalar(at: end).value : 0
        if value == 0x200B { return ["th", "km", "lo", "my", "bo", "dz"].contains(outline.locale.language) }
        guard value == 0x200C || value == 0x200D else { return false }
        return Self.joins(previous) || Self.joins(next)
    }

    private static func joins(_ value: UInt32) -> Bool {
        switch value {
        case 0x590...0x109F, 0x1780...0x18AF, 0x2190...0x2BFF, 0xA800...0xAAFF, 0xFB50...0xFEFE, 0x1_F000...0x1_FAFF:
            true
        default: false
        }
    }

    // MARK: Garbled text

    /// A letter of Latin-1 before a character that only bytes of UTF-8, read as Windows-1252, put there.
    private func garbled(_ value: UInt32, after previous: UInt32, _ start: Int, _ end: Int) -> Hit? {
        let bytes = outline.document.source.bytes
        guard end < bytes.count, bytes[end] >= 0x80 else { return nil }
        let next = bytes.scalar(at: end)
        let isCapital = previous >= 0x41 && previous <= 0x5A || previous >= 0xC0 && previous <= 0xDE
        let isGarbled =
            switch value {
            case 0xC2, 0xC3: !isCapital && (next.value >= 0x80 && next.value <= 0xBF || Self.isWindows(next.value))
            case 0xE2: next.value == 0x20AC
            case 0xEF: next.value == 0xBB
            default: false
            }
        let range = ByteRange(start, end + next.length)
        return isGarbled
            ? Hit(aspect: .garbledText, range: range, found: outline.document.source.string(range)) : nil
    }

    /// What Windows-1252 has from 0x80 to 0x9F, less its quotation marks and dashes, which may follow any letter.
    private static func isWindows(_ value: UInt32) -> Bool {
        [
            0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192, 0x2C6, 0x2DC, 0x2020, 0x2021, 0x2030, 0x20AC,
            0x2122,
        ].contains(value)
    }

    // MARK: Marks

    private func decomposed(_ base: UInt32, _ start: Int, _ end: Int) -> Hit {
        let range = ByteRange(start - (base < 0x80 ? 1 : base < 0x800 ? 2 : 3), end)
        return Hit(aspect: .decomposedCharacter, range: range, found: outline.document.source.string(range))
    }
}

/// Which letters and marks there is one character for.
package struct Compositions {
    private var known: [UInt64: Bool] = [:]

    static func isMark(_ value: UInt32) -> Bool {
        value >= 0x300 && value <= 0x36F || value == 0x3099 || value == 0x309A
    }

    mutating func has(_ base: UInt32, _ mark: UInt32) -> Bool {
        let key = UInt64(base) << 32 | UInt64(mark)
        if let known = known[key] { return known }
        let isComposable = Self.composition(of: base, mark) != nil
        known[key] = isComposable
        return isComposable
    }

    /// The one character for a letter and a mark. Strings are equal when they are canonically equivalent.
    package static func composition(of base: UInt32, _ mark: UInt32) -> Unicode.Scalar? {
        guard let letter = Unicode.Scalar(base), let accent = Unicode.Scalar(mark), base < 0x10000,
            Scalars.isLetter(base)
        else { return nil }
        let pair = String(Character(letter)) + String(Character(accent))
        let candidates: [ClosedRange<UInt32>] =
            mark >= 0x3099 ? [0x3040...0x30FF] : [0xC0...0x24F, 0x386...0x3CE, 0x400...0x4F9, 0x1E00...0x1EFF]
        return candidates.lazy.flatMap { $0 }.compactMap(Unicode.Scalar.init).first { String(Character($0)) == pair }
    }
}

/// Where in a document text stands rather than code.
private struct TextPlaces {
    private let leaves: [ByteRange]
    private let codeSpans: [ByteRange]

    init(_ outline: Outline) {
        let parts = outline.segments.map { outline.parts[Int($0.part)] }
        leaves = parts.filter { $0.kind != .codeBlock && $0.kind != .table }.map(\.range)
        codeSpans = outline.segments.flatMap { $0.inlines.filter { $0.kind == .codeSpan }.map(\.range) }
    }

    /// O(log n).
    func contain(_ range: ByteRange) -> Bool {
        Self.holds(leaves, range) && !Self.holds(codeSpans, range)
    }

    /// Whether one of some ranges, ascending and apart from one another, holds a range.
    private static func holds(_ ranges: [ByteRange], _ range: ByteRange) -> Bool {
        let next = ranges.partitioningIndex { $0.start > range.start }
        return next > 0 && ranges[next - 1].contains(range)
    }
}

/// The script, or mixture of scripts, that a language is written in.
package enum WritingSystem: UInt8, Sendable, CaseIterable {
    case latin, cyrillic, greek, han, japanese, hangul, arabic, hebrew, devanagari, bengali, thai, georgian, armenian
    /// All other scripts together.
    case other
}

extension LanguageTag {
    /// What the tag's script says, else what the language is usually written in.
    package var writingSystem: WritingSystem {
        switch script ?? "" {
        case "Latn": .latin
        case "Cyrl": .cyrillic
        case "Arab": .arabic
        case "Deva": .devanagari
        case "Hans", "Hant": .han
        default: Self.writingSystem(of: language)
        }
    }

    private static func writingSystem(of language: String) -> WritingSystem {
        switch language {
        case "ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn", "tt", "ba", "ce", "cv", "os", "ab": .cyrillic
        case "el": .greek
        case "zh", "yue": .han
        case "ja": .japanese
        case "ko": .hangul
        case "ar", "fa", "ur", "ps", "ug", "sd", "ckb", "ks": .arabic
        case "he", "yi": .hebrew
        case "hi", "mr", "ne", "sa": .devanagari
        case "bn", "as": .bengali
        case "th": .thai
        case "ka": .georgian
        case "hy": .armenian
        case "am", "bo", "dv", "dz", "gu", "kn", "km", "lo", "ml", "my", "or", "pa", "si", "ta", "te", "ti", "ii", "iu":
            .other
        default: .latin
        }
    }
}

/// How many letters of each script a text has.
package struct ScriptShare: Hashable, Sendable {
    private var counts = [Int](repeating: 0, count: WritingSystem.allCases.count)
    /// All letters; digits, signs and spaces are none.
    package private(set) var letters = 0

    /// Letters that a text in a writing system is made of: Japanese text is kana and ideographs, and Korean text may
    /// hold ideographs.
    package func count(of system: WritingSystem) -> Int {
        let own = counts[Int(system.rawValue)]
        return system == .japanese || system == .hangul ? own + counts[Int(WritingSystem.han.rawValue)] : own
    }

    /// Kana alone, which tells Japanese from Chinese.
    package var kana: Int { counts[Int(WritingSystem.japanese.rawValue)] }

    /// From 0 to 1; 0 for a text without letters.
    package func share(of system: WritingSystem) -> Double {
        letters == 0 ? 0 : Double(count(of: system)) / Double(letters)
    }

    fileprivate mutating func add(_ system: WritingSystem) {
        counts[Int(system.rawValue)] += 1
        letters += 1
    }
}

/// Counts the letters of a text by script, one pass.
package func scriptShare(of text: [UInt8]) -> ScriptShare {
    var share = ScriptShare()
    var index = 0
    while index < text.count {
        let scalar = text.scalar(at: index)
        index += scalar.length
        if let system = Scalars.writingSystem(scalar.value) { share.add(system) }
    }
    return share
}

extension Scalars {
    /// The script of a letter, ideographs as `han` and kana as `japanese`; nil for what is no letter.
    fileprivate static func writingSystem(_ value: UInt32) -> WritingSystem? {
        if value < 0x250 { return isLatin(value) ? .latin : nil }
        guard isLetter(value) else { return nil }
        switch value {
        case 0x250...0x2AF, 0x1E00...0x1EFF: return .latin
        case 0x300...0x36F: return nil
        case 0x370...0x3FF, 0x1F00...0x1FFF: return .greek
        case 0x400...0x52F: return .cyrillic
        case 0x530...0x58F: return .armenian
        case 0x590...0x5FF: return .hebrew
        case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFE: return .arabic
        case 0x900...0x97F: return .devanagari
        case 0x980...0x9FF: return .bengali
        case 0xE00...0xE7F: return .thai
        case 0x10A0...0x10FF: return .georgian
        case 0x1100...0x11FF, 0x3131...0x318F, 0xAC00...0xD7A3: return .hangul
        case 0x3040...0x30FF, 0xFF66...0xFF9F: return .japanese
        case 0x3005, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x2_0000...0x3_1FFF: return .han
        default: return .other
        }
    }
}

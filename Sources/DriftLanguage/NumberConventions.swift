/// How one language writes numbers and dates.
struct NumberConventions: Sendable {
    enum Suffix: Sendable {
        case multiplier(power: Int)
        case percent
        case letters
    }

    let language: String
    /// Whether `1,5` is one number.
    let hasDecimalComma: Bool
    /// Whether `1 000` is one number.
    let groupsWithSpaces: Bool
    /// Whether endings are written onto digits as in Basque `3an`.
    let writesEndingsOnDigits: Bool
    /// Months in the language and in English.
    let months: WordTable<Month>
    let suffixes: WordTable<Suffix>
    /// Suffixes that need no word boundary, the longest first.
    let signs: [(bytes: [UInt8], suffix: Suffix)]

    struct Month: Sendable {
        var number: Int
        /// Whether the word is no abbreviation and means a month without a year beside it too.
        var isFull: Bool
        var isEnglish: Bool
    }

    init(language: String) {
        self.language = language
        hasDecimalComma = Self.decimalCommas.contains(language)
        groupsWithSpaces = Self.spaceGroupings.contains(language)
        writesEndingsOnDigits = ["eu", "tr", "hu", "fi", "et", "uz", "az", "lt", "lv"].contains(language)
        months = Self.readMonths(language)
        (suffixes, signs) = Self.readSuffixes(language)
    }

    private static let decimalCommas: Set<String> = [
        "de", "es", "fr", "pt", "it", "nl", "pl", "ru", "uk", "tr", "vi", "id", "sv", "da", "nb", "nn", "no", "fi",
        "cs",
        "sk", "hu", "ro", "bg", "hr", "sr", "sl", "el", "ca", "gl", "eu", "lt", "lv", "et", "be", "kk", "az", "uz",
        "ka",
        "hy", "is", "sq", "mk", "bs", "af",
    ]

    private static let spaceGroupings: Set<String> = [
        "fr", "pl", "ru", "uk", "cs", "sk", "sv", "nb", "nn", "no", "fi", "hu", "bg", "et", "lv", "lt", "be", "kk",
        "uz",
        "ka", "es", "pt",
    ]

    private static func readMonths(_ language: String) -> WordTable<Month> {
        var table = WordTable<Month>()
        let rows = EmbeddedLexicons.months.map(\.cells)
        for name in language == "en" ? ["en"] : [language == "no" || language == "nn" ? "nb" : language, "en"] {
            guard let row = rows.first(where: { $0.first.map { $0 == name } ?? false }) else { continue }
            for (number, cell) in row.enumerated().dropFirst() {
                for (index, word) in cell.split(separator: " ").enumerated() {
                    let isFull = index == 0 || word.unicodeScalars.count > 4
                    table.add(word, meaning: Month(number: number, isFull: isFull, isEnglish: name == "en"))
                }
            }
        }
        return table
    }

    private static func readSuffixes(
        _ language: String
    ) -> (words: WordTable<Suffix>, signs: [(bytes: [UInt8], suffix: Suffix)]) {
        var words = WordTable<Suffix>()
        var signs: [(bytes: [UInt8], suffix: Suffix)] = []
        for row in EmbeddedLexicons.numberSuffixes.map(\.cells) where row.count == 3 {
            let suffix: Suffix =
                switch row[0] {
                case "percent": .percent
                case "unit", "ordinal": .letters
                default: .multiplier(power: row[0].utf8.count - 1)
                }
            if row[1] == "sign" {
                signs += row[2].split(separator: " ").map { (Array($0.utf8), suffix) }
            } else if row[1].isEmpty || row[1].split(separator: " ").contains(where: { $0 == language }) {
                words.add(row[2], meaning: suffix)
            }
        }
        words.add("k", meaning: .multiplier(power: 3))
        return (words, signs.sorted { $0.bytes.count > $1.bytes.count })
    }
}

/// Numbers that a text writes out in words, in one language and in English.
struct NumberWords: Sendable {
    /// What each word counts, as readings of numbers.
    private var words = WordTable<[UInt64]>()
    /// Words of scripts that put no spaces between words.
    private var signs: [(bytes: [UInt8], reading: UInt64)] = []
    /// Words that count from two up to twenty and mean nothing else: “two” and “second”, but neither “both” nor “pair”.
    private var counting: [[UInt8]: UInt64] = [:]
    private var months = WordTable<NumberConventions.Month>()

    private static let numbers: [UInt64] = Array(0...12) + [20, 100, 1000]
    private static let unspaced: Set<String> = ["ja", "zh", "ko", "th"]

    init(locale: LanguageTag, months: WordTable<NumberConventions.Month>) {
        self.months = months
        for row in EmbeddedLexicons.numberWords.map(\.cells) {
            guard let language = row.first, language == locale.language || language == "en" else { continue }
            for (number, cell) in zip(Self.numbers, row.dropFirst()) {
                let reading = Reading.number(number)
                if Self.unspaced.contains(String(language)) {
                    signs += cell.split(separator: " ").map { (Array($0.utf8), reading) }
                } else {
                    words.add(cell, meaning: [reading])
                    // “Half a thousand” and “hundreds” say how much, and not how many.
                    if language == locale.language, (2..<100).contains(number) { addCounting(cell, reading) }
                }
            }
        }
    }

    func spells(_ value: TypedValue, in text: [UInt8]) -> Bool {
        if signs.contains(where: { value.readings.contains($0.reading) && text.contains($0.bytes) }) { return true }
        var index = 0
        while index < text.count {
            let end = text.endOfWord(from: index)
            if end > index {
                if spells(value, word: index..<end, in: text) { return true }
                index = end
            } else {
                index += text.scalar(at: index).length
            }
        }
        return false
    }

    /// The cardinal comes first in a cell of the lexicon; only in English does the ordinal always follow it.
    private mutating func addCounting(_ cell: String, _ reading: UInt64) {
        for word in cell.utf8.split(separator: UInt8(ascii: " ")).prefix(1) where !word.contains(UInt8(ascii: "*")) {
            counting[Array(word)] = reading
        }
    }

    /// Numbers from two up to twenty that words of a text count out, in languages that put spaces between words. Linear in the text.
    func numbers(in text: [UInt8]) -> [TypedValue] {
        var values: [TypedValue] = []
        var index = 0
        while index < text.count {
            let end = text.endOfWord(from: index)
            if end > index {
                if let reading = counting[text.folded(index..<end)] {
                    values.append(TypedValue(kind: .number, range: index..<end, readings: [reading]))
                }
                index = end
            } else {
                index += text.scalar(at: index).length
            }
        }
        return values
    }

    private func spells(_ value: TypedValue, word: Range<Int>, in text: [UInt8]) -> Bool {
        if let number = text.digitGroup(at: word.lowerBound) {
            return text.matches([0x23], at: word.lowerBound - 1)
                && value.readings.contains(Reading.number(number.value))
        }
        if let digits = word.first(where: { text.digit(at: $0) != nil }) {
            return isNamed(value, word: word, digits: digits, in: text)
        }
        let folded = text.folded(word)
        if let readings = words.meaning(of: folded), readings.contains(where: value.readings.contains) { return true }
        if value.kind == .date, let month = months.meaning(of: folded) {
            return value.readings.contains(Reading.date(year: 0, month: month.number, day: 0))
        }
        return folded.contains(UInt8(ascii: "-")) && spellsPart(of: folded, value)
    }

    /// `two-way`, `zwei-`: a part before a hyphen.
    private func spellsPart(of word: [UInt8], _ value: TypedValue) -> Bool {
        word.split(separator: UInt8(ascii: "-")).contains { part in
            words.meaning(of: Array(part))?.contains(where: value.readings.contains) ?? false
        }
    }

    /// Whether a name ends in the number: `Windows10` and `Top-10` for 10, `pre-3.4` for 3.4, `FY20` for 2020.
    private func isNamed(_ value: TypedValue, word: Range<Int>, digits: Int, in text: [UInt8]) -> Bool {
        guard let group = text.digitGroup(at: digits) else { return false }
        let letters = digits - word.lowerBound
        if letters >= 3, text.matches([0x2E], at: group.end), let fraction = text.digitGroup(at: group.end + 1) {
            let digits = (0..<min(fraction.count, 19)).reduce(group.value) { value, _ in value &* 10 }
            return value.readings.contains(Reading.number(digits &+ fraction.value, scale: fraction.count))
        }
        let isYear = letters == 2 && group.count == 2 && value.readings.contains(Reading.number(2000 + group.value))
        return isYear || (letters >= 3 && value.readings.contains(Reading.number(group.value)))
    }
}

extension [UInt8] {
    /// The end of a run of letters, digits, apostrophes and hyphens that begins with a letter or a digit.
    fileprivate func endOfWord(from index: Int) -> Int {
        var end = index
        while end < count {
            let scalar = scalar(at: end)
            let isJoiner = scalar.value == 0x27 || scalar.value == 0x2019 || scalar.value == 0x2D
            guard Scalars.isLetter(scalar.value) || digit(at: end) != nil || (isJoiner && end > index) else { break }
            end += scalar.length
        }
        return end
    }
}

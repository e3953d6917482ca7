/// What a number counts, such as minutes or dollars.
package struct MeasuredUnit: Hashable, Sendable {
    /// Units of one dimension stand for one another: minutes for hours, but not for megabytes.
    package let dimension: String
    /// The unit in English.
    package let name: String
    /// How many of the dimension's common unit it is; nil where what two units amount to cannot be told, as of currencies.
    package let size: Double?
    /// Of a currency, languages in whose countries people pay in it.
    package let home: [String]
}

/// A number with its unit in a text.
package struct Quantity: Sendable {
    package let unit: MeasuredUnit
    /// The number and its unit, in bytes of the text.
    package let range: Range<Int>
    /// What the digits may say, as decimals or as thousands.
    package let amounts: [Double]
}

/// Reads the units of numbers in the text of one language. Words of English are known everywhere.
struct UnitReader: Sendable {
    let language: String

    private struct Tables: Sendable {
        /// By language; of no language under "".
        var words: [String: WordTable<MeasuredUnit>] = [:]
        /// The longest first.
        var signs: [(bytes: [UInt8], unit: MeasuredUnit)] = []

        init(_ rows: [LexiconRow]) {
            for cells in rows.map(\.cells) where cells.count == 6 {
                let unit = MeasuredUnit(
                    dimension: cells[0], name: cells[1], size: Double(cells[2]),
                    home: cells[3].split(separator: " ").map(String.init))
                if cells[4] == "sign" {
                    signs += cells[5].split(separator: " ").map { (Array($0.utf8), unit) }
                } else {
                    let locales = cells[4].isEmpty ? [""] : cells[4].split(separator: " ").map(String.init)
                    for locale in locales {
                        words[locale, default: WordTable()].add(cells[5], meaning: unit)
                    }
                }
            }
            signs.sort { $0.bytes.count > $1.bytes.count }
        }
    }

    private static let tables = Tables(EmbeddedLexicons.units)

    /// The value with its unit; nil where none that is known stands before or behind it.
    func quantity(_ value: TypedValue, in text: [UInt8]) -> Quantity? {
        guard value.kind == .number,
            let first = value.range.first(where: { text.digit(at: $0) != nil }),
            let last = value.range.last(where: { text[$0].isASCIIDigitByte })
        else { return nil }
        let end = last + 1
        guard let found = unit(behind: end, in: text) ?? unit(before: first, in: text),
            found.unit.dimension != "none"
        else { return nil }
        let range = min(first, found.range.lowerBound)..<max(end, found.range.upperBound)
        return Quantity(unit: found.unit, range: range, amounts: Self.amounts(Array(text[first..<end])))
    }

    private typealias Found = (unit: MeasuredUnit, range: Range<Int>)

    /// What follows the digits, also behind blanks or a hyphen, and the counter of Chinese.
    private func unit(behind end: Int, in text: [UInt8]) -> Found? {
        var start = text.skippingSpaces(from: end)
        if start == end, text.matches([0x2D], at: end) { start = end + 1 }
        if let counted = ["个", "個"].first(where: { text.matches(Array($0.utf8), at: start) }),
            let sign = sign(at: start, in: text) ?? sign(at: start + counted.utf8.count, in: text)
        {
            return sign
        }
        if let sign = sign(at: start, in: text) { return sign }
        let wordEnd = text.endOfLetters(from: start)
        guard wordEnd > start, wordEnd - start <= 32 else { return nil }
        return unit(word: start..<wordEnd, in: text)
    }

    /// A currency before the digits.
    private func unit(before start: Int, in text: [UInt8]) -> Found? {
        var end = start
        while end > 0, text[end - 1] == 0x20 { end -= 1 }
        if let sign = Self.tables.signs.first(where: {
            $0.unit.dimension == "currency" && end >= $0.bytes.count && text.matches($0.bytes, at: end - $0.bytes.count)
        }) {
            return (sign.unit, end - sign.bytes.count..<end)
        }
        let wordStart = text.startOfLetters(before: end)
        guard end - wordStart == 3, let found = unit(word: wordStart..<end, in: text) else { return nil }
        return found.unit.dimension == "currency" ? found : nil
    }

    private func sign(at start: Int, in text: [UInt8]) -> Found? {
        guard start < text.count, text[start] >= 0x80 || text[start] == UInt8(ascii: "$") else { return nil }
        return Self.tables.signs.first { text.matches($0.bytes, at: start) }.map {
            ($0.unit, start..<start + $0.bytes.count)
        }
    }

    private func unit(word range: Range<Int>, in text: [UInt8]) -> Found? {
        let word = text.folded(range)
        let unit = Self.tables.words[language]?.meaning(of: word) ?? Self.tables.words[""]?.meaning(of: word)
        return unit.map { ($0, range) }
    }

    /// Digits of ASCII read with their last mark as a decimal mark, and without marks.
    private static func amounts(_ digits: [UInt8]) -> [Double] {
        let isMark = { (byte: UInt8) in byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }
        let plain = digits.filter(\.isASCIIDigitByte)
        guard plain.count <= 15, let whole = Double(String(decoding: plain, as: UTF8.self)) else { return [] }
        guard let mark = digits.lastIndex(where: isMark) else { return [whole] }
        let decimals = digits[mark...].filter(\.isASCIIDigitByte).count
        return [whole, (0..<decimals).reduce(whole) { value, _ in value / 10 }]
    }
}

extension UInt8 {
    fileprivate var isASCIIDigitByte: Bool { self >= 0x30 && self <= 0x39 }
}

extension Quantity {
    /// Whether two quantities of one dimension amount to the same but for rounding, as 10 km and 6.2 mi do.
    package func amounts(to other: Quantity) -> Bool {
        guard unit.dimension == other.unit.dimension else { return false }
        return common.contains { amount in
            other.common.contains { abs(amount - $0) <= 0.03 * max(abs(amount), abs($0)) }
        }
    }

    private var common: [Double] {
        if unit.name == "fahrenheit" { return amounts.map { ($0 - 32) / 1.8 } }
        if unit.name == "celsius" { return amounts }
        return unit.size.map { size in amounts.map { $0 * size } } ?? []
    }
}

/// Reads what is written in digits in the text of one language: numbers, dates, times, versions, percentages.
///
/// Digits that belong to a name or an address (`O365`, `SHA-256`, `#12`, `https://…/2`) are no values.
package struct ValueReader: Sendable {
    private let conventions: NumberConventions
    private let words: NumberWords
    private let units: UnitReader

    package init(locale: LanguageTag) {
        conventions = NumberConventions(language: locale.language)
        words = NumberWords(locale: locale, months: conventions.months)
        units = UnitReader(language: locale.language)
    }

    /// Whether the language writes 1.000 for a thousand and 1,5 for one and a half.
    package var hasDecimalComma: Bool { conventions.hasDecimalComma }

    /// The values of a plain text in their order. Linear in the text.
    package func values(in text: [UInt8]) -> [TypedValue] {
        guard let first = text.firstIndex(where: ValueScan.mayBeginDigit) else { return [] }
        var scan = ValueScan(text: text, conventions: conventions)
        scan.position = first
        return scan.run()
    }

    /// Whether the text says the value in other ways than `values(in:)` reads: a small number or a month in words of
    /// the reader's language or of English, or as the end of a name (`Windows10`, `FY20`). Linear in the text.
    package func spells(_ value: TypedValue, in text: [UInt8]) -> Bool {
        words.spells(value, in: text)
    }

    /// A number of the text with what it counts; nil where no unit that is known stands beside it.
    package func quantity(of value: TypedValue, in text: [UInt8]) -> Quantity? { units.quantity(value, in: text) }

    /// The numbers from two on that words of a text count out, such as “three”. Linear in the text.
    package func numbersInWords(in text: [UInt8]) -> [TypedValue] { words.numbers(in: text) }
}

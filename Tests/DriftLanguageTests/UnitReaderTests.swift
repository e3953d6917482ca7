import Testing

@testable import DriftLanguage

@Suite("Units")
struct UnitReaderTests {
    private func quantities(_ text: String, _ locale: String) throws -> [Quantity] {
        let reader = ValueReader(locale: try #require(LanguageTag(spelling: locale)))
        let bytes = Array(text.utf8)
        return reader.values(in: bytes).compactMap { reader.quantity(of: $0, in: bytes) }
    }

    @Test(
        "are read in words of the language and of English, before and behind a number",
        arguments: [
            ("30 MB, 30GB and 5-minute", "en", ["megabyte", "gigabyte", "minute"]),
            ("$5, 5 USD, EUR 7, £3", "en", ["dollar", "dollar", "euro", "pound-sterling"]),
            ("5 Stunden und 3 min, 4 Tage", "de", ["hour", "minute", "day"]),
            ("5 Go et 3 octets", "fr", ["gigabyte", "byte"]),
            ("5 часов, 3 части", "ru", ["hour"]),
            ("300 毫秒，2 个小时，3 个月", "zh-CN", ["millisecond", "hour", "month"]),
            ("15分、3時間", "ja", ["minute", "hour"]),
            ("90年代，3 个文件", "zh-CN", []),
            ("5 Tags", "de", []),
        ])
    func units(text: String, locale: String, names: [String]) throws {
        #expect(try quantities(text, locale).map(\.unit.name) == names)
    }

    @Test(
        "amount to the same but for rounding",
        arguments: [
            ("10 km", "6.2 miles", true), ("5 lb", "2.3 kg", true), ("2 weeks", "14 days", true),
            ("70 °F", "21 °C", true), ("1,500 MB", "1.5 GB", true), ("10 km", "10 miles", false),
            ("5 dollars", "5 euros", false), ("60 s", "60 MB", false),
        ])
    func amounts(text: String, other: String, isSame: Bool) throws {
        let pair = (try #require(quantities(text, "en").first), try #require(quantities(other, "en").first))
        #expect(pair.0.amounts(to: pair.1) == isSame)
    }
}

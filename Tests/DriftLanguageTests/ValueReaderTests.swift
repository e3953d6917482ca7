import Testing

@testable import DriftLanguage

/// What a text of a locale reads as, written `kind:text` for each value.
struct ReadingCase: CustomTestStringConvertible, Sendable {
    var locale: String
    var text: String
    var values: [String]

    init(_ locale: String, _ text: String, _ values: [String]) {
        (self.locale, self.text, self.values) = (locale, text, values)
    }

    var testDescription: String { "\(locale): \(text)" }
}

/// Two notations and whether they say the same.
struct AgreementCase: CustomTestStringConvertible, Sendable {
    var first: (locale: String, text: String)
    var second: (locale: String, text: String)
    var agree: Bool

    init(_ locale: String, _ text: String, _ otherLocale: String, _ otherText: String, _ agree: Bool = true) {
        (first, second, self.agree) = ((locale, text), (otherLocale, otherText), agree)
    }

    var testDescription: String { "\(first.text) | \(second.text)" }
}

private func read(_ locale: String, _ text: String) -> [TypedValue] {
    ValueReader(locale: LanguageTag(language: locale)).values(in: Array(text.utf8))
}

@Suite struct ValueReaderTests {
    @Test(arguments: [
        // Names and addresses are no values.
        ReadingCase("en", "O365, L2, IPv4, SHA-256, Web2.0, h264, x64, MP3", []),
        ReadingCase("en", "Update COVID-19 in M365, see #12 and _3", []),
        ReadingCase("en", "python3.10, moment-2.1, UTF-8, ISO-8601, 4b48cb7652dd99, 0x1F", []),
        ReadingCase("en", "moment-2.1.4", ["version:2.1.4"]),
        ReadingCase("en", "https://example.org/2020/1 www.example.org/3 me@host7.org src/guide/3.md /tmp/5", []),
        ReadingCase("ru", "СП2 и Л-3", []),
        ReadingCase("en", "no digits at all", []),
        ReadingCase("en", "2FA, 3D, 2nd-level O2O", ["number:2nd"]),
        ReadingCase("fr", "Clé FR-7 et H1", []),
        // Numbers.
        ReadingCase("en", "Windows 10", ["number:10"]),
        ReadingCase("en", "Office 365 (O365)", ["number:365"]),
        ReadingCase("ja", "第3章、10個のライセンス", ["number:3", "number:10"]),
        ReadingCase("ko", "10명에서 50명까지", ["number:10", "number:50"]),
        ReadingCase("th", "มี๓คน", ["number:๓"]),
        ReadingCase("zh", "20,000 个以上", ["number:20,000"]),
        ReadingCase("en", "1,000 / 2,500,000", ["number:1,000", "number:2,500,000"]),
        ReadingCase("de", "1.000 und 1.000,5", ["number:1.000", "number:1.000,5"]),
        ReadingCase("fr", "1 000 et 1 000,5", ["number:1 000", "number:1 000,5"]),
        ReadingCase("en", "items 5 100", ["number:5", "number:100"]),
        ReadingCase("de", "1'000 und 12’500", ["number:1'000", "number:12’500"]),
        ReadingCase("hi", "1,00,000 और १२", ["number:1,00,000", "number:१२"]),
        ReadingCase("ar", "١٢٫٥ و ٣", ["number:١٢٫٥", "number:٣"]),
        ReadingCase("fa", "۱۲ و ۵", ["number:۱۲", "number:۵"]),
        ReadingCase("bn", "১০টি", ["number:১০"]),
        ReadingCase("ja", "１０個", ["number:１０"]),
        ReadingCase("en", "steps 1,2,3", ["number:1", "number:2", "number:3"]),
        ReadingCase("de", "Schritte 1,2,3", ["number:1", "number:2", "number:3"]),
        ReadingCase("de", "etwa 1,5 mal", ["number:1,5"]),
        ReadingCase("en", "a ratio of 16:9", ["number:16", "number:9"]),
        ReadingCase("en", "1st, 2nd, 3rd, 1990s", ["number:1st", "number:2nd", "number:3rd", "number:1990s"]),
        ReadingCase("fr", "1er, 2ème, 3e", ["number:1er", "number:2ème", "number:3e"]),
        ReadingCase("es", "1º, 2ª, 3a", ["number:1", "number:2", "number:3a"]),
        ReadingCase("ru", "3-й шаг, 2-х", ["number:3", "number:2"]),
        ReadingCase("eu", "10ean eta 3an", ["number:10ean", "number:3an"]),
        ReadingCase("en", "20ms, 1.5GB, 10px, 3x", ["number:20ms", "number:1.5GB", "number:10px", "number:3x"]),
        ReadingCase("en", "1920x1080", ["number:1920x", "number:1080"]),
        ReadingCase("en", "a 12-hour clock and 64-bit", ["number:12", "number:64"]),
        ReadingCase(
            "en", "from 5 to 10, 5-10, 5–10", Array(repeating: ["number:5", "number:10"], count: 3).flatMap { $0 }),
        ReadingCase("he", "ב-10 וגם ב10", ["number:10", "number:10"]),
        ReadingCase("en", "about 1.07e+301", ["number:1.07e+301"]),
        ReadingCase("en", "1.\u{200B} Does it?", ["number:1"]),
        ReadingCase("en", "default: 10.5.", ["number:10.5"]),
        ReadingCase("en", "24/7", ["number:24", "number:7"]),
        ReadingCase("en", "port 8080:80", ["number:8080", "number:80"]),
        ReadingCase("en", "2019/2020, 2019-2020", ["number:2019", "number:2020", "number:2019", "number:2020"]),
        // Versions.
        ReadingCase(
            "en", "1.2.3, v1.2, v2, V1.0-beta.1",
            ["version:1.2.3", "version:v1.2", "version:v2", "version:V1.0-beta.1"]),
        ReadingCase("en", "FastAPI 0.134.0 or 0.127.x", ["version:0.134.0", "number:0.127.x"]),
        ReadingCase("ko", "0.119.0부터 0.127.x까지", ["version:0.119.0", "number:0.127.x"]),
        ReadingCase("en", "127.0.0.1", ["version:127.0.0.1"]),
        ReadingCase("ja", "Vue 3.4 以上", ["number:3.4"]),
        ReadingCase("en", "1.0.0-rc1.", ["version:1.0.0-rc1"]),
        // Percentages.
        ReadingCase(
            "en", "50%, 50 %, 50 percent, 50 per cent",
            Array(["percentage:50%", "percentage:50 %", "percentage:50 percent", "percentage:50 per cent"])),
        ReadingCase("ja", "50％と10パーセント", ["percentage:50％", "percentage:10パーセント"]),
        ReadingCase("tr", "%50 ve yüzde", ["percentage:50"]),
        ReadingCase("zh", "百分之50", ["percentage:50"]),
        ReadingCase("es", "10 por ciento de 5 por caso", ["percentage:10 por ciento", "number:5"]),
        // Dates.
        ReadingCase("en", "3/27/2020", ["date:3/27/2020"]),
        ReadingCase("en", "2020-04-05T14:30", ["date:2020-04-05", "time:14:30"]),
        ReadingCase("de", "04.05.2020 oder 4. Mai 2020", ["date:04.05.2020", "date:4. Mai 2020"]),
        ReadingCase("en", "May 4, 2020 and May 4th", ["date:May 4, 2020", "date:May 4th"]),
        ReadingCase("en", "you may 4 times march 5 miles", ["number:4", "number:5"]),
        ReadingCase("en", "May 2020, Sept. 27, 2019", ["date:May 2020", "date:Sept. 27, 2019"]),
        ReadingCase("es", "4 de mayo de 2020", ["date:4 de mayo de 2020"]),
        ReadingCase("fr", "1er mai 2020, mai 2020", ["date:1er mai 2020", "date:mai 2020"]),
        ReadingCase("ru", "4 мая 2020 года", ["date:4 мая 2020"]),
        ReadingCase("ja", "2020年4月5日に、5月", ["date:2020年4月5日", "date:5月"]),
        ReadingCase("ko", "2020년 4월 5일", ["date:2020년 4월 5일"]),
        ReadingCase("zh", "2020 年 4 月，3 个月", ["date:2020 年 4 月", "number:3"]),
        ReadingCase("vi", "ngày 4 tháng 5 năm 2020", ["date:4 tháng 5 năm 2020"]),
        ReadingCase("vi", "trong 6 tháng", ["number:6"]),
        ReadingCase("cs", "27. 3. 2020", ["date:27. 3. 2020"]),
        ReadingCase(
            "eu", "2020ko uztaila, 2014ko ekainaren 24a", ["date:2020ko uztaila", "date:2014ko ekainaren 24a"]),
        ReadingCase("hu", "2020. május 4.", ["date:2020. május 4"]),
        ReadingCase("en", "since 2020 may 4 people, 3rd-party and 3rd party", ["number:2020", "number:4"]),
        ReadingCase("en", "13/32/2020", ["number:13", "number:32", "number:2020"]),
        // Times.
        ReadingCase("en", "14:30, 2:30 pm, 2 p.m., 9am", ["time:14:30", "time:2:30 pm", "time:2 p.m.", "time:9am"]),
        ReadingCase("fr", "14h30, 2 h 30", ["time:14h30", "time:2 h 30"]),
        ReadingCase("ja", "午後2時30分、3時間", ["time:2時30分", "number:3"]),
        ReadingCase("de", "um 14 Uhr", ["number:14 Uhr"]),
        ReadingCase("en", "10:00:30", ["time:10:00:30"]),
    ])
    func readsEachValueOnce(_ example: ReadingCase) {
        let bytes = Array(example.text.utf8)
        let values = read(example.locale, example.text).map {
            "\($0.kind):\(String(decoding: bytes[$0.range], as: UTF8.self))"
        }
        #expect(values == example.values)
    }

    @Test(arguments: [
        AgreementCase("en", "1,000", "de", "1.000"), AgreementCase("en", "1,000", "fr", "1 000"),
        AgreementCase("en", "1,000", "de", "1000"), AgreementCase("en", "1.000", "de", "1,000"),
        AgreementCase("en", "1,000.5", "de", "1.000,5"), AgreementCase("en", "1,000", "de", "100", false),
        AgreementCase("en", "100,000", "hi", "1,00,000"), AgreementCase("en", "0.125", "de", "0,125"),
        AgreementCase("en", "20,000", "ja", "2 万"), AgreementCase("en", "20000", "zh", "2万"),
        AgreementCase("en", "1.5 million", "de", "1,5 Mio."), AgreementCase("en", "1,500,000", "fr", "1,5 million"),
        AgreementCase("en", "10,000", "es", "10 mil"), AgreementCase("en", "10k", "de", "10.000"),
        AgreementCase("en", "100 million", "zh", "1 亿"), AgreementCase("en", "10K", "ja", "10,000"),
        AgreementCase("en", "5 GB", "fr", "5 Go"), AgreementCase("en", "20ms", "de", "20 ms"),
        AgreementCase("en", "10", "ar", "١٠"), AgreementCase("en", "10", "ja", "１０"),
        AgreementCase("en", "9.3e+157", "zh", "9.3e+162", false), AgreementCase("en", "1e3", "de", "1.000"),
        AgreementCase("en", "3rd", "ja", "第3"), AgreementCase("en", "1st", "fr", "1er"),
        AgreementCase("en", "3", "en", "4", false), AgreementCase("en", "10", "en", "100", false),
        AgreementCase("en", "3.1", "en", "3.10", false), AgreementCase("en", "1.0", "de", "1"),
        AgreementCase("en", "007", "de", "7"), AgreementCase("en", "10.5", "de", "10,5"),
        AgreementCase("en", "v1.2", "de", "1.2"), AgreementCase("en", "v1.2.0", "de", "1.2.0"),
        AgreementCase("en", "v2", "ja", "2"), AgreementCase("en", "1.2.3", "en", "1.2.4", false),
        AgreementCase("en", "50%", "de", "50 %"), AgreementCase("en", "50%", "tr", "%50"),
        AgreementCase("en", "50%", "zh", "百分之50"), AgreementCase("en", "50%", "ja", "60%", false),
        AgreementCase("en", "0.5%", "de", "0,5 Prozent"), AgreementCase("en", "10", "de", "10 %"),
        AgreementCase("en", "3/27/2020", "de", "27.3.2020"), AgreementCase("en", "03/27/2020", "en", "3/27/20"),
        AgreementCase("pt", "05/04/2020", "en", "2020-04-05"), AgreementCase("pt", "05/04/2020", "en", "May 4, 2020"),
        AgreementCase("de", "04.05.2020", "en", "2020-04-05", false),
        AgreementCase("de", "04.05.2020", "en", "May 4, 2020"),
        AgreementCase("en", "2020/4/5", "ja", "2020年4月5日"), AgreementCase("en", "April 5, 2020", "ko", "2020. 4. 5."),
        AgreementCase("en", "May 4, 2020", "es", "4 de mayo de 2020"),
        AgreementCase("en", "May 4, 2020", "ru", "4 мая 2020"),
        AgreementCase("en", "4 May 2020", "pt", "4 de maio de 2020"), AgreementCase("en", "May 4", "fr", "4 mai"),
        AgreementCase("en", "May 4", "ja", "5月4日"), AgreementCase("en", "May 2020", "zh", "2020年5月"),
        AgreementCase("en", "05/2020", "de", "Mai 2020"), AgreementCase("en", "May 2020", "de", "05.2020"),
        AgreementCase("en", "4/30/2020", "en", "3/27/2020", false),
        AgreementCase("en", "May 4, 2020", "vi", "4 tháng 5, 2020"),
        AgreementCase("en", "May 4, 2020", "ar", "4 مايو 2020"),
        AgreementCase("en", "May 4, 2020", "tr", "4 Mayıs 2020"),
        AgreementCase("en", "May 4, 2020", "pl", "4 maja 2020"), AgreementCase("en", "2:30 pm", "de", "14:30"),
        AgreementCase("en", "2:30 pm", "fr", "14h30"), AgreementCase("en", "2:30 pm", "ja", "午後2時30分"),
        AgreementCase("en", "2 pm", "de", "14 Uhr"), AgreementCase("en", "2:30 pm", "de", "15:30", false),
        AgreementCase("en", "09:30", "en", "21:30", false), AgreementCase("en", "12 am", "de", "0:00"),
        AgreementCase("en", "24 hours", "fr", "24h"), AgreementCase("en", "2020", "ja", "2020年"),
        AgreementCase("en", "1000000000000000000000", "de", "1000000000000000000001", false),
    ])
    func agreesAcrossNotations(_ example: AgreementCase) {
        let first = read(example.first.locale, example.first.text)
        let second = read(example.second.locale, example.second.text)
        #expect(first.count == 1 && second.count == 1)
        guard let one = first.first, let other = second.first else { return }
        #expect(one.agrees(with: other) == example.agree)
        #expect(other.agrees(with: one) == example.agree)
    }

    @Test(arguments: [
        ("en", "3", "three steps", true), ("en", "3", "the Third step", true), ("en", "2", "a two-way sync", true),
        ("en", "2", "done twice", true), ("de", "1", "mit einer Rolle", true), ("de", "2", "die zweite Spalte", true),
        ("es", "1", "una vez", true), ("ja", "3", "三つの方法", true), ("ko", "3", "세 가지", true),
        ("zh", "2", "两个文件", true), ("ru", "1", "первый", true), ("en", "4", "three steps", false),
        ("de", "7", "ein Schritt", false), ("ja", "10", "Windows10", true), ("zh", "2020", "FY20", true),
        ("en", "2", "only L2 here", false), ("ja", "100", "百の", true), ("ja", "5月", "in May", true),
        ("fr", "1", "pattern #1", true), ("ja", "3.4", "the pre-3.4 way", true), ("ja", "1", "another way", true),
    ])
    func spellsNumbersInWords(locale: String, value: String, text: String, expected: Bool) {
        guard let value = read("ja", value).first else {
            Issue.record("no value")
            return
        }
        let reader = ValueReader(locale: LanguageTag(language: locale))
        #expect(reader.spells(value, in: Array(text.utf8)) == expected)
    }

    @Test(arguments: ["1", "1,", "1 ", "v1.", "\u{FFFC}5", "1-", "A1/", "5月 ", "1:0", "年5", "5 \u{E5}"])
    func repeatedHostileTextStaysLinear(unit: String) {
        let text = Array(String(repeating: unit, count: 20_000).utf8)
        for language in ["en", "fr", "ja", "vi"] {
            let values = ValueReader(locale: LanguageTag(language: language)).values(in: text)
            #expect(zip(values, values.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
        }
    }

    @Test func anyBytesAreRead() {
        var state: UInt64 = 7
        let alphabet =
            Array("0123456789 .,/-:v%hT年月日 万 tháng May de é\u{D9}\u{A0}".utf8) + [0xFF, 0xC2, 0xE0, 0xB9, 0xF4]
        for _ in 0..<400 {
            let text = (0..<60).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            }
            for language in ["en", "fr", "tr", "vi"] {
                let values = ValueReader(locale: LanguageTag(language: language)).values(in: text)
                #expect(values.allSatisfy { !$0.readings.isEmpty && $0.range.upperBound <= text.count })
            }
        }
    }
}

import DriftAlignment
import Testing

/// Rows of tables that only translations have.
@Suite struct ExtraRowTests {
    private static func history(_ header: String, _ rows: [String]) -> String {
        "# History\n\n| \(header) | Text |\n| --- | --- |\n" + rows.map { "| \($0) |\n" }.joined()
    }

    private func differences(_ documents: [(locale: String, text: String)]) -> [Difference] {
        Sample.differences(Sample.set(documents.map { Sample.outline($0.text, $0.locale) }))
    }

    @Test func ofEqualKeysAreOneLoss() {
        let found = differences([
            ("en", Self.history("Date", ["2024-03-02 | Second", "2024-01-05 | First"])),
            ("de", Self.history("Datum", ["2024-05-09 | Dritte", "2024-03-02 | Zweite", "2024-01-05 | Erste"])),
            ("es", Self.history("Fecha", ["2024-05-09 | Tercera", "2024-03-02 | Segunda", "2024-01-05 | Primera"])),
            ("ja", Self.history("日付", ["2024-03-02 | 第二版", "2024-01-05 | 初版"])),
        ])
        #expect(found.map(\.kind) == [.missing, .missing])
        #expect(found.map(\.aspect) == [.row, .row])
        #expect(Set(found.map(\.passage.member)) == [0, 3])
        #expect(Set(found.map(\.cause)).count == 1)
    }

    @Test func ofAmbiguousDatesStayTwoEntries() {
        let found = differences([
            ("en", Self.history("Date", ["3/27/2020 | Update", "9/27/2019 | Start"])),
            ("pt", Self.history("Data", ["05/04/2020 | Revisão", "3/27/2020 | Atualização", "9/27/2019 | Início"])),
            ("ja", Self.history("日付", ["04/30/2020 | 改訂", "3/27/2020 | 更新", "9/27/2019 | 開始"])),
        ])
        #expect(found.allSatisfy { $0.kind == .missing && $0.aspect == .row })
        #expect(found.filter { $0.expected.contains("05/04/2020") }.map(\.passage.member) == [0, 2])
        #expect(found.filter { $0.expected.contains("04/30/2020") }.map(\.passage.member) == [0, 1])
        #expect(found.count == 4)
        #expect(Set(found.map(\.cause)).count == 2)
    }

    @Test func ofOneTargetAreExtraInAPair() {
        let found = differences([
            ("en", Self.history("Date", ["2024-03-02 | Second", "2024-01-05 | First"])),
            ("de", Self.history("Datum", ["2024-05-09 | Dritte", "2024-03-02 | Zweite", "2024-01-05 | Erste"])),
        ])
        #expect(found.map(\.kind) == [.extra])
        #expect(found.map(\.aspect) == [.row])
    }

    /// Where two of four translations have a part, nothing says which are right: each is told of the other.
    @Test func ofHalfTheTargetsAreUndecided() {
        let text = "# Title\n\nA first paragraph with `code`.\n"
        let more = text + "\nAnother one, of which the source knows nothing.\n"
        let found = differences([("en", text), ("de", more), ("es", text), ("ja", more), ("pt", text)])
        #expect(found.map(\.kind) == [.extra, .extra])
        #expect(found.map(\.passage.member) == [1, 3])
        #expect(found.map { $0.counterparts.map(\.member) } == [[0, 3], [0, 1]])
        #expect(Set(found.map(\.cause)).count == 1)
    }

    /// Rows that are added, at any place, leave those below them with their partners.
    @Test(arguments: ["date", "number", "code", "words"], 1...3)
    func neverMakeTheRowsBelowDiffer(key: String, count: Int) {
        let source = (0..<6).map { row($0, key, "en") }
        for place in 0...source.count {
            var target = (0..<6).map { row($0, key, "de") }
            target.insert(contentsOf: (0..<count).map { row(20 + 3 * $0, key, "de") }, at: place)
            // That dates are out of order is another matter.
            let found = differences([
                ("en", Self.history("Key", source)), ("de", Self.history("Schlüssel", target)),
            ]).filter { $0.kind != .unordered }
            #expect(found.map(\.kind) == Array(repeating: .extra, count: count), "at \(place): \(found.map(\.summary))")
            #expect(found.allSatisfy { $0.aspect == .row })
        }
    }

    /// A row whose texts have different lengths and whose key no language changes, unless it is one of words.
    private func row(_ index: Int, _ key: String, _ locale: String) -> String {
        let word = locale == "en" ? "some words " : "einige Worte "
        let text = String(repeating: word, count: 1 + index * 5 % 7) + "\(311 + 17 * index)"
        switch key {
        case "date": return "2023-\(index % 9 + 1)-\(index + 3) | \(text)"
        case "number": return "\(4001 + 37 * index) | \(text)"
        case "code": return "`key-\(index)` | \(text)"
        default: return "\(locale == "en" ? "a name" : "ein Name") | \(text)"
        }
    }
}

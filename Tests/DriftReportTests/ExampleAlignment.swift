import DriftFindings
import DriftReport

/// Sets side by side that have everything by which a format could stumble.
enum ExampleAlignment {
    static let report = AlignmentReport(toolVersion: "1.2.3", sets: [release, second])

    /// One target locale, as XLIFF has it.
    static func single(_ locale: String) -> AlignmentReport {
        let sets = report.sets.compactMap { set -> AlignedText? in
            guard let member = set.members.dropFirst().firstIndex(where: { $0.locale == locale }) else { return nil }
            return AlignedText(
                name: set.name, members: [set.members[0], set.members[member]],
                units: set.units.map { unit in
                    var unit = unit
                    unit.entries = [unit.entries[0], unit.entries[member]]
                    return unit
                })
        }
        return AlignmentReport(toolVersion: "1.2.3", sets: sets)
    }

    private static let release = AlignedText(
        name: "docs/en/release.md",
        members: [
            .init(path: "docs/en/release.md", locale: "en"),
            .init(path: "docs/de/über & \"uns\" <100%>.md", locale: "de", agreement: 93),
            .init(path: "docs/ja/release.md", locale: "ja", agreement: 88),
            .init(path: "docs/ar/release.md", locale: "ar", isRightToLeft: true, agreement: 75),
            .init(path: "docs/fr/other.md", locale: "fr", agreement: 4, isRelated: false),
        ], units: headings + rows + parts)

    private static let second = AlignedText(
        name: "docs/en/two.md",
        members: [
            .init(path: "docs/en/two.md", locale: "en"), .init(path: "docs/de/two.md", locale: "de"),
            .init(path: "docs/de/two.old.md", locale: "de"),
        ],
        units: [
            AlignedUnit(
                kind: .paragraph,
                entries: [source(1, "Second page"), pair(1, "Zweite Seite"), pair(2, "Seite 2", 40)])
        ])

    private static let headings = [
        AlignedUnit(
            kind: .heading, level: 1,
            entries: [
                source(1, "Release \"notes\" <draft> & 100%"), pair(1, "Versionshinweise „100 %“ <Entwurf>"),
                pair(1, "リリース「ノート」"), pair(2, "ملاحظات الإصدار"), none,
            ]),
        AlignedUnit(
            kind: .paragraph,
            entries: [
                source(3, "Line one\nwith a\ttab & a \u{7} bell, \\ and ]]> <b>end</b>", last: 4),
                pair(3, "Zeile eins\r\nmit \tTab\u{FFFE}", 97, last: 4),
                pair(3, "日本語のテキストです👩‍👩‍👧。か\u{3099}、長い文は端末の幅で折り返されます。", 64),
                pair(4, "اضغط \u{202E}evil\u{202C} على \"Enter\" الآن", 95), none,
            ]),
    ]

    private static let rows = [
        cell(1, 1, [source(6, "Date"), pair(6, "Datum"), pair(6, "日付"), AlignedEntry(.missing), none]),
        cell(1, 2, [source(6, "Change"), pair(6, "Änderung"), pair(6, "変更"), AlignedEntry(.missing), none]),
        cell(
            2, 1,
            [source(8, "2020-04-30"), AlignedEntry(.missing), pair(8, "2020/4/30"), AlignedEntry(.missing), none],
            isTranslatable: false),
        cell(
            2, 2,
            [
                source(8, "Removed `--fast|slow` from all commands of the tool"), AlignedEntry(.missing),
                pair(8, "すべてのコマンドから `--fast|slow` を削除しました", 96), AlignedEntry(.missing), none,
            ]),
        cell(3, 1, [none, extra(8, "2020-05-07"), extra(9, "2020/5/7"), none, none], isTranslatable: false),
        cell(3, 2, [none, extra(8, "Neu"), extra(9, "新規"), none, none], isTranslatable: false),
    ]

    private static let parts = [
        AlignedUnit(
            kind: .code, isTranslatable: false,
            entries: [
                source(11, (1...12).map { "line \($0) \"<&>\"" }.joined(separator: "\n"), last: 22),
                pair(10, "line 1"), AlignedEntry(.missing), pair(9, "line 1"), none,
            ]),
        AlignedUnit(
            kind: .item, level: 1,
            entries: [
                source(24, "First item"), moved(30, "Erster Punkt", 98), AlignedEntry(.merged),
                AlignedEntry(.joined, passage(12, "البند الأول"), confidence: 96, isCertain: true),
                none,
            ]),
        AlignedUnit(
            kind: .html, isTranslatable: false,
            entries: [source(26, "<br/>"), none, pair(12, "<br/>"), pair(14, "<br/>"), none]),
        AlignedUnit(
            kind: .paragraph, isTranslatable: false,
            entries: [none, extra(32, "Der Rest."), none, none, none]),
    ]

    private static let none = AlignedEntry(.none)

    private static func cell(
        _ row: Int, _ column: Int, _ entries: [AlignedEntry], isTranslatable: Bool = true
    ) -> AlignedUnit {
        AlignedUnit(
            kind: .cell, cell: .init(row: row, column: column), isTranslatable: isTranslatable, entries: entries)
    }

    private static func passage(_ line: Int, _ text: String, last: Int? = nil) -> AlignedEntry.Passage {
        AlignedEntry.Passage(line: line, lastLine: last ?? line, text: text)
    }

    private static func source(_ line: Int, _ text: String, last: Int? = nil) -> AlignedEntry {
        AlignedEntry(.source, passage(line, text, last: last), isCertain: true)
    }

    private static func pair(_ line: Int, _ text: String, _ confidence: Int = 100, last: Int? = nil) -> AlignedEntry {
        AlignedEntry(
            .aligned, passage(line, text, last: last), confidence: confidence, isCertain: confidence >= 95)
    }

    private static func moved(_ line: Int, _ text: String, _ confidence: Int) -> AlignedEntry {
        AlignedEntry(.moved, passage(line, text), confidence: confidence, isCertain: confidence >= 95)
    }

    private static func extra(_ line: Int, _ text: String) -> AlignedEntry {
        AlignedEntry(.extra, passage(line, text))
    }
}

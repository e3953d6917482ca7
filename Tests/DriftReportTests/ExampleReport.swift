import DriftFindings
import DriftReport
import DriftText

/// A report over documents that have everything by which a format could stumble.
enum ExampleReport {
    static func make() -> Report {
        Report(
            toolVersion: "1.2.3", rules: rules, findings: findings, setCount: 2, documentCount: 7,
            documents: [
                Report.Document(locale: "de", path: "docs/de/über uns 100%.md"),
                Report.Document(locale: "ko", path: "docs/ko/\"<&>\u{202E}.md"),
            ],
            suppressed: [
                suppressed(.inSource(reason: "“6” is <right> [here](x)\u{202E}")), suppressed(.inSource(reason: "")),
                suppressed(.baseline),
            ])
    }

    private static func suppressed(_ suppression: Finding.Suppression) -> Finding {
        var finding = number("de", "6", in: german, path: "docs/de/über uns 100%.md")
        finding.suppression = suppression
        finding.message = "does not count"
        return finding
    }

    /// A report of findings whose texts all are `text`.
    static func of(_ text: String, locales: [String] = ["de"], count: Int = 1) -> Report {
        let start = Position(line: 2, column: 3, utf16Column: 3, offset: 9)
        let findings = (0..<count).flatMap { index in
            locales.map { locale in
                let place = Place(path: "\(locale)/\(text)", start: start, end: start, lineText: text)
                return Finding(
                    rule: "changed-number", severity: Severity.allCases[index % 3], message: "\(text) \(index)",
                    set: text, locale: locale, place: place,
                    related: [RelatedPlace(locale: "en", place: place, text: text)], cause: "\(index)",
                    fingerprint: "\(index)\(locale)")
            }
        }
        return Report(
            toolVersion: "1.2.3", rules: rules, findings: findings, setCount: 1, documentCount: locales.count + 1)
    }

    static let rules = [
        RuleDescription(
            id: "missing-table-row", family: "structure", title: "Missing table row",
            summary: "A row of the source's table with which no row of the translation is aligned.", severity: .error,
            page:
                "# Missing table row\n\nA row of the source's table with which no row …\n\n## Passes\n\n```md de\n|`a`|\n```\n"
        ),
        RuleDescription(
            id: "changed-number", family: "values", title: "Changed number",
            summary: "A number that the translation states differently.", severity: .warning,
            page: "# Changed number\n\nA number that the translation states differently.\n"),
        RuleDescription(
            id: "inconsistent-term", family: "terms", title: "Inconsistent term",
            summary: "A term that one document translates in several ways.", severity: .info,
            page: "# Inconsistent term\n\nSee [terms](https://example.org/terms \"Terms & <rules>\").\n"),
        RuleDescription(
            id: "bidi-control", family: "text", title: "Bidirectional control",
            summary: "A control that reorders the text around it.", severity: .warning,
            page: "# Bidirectional control\n"),
    ]

    static let findings = [
        missingRow(
            "de", in: german, after: "| 2020-04-30 | Größe „<b>5 %</b>“ | nein |", path: "docs/de/über uns 100%.md"),
        missingRow("ja", in: japanese, after: "| 2020-04-30 | サイズ「5 %」 | いいえ |", path: "docs/ja/release.md"),
        longLine, number("de", "6", in: german, path: "docs/de/über uns 100%.md"),
        number("ja", "7", in: japanese, path: "docs/ja/release.md"), term, control, combining,
    ]

    static let english = SourceText(
        """
        # Release "notes" <draft> & 100%

        | Date | Change | Breaking |
        |---|---|---|
        | 2020-04-30 | Size "<b>5%</b>" | no |
        | 2020-05-07 | Removed `--fast\\t` | yes |

        Wait 5 minutes.
        """)
    static let german = SourceText(
        """
        # Versionshinweise „100 %“ <Entwurf>

        | Datum | Änderung | Inkompatibel |
        |---|---|---|
        | 2020-04-30 | Größe „<b>5 %</b>“ | nein |

        \tBitte\t6 Minuten warten.   
        """)
    static let japanese = SourceText(
        """
        \u{FEFF}# リリース「ノート」

        | 日付 | 変更 | 互換性 |
        |---|---|---|
        | 2020-04-30 | サイズ「5 %」 | いいえ |

        日本語のテキストです👩‍👩‍👧。か\u{3099}7分お待ちください。
        """)
    static let spanish = SourceText(
        "| "
            + (1...40).map { "celda número \($0)" }.joined(separator: " | ")
            + " | Por Determinar | "
            + (1...20).map { "表\($0)" }.joined(separator: " | ") + " |\nPor definir\n")
    static let arabic = SourceText("اضغط \u{202E}evil\u{202C} على \u{200F}\"Enter\"\u{1B}[31m الآن\n")
    static let hindi = SourceText("## e\u{301}te\u{301} हिन्दी [x](1) नया\r\n")

    /// The place at which `text` is found first.
    static func place(_ text: String, in source: SourceText, path: String) -> Place {
        let needle = Array(text.utf8)
        let starts = 0...(source.bytes.count - needle.count)
        let start = starts.first { source.bytes[$0..<($0 + needle.count)].elementsEqual(needle) } ?? 0
        return source.place(ByteRange(start, start + needle.count), path: path)
    }

    private static func related(_ text: String, _ locale: String, in source: SourceText, path: String) -> RelatedPlace {
        RelatedPlace(locale: locale, place: place(text, in: source, path: path), text: text)
    }

    private static func missingRow(_ locale: String, in source: SourceText, after row: String, path: String) -> Finding
    {
        let neighbour = place(row, in: source, path: path)
        let end = Place(path: path, start: neighbour.end, end: neighbour.end, lineText: neighbour.lineText)
        return Finding(
            rule: "missing-table-row", severity: .error, message: "Table row “2020-05-07” of the source is missing",
            set: "docs/en/release.md", locale: locale, place: end,
            related: [
                related("| 2020-05-07 | Removed `--fast\\t` | yes |", "en", in: english, path: "docs/en/release.md")
            ],
            cause: "00000000000000a1", fingerprint: locale == "de" ? "1111111111111111" : "2222222222222222")
    }

    private static func number(_ locale: String, _ value: String, in source: SourceText, path: String) -> Finding {
        let other = related("Wait 5 minutes.", "en", in: english, path: "docs/en/release.md")
        let unit = value == "6" ? "6 Minuten" : "7分"
        var at = place(unit, in: source, path: path)
        at = Place(
            path: path, start: at.start,
            end: Position(
                line: at.start.line, column: at.start.column + 1, utf16Column: at.start.utf16Column + 1,
                offset: at.start.offset + 1), lineText: at.lineText)
        return Finding(
            rule: "changed-number", severity: locale == "de" ? .error : .warning,
            message: "“\(value)” stands where the source has “5”", set: "docs/en/release.md", locale: locale, place: at,
            related: [other], cause: "00000000000000b2", fingerprint: "333333333333333\(value)",
            fix: FixIt(
                summary: "Replace “\(value)” by “5”", isSafe: locale == "de",
                edits: [FixIt.Edit(place: at, replacement: "5\t\"\u{202E}")]))
    }

    private static let longLine = Finding(
        rule: "inconsistent-term", severity: .info,
        message: "“TBD” is translated in 2 ways: “Por Determinar”, “Por definir”",
        set: "docs/en/long.md", locale: "es", place: place("Por Determinar", in: spanish, path: "docs/es/long.md"),
        related: [
            related("Por definir", "es", in: spanish, path: "docs/es/long.md"),
            RelatedPlace(
                locale: "zh-Hant", place: place("表7", in: spanish, path: "docs/zh-Hant/long.md"),
                text: "待定 " + String(repeating: "很長的文字", count: 20)),
        ], cause: "00000000000000c3", fingerprint: "4444444444444444")

    private static let term = Finding(
        rule: "inconsistent-term", severity: .info, message: "Message with\na line break, a \ttab and a \u{7} bell",
        set: "docs/en/long.md", locale: "es", place: place("表20", in: spanish, path: "docs/es/long.md"), related: [],
        cause: "00000000000000d4", fingerprint: "4444444444444444")

    private static let control = Finding(
        rule: "bidi-control", severity: .warning, message: "“\u{202E}” reorders the text around it",
        set: "docs/en/long.md", locale: "ar", place: place("evil", in: arabic, path: "docs/ar/long.md"),
        related: [
            RelatedPlace(
                locale: "en", place: place("notes", in: english, path: "docs/en/\u{202E}x.md"),
                text: "\u{2066}notes\u{1B}[0m")
        ], cause: "00000000000000e5", fingerprint: "5555555555555555")

    private static let combining = Finding(
        rule: "unlisted-rule", severity: .warning, message: "[x](https://example.org) is `\\[x](1)` in “हिन्दी”",
        set: "docs/en/release.md", locale: "hi", place: place("हिन्दी [x]", in: hindi, path: "docs/hi/a:b.md"),
        related: [related("notes", "en", in: english, path: "docs/en/release.md")], cause: "00000000000000f6",
        fingerprint: "6666666666666666")
}

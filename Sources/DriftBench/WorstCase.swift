/// Files that one careless or hostile pull request could hold, and what is run on them; in any size.
struct WorstCase: Sendable {
    let name: String
    /// What is written, by path below the folder of the case.
    let files: @Sendable (Int) -> [(path: String, text: String)]
    /// Arguments of the program, one run after the other; the last one is measured.
    let runs: [[String]]
    /// What a case's own measure of size is set to; 1 is the full size of the budget.
    let count: Int

    /// A source and a translation of one part repeated; `part` gives each side's text of one index.
    private static func pair(
        _ name: String, count: Int = 20_000, before: String = "", after: String = "",
        part: @escaping @Sendable (_ index: Int, _ isTarget: Bool, _ count: Int) -> String
    ) -> WorstCase {
        WorstCase(
            name: name,
            files: { count in
                [false, true].map { isTarget in
                    var text = before
                    for index in 0..<count { text += part(index, isTarget, count) }
                    return (isTarget ? "docs/de/a.md" : "docs/en/a.md", text + after)
                }
            }, runs: [compared], count: count)
    }

    private static let compared = ["compare", "docs/en/a.md", "docs/de/a.md"]

    static let all = tables + sequences + segments + repositories

    private static let header = "| Name | Meaning |\n|---|---|\n"

    private static let tables = [
        pair("table of equal rows", before: header) { _, _, _ in "| same | row |\n" },
        pair("table of equal rows, one half as long", before: header) { index, isTarget, count in
            isTarget && index >= count / 2 ? "" : "| same | row |\n"
        },
        pair("table in reverse order, by number", before: header) { index, isTarget, count in
            "| \(isTarget ? count - index : index + 1) | row |\n"
        },
        pair("table in reverse order, by name", before: header) { index, isTarget, count in
            "| \(MadeUpText.word(isTarget ? count - 1 - index : index)) | row |\n"
        },
        pair("table without a key", before: header) { index, isTarget, _ in
            "| \(MadeUpText.phrase(index, isTarget)) | \(MadeUpText.phrase(index + 7, isTarget)) |\n"
        },
        pair("table with nothing in common", before: header) { index, isTarget, _ in
            "| \(isTarget ? "x" : "y")\(index) | \(index * (isTarget ? 3 : 7) + 1) |\n"
        },
        WorstCase(
            name: "table of many columns",
            files: { count in
                [("docs/en/a.md", wideTable(count * 5 / 6)), ("docs/de/a.md", wideTable(count))]
            }, runs: [compared], count: 6_000),
    ]

    private static func wideTable(_ count: Int) -> String {
        let row = { (cell: (Int) -> String) in "|" + (0..<count).map { cell($0) + "|" }.joined() + "\n" }
        return row { "h\($0)" } + row { _ in "-" } + row { "a\($0)" } + row { _ in "b" }
    }

    private static let sequences = [
        pair("paragraphs that are all equal") { _, _, _ in "Same words again.\n\n" },
        pair("paragraphs in reverse order") { index, isTarget, count in
            "Paragraph `\(MadeUpText.word(isTarget ? count - 1 - index : index))` here.\n\n"
        },
        pair("paragraphs with nothing in common") { index, isTarget, _ in MadeUpText.phrase(index, isTarget) + ".\n\n"
        },
        pair("paragraphs with one number each, none in common") { index, isTarget, _ in
            "\(MadeUpText.phrase(index, isTarget)) \(index * 2 + (isTarget ? 1 : 0)).\n\n"
        },
        pair("paragraphs that are the same but for one") { index, isTarget, count in
            isTarget && index == count / 2 ? "" : "Paragraph \(index) of \(MadeUpText.word(index)).\n\n"
        },
        pair("headings with nothing in common") { index, isTarget, _ in "## \(MadeUpText.phrase(index, isTarget))\n\n"
        },
        pair("items of one list") { index, isTarget, _ in "- \(MadeUpText.phrase(index, isTarget))\n" },
        pair("lists nested in lists", count: 5_000) { index, isTarget, _ in
            String(repeating: " ", count: 2 * (index % 500)) + "- \(MadeUpText.phrase(index, isTarget))\n"
        },
        pair("list markers on one line", count: 20_000, after: "a\n") { _, _, _ in "- " },
        pair("code blocks with nothing in common") { index, isTarget, _ in
            "```sh\n\(MadeUpText.phrase(index, isTarget)) \(index)\n```\n\n"
        },
    ]

    private static let segments = [
        pair("cell of a million numbers", count: 1_000_000, before: header + "| ", after: " | a |\n") {
            index, isTarget, _ in "\(index * (isTarget ? 3 : 1)) "
        },
        pair("paragraph of a million words", count: 1_000_000) { index, isTarget, _ in
            MadeUpText.word(index * 31, isTarget) + " "
        },
        pair("paragraph of many links", count: 200_000) { index, isTarget, _ in
            "[a](/u\(isTarget ? index + 1 : index)) "
        },
        pair("paragraph of many placeholders", count: 300_000) { index, isTarget, _ in
            "{name\(isTarget ? index * 3 : index)} "
        },
        pair("paragraph of many code spans", count: 300_000) { index, isTarget, _ in
            "`name\(isTarget ? index * 3 : index)` "
        },
        pair("paragraph of many brackets", count: 1_000_000) { index, isTarget, _ in
            ["(", "[", "{", "\u{201C}"][(index + (isTarget ? 1 : 0)) % 4]
        },
        pair("paragraph of many sentences", count: 200_000) { index, isTarget, _ in
            isTarget && index == 0 ? "" : MadeUpText.phrase(index, isTarget) + ". "
        },
        pair("code block of many lines", count: 200_000, before: "```sh\n", after: "```\n") { index, isTarget, _ in
            "echo \(isTarget ? index * 3 : index) # \(MadeUpText.phrase(index, isTarget))\n"
        },
        pair("front matter of many keys", before: "---\n", after: "---\n\nText.\n") { index, isTarget, _ in
            "key\(isTarget ? index * 2 : index): \(MadeUpText.phrase(index, isTarget))\n"
        },
    ]

    private static let repositories = [
        WorstCase(
            name: "page in many locales",
            files: { count in
                MadeUpText.locales(count).map { locale in
                    (
                        "docs/\(locale)/a.md",
                        "---\ntitle: Page in \(locale)\ndraft: false\n\(locale.utf8.count % 2 == 0 ? "tags: a\n" : "")---\n"
                            + "# Title\n\nText in \(locale) of 12.\n"
                    )
                }
            }, runs: [["check"]], count: 10_000),
        WorstCase(
            name: "100,000 findings, suppressions, baseline",
            files: { count in
                [false, true].map { isTarget in
                    let lines = (0..<count).map { index in
                        (index % 10 == 0 && isTarget ? "<!-- driftlint-disable-next-block -->\n\n" : "")
                            + "\(MadeUpText.phrase(index, isTarget)) `a\(index)` has \(isTarget ? index + 1 : index) parts.\n\n"
                    }
                    return (isTarget ? "docs/de/a.md" : "docs/en/a.md", lines.joined())
                }
            },
            runs: [
                ["check", "--write-baseline=baseline.json"],
                ["check", "--baseline=baseline.json"],
            ], count: 100_000),
        WorstCase(
            name: "many files in one folder",
            files: { count in
                (0..<count).flatMap { index in
                    ["en", "de"].map { ("docs/page\(index).\($0).md", "# Page\n\nOne of \(index).\n") }
                }
            }, runs: [["check"]], count: 10_000),
        WorstCase(
            name: "20 MB document",
            files: { count in
                [false, true].map { isTarget in
                    let text = (0..<count).map { index in
                        "## \(MadeUpText.phrase(index, isTarget))\n\n\(MadeUpText.prose(index, isTarget))\n\n- \(MadeUpText.phrase(index * 5, isTarget))"
                            + " `code\(index % 977)`\n- [\(MadeUpText.word(index, isTarget))](page\(index % 89).md)\n\n"
                    }
                    return (isTarget ? "docs/de/a.md" : "docs/en/a.md", text.joined())
                }
            }, runs: [compared], count: 20_000),
    ]
}

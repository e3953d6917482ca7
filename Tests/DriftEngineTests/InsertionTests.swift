import Testing

/// What is inserted for a missing part, and how it is written.
@Suite struct InsertionTests {
    private func fixed(
        _ source: String, _ target: String, unsafe: Bool = false, others: [String: String] = [:]
    ) async throws -> String {
        try await FixerTests.fixed(source, target, unsafe: unsafe, others: others)
    }

    private static let log = """
        | Date | Who changed | What changed |
        |------|-------------|--------------|
        | 3/27/2020 | Ada Berg | General maintenance |
        | 9/8/2019 | Ada Berg | General maintenance |
        | 9/27/2018 | Ada Berg | First version of it |

        """

    @Test(
        arguments: [
            (
                "|Datum|Wer|Was|\n|-|-|-|\n|27.3.2020| Ada Berg| Wartung|\n|27.9.2018| Ada Berg| Fassung|\n",
                "|8.9.2019| Ada Berg| Wartung|"
            ),
            (
                "| Datum     | Wer      | Was     |\n|-----------|----------|--------:|\n"
                    + "| 27.3.2020 | Ada Berg | Wartung |\n| 27.9.2018 | Ada Berg | Fassung |\n",
                "| 8.9.2019  | Ada Berg | Wartung |"
            ),
            (
                "Datum | Wer | Was\n--- | --- | ---\n27.03.2020 | Ada Berg | Wartung\n27.09.2018 | Ada Berg | Fassung\n",
                "08.09.2019 | Ada Berg | Wartung"
            ),
        ])
    func writesARowAsTheOthersAreWritten(target: String, row: String) async throws {
        let lines = target.split(separator: "\n").map(String.init)
        let expected = (lines[...2] + [row] + lines[3...]).joined(separator: "\n") + "\n"
        #expect(try await fixed(Self.log, target) == expected)
    }

    @Test func takesTextsFromOtherPages() async throws {
        let source = "- Run `a`.\n- Open the door.\n- Run `b`.\n"
        let target = "- `a` ausführen.\n- `b` ausführen.\n"
        let marked = "- `a` ausführen.\n- Open the door. <!-- TODO translate -->\n- `b` ausführen.\n"
        #expect(try await fixed(source, target) == target)
        #expect(try await fixed(source, target, unsafe: true) == marked)
        let others = [
            "docs/en/other.md": "# Other\n\nOpen the door.\n\nRun `c` in the evening.\n",
            "docs/de/other.md": "# Anderes\n\nÖffnen Sie die Tür.\n\n`c` am Abend ausführen.\n",
        ]
        let known = "- `a` ausführen.\n- Öffnen Sie die Tür.\n- `b` ausführen.\n"
        #expect(try await fixed(source, target, others: others) == known)
    }

    @Test(
        arguments: [
            (
                "- Run `a`.\n- 45\n- Run `b`.\n", "* `a` starten.\n* `b` starten.\n",
                "* `a` starten.\n* 45\n* `b` starten.\n"
            ),
            (
                "1. Run `a`.\n2. `45`\n3. Run `b`.\n", "1) `a` starten.\n2) `b` starten.",
                "1) `a` starten.\n2) `45`\n3) `b` starten."
            ),
            (
                "- Run `a`.\n- Run `b`.\n- `c 45`\n", "-  `a` starten.\n-  `b` starten.",
                "-  `a` starten.\n-  `b` starten.\n-  `c 45`"
            ),
            (
                "- Run `a`.\n\n  ```sh\n  go a\n    x\n  ```\n- Run `b`.\n", "1. `a` starten.\n2. `b` starten.\n",
                "1. `a` starten.\n\n   ```sh\n   go a\n     x\n   ```\n2. `b` starten.\n"
            ),
            // A list that counts goes on counting, from wherever it began.
            (
                "3. Run `a`.\n4. `45`\n5. Run `b`.\n6. `67`\n7. Run `c`.\n",
                "3. `a` starten.\n4. `b` starten.\n5. `c` starten.\n",
                "3. `a` starten.\n4. `45`\n5. `b` starten.\n6. `67`\n7. `c` starten.\n"
            ),
            (
                "1. `45`\n2. Run `a`.\n3. Run `b`.\n", "1. `a` starten.\n2. `b` starten.\n",
                "1. `45`\n2. `a` starten.\n3. `b` starten.\n"
            ),
            // One that has gaps, or one number throughout, does not.
            (
                "1. Run `a`.\n2. `45`\n3. Run `b`.\n4. Run `c`.\n",
                "1. `a` starten.\n3. `b` starten.\n3. `c` starten.\n",
                "1. `a` starten.\n2. `45`\n3. `b` starten.\n3. `c` starten.\n"
            ),
            (
                "1. Run `a`.\n1. `45`\n1. Run `b`.\n", "1. `a` starten.\n1. `b` starten.\n",
                "1. `a` starten.\n1. `45`\n1. `b` starten.\n"
            ),
            // A longer number would push the second line out of its item.
            (
                "8. Run `a`.\n9. `45`\n10. Run `b`.\n    Wait 5 s.\n",
                "8. `a` starten.\n9. `b` starten.\n   5 s warten.\n",
                "8. `a` starten.\n9. `45`\n9. `b` starten.\n   5 s warten.\n"
            ),
        ])
    func keepsTheStyleOfAList(source: String, target: String, expected: String) async throws {
        #expect(try await fixed(source, target, unsafe: true) == expected)
    }

    @Test func insertsCodeAndPicturesWithoutReview() async throws {
        let source = "# Title\n\nRun `a` first.\n\n```sh\ngo 1\n```\n\n![Door](door.png)\n\nThen run `b` twice.\n"
        let target = "# Titel\r\n\r\nZuerst `a` starten.\r\n\r\nDann zweimal `b` starten."
        let expected =
            "# Titel\r\n\r\nZuerst `a` starten.\r\n\r\n```sh\r\ngo 1\r\n```\r\n\r\n![Door](../en/door.png)\r\n\r\n"
            + "Dann zweimal `b` starten."
        let fixed = try await fixed(source, target, others: ["docs/en/door.png": ""])
        #expect(fixed.utf8.elementsEqual(expected.utf8), "\(fixed)")
    }

    @Test func leavesAChoiceOfLanguagesAsItIs() async throws {
        let source = "# Title 1\n\nRun `a` first.\n\nRead [Deutsch](../de/page.md).\n\nThen run `b` twice.\n"
        let target = "# Titel 1\n\nZuerst `a` starten.\n\nDann zweimal `b` starten.\n"
        let fixed = try await fixed(source, target, unsafe: true)
        #expect(fixed.contains("\n\nRead [Deutsch](../de/page.md). <!-- TODO translate -->\n\nDann"), "\(fixed)")
    }

    @Test func pointsLinksToTheLocalesOwnPages() async throws {
        let source = "# Title 1\n\nRun `a` first.\n\nSee [this](../en/other.md#part).\n\nThen run `b` twice.\n"
        let target = "# Titel 1\n\nZuerst `a` starten.\n\nDann zweimal `b` starten.\n"
        let others = ["docs/en/other.md": "# Other\n", "docs/de/other.md": "# Anderes\n"]
        let fixed = try await fixed(source, target, unsafe: true, others: others)
        #expect(fixed.contains("\n\nSee [this](other.md#part). <!-- TODO translate -->\n\nDann"), "\(fixed)")
    }

    /// A row that two translations have is missing in the source, and in the third.
    @Test func insertsIntoTheSourceWhatTranslationsHave() async throws {
        let table = { (header: String, rows: [String]) in
            "# 1\n\n| \(header) | Code |\n|---|---|\n" + rows.map { "| \($0) |\n" }.joined()
        }
        let documents = [
            "docs/en/page.md": table("Date", ["3/27/2020 | `a`", "9/28/2019 | `c`"]),
            "docs/de/page.md": table("Datum", ["27.3.2020 | `a`", "30.11.2019 | Die Tür", "28.9.2019 | `c`"]),
            "docs/fr/page.md": table("Date", ["27/3/2020 | `a`", "30/11/2019 | La porte", "28/9/2019 | `c`"]),
            "docs/es/page.md": table("Fecha", ["27/3/2020 | `a`", "28/9/2019 | `c`"]),
        ]
        let outcome = try await FixerTests.outcome(documents, unsafe: true)
        #expect(outcome.files.map(\.path) == ["docs/en/page.md"])
        #expect(
            outcome.files.map { String(decoding: $0.after, as: UTF8.self) } == [
                table(
                    "Date", ["3/27/2020 | `a`", "11/30/2019 | Die Tür <!-- TODO translate -->", "9/28/2019 | `c`"])
            ])
        // Nothing is carried on to other translations before somebody has translated it.
        #expect(outcome.findings.map(\.place.path) == ["docs/es/page.md"])
        #expect(try await FixerTests.outcome(documents, unsafe: false).files.isEmpty)
    }
}

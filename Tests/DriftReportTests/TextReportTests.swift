import DriftFindings
import DriftText
import Testing

@testable import DriftReport

/// `line` with a finding from `[` to `]`, and what is shown of it in `width` columns.
@Test(arguments: [
    ("ab [cd] ef", 40, "ab cd ef", "   ^~"), ("[]ab", 40, "ab", "^"), ("ab[]", 40, "ab", "  ^"), ("", 40, "", "^"),
    ("\t[x]\ty  ", 40, " x y", " ^"), ("日本[語]x", 40, "日本語x", "    ^~"),
    ("e\u{301}e\u{301}[x]", 40, "e\u{301}e\u{301}x", "  ^"),
    ("か[\u{3099}]x", 40, "か\u{3099}x", "^~"), ("👩‍👧[y]", 40, "👩‍👧y", "  ^"),
    ("a\u{202E}[b]", 40, "a\\u{202E}b", "         ^"),
    ("a[\u{202E}]b", 40, "a\\u{202E}b", " ^~~~~~~~"),
    ("[ab] 3456789 123456789", 12, "ab 3456789 …", "^~"),
    ("0123456789 123456789 [ab]", 12, "…23456789 ab", "          ^~"),
    ("0123456789 123456789 [ab] 0123456789", 12, "…789 ab 012…", "     ^~"),
    ("日本語日本語日本語[日]日本語日本語日本語", 12, "…本語日日本…", "     ^~"),
    ("0123456789 [0123456789 0123456789] 0123", 12, "…0123456789…", " ^~~~~~~~~~"),
    ("a\u{202E}[]", 40, "a\\u{202E}", "         ^"),
    ("0123456789 0123456789[]", 12, "… 0123456789", "            ^"),
])
func snippetMarksTheFinding(line: String, width: Int, text: String, caret: String) {
    let snippet = Snippet(marked(line), width: width)
    let drawn =
        String(repeating: " ", count: snippet.markColumn) + "^" + String(repeating: "~", count: snippet.markWidth - 1)
    #expect(Array(snippet.text.utf8) == Array(text.utf8))
    #expect(drawn == caret)
}

@Test(arguments: 12...80)
func snippetsFitWhereverThePlaceIs(width: Int) {
    let line = "|" + (1...12).map { "列\($0) e\u{301} 👍🏽\t\u{202E}" }.joined(separator: "|")
    let count = line.unicodeScalars.count
    for column in 1...(count + 3) {
        for length in [0, 1, 2, width, 2 * count] {
            let start = Position(line: 1, column: column, utf16Column: column, offset: column)
            let end = Position(line: 1, column: column + length, utf16Column: column + length, offset: column + length)
            let snippet = Snippet(Place(path: "x", start: start, end: end, lineText: line), width: width)
            #expect(snippet.text.displayWidth <= width)
            #expect(snippet.markColumn >= 0 && snippet.markColumn + snippet.markWidth <= width + 1)
        }
    }
}

@Test(arguments: [0, 5_000, 50_000, 99_999, 100_000])
func hugeLinesAreCutAroundTheFinding(start: Int) {
    let line = String(repeating: "0123456789", count: start / 10) + "[x]" + String(repeating: "e\u{301}", count: 50_000)
    let snippet = Snippet(marked(line), width: 40)
    let column = snippet.text.index(snippet.text.startIndex, offsetBy: snippet.markColumn)
    #expect(snippet.text[column] == "x")
    #expect(snippet.markWidth == 1)
    #expect((39...40).contains(snippet.text.displayWidth))
    #expect(snippet.text.hasPrefix("…") == (start > 0) && snippet.text.hasSuffix("…"))
}

private func marked(_ line: String) -> Place {
    let scalars = Array(line.unicodeScalars)
    let start = scalars.firstIndex(of: "[") ?? 0
    let end = (scalars.firstIndex(of: "]") ?? 1) - 1
    func position(_ index: Int) -> Position {
        Position(line: 1, column: index + 1, utf16Column: index + 1, offset: index)
    }
    let plain = scalars.filter { $0 != "[" && $0 != "]" }
    return Place(
        path: "x.md", start: position(start), end: position(end), lineText: String(String.UnicodeScalarView(plain)))
}

@Test func nothingFoundIsSaid() {
    let report = Report(toolVersion: "1", rules: [], findings: [], setCount: 1, documentCount: 5)
    #expect(TextReport.render(report) == "No drift found; 5 documents in 1 locale set\n")
    #expect(TextReport.render(report, .init(quiet: true)).isEmpty)
}

@Test(arguments: [20, 60, 100], [false, true])
func linesAreSafeAndEndWithoutBlanks(width: Int, color: Bool) {
    let text = TextReport.render(ExampleReport.make(), .init(color: color, width: width))
    for line in text.split(separator: "\n") {
        #expect(line.last != " " && line.last != "\t")
        let unsafe = line.unicodeScalars.filter { $0.isUnsafeToDisplay && !(color && $0 == "\u{1B}") }
        #expect(unsafe.isEmpty)
    }
}

@Test func orderOfInputDoesNotMatter() {
    let example = ExampleReport.make()
    let reversed = Report(
        toolVersion: "1.2.3", rules: ExampleReport.rules.reversed() + ExampleReport.rules,
        findings: ExampleReport.findings.reversed(), setCount: 2, documentCount: 7,
        suppressed: example.suppressed.reversed())
    #expect(TextReport.render(reversed) == TextReport.render(example))
    #expect(SARIFReport.render(reversed) == SARIFReport.render(example))
}

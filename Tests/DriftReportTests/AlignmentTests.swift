import DriftFindings
import DriftText
import Golden
import Testing

@testable import DriftReport

@Test(arguments: [
    "align-80.txt", "align-140.txt", "align-color.txt", "align.json", "align.tsv", "align.tmx", "align-uncertain.tmx",
    "align.xlf", "align-uncertain.xlf",
])
func rendersAlignmentsAsRecorded(file: String) throws {
    #expect(try Golden.check(render(file), against: "fixtures/reports/\(file)") == .matches)
}

private func render(_ file: String) -> String {
    let report = ExampleAlignment.report
    return switch file {
    case "align-80.txt": view(.init())
    case "align-140.txt": view(.init(width: 140))
    case "align-color.txt": view(.init(color: true, width: 160, isolates: true))
    case "align.json": AlignmentJSON.render(report)
    case "align.tsv": AlignmentTSV.render(report)
    case "align.tmx": AlignmentTMX.render(report)
    case "align-uncertain.tmx": AlignmentTMX.render(report, uncertain: true)
    case "align.xlf": AlignmentXLIFF.render(ExampleAlignment.single("ar"), locale: "ar") ?? ""
    default: AlignmentXLIFF.render(ExampleAlignment.single("ja"), locale: "ja", uncertain: true) ?? ""
    }
}

private func view(_ options: AlignmentView.Options) -> String {
    ExampleAlignment.report.sets.map { AlignmentView.render($0, options) + "\n" }.joined()
        + AlignmentView.legend(options)
}

@Test(arguments: [72, 80, 93, 120, 160, 200, 400])
func linesFitTheTerminal(width: Int) {
    let set = ExampleAlignment.report.sets[0]
    let body = AlignmentView.render(set, .init(width: width)).split(separator: "\n").dropFirst(set.members.count + 1)
    #expect(!body.isEmpty)
    for line in body { #expect(String(line).displayWidth <= width, "\(line)") }
}

@Test(arguments: [1, 5, 20, 80])
func anyWidthIsSurvived(width: Int) {
    let text = AlignmentView.render(ExampleAlignment.report.sets[0], .init(width: width))
    #expect(text.contains("Release"))
}

@Test func noControlReachesTheTerminal() {
    let text = view(.init(color: false, width: 100, isolates: false))
    #expect(!text.unicodeScalars.contains { $0.isUnsafeToDisplay && $0 != "\n" })
}

@Test func isolatesAreClosedOnTheirLine() {
    for line in view(.init(width: 160, isolates: true)).split(separator: "\n") {
        let opened = line.unicodeScalars.filter { $0 == "\u{2067}" || $0 == "\u{2068}" }.count
        #expect(opened == line.unicodeScalars.filter { $0 == "\u{2069}" }.count)
    }
}

@Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("abcdefgh", 3, ["abc", "def", "gh"]), ("", 5, [""]),
    ("日本語です。", 10, ["日本語で", "す。"]), ("a 「日本」", 5, ["a", "「日", "本」"]), ("日 本", 4, ["日", "本"]),
])
func textIsWrappedByDisplayWidth(text: String, width: Int, lines: [String]) {
    #expect(text.wrapped(to: width) == lines)
}

@Test func onlyWhatIsTranslatedAndCertainIsWritten() {
    let tmx = AlignmentTMX.render(ExampleAlignment.report)
    for absent in ["日本語のテキスト", "2020-04-30", "line 1", "<br/>", "Der Rest", "2020-05-07", "Seite 2"] {
        #expect(!tmx.contains(absent), "\(absent)")
    }
    #expect(tmx.contains("Zweite Seite"))
    let all = AlignmentTMX.render(ExampleAlignment.report, uncertain: true)
    #expect(all.contains("日本語のテキスト") && all.contains("Seite 2") && !all.contains("2020-04-30"))
}

@Test func documentsWithoutPairsAreNoXLIFF() {
    #expect(AlignmentXLIFF.render(ExampleAlignment.single("fr"), locale: "fr", uncertain: true) == nil)
}

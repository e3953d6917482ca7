import DriftReport
import Golden
import Testing

@Test(arguments: ["text-color.txt", "text-quiet.txt"])
func rendersAsRecorded(file: String) throws {
    let options =
        file == "text-color.txt" ? TextReport.Options(color: true, width: 60) : TextReport.Options(quiet: true)
    let output = TextReport.render(ExampleReport.make(), options)
    #expect(try Golden.check(output, against: "fixtures/reports/\(file)") == .matches)
}

@Test(arguments: OutputFormat.allCases)
func formatsRenderAsRecorded(format: OutputFormat) throws {
    let output = format.render(ExampleReport.make())
    #expect(try Golden.check(output, against: "fixtures/reports/\(format.goldenFile)") == .matches)
}

extension OutputFormat {
    /// Name of the file in which the example is recorded.
    var goldenFile: String {
        switch self {
        case .text: "text.txt"
        case .concise: "concise.txt"
        case .github: "github.txt"
        case .gitlab: "gitlab.json"
        case .junit: "junit.xml"
        case .checkstyle: "checkstyle.xml"
        case .markdown: "report.md"
        case .json, .jsonl, .sarif, .rdjson, .rdjsonl: "report.\(rawValue)"
        }
    }
}

import DriftReport
import Golden
import Testing

@Test(arguments: ["text.txt", "text-color.txt", "text-quiet.txt", "report.json", "report.sarif"])
func rendersAsRecorded(file: String) throws {
    let report = ExampleReport.make()
    let output =
        switch file {
        case "text.txt": TextReport.render(report)
        case "text-color.txt": TextReport.render(report, .init(color: true, width: 60))
        case "text-quiet.txt": TextReport.render(report, .init(quiet: true))
        case "report.json": JSONReport.render(report)
        default: SARIFReport.render(report)
        }
    #expect(try Golden.check(output, against: "fixtures/reports/\(file)") == .matches)
}

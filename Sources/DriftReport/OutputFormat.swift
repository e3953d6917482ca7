/// A format of a report, by the name under which it is asked for.
package enum OutputFormat: String, Sendable, CaseIterable {
    case text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, rdjsonl, markdown

    /// Writes the report; only the text for people heeds the options.
    package func render(_ report: Report, _ options: TextReport.Options = TextReport.Options()) -> String {
        switch self {
        case .text: TextReport.render(report, options)
        case .concise: ConciseReport.render(report)
        case .json: JSONReport.render(report)
        case .jsonl: JSONReport.renderLines(report)
        case .sarif: SARIFReport.render(report)
        case .github: GitHubReport.render(report)
        case .gitlab: GitLabReport.render(report)
        case .junit: JUnitReport.render(report)
        case .checkstyle: CheckstyleReport.render(report)
        case .rdjson: RDJSONReport.render(report)
        case .rdjsonl: RDJSONReport.renderLines(report)
        case .markdown: MarkdownReport.render(report)
        }
    }
}

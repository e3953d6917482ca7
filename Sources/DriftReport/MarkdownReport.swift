internal import DriftFindings
internal import DriftText

/// Markdown for a comment on a pull request or a summary of a job: what was found by locale, folded.
///
/// All that comes from documents stands in code spans, in which a host neither makes links of it nor notifies anybody.
package enum MarkdownReport {
    /// Characters that GitHub takes for a comment.
    package static let lengthLimit = 65_536
    /// Begins a report, so that a bot finds the comment that it wrote before.
    package static let marker = "<!-- driftlint-report -->"

    /// Renders what fits, the gravest of all locales first, and says how much was left out.
    ///
    /// - Parameter limit: Unicode scalars of the whole text.
    package static func render(_ report: Report, limit: Int = lengthLimit) -> String {
        let causes = Cause.group(report.findings)
        let head = MarkdownReport.head(Summary(report, shown: causes))
        var sections = MarkdownSection.sections(of: causes)
        let frame = sections.reduce(head.length + noteRoom) { $0 + $1.text(items: [], omitted: Int.max).length }
        let omitted = MarkdownSection.fill(&sections, room: limit - frame)
        let body = sections.map(\.text).joined()
        let hidden = report.hidden.count
        return head + body
            + note(omitted > 0 ? "\(omitted) are left out, since a comment holds \(limit) characters" : "")
            + note(hidden > 0 ? "\(hidden) more findings are not shown" : "")
    }

    private static let noteRoom = 200

    private static func note(_ text: String) -> String { text.isEmpty ? "" : "\n_\(text)._\n" }

    private static func head(_ summary: Summary) -> String {
        let checked = "\(counted(summary.documentCount, "document")) in \(counted(summary.setCount, "locale set"))"
        guard summary.total.causes > 0 else {
            return "\(marker)\n### driftlint: no drift found\n\nChecked \(checked).\n"
        }
        let severities = Severity.allCases.reversed().compactMap { severity -> String? in
            guard let count = summary.bySeverity[severity]?.causes, count > 0 else { return nil }
            return severity == .info ? "\(count) info" : counted(count, severity.rawValue)
        }
        return "\(marker)\n### driftlint: \(severities.joined(separator: ", "))\n\n"
            + "In \(counted(summary.total.places, "place")); checked \(checked).\n"
    }

    static func counted(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}

/// What is said of one locale.
private struct MarkdownSection {
    var locale: String
    /// Causes with their places in this locale, the gravest first.
    var causes: [Cause]
    /// What is shown of them.
    var items: [String] = []

    /// By locale.
    static func sections(of causes: [Cause]) -> [MarkdownSection] {
        var byLocale: [String: [Cause]] = [:]
        for cause in causes {
            for (locale, findings) in Dictionary(grouping: cause.findings, by: \.locale) {
                byLocale[locale, default: []].append(Cause(findings: findings))
            }
        }
        return byLocale.sorted { $0.key < $1.key }.map {
            MarkdownSection(locale: $0.key, causes: $0.value.gravestFirst)
        }
    }

    /// Fills the sections by severity as long as there is room, and returns how many items have none.
    static func fill(_ sections: inout [MarkdownSection], room: Int) -> Int {
        var room = room
        var omitted = 0
        for severity in Severity.allCases.reversed() {
            for index in sections.indices {
                for cause in sections[index].causes where cause.severity == severity {
                    let item = MarkdownSection.item(cause)
                    room -= item.length
                    if room >= 0 { sections[index].items.append(item) } else { omitted += 1 }
                }
            }
        }
        return omitted
    }

    var text: String { text(items: items, omitted: causes.count - items.count) }

    /// - Parameter omitted: how many items have no room.
    func text(items: [String], omitted: Int) -> String {
        let places = causes.reduce(0) { $0 + $1.findings.count }
        let note = omitted > 0 ? "\n_\(omitted) more are left out._\n" : ""
        let title = "<b>\(XMLText.content(locale.escapedForDisplay))</b>: \(MarkdownReport.counted(places, "place"))"
        return "\n<details>\n<summary>\(title)</summary>\n\n\(items.joined())\(note)\n</details>\n"
    }

    private static func item(_ cause: Cause) -> String {
        guard let finding = cause.gravest else { return "" }
        let more = cause.findings.count > 5 ? " and \(cause.findings.count - 5) more" : ""
        let places = cause.findings.prefix(5).map { span(place($0.place)) }.joined(separator: ", ") + more
        var lines = [
            "- **\(finding.severity.rawValue)** \(span(finding.message)) \(span(finding.rule))", "  \(places)",
        ]
        lines += finding.related.prefix(2).map { "  \(span($0.locale)) \(span(place($0.place))) \(span($0.text))" }
        // A hard line break after all but the last.
        return lines.joined(separator: "<br>\n") + "\n"
    }

    private static func place(_ place: Place) -> String { "\(place.path):\(place.start.line)" }

    /// A code span, which nothing in the text can end (CommonMark 0.31.2, section 6.1).
    private static func span(_ text: String) -> String {
        let text = text.escapedForDisplay.cut(to: 300)
        guard text.utf8.contains(where: { $0 != UInt8(ascii: " ") }) else { return "" }
        var (longest, run) = (0, 0)
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let blank = text.hasPrefix("`") || text.hasSuffix("`") || text.hasPrefix(" ") ? " " : ""
        return fence + blank + text + blank + fence
    }
}

extension String {
    fileprivate var length: Int { unicodeScalars.count }
}

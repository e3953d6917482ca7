internal import DriftFindings
internal import DriftText

/// The report for people: causes with their places, both sides of each, by locale set.
package enum TextReport {
    package struct Options: Sendable {
        /// Whether to write ANSI colours.
        package var color: Bool
        /// Columns of the terminal, to which source lines and counterparts are cut.
        package var width: Int
        /// Whether to leave out source lines, counterparts and the closing line.
        package var quiet: Bool
        /// Whether to spell all else out in ASCII.
        package var ascii: Bool

        package init(color: Bool = false, width: Int = 100, quiet: Bool = false, ascii: Bool = false) {
            self.color = color
            self.width = width
            self.quiet = quiet
            self.ascii = ascii
        }
    }

    package static func render(_ report: Report, _ options: Options = Options()) -> String {
        let causes = Cause.group(report.findings)
        let titles = Dictionary(uniqueKeysWithValues: report.rules.map { ($0.id, $0.title) })
        var writer = TextWriter(options: options, titles: titles)
        for group in CauseGroup.group(causes) { writer.write(group) }
        if !options.quiet { writer.writeClosing(Summary(report, shown: causes)) }
        return options.ascii ? writer.output.asciiSpelling : writer.output
    }
}

/// Appends a report's lines to a string.
struct TextWriter {
    let options: TextReport.Options
    /// Headings of the rules' pages by id.
    let titles: [String: String]
    let palette: Palette
    private(set) var output = ""

    init(options: TextReport.Options, titles: [String: String]) {
        self.options = options
        self.titles = titles
        palette = Palette(isOn: options.color)
    }

    private mutating func line(_ text: String) {
        output += text + "\n"
    }

    mutating func write(_ group: CauseGroup) {
        if options.quiet, !output.isEmpty { line("") }
        line(palette.heading(group.set.escapedForDisplay))
        for cause in group.causes {
            write(cause)
            if !options.quiet { line("") }
        }
    }

    private mutating func write(_ cause: Cause) {
        guard let first = cause.findings.first else { return }
        let hasOneMessage = cause.findings.allSatisfy { $0.message == first.message }
        let rules = cause.rules
        let message = hasOneMessage ? first.message : rules.map { titles[$0] ?? $0 }.joined(separator: ", ")
        let severity = palette.severity(cause.severity.rawValue, cause.severity)
        let head = palette.bold(": " + message.escapedForDisplay)
        line("\(severity)\(head) \(palette.dim("[\(rules.joined(separator: ", ").escapedForDisplay)]"))")
        let counterparts = Counterparts(cause)
        for finding in cause.findings {
            write(finding, message: hasOneMessage ? nil : finding.message)
            if !options.quiet { write(counterparts.own(of: finding), indent: 4) }
        }
        if !options.quiet { write(counterparts.shared, indent: 2) }
    }

    private mutating func write(_ finding: Finding, message: String?) {
        let locale = palette.locale("(\(finding.locale.escapedForDisplay))")
        let suffix = message.map { "  " + $0.escapedForDisplay } ?? ""
        let start = finding.place.start
        line("  \(finding.place.path.escapedForDisplay):\(start.line):\(start.column)  \(locale)\(suffix)")
        guard !options.quiet else { return }
        writeSnippet(finding)
        if let fix = finding.fix {
            let review = fix.isSafe ? "" : " (needs review)"
            line(palette.dim("    fix: \(fix.summary.escapedForDisplay)\(review)"))
        }
    }

    private mutating func writeSnippet(_ finding: Finding) {
        let number = String(finding.place.start.line)
        // Seven columns beside the line, and one for a caret behind its end.
        let snippet = Snippet(finding.place, width: options.width - number.count - 8, ascii: options.ascii)
        let blank = String(repeating: " ", count: number.count)
        let caret = "^" + String(repeating: "~", count: snippet.markWidth - 1)
        let indent = String(repeating: " ", count: snippet.markColumn)
        let text = snippet.text.isEmpty ? "" : " " + snippet.text
        line("    \(palette.dim(number + " │"))\(text)")
        line("    \(palette.dim(blank + " │")) \(indent)\(palette.severity(caret, finding.severity))")
    }

    private mutating func write(_ counterparts: [RelatedPlace], indent: Int) {
        let places = counterparts.map { "\($0.place.path.escapedForDisplay):\($0.place.start.line)" }
        let localeWidth = counterparts.map(\.locale.displayWidth).max() ?? 0
        let placeWidth = places.map(\.displayWidth).max() ?? 0
        for (related, place) in zip(counterparts, places) {
            let locale = related.locale.escapedForDisplay.padded(to: localeWidth)
            let room = max(24, options.width - indent - localeWidth - placeWidth - 6)
            let shown = related.text.escapedForDisplay.trimmingTrailingBlanks
            let text = (options.ascii ? shown.asciiSpelling : shown).cut(to: room)
            let bar = palette.dim(text.isEmpty ? "│" : "│ ")
            let head = String(repeating: " ", count: indent) + palette.locale(locale)
            line("\(head)  \(palette.dim(place.padded(to: placeWidth)))  \(bar)\(text)")
        }
    }

    /// Counts of causes by severity and of places by locale, and what was checked.
    mutating func writeClosing(_ summary: Summary) {
        let checked = "\(counted(summary.documentCount, "document")) in \(counted(summary.setCount, "locale set"))"
        guard summary.total.causes > 0 else { return line("No drift found; \(checked)") }
        let severities = Severity.allCases.reversed().compactMap { severity -> String? in
            guard let count = summary.bySeverity[severity]?.causes, count > 0 else { return nil }
            let name = severity == .info ? "\(count) info" : counted(count, severity.rawValue)
            return palette.severity(name, severity)
        }
        let locales = summary.byLocale.map { "\($0.locale.escapedForDisplay) \($0.count.places)" }
        let places = "\(counted(summary.total.places, "place")) (\(locales.joined(separator: ", ")))"
        line("\(severities.joined(separator: ", ")) in \(places); \(checked)")
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}

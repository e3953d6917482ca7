package import DriftFindings
internal import DriftText

/// What a self-test has shown, as text or JSON.
package struct SelfTestReport: Sendable {
    /// Failures that the text lists; JSON has them all.
    private static let shownFailures = 10

    private typealias Tally = SelfTestResult.Tally

    private let result: SelfTestResult

    package init(_ result: SelfTestResult) {
        self.result = result
    }

    // MARK: Text

    package func text(color: Bool) -> String {
        let palette = Palette(isOn: color)
        var sections: [String] = []
        if result.rows.contains(where: { !$0.isHarmless }) {
            sections.append(
                table(driftHeader("drift"), kindRows(isHarmless: false) + [driftRow("all") { !$0.isHarmless }], palette)
            )
            sections.append(
                table(
                    driftHeader("locale"),
                    locales(isHarmless: false).map { locale in
                        driftRow(locale) { !$0.isHarmless && $0.locale == locale }
                    }, palette))
        }
        if result.rows.contains(where: \.isHarmless) {
            sections.append(
                table(
                    Self.harmlessHeader, kindRows(isHarmless: true) + [harmlessRow("all", where: \.isHarmless)], palette
                ))
            sections.append(
                table(
                    ["locale"] + Self.harmlessHeader.dropFirst(),
                    locales(isHarmless: true).map { locale in
                        harmlessRow(locale) { $0.isHarmless && $0.locale == locale }
                    }, palette))
        }
        return (sections + failures(palette) + [summary]).joined(separator: "\n")
    }

    private func driftHeader(_ name: String) -> [String] {
        [name, "seeded", "found", "recall", "right line", "causes a change"]
    }

    private static let harmlessHeader = ["harmless change", "made", "false alarms", "causes a change"]

    private func kindRows(isHarmless: Bool) -> [[String]] {
        let kinds = result.kinds.filter { kind in
            result.rows.contains { $0.kind == kind && $0.isHarmless == isHarmless }
        }
        return kinds.map { kind in
            isHarmless ? harmlessRow(kind) { $0.kind == kind } : driftRow(kind) { $0.kind == kind }
        }
    }

    private func locales(isHarmless: Bool) -> [String] {
        result.locales.filter { locale in
            result.rows.contains { $0.locale == locale && $0.isHarmless == isHarmless }
        }
    }

    private func driftRow(_ name: String, where isMeant: (SelfTestResult.Row) -> Bool) -> [String] {
        let tally = result.total(where: isMeant)
        return [
            name, "\(tally.seeded)", "\(tally.found)", share(tally.found, of: tally.seeded),
            share(tally.exact, of: tally.noticed), ratio(tally.newCauses, to: tally.seeded),
        ]
    }

    private func harmlessRow(_ name: String, where isMeant: (SelfTestResult.Row) -> Bool) -> [String] {
        let tally = result.total(where: isMeant)
        return [name, "\(tally.seeded)", "\(tally.alarms)", ratio(tally.newCauses, to: tally.seeded)]
    }

    /// The first column on the left, numbers on the right.
    private func table(_ header: [String], _ rows: [[String]], _ palette: Palette) -> String {
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { $0[column].displayWidth }.max() ?? 0 }
        let lines = all.enumerated().map { index, row in
            let line = row.enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: widths[column] - cell.displayWidth)
                return column == 0 ? cell + blanks : blanks + cell
            }.joined(separator: "  ")
            return index == 0 ? palette.bold(line) : line
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func failures(_ palette: Palette) -> [String] {
        guard !result.failures.isEmpty else { return [] }
        var lines = result.failures.prefix(Self.shownFailures).map { failure in
            let what = failure.isHarmless ? "false alarm" : failure.findings.isEmpty ? "not found" : "found elsewhere"
            let place = "\(failure.path):\(failure.line)".escapedForDisplay
            let head = "\(palette.bold(place)): \(what): \(failure.kind): \(failure.change.escapedForDisplay)"
            return ([head] + failure.findings.prefix(2).map { "  \($0.escapedForDisplay)" }).joined(separator: "\n")
                + "\n"
        }
        let rest = result.failures.count - lines.count
        if rest > 0 { lines.append("… and \(rest) more, which --output-format json lists\n") }
        return [lines.joined()]
    }

    private var summary: String {
        let drift = result.total { !$0.isHarmless }
        let harmless = result.total(where: \.isHarmless)
        return "\(drift.found) of \(drift.seeded) changes found in their places, "
            + "\(harmless.alarms) of \(harmless.seeded) harmless ones reported; "
            + "\(result.pairCount) translations, seed \(result.seed)\n"
    }

    private func share(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "–" : decimal(part * 1000, by: whole, places: 1) + " %"
    }

    private func ratio(_ count: Int, to whole: Int) -> String {
        whole == 0 ? "–" : decimal(count * 100, by: whole, places: 2)
    }

    /// A quotient with so many of its digits behind the point, rounded half up.
    private func decimal(_ dividend: Int, by divisor: Int, places: Int) -> String {
        let digits = String((2 * dividend + divisor) / (2 * divisor))
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return "\(padded.dropLast(places)).\(padded.suffix(places))"
    }

    // MARK: JSON

    package var json: String {
        JSONValue.object([
            "version": .int(1),
            "seed": .int(Int(clamping: result.seed)),
            "translations": .int(result.pairCount),
            "drift": value(result.total { !$0.isHarmless }, isHarmless: false),
            "harmless": value(result.total(where: \.isHarmless), isHarmless: true),
            "kinds": .array(
                result.kinds.map { kind in
                    let rows = result.rows.filter { $0.kind == kind }
                    let isHarmless = rows.contains(where: \.isHarmless)
                    return .object([
                        "kind": .string(kind), "harmless": .bool(isHarmless),
                        "total": value(result.total { $0.kind == kind }, isHarmless: isHarmless),
                        "locales": .map(
                            rows.map { (key: $0.locale, value: value($0.tally, isHarmless: isHarmless)) }),
                    ])
                }),
            "failures": .array(result.failures.map(value)),
        ]).pretty
    }

    private func value(_ tally: Tally, isHarmless: Bool) -> JSONValue {
        if isHarmless {
            return .object([
                "made": .int(tally.seeded), "falseAlarms": .int(tally.alarms), "newCauses": .int(tally.newCauses),
            ])
        }
        return .object([
            "seeded": .int(tally.seeded), "noticed": .int(tally.noticed), "found": .int(tally.found),
            "rightLine": .int(tally.exact), "newCauses": .int(tally.newCauses),
        ])
    }

    private func value(_ failure: SelfTestResult.Failure) -> JSONValue {
        .object([
            "kind": .string(failure.kind), "harmless": .bool(failure.isHarmless), "locale": .string(failure.locale),
            "path": .string(failure.path), "line": .int(failure.line), "change": .string(failure.change),
            "findings": .array(failure.findings.map { .string($0) }),
        ])
    }
}

import DriftFindings
import DriftLayout
import DriftText

/// What a trial has brought to light.
struct TrialScore: Sendable {
    let tally: SelfTestResult.Tally
    let failure: SelfTestResult.Failure?

    init(_ trial: Trial, member: LocaleSet.Member, changed: SourceText, findings: [Finding]) {
        let kind = trial.mutation.kind
        let due = trial.mutation.dueLines(in: changed)
        var tally = SelfTestResult.Tally()
        tally.seeded = 1
        tally.newCauses = Set(findings.map(\.cause)).count
        tally.noticed = findings.isEmpty ? 0 : 1
        tally.alarms = findings.contains { $0.severity > .info } ? 1 : 0
        func isSeen(within tolerance: Int) -> Bool {
            findings.contains { finding in
                // A row that only one translation has may be reported as missing in the others.
                let places = [finding.place] + (kind == .rowExtra ? finding.related.map(\.place) : [])
                return places.contains { $0.path == member.path && $0.touches(due, within: tolerance) }
            }
        }
        if !kind.isHarmless {
            tally.found = isSeen(within: kind.tolerance) ? 1 : 0
            tally.exact = isSeen(within: 0) ? 1 : 0
        }
        self.tally = tally
        let isRight = kind.isHarmless ? tally.alarms == 0 : tally.found == 1
        failure =
            isRight
            ? nil
            : SelfTestResult.Failure(
                kind: kind.rawValue, isHarmless: kind.isHarmless, locale: member.locale.description, path: member.path,
                line: due.lowerBound, change: trial.mutation.summary,
                findings: findings.map { "\($0.place.path):\($0.place.start.line): \($0.rule): \($0.message)" })
    }
}

extension Place {
    /// Whether the place lies on one of the lines, or so many lines beside them.
    fileprivate func touches(_ lines: ClosedRange<Int>, within tolerance: Int) -> Bool {
        start.line <= lines.upperBound + tolerance && end.line >= lines.lowerBound - tolerance
    }
}

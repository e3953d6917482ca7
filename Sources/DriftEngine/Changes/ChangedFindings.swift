package import DriftFindings
import DriftText

/// What of the findings a change brought, and where it is shown.
package struct ChangedFindings {
    /// How findings in files that the change did not touch are taken.
    package enum Pending: Sendable, Hashable {
        /// Somebody is to follow: no graver than this.
        case later(Severity)
        /// As all others.
        case now
    }

    private let change: Change
    private let pending: Pending
    private let titles: [String: String]
    private let absences: Set<String>
    private var lines: ChangedLines

    /// - Parameters:
    ///   - titles: headings of the rules' pages by id.
    ///   - absences: ids of the rules that report what is missing.
    package init(_ change: Change, pending: Pending, titles: [String: String], absences: Set<String>) {
        (self.change, self.pending, self.titles, self.absences) = (change, pending, titles, absences)
        lines = ChangedLines(change)
    }

    /// Findings that were not there before, as many of each fingerprint as there are more of.
    package static func new(among now: [Finding], before: [Finding]) -> [Finding] {
        var known: [String: Int] = [:]
        for finding in before { known[finding.fingerprint, default: 0] += 1 }
        return now.filter { finding in
            guard let count = known[finding.fingerprint], count > 0 else { return true }
            known[finding.fingerprint] = count - 1
            return false
        }
    }

    /// The findings at the side that the change touched. Those of one cause that move to one place become one.
    package mutating func placed(_ findings: [Finding]) -> [Finding] {
        var groups: [Group: [Finding]] = [:]
        var order: [Group] = []
        var result: [Finding] = []
        for finding in findings {
            let isPending = pending != .now && !change.isTouched(finding.place.path)
            guard let counterpart = counterpart(to: finding) else {
                result.append(isPending ? postponed(finding, "pending: \(finding.message)") : finding)
                continue
            }
            let group = Group(cause: finding.cause, counterpart: counterpart, isPending: isPending)
            if groups[group] == nil { order.append(group) }
            groups[group, default: []].append(finding)
        }
        return result + order.map { merged(groups[$0] ?? [], $0) }
    }

    private struct Group: Hashable {
        let cause: String
        let counterpart: RelatedPlace
        let isPending: Bool
    }

    /// Where to show the finding instead: on a line that changed, or else in a file that did. Nil where it may stay.
    private mutating func counterpart(to finding: Finding) -> RelatedPlace? {
        if lines.contain(finding.place) { return nil }
        for related in finding.related where lines.contain(related.place) { return related }
        if change.isTouched(finding.place.path) { return nil }
        return finding.related.first { change.isTouched($0.place.path) }
    }

    private func postponed(_ finding: Finding, _ message: String) -> Finding {
        var finding = finding
        finding.message = message
        finding.isPending = true
        if case .later(let severity) = pending { finding.severity = min(severity, finding.severity) }
        return finding
    }

    private func merged(_ findings: [Finding], _ group: Group) -> Finding {
        var finding = findings[0]
        let locales = unique(findings.map(\.locale)).joined(separator: ", ")
        let message = "in \(locales): \(message(of: findings, group.counterpart))"
        finding.severity = findings.map(\.severity).max() ?? finding.severity
        finding.place = group.counterpart.place
        finding.locale = group.counterpart.locale
        let own = findings.map { RelatedPlace(locale: $0.locale, place: $0.place, text: text(of: $0)) }
        finding.related = unique(own + findings.flatMap(\.related).filter { $0 != group.counterpart })
        if findings.count > 1 {
            var hash = StableHash()
            for finding in findings { hash.combine(finding.fingerprint) }
            finding.fingerprint = hash.hexadecimal
            finding.fix = nil
        }
        if group.isPending { return postponed(finding, "pending \(message)") }
        finding.message = message
        return finding
    }

    private func message(of findings: [Finding], _ counterpart: RelatedPlace) -> String {
        let messages = unique(findings.map(\.message))
        if messages.count == 1 { return messages[0] }
        let title = titles[findings[0].rule] ?? findings[0].rule
        return "\(title.prefix(1).lowercased())\(title.dropFirst()) for “\(counterpart.text)”"
    }

    /// What stands at the place to edit; nothing where something is missing there.
    private func text(of finding: Finding) -> String {
        let (start, end) = (finding.place.start, finding.place.end)
        guard !absences.contains(finding.rule), start.line == end.line else { return "" }
        let scalars = finding.place.lineText.unicodeScalars.dropFirst(start.column - 1)
        return String(String.UnicodeScalarView(scalars.prefix(end.column - start.column)))
    }

    private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}

/// Which lines of files were not there before.
private struct ChangedLines {
    private let change: Change
    /// Lines from 1, by path.
    private var known: [String: Set<Int>] = [:]

    init(_ change: Change) {
        self.change = change
    }

    /// Whether a place begins on a line that no line of the file was equal to.
    mutating func contain(_ place: Place) -> Bool {
        guard change.isTouched(place.path) else { return false }
        if let lines = known[place.path] { return lines.contains(place.start.line) }
        let lines = lines(of: place.path)
        known[place.path] = lines
        return lines.contains(place.start.line)
    }

    private func lines(of path: String) -> Set<Int> {
        let old = change.oldPath(of: path).flatMap { try? change.before.read($0) } ?? []
        let oldLines = Set(split(old))
        var lines: Set<Int> = []
        for (index, line) in split((try? change.files.read(path)) ?? []).enumerated() where !oldLines.contains(line) {
            lines.insert(index + 1)
        }
        return lines
    }

    private func split(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        text.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.last == 0x0D ? $0.dropLast() : $0 }
    }
}

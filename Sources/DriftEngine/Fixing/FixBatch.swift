import DriftFindings
import DriftText

/// Fixes that can be made at once: no two of them edit the same bytes of a file.
struct FixBatch: Sendable {
    /// Findings with a fix, by file and place.
    private(set) var findings: [Finding] = []

    /// Takes as many of the findings as go together; the others are left for a further pass.
    init(choosingFrom candidates: [Finding]) {
        var taken: [String: [FixIt.Edit]] = [:]
        for finding in candidates.sorted(by: Self.precedes) {
            let edits = finding.fix?.edits ?? []
            if edits.isEmpty { continue }
            let isFree = edits.allSatisfy { edit in
                !(taken[edit.place.path] ?? []).contains { $0.conflicts(with: edit) }
            }
            guard isFree else { continue }
            for edit in edits { taken[edit.place.path, default: []].append(edit) }
            findings.append(finding)
        }
    }

    init(_ findings: [Finding]) {
        self.findings = findings
    }

    /// What is missing at one place is inserted in the order in which the source has it.
    private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
        key(left).lexicographicallyPrecedes(key(right))
    }

    private static func key(_ finding: Finding) -> [Int] {
        let first = finding.fix?.edits.first?.place
        return [first?.start.offset ?? 0, first?.end.offset ?? 0, finding.related.first?.place.start.offset ?? 0]
    }

    /// Paths of the files that are edited.
    var paths: Set<String> { Set(findings.flatMap { $0.fix?.edits.map(\.place.path) ?? [] }) }

    /// A file's bytes after the edits that concern it; all other bytes stay as they are.
    func applied(to bytes: [UInt8], path: String) -> [UInt8] {
        let edits = findings.flatMap { $0.fix?.edits ?? [] }.filter { $0.place.path == path }.enumerated()
            .sorted { left, right in
                let (first, second) = (left.element.place, right.element.place)
                return (first.start.offset, first.end.offset, left.offset)
                    < (second.start.offset, second.end.offset, right.offset)
            }
        return bytes.applying(
            edits.map { _, edit in
                TextEdit(ByteRange(edit.place.start.offset, edit.place.end.offset), Array(edit.replacement.utf8))
            })
    }
}

extension FixIt.Edit {
    /// Insertions at one place go together, and stand beside what is replaced.
    fileprivate func conflicts(with other: FixIt.Edit) -> Bool {
        let (own, its) = (place.start.offset..<place.end.offset, other.place.start.offset..<other.place.end.offset)
        if own.isEmpty && its.isEmpty { return false }
        return own.lowerBound < its.upperBound && its.lowerBound < own.upperBound
    }
}

import DriftFindings

/// Tells which fixes of a batch that went wrong are likely at fault, so that the others need not be tried one by one.
struct FixBlame {
    /// Fingerprints of the fixes that are suspected.
    private var suspects: Set<String> = []

    /// An edit, where it stands after all of them.
    private struct Mark {
        let path: String
        let start: Int
        let end: Int
        let fingerprint: String
    }

    /// - Parameters:
    ///   - before: what was found without the batch.
    ///   - after: what is found with it.
    init(_ batch: FixBatch, before: [Finding], after: [Finding]) {
        let old = Set(before.map(\.fingerprint))
        let left = Set(after.map(\.fingerprint))
        suspects = Set(batch.findings.map(\.fingerprint)).intersection(left)
        let marks = Dictionary(grouping: Self.marks(batch), by: \.path)
        for finding in after where !old.contains(finding.fingerprint) {
            let (start, end) = (finding.place.start.offset, finding.place.end.offset)
            let nearest = marks[finding.place.path]?.min { left, right in
                Self.distance(left, start, end) < Self.distance(right, start, end)
            }
            if let nearest { suspects.insert(nearest.fingerprint) }
        }
    }

    private static func distance(_ mark: Mark, _ start: Int, _ end: Int) -> Int {
        max(0, mark.start - end, start - mark.end)
    }

    private static func marks(_ batch: FixBatch) -> [Mark] {
        let edits = batch.findings.flatMap { finding in
            (finding.fix?.edits ?? []).map { (edit: $0, fingerprint: finding.fingerprint) }
        }.sorted { $0.edit.place.start.offset < $1.edit.place.start.offset }
        var shifts: [String: Int] = [:]
        return edits.map { edit, fingerprint in
            let (path, length) = (edit.place.path, edit.replacement.utf8.count)
            let start = edit.place.start.offset + shifts[path, default: 0]
            shifts[path, default: 0] += length - (edit.place.end.offset - edit.place.start.offset)
            return Mark(path: path, start: start, end: start + length, fingerprint: fingerprint)
        }
    }

    /// Two parts, neither of which is empty, of at least two fixes: those that are not suspected first, or halves where
    /// all or none are.
    func split(_ fixes: ArraySlice<Finding>) -> (ArraySlice<Finding>, ArraySlice<Finding>) {
        let suspected = fixes.filter { suspects.contains($0.fingerprint) }
        if !suspected.isEmpty, suspected.count < fixes.count {
            return (fixes.filter { !suspects.contains($0.fingerprint) }[...], suspected[...])
        }
        let middle = fixes.startIndex + fixes.count / 2
        return (fixes[..<middle], fixes[middle...])
    }
}

import DriftMarkdown
import DriftText

/// Finds merges that were not resolved, each document's own. Nobody can say what a passage is to be that two sides still
/// disagree on, so nothing else is said about it.
package struct ConflictDifferences {
    private let set: AlignedSet
    /// For each member its conflicts, in their order.
    private let conflicts: [[MergeConflict]]

    package init(set: AlignedSet) {
        self.set = set
        conflicts = set.members.map { $0.outline.document.conflicts }
    }

    func differences() -> [Difference] {
        conflicts.indices.flatMap { member in conflicts[member].map { difference($0, member) } }
    }

    private func difference(_ conflict: MergeConflict, _ member: Int) -> Difference {
        let passage = set.members[member].outline.passage(of: conflict.marker, member: member)
        return Difference(
            .defective, .mergeConflict, at: passage, counterparts: [], found: passage.text,
            cause: Difference.cause(.defective, .mergeConflict, member: member, passage.text))
    }

    /// Whether a difference is about a passage that two sides disagree on, or about something that would have to be put
    /// there. O(log n) in the conflicts.
    package func cover(_ difference: Difference) -> Bool {
        guard difference.aspect != .mergeConflict else { return false }
        if difference.places.count > 1 { return false }
        if isInConflict(difference.passage) || difference.counterparts.first.map(isInConflict) ?? false { return true }
        switch difference.kind {
        case .missing: return isBeforeConflict(difference.passage)
        case .unreadable:
            return conflicts[difference.passage.member].contains { difference.passage.range.contains($0.range) }
        default: return false
        }
    }

    private func isInConflict(_ passage: Difference.Passage) -> Bool {
        let conflicts = conflicts[passage.member]
        let next = conflicts.partitioningIndex { $0.range.start > passage.range.start }
        return next > 0 && conflicts[next - 1].range.end > passage.range.start
    }

    /// Whether nothing but blanks stands between a passage and the conflict behind it.
    private func isBeforeConflict(_ passage: Difference.Passage) -> Bool {
        let conflicts = conflicts[passage.member]
        let next = conflicts.partitioningIndex { $0.range.start >= passage.range.end }
        guard next < conflicts.count else { return false }
        let bytes = set.members[passage.member].outline.document.source.bytes
        return bytes[passage.range.upper..<conflicts[next].range.lower].allSatisfy { $0 <= UInt8(ascii: " ") }
    }
}

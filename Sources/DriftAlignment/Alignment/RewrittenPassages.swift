import DriftMarkdown

/// What both sides have alone between two pairs: the segments, in order.
package struct RewrittenPassage: Sendable {
    package let source: [Int32]
    package let target: [Int32]
    /// Whether the translation tells in other parts what its source tells; otherwise nobody can say what was lost here,
    /// what was added, and what was changed beyond recognition.
    package let isSame: Bool
}

/// Finds what a translation tells in other parts than its source: a table as a list, a label as a heading, three
/// paragraphs as two.
///
/// Between two pairs both sides have leaves of their own. None fits one of the other side, yet all in all they say about
/// as much, and what they name does not contradict that: then nothing was lost here and nothing was added.
struct RewrittenPassages {
    /// How many times longer than its counterpart a passage may be, in relation to the two documents.
    private static let imbalance: Float = 2
    /// Of less text than this, in bytes of source, length says nothing.
    private static let leastLength: Float = 12
    /// Share of the anchors that both sides must have in common, where there are enough to tell.
    private static let share: Float = 0.2
    private static let evidence: Float = 1.5
    /// By how much of the greater the numbers of a table's rows and a list's items may differ, and how many times longer
    /// one may be than the other.
    private static let countImbalance: Float = 0.3
    private static let entryImbalance: Float = 4

    let score: SegmentScore

    /// - Parameters:
    ///   - inOrder: for each source leaf its partner in order, or -1.
    ///   - partners: the same with what stands elsewhere.
    ///   - beads: what was merged or split, and so has a counterpart.
    func find(_ inOrder: [Int32], partners: [Int32], except beads: [Bead]) -> [RewrittenPassage] {
        let taken = (
            source: Set(beads.flatMap(\.source)), target: Set(partners + beads.flatMap { $0.target.map(Int32.init) })
        )
        return Gap.gaps(in: inOrder, targetCount: score.target.leaves.count).compactMap { gap in
            let source = gap.source.filter { partners[$0] < 0 && !taken.source.contains($0) }
            let target = gap.target.filter { !taken.target.contains(Int32($0)) }
            let hasHeadings =
                source.contains { isHeading($0, in: score.source) }
                && target.contains { isHeading($0, in: score.target) }
            let (left, right) = (
                source.filter { isText($0, in: score.source, headings: hasHeadings) },
                target.filter { isText($0, in: score.target, headings: hasHeadings) }
            )
            guard !left.isEmpty, !right.isEmpty else { return nil }
            return RewrittenPassage(
                source: left.map { score.source.leaves[$0] }, target: right.map { score.target.leaves[$0] },
                isSame: saysTheSame(left, right))
        }
    }

    /// Code and images are kept as they are: what is missing of them is missing. So is a heading where the other side has
    /// none.
    private func isText(_ leaf: Int, in outline: Outline, headings: Bool) -> Bool {
        switch outline.part(of: Int(outline.leaves[leaf])).kind {
        case .codeBlock, .figure, .html, .title: false
        case .heading: headings
        default: true
        }
    }

    private func isHeading(_ leaf: Int, in outline: Outline) -> Bool {
        let segment = Int(outline.leaves[leaf])
        return outline.part(of: segment).kind == .heading || outline.segments[segment].isStrongThroughout
    }

    /// Whether both sides say about the same amount, and nothing that contradicts the other.
    private func saysTheSame(_ source: [Int], _ target: [Int]) -> Bool {
        let lengths = (
            score.source.length(ofLeaves: source), score.target.length(ofLeaves: target) / score.lengthRatio
        )
        let imbalance = max(lengths.0, lengths.1) / max(1, min(lengths.0, lengths.1))
        if imbalance <= Self.entryImbalance, areEntries(source, target) { return true }
        guard min(lengths.0, lengths.1) >= Self.leastLength, imbalance <= Self.imbalance else { return false }
        let (share, evidence) = score.shared.similarity(
            source.map { Int(score.source.leaves[$0]) }, target.map { Int(score.target.leaves[$0]) })
        return evidence < Self.evidence || share >= Self.share
    }

    /// Whether a table on one side has about as many rows as there are list items on the other.
    private func areEntries(_ source: [Int], _ target: [Int]) -> Bool {
        let counts = (entries(of: source, in: score.source), entries(of: target, in: score.target))
        return Self.areAsMany(counts.0.rows, counts.1.items) || Self.areAsMany(counts.1.rows, counts.0.items)
    }

    private static func areAsMany(_ rows: Int, _ items: Int) -> Bool {
        let (fewer, more) = (min(rows, items), max(rows, items))
        return fewer >= 2 && Float(more - fewer) <= countImbalance * Float(more)
    }

    /// How many rows, without headers, and how many items there are.
    private func entries(of leaves: [Int], in outline: Outline) -> (rows: Int, items: Int) {
        leaves.reduce(into: (rows: 0, items: 0)) { counts, leaf in
            let part = Int(outline.segments[Int(outline.leaves[leaf])].part)
            if outline.parts[part].kind == .table {
                counts.rows += outline.children(of: part).count - 1
            } else if outline.beginsItem(part) {
                counts.items += 1
            }
        }
    }
}

/// The alignment of one source document with one target document.
///
/// Method: leaves in reading order form one sequence on each side, whatever lists and sections they stand in, so that a
/// lost heading or a list split in two moves nothing else. Pairs that share what occurs once on each side are fixed
/// (`FixedPairs`); dynamic programming (`SequenceAligner`) fills the gaps, scored by shared tokens, kind and length
/// (`SegmentScore`); tables that are partners are aligned row by row and column by column (`TableAlignment`).
package struct PairAlignment: Sendable {
    /// For each source segment the target segment, or -1; leaves and cells.
    package let targets: [Int32]
    /// For each target segment the source segment, or -1.
    package let sources: [Int32]
    /// For each source segment how sure its pair is, in percent; 0 where it has none.
    package let confidence: [UInt8]
    package let tables: [TableAlignment]
    /// Source segments, in order, whose partner stands elsewhere than the order of the others demands.
    package let moved: [Int32]
    /// Source segments without a partner whose text a neighbour's partner holds: a merged paragraph.
    package let merged: Set<Int32>
    /// Target segments without a partner that hold the rest of a neighbour's source: a split paragraph.
    package let split: Set<Int32>
    /// Bytes of target text for each byte of source text.
    package let lengthRatio: Float
    /// Share of the leaves of the longer document that have a partner, from 0 to 1.
    package let agreement: Float
    private let leafCount: Int

    /// Below a fifth, what is paired is chance; a stub of a few lines is judged by what it has.
    package var isRelated: Bool { leafCount < 12 || agreement >= 0.2 }

    package static func align(_ source: Outline, _ target: Outline) -> PairAlignment {
        var score = SegmentScore(source, target)
        let (leaves, moved) = alignLeaves(&score)
        var targets = [Int32](repeating: -1, count: source.segments.count)
        for (leaf, partner) in leaves.enumerated() where partner >= 0 {
            targets[Int(source.leaves[leaf])] = target.leaves[Int(partner)]
        }
        let tables = alignTables(score, targets: targets)
        for table in tables { table.pairCells(into: &targets) }
        var sources = [Int32](repeating: -1, count: target.segments.count)
        for (segment, partner) in targets.enumerated() where partner >= 0 { sources[Int(partner)] = Int32(segment) }
        let (merged, split) = MergedLeaves(score: score, leaves: leaves).find()
        return PairAlignment(
            targets: targets, sources: sources, confidence: targets.map { $0 < 0 ? 0 : 100 }, tables: tables,
            moved: moved, merged: merged, split: split,
            lengthRatio: score.lengthRatio, agreement: agreement(leaves, targetCount: target.leaves.count),
            leafCount: max(source.leaves.count, target.leaves.count))
    }

    private static func agreement(_ leaves: [Int32], targetCount: Int) -> Float {
        Float(leaves.filter { $0 >= 0 }.count) / Float(max(1, max(leaves.count, targetCount)))
    }

    /// Twice: what the first pass pairs teaches how long translations are, and the second judges lengths by that.
    private static func alignLeaves(_ score: inout SegmentScore) -> (leaves: [Int32], moved: [Int32]) {
        let (source, target) = (score.source.leaves, score.target.leaves)
        let fixed = FixedPairs.find(score)
        let aligner = SequenceAligner(gapOpen: (gapCosts(score.source), gapCosts(score.target)), gapExtend: -0.18)
        score.learnRatio(from: fixed.map { (Int(source[$0.0]), Int(target[$0.1])) })
        let before = score.lengthRatio
        let first = aligner.align(fixed: fixed) { score(Int(source[$0]), Int(target[$1])) }
        score.learnRatio(
            from: first.indices.filter { first[$0] >= 0 }.map { (Int(source[$0]), Int(target[Int(first[$0])])) })
        let isSettled = abs(score.lengthRatio / before - 1) < 0.05
        let leaves = isSettled ? first : aligner.align(fixed: fixed) { score(Int(source[$0]), Int(target[$1])) }
        let joined = MovedLeaves(score: score).join(leaves)
        let moved = leaves.indices.filter { leaves[$0] < 0 && joined[$0] >= 0 }.map { source[$0] }
        return (joinReplaced(leaves, moved: joined, score: score), moved)
    }

    /// What is lost most often begins with a heading.
    private static func gapCosts(_ outline: Outline) -> [Float] {
        outline.leaves.map { outline.part(of: Int($0)).kind == .heading ? -0.15 : -0.32 }
    }

    /// One leaf for one leaf of the same kind at one place is a replaced leaf, not one missing and one extra; so is one
    /// paragraph for two whose lengths make up its own.
    private static func joinReplaced(_ leaves: [Int32], moved: [Int32], score: SegmentScore) -> [Int32] {
        var joined = moved
        let taken = Set(moved)
        for gap in Gap.gaps(in: leaves, targetCount: score.target.leaves.count) {
            let sources = gap.source.filter { moved[$0] < 0 }.map { Int(score.source.leaves[$0]) }
            let targets = gap.target.filter { !taken.contains(Int32($0)) }.map { Int(score.target.leaves[$0]) }
            guard let source = gap.source.first(where: { moved[$0] < 0 }),
                let target = gap.target.first(where: { !taken.contains(Int32($0)) }),
                isReplaced(sources, targets, score)
            else { continue }
            joined[source] = Int32(target)
        }
        return joined
    }

    private static func isReplaced(_ sources: [Int], _ targets: [Int], _ score: SegmentScore) -> Bool {
        let (part, other) = (score.source.part(of: sources[0]), score.target.part(of: targets[0]))
        if sources.count == 1, targets.count == 1 { return part.kind == other.kind && part.level == other.level }
        guard sources.count + targets.count == 3,
            sources.allSatisfy({ score.source.part(of: $0).kind == .paragraph }),
            targets.allSatisfy({ score.target.part(of: $0).kind == .paragraph })
        else { return false }
        let lengths = (
            sources.reduce(0) { $0 + score.source.segments[$1].length },
            targets.reduce(0) { $0 + score.target.segments[$1].length }
        )
        return score.squaredDeviation(Float(lengths.0), Float(lengths.1), ratio: score.lengthRatio) < 3
    }

    private static func alignTables(_ score: SegmentScore, targets: [Int32]) -> [TableAlignment] {
        score.source.leaves.compactMap { segment in
            let (left, partner) = (score.source.segments[Int(segment)], targets[Int(segment)])
            guard partner >= 0, score.source.parts[Int(left.part)].kind == .table else { return nil }
            return TableAlignment.align(
                Grid(score.source, table: Int(left.part)),
                Grid(score.target, table: Int(score.target.segments[Int(partner)].part)), score: score)
        }
    }
}

extension TableAlignment {
    /// Whether only one of two rows has more cells than its header, or each another number: nothing in them is comparable.
    func isShifted(_ row: Int, _ partner: Int) -> Bool {
        source.cellCounts[row] - source.columnCount != target.cellCounts[partner] - target.columnCount
    }

    func pairCells(into targets: inout [Int32]) {
        for (row, partnerRow) in rows.enumerated() where partnerRow >= 0 && !isShifted(row, Int(partnerRow)) {
            for (column, partnerColumn) in columns.enumerated() where partnerColumn >= 0 {
                guard let cell = source.segment(row: row, column: column),
                    let partner = target.segment(row: Int(partnerRow), column: Int(partnerColumn))
                else { continue }
                targets[cell] = Int32(partner)
            }
        }
    }
}

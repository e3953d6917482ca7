/// The alignment of one source document with one target document.
///
/// Method: leaves in reading order form one sequence on each side, whatever lists and sections they stand in, so that a
/// lost heading or a list split in two moves nothing else. Pairs that share what occurs once on each side are fixed
/// (`FixedPairs`); dynamic programming (`SequenceAligner`) fills the gaps, scored by shared tokens, kind and length
/// (`SegmentScore`); what that leaves open is aligned again with beads of two (`BeadSearch`), and those sentence by
/// sentence (`SentenceAlignment`); tables that are partners are aligned row by row and column by column
/// (`TableAlignment`).
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
    /// Paragraphs that were merged, split, or cut at another place, in order.
    package let joined: [SentenceAlignment]
    /// Index into `joined` by source segment.
    private let joinedIndex: [Int32: Int]
    /// Source segments without a partner whose text a neighbour's partner holds: a merged paragraph.
    package let merged: Set<Int32>
    /// Target segments without a partner that hold the rest of a neighbour's source: a split paragraph.
    package let split: Set<Int32>
    /// What is told in other parts than in the source, in order.
    package let rewritten: [RewrittenPassage]
    /// Segments without a partner of which one cannot say whether they were lost or added, or changed beyond recognition.
    package let unsettled: (source: Set<Int32>, target: Set<Int32>)
    /// Bytes of target text for each byte of source text.
    package let lengthRatio: Float
    /// Share of the leaves of the longer document that have a partner, from 0 to 1.
    package let agreement: Float
    private let leafCount: Int

    /// From this confidence, in percent, fewer than one pair in a hundred is wrong: values are compared, and pairs go out
    /// as translations, from here on only.
    package static let certain: UInt8 = 95

    /// Where less than this share of the parts has a counterpart, one cannot rely on what else is missing or extra.
    private static let settled: Float = 0.6
    /// Whether most of what one side has alone can be told from what was rewritten.
    package var isSettled: Bool { agreement >= Self.settled }

    /// Below a fifth, what is paired is chance; a stub of a few lines is judged by what it has.
    package var isRelated: Bool { leafCount < 12 || agreement >= 0.2 }

    /// The alignment of a table of the source, by its part; nil where it has no partner.
    func table(ofSource part: Int) -> TableAlignment? { tables.first { $0.source.table == part } }

    package static func align(_ source: Outline, _ target: Outline) -> PairAlignment {
        let leaves = LeafAlignment.align(source, target)
        let score = leaves.score
        var targets = [Int32](repeating: -1, count: source.segments.count)
        var confidence = [UInt8](repeating: 0, count: source.segments.count)
        for (leaf, partner) in leaves.partners.enumerated() where partner >= 0 {
            targets[Int(source.leaves[leaf])] = target.leaves[Int(partner)]
            confidence[Int(source.leaves[leaf])] = leaves.confidence[leaf]
        }
        let tables = alignTables(score, targets: targets)
        for table in tables {
            let whole = confidence[Int(source.parts[table.source.table].segment)]
            table.pairCells(into: &targets, confidence: &confidence, atMost: whole)
        }
        var sources = [Int32](repeating: -1, count: target.segments.count)
        for (segment, partner) in targets.enumerated() where partner >= 0 { sources[Int(partner)] = Int32(segment) }
        let joined = leaves.beads.map { bead in
            SentenceAlignment.align(
                bead.source.map { source.leaves[$0] }, bead.target.map { target.leaves[$0] }, score)
        }
        return PairAlignment(
            targets: targets, sources: sources, confidence: confidence, tables: tables,
            moved: leaves.moved.map { source.leaves[$0] }, joined: joined,
            joinedIndex: Dictionary(
                uniqueKeysWithValues: joined.enumerated().flatMap { index, joined in
                    joined.sources.map { ($0, index) }
                }),
            merged: Set(joined.flatMap(\.sources).filter { targets[Int($0)] < 0 }),
            split: Set(joined.flatMap(\.targets).filter { sources[Int($0)] < 0 }),
            rewritten: leaves.rewritten.filter(\.isSame), unsettled: unsettled(in: leaves.rewritten),
            lengthRatio: score.lengthRatio, agreement: leaves.agreement,
            leafCount: max(source.leaves.count, target.leaves.count))
    }

    private static func unsettled(in passages: [RewrittenPassage]) -> (source: Set<Int32>, target: Set<Int32>) {
        let open = passages.filter { !$0.isSame }
        return (Set(open.flatMap(\.source)), Set(open.flatMap(\.target)))
    }

    /// The paragraphs that correspond together, of which a source segment is one.
    package func joined(holding segment: Int) -> SentenceAlignment? { joinedIndex[Int32(segment)].map { joined[$0] } }

    /// How sure one can be, in percent, of paragraphs that correspond together: of the surest pair among them.
    package func confidence(of joined: SentenceAlignment) -> UInt8 {
        joined.sources.map { confidence[Int($0)] }.max() ?? 0
    }

    /// The target segment that ends what corresponds to a source segment; nil where nothing does.
    package func lastTarget(of segment: Int) -> Int? {
        let target = joined(holding: segment)?.targets.last ?? targets[segment]
        return target < 0 ? nil : Int(target)
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
    /// Whether only one of two rows has more cells than its header, or each another number, or one has fewer than the
    /// other fills: nothing in them is comparable.
    func isShifted(_ row: Int, _ partner: Int) -> Bool {
        let excess = (
            source.cellCounts[row] - source.columnCount, target.cellCounts[partner] - target.columnCount
        )
        if excess.0 < 0 || excess.1 < 0 {
            return source.cellCounts[row] < target.filledCounts[partner] && excess.0 < 0 && excess.1 == 0
                || target.cellCounts[partner] < source.filledCounts[row] && excess.1 < 0 && excess.0 == 0
        }
        return excess.0 != excess.1
    }

    /// - Parameter limit: how sure the tables themselves are partners, in percent.
    func pairCells(into targets: inout [Int32], confidence: inout [UInt8], atMost limit: UInt8) {
        for (row, partnerRow) in rows.enumerated() where partnerRow >= 0 && !isShifted(row, Int(partnerRow)) {
            for (column, partnerColumn) in columns.enumerated() where partnerColumn >= 0 {
                guard let cell = source.segment(row: row, column: column),
                    let partner = target.segment(row: Int(partnerRow), column: Int(partnerColumn))
                else { continue }
                targets[cell] = Int32(partner)
                confidence[cell] = min(limit, rowConfidence[row])
            }
        }
    }
}

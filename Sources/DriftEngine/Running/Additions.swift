import DriftAlignment
import DriftFindings

/// What only targets have, sorted in between the source's segments.
struct Additions {
    /// For each member the source segments, cells among them, whose partner stands elsewhere.
    private(set) var moved: [Set<Int>]
    /// For each member the cells that stand at the place of a source's cell, in rows that are partners but too unlike
    /// for their cells to be.
    private(set) var opposite: [[Int: Int]]
    /// Units that stand together: the cells of a row, or one unit alone.
    private var groups: [[AlignedUnit]] = []
    /// By the source segment behind which they stand, indices of groups; -1 is the beginning.
    private var after: [Int: [Int]] = [:]

    private let set: AlignedSet
    private let joined: [JoinedTexts]
    private let passages: PassageReader
    /// Rows that only translations have, by table and key, so that those of several translations are joined: groups.
    private var keyedRows: [UInt64: Int] = [:]
    /// Groups of cells that stand in rows of the source, by the row's part.
    private var groupOfRow: [Int: Int] = [:]

    /// - Parameter joined: for each target what stands with its neighbour.
    init(in set: AlignedSet, joined: [JoinedTexts]) {
        self.set = set
        self.joined = joined
        passages = PassageReader(set: set)
        moved = Array(repeating: [], count: set.members.count)
        opposite = Array(repeating: [:], count: set.members.count)
        for member in set.targets { collect(member) }
    }

    func units(after segment: Int) -> [AlignedUnit] { (after[segment] ?? []).flatMap { groups[$0] } }

    private mutating func collect(_ member: Int) {
        let pair = set.pairs[member - 1]
        let outline = set.members[member].outline
        let tables = Dictionary(pair.tables.map { ($0.target.table, $0) }) { first, _ in first }
        moved[member] = Set(pair.moved.map(Int.init))
        var anchor = -1
        for leaf in outline.leaves.map(Int.init) {
            let source = Int(pair.sources[leaf])
            if source < 0, joined[member - 1].targets.contains(leaf) { continue }
            if source < 0 {
                addLeaf(leaf, member, after: anchor)
                continue
            }
            let isMoved = moved[member].contains(source)
            if let table = tables[Int(outline.segments[leaf].part)] { addCells(of: table, member, isMoved: isMoved) }
            if !isMoved { anchor = lastSegment(in: Int(set.source.segments[source].part)) }
        }
    }

    /// The last segment of a source part, -1 where it has none.
    private func lastSegment(in part: Int) -> Int {
        let parts = set.source.parts
        return (part..<Int(parts[part].end)).last { parts[$0].segment >= 0 }.map { Int(parts[$0].segment) } ?? -1
    }

    private mutating func addLeaf(_ leaf: Int, _ member: Int, after anchor: Int) {
        let outline = set.members[member].outline
        guard outline.part(of: leaf).kind == .table else {
            return add([unit(leaf, member)], after: anchor)
        }
        for row in outline.children(of: Int(outline.segments[leaf].part)) { addRow(row, member, after: anchor) }
    }

    private func unit(_ segment: Int, _ member: Int) -> AlignedUnit {
        var unit = passages.unit(segment, member: member)
        unit.entries = set.members.indices.map { _ in AlignedEntry(.none) }
        unit.entries[member] = AlignedEntry(.extra, passages.passage(segment, member: member))
        return unit
    }

    private mutating func add(_ units: [AlignedUnit], after anchor: Int) {
        groups.append(units)
        after[anchor, default: []].append(groups.count - 1)
    }

    // MARK: Tables

    /// Cells of a row of a member as segments.
    private func cells(ofRow row: Int, _ member: Int) -> [Int] {
        let outline = set.members[member].outline
        return outline.children(of: row).map { Int(outline.parts[$0].segment) }
    }

    private mutating func addRow(_ row: Int, _ member: Int, after anchor: Int) {
        let name = Self.firstAddedRow + groups.count
        add(
            cells(ofRow: row, member).map { cell in
                var unit = unit(cell, member)
                unit.cell?.row = name
                return unit
            }, after: anchor)
    }

    /// Rows of the source are told apart by their parts, which are fewer.
    private static let firstAddedRow = 1 << 32

    private mutating func addCells(of table: TableAlignment, _ member: Int, isMoved: Bool) {
        var partners: [Int: Int] = [:]
        for (row, partner) in table.rows.enumerated() where partner >= 0 { partners[Int(partner)] = row }
        var anchor = table.source.rows.first.map(lastSegment) ?? -1
        for (row, part) in table.target.rows.enumerated() {
            guard let partner = partners[row] else {
                addKeyedRow(row, of: table, member, after: anchor)
                continue
            }
            let sourceRow = table.source.rows[partner]
            addCells(ofRow: part, member, sourceRow: sourceRow)
            if isMoved || table.moved.contains(partner) { moved[member].formUnion(cells(ofRow: sourceRow, 0)) }
            if !table.moved.contains(partner) { anchor = lastSegment(in: sourceRow) }
        }
    }

    /// Cells without a partner in a row that has one.
    private mutating func addCells(ofRow row: Int, _ member: Int, sourceRow: Int) {
        let pair = set.pairs[member - 1]
        let sourceCells = cells(ofRow: sourceRow, 0)
        for (column, cell) in cells(ofRow: row, member).enumerated() where pair.sources[cell] < 0 {
            if column < sourceCells.count, pair.targets[sourceCells[column]] < 0 {
                opposite[member][sourceCells[column]] = cell
            } else {
                addToSourceRow(cell, member, sourceRow)
            }
        }
    }

    private mutating func addToSourceRow(_ cell: Int, _ member: Int, _ row: Int) {
        var unit = unit(cell, member)
        unit.cell?.row = row
        if let group = groupOfRow[row] { return groups[group].append(unit) }
        groupOfRow[row] = groups.count
        // Before rows that follow this one.
        after[lastSegment(in: row), default: []].insert(groups.count, at: 0)
        groups.append([unit])
    }

    /// A row that the source lacks, joined with that of another translation where their keys are equal.
    private mutating func addKeyedRow(_ row: Int, of table: TableAlignment, _ member: Int, after anchor: Int) {
        let part = table.target.rows[row]
        guard let key = table.target.key(ofRow: row, in: set.members[member].outline) else {
            return addRow(part, member, after: anchor)
        }
        let name = key ^ UInt64(table.source.table) &* 0x9E37_79B9_7F4A_7C15
        guard let group = keyedRows[name] else {
            addRow(part, member, after: anchor)
            keyedRows[name] = groups.count - 1
            return
        }
        join(cells(ofRow: part, member), member, group)
    }

    private mutating func join(_ cells: [Int], _ member: Int, _ group: Int) {
        for (column, cell) in cells.enumerated() {
            var added = unit(cell, member)
            if column < groups[group].count, groups[group][column].entries[member].passage == nil {
                groups[group][column].entries[member] = added.entries[member]
            } else {
                added.cell?.row = groups[group].first?.cell?.row ?? Self.firstAddedRow
                groups[group].append(added)
            }
        }
    }
}

import DriftText

/// Judges what only translations have: a row that all lack, a part that the source has lost, or something extra.
struct ExtraParts {
    let set: AlignedSet

    /// Something that the source lacks, and the members that have it.
    private struct Group {
        let aspect: Difference.Aspect
        /// Whether it is a row that its key tells from all others.
        let isKeyed: Bool
        let key: UInt64
        var holders: [(member: Int, part: Int)]
        /// Source row after which it stands, and the table, for rows.
        let row: RowPlace?
        /// Source segment after which it stands; -1 at the start.
        let after: Int
        var detail = ""
    }

    private struct RowPlace {
        let sourceTable: Int
        let afterRow: Int
    }

    func differences() -> [Difference] {
        var groups: [Group] = []
        var indexOfKey: [UInt64: Int] = [:]
        for member in set.targets {
            for group in extraParts(member) + extraRows(member) + extraColumns(member) {
                if let index = indexOfKey[group.key], !groups[index].holders.contains(where: { $0.member == member }) {
                    groups[index].holders += group.holders
                } else {
                    indexOfKey[group.key] = groups.count
                    groups.append(group)
                }
            }
        }
        var lonely = Dictionary(uniqueKeysWithValues: set.targets.map { ($0, LonelyParts(.target($0, of: set))) })
        return groups.flatMap { judge($0, &lonely) }
    }

    // MARK: Collecting

    private func extraParts(_ member: Int) -> [Group] {
        let outline = set.members[member].outline
        let pair = set.pairs[member - 1]
        let elsewhere = pair.split.union(pair.rewritten.flatMap(\.target))
        let lost = LostParts(outline: outline) { pair.sources[$0] >= 0 || elsewhere.contains(Int32($0)) }
        var ordinals: [UInt64: UInt64] = [:]
        return lost.runs().compactMap { run in
            let part = run.first.part
            guard let aspect = outline.aspect(of: part) else { return nil }
            let after = sourceBefore(part, member)
            let slot = Difference.cause(.extra, aspect, ByteRange(after + 1, after + 1))
            ordinals[slot, default: 0] += 1
            var key = StableHash()
            key.combine(slot)
            key.combine(ordinals[slot] ?? 0)
            return Group(
                aspect: aspect, isKeyed: false, key: key.value, holders: [(member, part)], row: nil, after: after,
                detail: outline.detail(of: run.first, besides: run.others.map(\.part)))
        }
    }

    /// The source segment whose partner stands last before a target part; -1 where there is none.
    private func sourceBefore(_ part: Int, _ member: Int) -> Int {
        let outline = set.members[member].outline
        let start = outline.parts[part].range.start
        let before = outline.leaves.last {
            outline.part(of: Int($0)).range.start < start && set.pairs[member - 1].sources[Int($0)] >= 0
        }
        return before.map { Int(set.pairs[member - 1].sources[Int($0)]) } ?? -1
    }

    private func extraRows(_ member: Int) -> [Group] {
        let outline = set.members[member].outline
        return set.pairs[member - 1].tables.flatMap { table in
            let partners = Set(table.rows)
            let rows = table.target.rows.indices.filter { !partners.contains(Int32($0)) }
            return rows.filter { !table.target.isBlank(row: $0, in: outline) }
                .map { row in group(ofRow: row, table, member) }
        }
    }

    private func group(ofRow row: Int, _ table: TableAlignment, _ member: Int) -> Group {
        let outline = set.members[member].outline
        let above = table.rows.indices.last { table.rows[$0] >= 0 && Int(table.rows[$0]) < row } ?? 0
        let keyOfRow = table.target.key(ofRow: row, in: outline)
        var key = StableHash()
        key.combine(UInt64(table.source.table))
        key.combine(keyOfRow ?? UInt64(member) << 32 | UInt64(row))
        return Group(
            aspect: .row, isKeyed: keyOfRow != nil, key: key.value, holders: [(member, table.target.rows[row])],
            row: RowPlace(sourceTable: table.source.table, afterRow: above), after: -1)
    }

    private func extraColumns(_ member: Int) -> [Group] {
        let outline = set.members[member].outline
        return set.pairs[member - 1].tables.flatMap { table in
            let partners = Set(table.columns)
            return (0..<table.target.columnCount).filter { !partners.contains(Int32($0)) }.compactMap {
                column -> Group? in
                guard let header = table.target.segment(row: 0, column: column) else { return nil }
                let part = Int(outline.segments[header].part)
                var key = StableHash()
                key.combine("column")
                key.combine(UInt64(outline.parts[part].range.start) << 16 | UInt64(member))
                return Group(
                    aspect: .column, isKeyed: false, key: key.value, holders: [(member, part)], row: nil, after: -1)
            }
        }
    }

    // MARK: Judging

    private func judge(_ group: Group, _ lonely: inout [Int: LonelyParts]) -> [Difference] {
        let isMissing =
            group.isKeyed
            ? set.members.count >= 3
            : set.targets.count >= 3 && 2 * group.holders.count > set.targets.count && group.aspect != .column
        guard isMissing else {
            return group.holders.map { holder in
                var difference = extra(group, holder)
                difference.isCertain = lonely[holder.member]?.isSurelyLost(holder.part) ?? false
                return difference
            }
        }
        // What has a key is known by it.
        let first = group.holders[0]
        let isCertain = group.isKeyed || lonely[first.member]?.isSurelyLost(first.part) ?? false
        // Without a key one cannot tell that all others lack the same; those that agree with the source may be right.
        let lacking = group.isKeyed ? [0] + set.targets : [0]
        return lacking.filter { member in !group.holders.contains { $0.member == member } }
            .compactMap { missing(group, member: $0, isCertain: isCertain) }
    }

    private func passages(_ group: Group) -> [Difference.Passage] {
        group.holders.map { set.members[$0.member].outline.passage(ofPart: $0.part, member: $0.member) }
    }

    private func extra(_ group: Group, _ holder: (member: Int, part: Int)) -> Difference {
        let outline = set.members[holder.member].outline
        let passage = outline.passage(ofPart: holder.part, member: holder.member)
        let source = Difference.Passage(member: 0, range: placeInSource(group), text: "")
        return Difference(
            .extra, group.aspect, at: passage,
            counterparts: [source] + passages(group).filter { $0.member != holder.member }, found: passage.text,
            detail: group.detail, cause: group.key)
    }

    private func missing(_ group: Group, member: Int, isCertain: Bool) -> Difference? {
        guard let range = place(group, member: member), let holder = passages(group).first else { return nil }
        var difference = Difference(
            .missing, group.aspect, at: Difference.Passage(member: member, range: range, text: holder.text),
            counterparts: passages(group), expected: holder.text, detail: group.detail,
            cause: group.key)
        difference.isCertain = isCertain
        return difference
    }

    /// The neighbour above in a member, or nil where it has no table that could hold the row.
    private func place(_ group: Group, member: Int) -> ByteRange? {
        if member == 0 { return placeInSource(group) }
        let outline = set.members[member].outline
        guard let row = group.row else {
            guard group.after >= 0, let partner = set.segment(of: member, for: group.after) else {
                return outline.start
            }
            return outline.lastLine(of: outline.part(of: partner).range)
        }
        guard let table = set.pairs[member - 1].table(ofSource: row.sourceTable) else {
            return nil
        }
        let above = table.rows[...row.afterRow].last { $0 >= 0 } ?? 0
        return outline.parts[table.target.rows[Int(above)]].range
    }

    private func placeInSource(_ group: Group) -> ByteRange {
        if let row = group.row {
            return set.source.parts[set.source.children(of: row.sourceTable)[row.afterRow]].range
        }
        guard group.after >= 0 else { return set.source.start }
        return set.source.lastLine(of: set.source.part(of: group.after).range)
    }
}

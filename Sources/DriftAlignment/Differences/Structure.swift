import DriftLanguage
import DriftText

/// Compares which parts the members of a set have: what is missing where, and what is extra.
struct Structure {
    let set: AlignedSet

    func differences() -> [Difference] {
        set.targets.flatMap {
            missingParts($0) + missingTableParts($0) + RewrittenParts(set: set, member: $0).differences()
        }
            + ExtraParts(set: set).differences()
    }

    // MARK: What a target lacks

    private func missingParts(_ member: Int) -> [Difference] {
        let pair = set.pairs[member - 1]
        let elsewhere = pair.merged.union(pair.rewritten.flatMap(\.source))
        let isPresent = { (segment: Int) in pair.targets[segment] >= 0 || elsewhere.contains(Int32(segment)) }
        let neighbour = Neighbour(set: set)
        let runs = LostParts(
            outline: set.source, isPresent: isPresent,
            hasOwnPlace: { neighbour.beforeText(ofHeading: $0, member: member) != nil }
        ).runs()
        let outline = set.members[member].outline
        let end = Truncation(source: set.source, isPresent: isPresent) { last in
            // A translator's note may stand at the end.
            guard let partner = set.segment(of: member, for: last) else { return false }
            return outline.leaves.count { $0 > Int32(partner) && !outline.part(of: Int($0)).kind.isOptional } > 2
        }.start
        let tail = end.map { end in runs.filter { $0.first.end > end } } ?? []
        // One section, list or block at the end is just that.
        let isCutOff = tail.count > 1 || tail.contains { !$0.others.isEmpty }
        let lost = isCutOff ? Array(runs.dropLast(tail.count)) : runs
        var lonely = LonelyParts(.source(of: set, beside: member))
        let found = lost.compactMap { run in
            set.source.aspect(of: run.first.part).map { aspect in
                var difference = missing(
                    aspect, part: run.first.part, member: member,
                    detail: set.source.detail(of: run.first, besides: run.others.map(\.part)))
                difference.lost = ([run.first] + run.others).map { $0.part..<$0.end }
                difference.isCertain = lonely.isSurelyLost(run.first.part, isAlone: run.others.isEmpty)
                return difference
            }
        }
        return withOneCauseForNeighbours(found) + (isCutOff ? end.map { [truncated(from: $0, member)] } ?? [] : [])
    }

    /// Each item of a list is an entry for itself, and several in a row are lost by one edit.
    private func withOneCauseForNeighbours(_ differences: [Difference]) -> [Difference] {
        var differences = differences
        for index in differences.indices.dropFirst() {
            let before = differences[index - 1]
            guard before.aspect == .item, differences[index].aspect == .item, before.lost.count == 1,
                let last = before.lost.first, let next = differences[index].lost.first,
                last.upperBound == next.lowerBound,
                set.source.parts[last.lowerBound].parent == set.source.parts[next.lowerBound].parent
            else { continue }
            differences[index].cause = before.cause
        }
        return differences
    }

    private func truncated(from part: Int, _ member: Int) -> Difference {
        missing(
            .document, part: part, member: member, detail: set.source.inventory(part..<set.source.parts.count))
    }

    /// A part of the source that a target lacks.
    func missing(
        _ aspect: Difference.Aspect, part: Int, member: Int, detail: String
    ) -> Difference {
        let text = set.source.text(of: part)
        let neighbours = Neighbour(set: set)
        let neighbour =
            neighbours.beforeText(ofHeading: part, member: member) ?? neighbours.before(part: part, member: member)
        return Difference(
            .missing, aspect, at: Difference.Passage(member: member, range: neighbour, text: text),
            counterparts: counterparts(part, besides: member), expected: text, detail: detail,
            cause: Difference.cause(.missing, aspect, set.source.parts[part].range))
    }

    /// The source's part and those of the other targets that have it.
    private func counterparts(_ part: Int, besides member: Int) -> [Difference.Passage] {
        let source = set.source.passage(ofPart: part, member: 0)
        guard let segment = set.source.firstSegment(in: part) else { return [source] }
        let others = set.targets.filter { $0 != member }.compactMap { other -> Difference.Passage? in
            guard let partner = set.segment(of: other, for: segment) else { return nil }
            let outline = set.members[other].outline
            return outline.passage(
                ofPart: outline.enclosing(Int(outline.segments[partner].part), like: set.source.parts[part].kind),
                member: other)
        }
        return [source] + others
    }

    // MARK: Rows and columns

    private func missingTableParts(_ member: Int) -> [Difference] {
        set.pairs[member - 1].tables.flatMap { table in
            missingRows(table, member) + missingColumns(table, member) + missingCells(table, member)
                + unevenRows(table, member)
        }
    }

    private func missingRows(_ table: TableAlignment, _ member: Int) -> [Difference] {
        table.rows.indices.filter { table.rows[$0] < 0 && !table.source.isBlank(row: $0, in: set.source) }.map { row in
            let part = table.source.rows[row]
            let before = table.rows[..<row].last { $0 >= 0 } ?? 0
            let outline = set.members[member].outline
            var difference = Difference(
                .missing, .row,
                at: Difference.Passage(
                    member: member, range: outline.parts[table.target.rows[Int(before)]].range,
                    text: set.source.text(of: part)),
                counterparts: counterparts(part, besides: member), expected: set.source.text(of: part),
                cause: Difference.cause(.missing, .row, set.source.parts[part].range))
            difference.lost = [part..<Int(set.source.parts[part].end)]
            return difference
        }
    }

    /// Rows that have more cells than their header where their counterpart has not: a stray or a lost `|`.
    private func unevenRows(_ table: TableAlignment, _ member: Int) -> [Difference] {
        table.rows.enumerated().filter { $1 >= 0 && table.isShifted($0, Int($1)) }.map { row, partner in
            let source = set.source.passage(ofPart: table.source.rows[row], member: 0)
            let target = set.members[member].outline.passage(ofPart: table.target.rows[Int(partner)], member: member)
            let isInSource = table.source.cellCounts[row] != table.source.columnCount
            let grid = isInSource ? table.source : table.target
            return Difference(
                .uneven, .row, at: isInSource ? source : target, counterparts: [isInSource ? target : source],
                found: "\(grid.cellCounts[isInSource ? row : Int(partner)])",
                detail: "\(grid.columnCount)",
                cause: Difference.cause(.uneven, .row, isInSource ? source.range : target.range))
        }
    }

    private func missingColumns(_ table: TableAlignment, _ member: Int) -> [Difference] {
        guard !table.target.rows.isEmpty else { return [] }
        return table.columns.indices.filter { table.columns[$0] < 0 }.compactMap { column in
            guard let header = table.source.segment(row: 0, column: column) else { return nil }
            let passage = set.source.passage(ofSegment: header, member: 0)
            let range = set.members[member].outline.parts[table.target.rows[0]].range
            return Difference(
                .missing, .column, at: Difference.Passage(member: member, range: range, text: passage.text),
                counterparts: [passage], expected: passage.text,
                cause: Difference.cause(.missing, .column, passage.range))
        }
    }

    /// Cells that are empty or left out although the source's say something.
    private func missingCells(_ table: TableAlignment, _ member: Int) -> [Difference] {
        var differences: [Difference] = []
        for (row, partner) in table.rows.enumerated() where partner >= 0 && !table.isShifted(row, Int(partner)) {
            for (column, partnerColumn) in table.columns.enumerated() where partnerColumn >= 0 {
                let other = table.target.segment(row: Int(partner), column: Int(partnerColumn))
                guard let cell = table.source.segment(row: row, column: column),
                    other.map({ set.members[member].outline.isEmpty($0) }) ?? true, saysSomething(cell)
                else { continue }
                differences.append(missingCell(cell, other, row: table.target.rows[Int(partner)], member))
            }
        }
        return differences
    }

    private func saysSomething(_ cell: Int) -> Bool {
        let text = set.source.segments[cell].text.bytes
        return !set.source.isEmpty(cell) && !Wording.isNotApplicable(text)
            && text.contains { $0.isASCIILetter || $0 >= 0x80 || $0.isASCIIDigit }
    }

    /// - Parameter other: the empty cell; nil where the row is too short to have it.
    private func missingCell(_ cell: Int, _ other: Int?, row: Int, _ member: Int) -> Difference {
        let passage = set.source.passage(ofSegment: cell, member: 0)
        let outline = set.members[member].outline
        let padded = other.map { outline.document.blocks[Int(outline.part(of: $0).block)].info } ?? .empty
        var difference = Difference(
            .missing, .cell,
            at: Difference.Passage(
                member: member, range: padded.isEmpty ? outline.parts[row].range : padded, text: passage.text),
            counterparts: [passage], expected: passage.text, cause: Difference.cause(.missing, .cell, passage.range))
        let part = Int(set.source.segments[cell].part)
        if !padded.isEmpty { difference.lost = [part..<part + 1] }
        return difference
    }
}

extension Outline {
    /// The first segment of a part that is not a table as a whole; a row's first cell.
    func firstSegment(in part: Int) -> Int? {
        (part..<Int(parts[part].end)).first { parts[$0].segment >= 0 }.map { Int(parts[$0].segment) }
    }

    /// Whether a part holds one of some segments.
    func holds(_ segments: Set<Int32>, in part: Int) -> Bool {
        !segments.isEmpty && (part..<Int(parts[part].end)).contains { segments.contains(parts[$0].segment) }
    }

    /// The nearest enclosing part of a kind, or the part itself where there is none.
    func enclosing(_ part: Int, like kind: PartKind) -> Int {
        parts[part].kind == kind ? part : ancestors(of: part).first { parts[$0].kind == kind } ?? part
    }

    /// The innermost part of a kind that a segment stands in.
    func nearest(_ kind: PartKind, around segment: Int) -> Int? {
        ancestors(of: Int(segments[segment].part)).first { parts[$0].kind == kind }
    }
}

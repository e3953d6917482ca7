package import DriftAlignment
package import DriftFindings
import DriftMarkdown

/// Resolves an aligned set into its texts side by side.
package struct AlignedTextReader {
    private let set: AlignedSet
    private let passages: PassageReader
    private let additions: Additions
    /// For each target, by its index from 1.
    private let joined: [JoinedTexts]

    /// Linear in the parts of all members.
    package static func read(_ set: AlignedSet) -> AlignedText {
        AlignedTextReader(set).text()
    }

    private init(_ set: AlignedSet) {
        self.set = set
        passages = PassageReader(set: set)
        joined = set.members.indices.dropFirst().map { JoinedTexts(set, member: $0) }
        additions = Additions(in: set, joined: joined)
    }

    private func text() -> AlignedText {
        var units = additions.units(after: -1)
        for segment in set.source.segments.indices {
            if set.source.part(of: segment).kind != .table { units.append(unit(of: segment)) }
            units += additions.units(after: segment)
        }
        units.removeAll { unit in unit.entries.allSatisfy { $0.passage?.text.isEmpty ?? true } }
        numberRows(&units)
        return AlignedText(name: set.name, members: set.members.indices.map(member), units: units)
    }

    private func member(_ index: Int) -> AlignedText.Member {
        let member = set.members[index]
        return AlignedText.Member(
            path: member.path, locale: member.locale.description,
            isRightToLeft: [.arabic, .hebrew].contains(member.locale.writingSystem),
            agreement: index == 0 ? 100 : Int(100 * set.pairs[index - 1].agreement),
            isRelated: !set.unrelated.contains(index))
    }

    private func unit(of segment: Int) -> AlignedUnit {
        var unit = passages.unit(segment, member: 0)
        unit.entries = set.members.indices.map { entry(of: segment, member: $0, in: unit) }
        return unit
    }

    private func entry(of segment: Int, member: Int, in unit: AlignedUnit) -> AlignedEntry {
        if member == 0 { return AlignedEntry(.source, passages.passage(segment, member: 0), isCertain: true) }
        guard set.targets.contains(member) else { return AlignedEntry(.none) }
        let (pair, joined) = (set.pairs[member - 1], joined[member - 1])
        if let passage = joined.passages[segment], let whole = pair.joined(holding: segment) {
            let confidence = pair.confidence(of: whole)
            return AlignedEntry(
                .joined, passage, confidence: Int(confidence), isCertain: confidence >= PairAlignment.certain)
        }
        if let partner = set.segment(of: member, for: segment) {
            let confidence = pair.confidence[segment]
            return AlignedEntry(
                additions.moved[member].contains(segment) ? .moved : .aligned,
                passages.passage(partner, member: member), confidence: Int(confidence),
                isCertain: confidence >= PairAlignment.certain && !joined.unsettled.contains(segment))
        }
        if let partner = additions.opposite[member][segment] {
            return AlignedEntry(.aligned, passages.passage(partner, member: member), confidence: 0)
        }
        if pair.merged.contains(Int32(segment)) { return AlignedEntry(.merged) }
        let isOptional = unit.kind == .html || unit.kind == .title || set.source.isEmpty(segment)
        return AlignedEntry(isOptional ? .none : .missing)
    }

    /// Replaces what rows are told apart by with numbers from 1 in the order of the units.
    private func numberRows(_ units: inout [AlignedUnit]) {
        var last: Int?
        var number = 0
        for index in units.indices {
            guard let row = units[index].cell?.row else { continue }
            if row != last { number += 1 }
            last = row
            units[index].cell?.row = number
        }
    }
}

/// Reads the text of segments as it stands in their documents.
struct PassageReader {
    let set: AlignedSet

    /// The unit of a segment of a member, without its entries.
    func unit(_ segment: Int, member: Int) -> AlignedUnit {
        let outline = set.members[member].outline
        let part = outline.part(of: segment)
        return AlignedUnit(
            kind: kind(of: segment, in: outline), level: Int(part.level),
            cell: part.kind == .cell ? AlignedUnit.Cell(row: Int(part.parent), column: column(segment, outline)) : nil,
            isTranslatable: member == 0 && isTranslatable(segment, in: outline), entries: [])
    }

    func passage(_ segment: Int, member: Int) -> AlignedEntry.Passage {
        let outline = set.members[member].outline
        let part = outline.part(of: segment)
        let source = outline.document.source
        return AlignedEntry.Passage(
            line: source.lineIndex(at: part.range.lower) + 1,
            lastLine: source.lineIndex(at: max(part.range.lower, part.range.upper - 1)) + 1,
            text: text(Int(part.block), in: outline.document, isCode: part.kind == .codeBlock))
    }

    private func text(_ block: Int, in document: Document, isCode: Bool) -> String {
        let node = document.blocks[block]
        if node.lines.isEmpty {
            return node.kind == .tableCell || isCode ? "" : document.source.string(node.range)
        }
        let text = String(decoding: document.code(of: block), as: UTF8.self)
        return isCode ? text : text.trimmingWhitespace
    }

    private func kind(of segment: Int, in outline: Outline) -> AlignedUnit.Kind {
        let part = outline.part(of: segment)
        switch part.kind {
        case .heading: return .heading
        case .cell, .table: return .cell
        case .codeBlock: return .code
        case .figure: return .figure
        case .html: return .html
        case .title: return .title
        default:
            let isFirst = part.parent >= 0 && part.parent + 1 == outline.segments[segment].part
            return isFirst && outline.parts[Int(part.parent)].kind == .item ? .item : .paragraph
        }
    }

    /// From 1.
    private func column(_ segment: Int, _ outline: Outline) -> Int {
        let row = Int(outline.part(of: segment).parent)
        return Int(outline.segments[segment].part) - row
    }

    private func isTranslatable(_ segment: Int, in outline: Outline) -> Bool {
        let kind = outline.part(of: segment).kind
        guard [.heading, .paragraph, .cell, .figure, .title].contains(kind) else { return false }
        var bytes = outline.segments[segment].text.bytes
        if kind == .figure {
            let block = Int(outline.part(of: segment).block)
            bytes =
                outline.document.plainText(of: block, inlines: outline.segments[segment].inlines, including: .images)
                .bytes
        }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { $0.properties.isAlphabetic }
    }
}

extension String {
    var trimmingWhitespace: String {
        var scalars = unicodeScalars[...]
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        return String(scalars)
    }
}

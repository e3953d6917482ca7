import DriftMarkdown
import DriftText

/// Joins what a member lacks, or has in excess, to its entry in the table of contents: a section and the list item that
/// leads to its heading come and go by one edit.
///
/// Entries look alike to the alignment, which may leave over a neighbour of the one that belongs to the section.
struct ContentsEntries {
    let set: AlignedSet

    /// With the cause of a section for the entries of its headings. Linear in the documents where both differ.
    func settled(_ differences: [Difference]) -> [Difference] {
        let items = differences.indices.filter { differences[$0].isOneSided && differences[$0].aspect == .item }
        guard !items.isEmpty else { return differences }
        let sections = differences.filter { $0.isOneSided && ($0.aspect == .section || $0.aspect == .heading) }
        var differences = differences
        var contents: [Int: Contents] = [:]
        for section in sections {
            let lists = items.filter { differences[$0].isSameLoss(as: section) }
            guard !lists.isEmpty, let holder = section.holder else { continue }
            let found = contents[holder] ?? Contents(set.members[holder].outline)
            contents[holder] = found
            join(section, to: found, lists, &differences)
        }
        let shared = Set(items.filter { differences[$0].sharesCause }.map { differences[$0].cause })
        for index in differences.indices where shared.contains(differences[index].cause) {
            differences[index].sharesCause = true
        }
        return differences
    }

    /// - Parameter items: those among the differences that the same member has or lacks.
    private func join(
        _ section: Difference, to contents: Contents, _ items: [Int], _ differences: inout [Difference]
    ) {
        let entries = contents.entries(of: ranges(of: section))
        let outline = contents.outline
        var parts = items.map { part(of: differences[$0], outline) }
        for entry in entries {
            let list = outline.parts[entry].parent
            let stray = parts.firstIndex { part in
                part.map { outline.parts[$0].parent == list && !entries.contains($0) && contents.isEntry($0) } ?? false
            }
            guard let index = parts.firstIndex(of: entry) ?? stray else { continue }
            if parts[index] != entry {
                differences[items[index]] = moved(differences[items[index]], to: entry, outline)
                differences[items[index]].isCertain = section.isCertain
                parts[index] = entry
            }
            differences[items[index]].cause = section.cause
            differences[items[index]].sharesCause = true
        }
    }

    /// The same of another item of the list.
    private func moved(_ difference: Difference, to part: Int, _ outline: Outline) -> Difference {
        if difference.kind == .missing, difference.holder == 0, difference.passage.member > 0 {
            var missing = Structure(set: set).missing(.item, part: part, member: difference.passage.member, detail: "")
            missing.lost = [part..<Int(outline.parts[part].end)]
            return missing
        }
        let member = difference.holder ?? 0
        let passage = outline.passage(ofPart: part, member: member)
        let isExtra = difference.kind == .extra
        return Difference(
            difference.kind, .item, at: isExtra ? passage : difference.passage,
            counterparts: isExtra ? difference.counterparts : [passage],
            expected: isExtra ? "" : passage.text, found: isExtra ? passage.text : "", cause: difference.cause)
    }

    private func part(of item: Difference, _ outline: Outline) -> Int? {
        if let part = item.lost.first?.lowerBound { return part }
        guard let range = ranges(of: item).first else { return nil }
        return outline.parts.firstIndex { $0.kind == .item && $0.range == range }
    }

    /// Where a part, and what is lost with it, stands at its holder.
    private func ranges(of difference: Difference) -> [ByteRange] {
        guard difference.lost.isEmpty else { return difference.lost.map(range) }
        let part = difference.kind == .extra ? difference.passage : difference.counterparts.first
        return part.map { [$0.range] } ?? []
    }

    /// What parts of the source take up; of a section that was not lost with its subsections, its own.
    private func range(_ parts: Range<Int>) -> ByteRange {
        let own = parts.map { set.source.parts[$0] }.filter { $0.kind != .section }
        let start = set.source.parts[parts.lowerBound].range.lower
        return ByteRange(start, max(start, own.map(\.range.upper).max() ?? 0))
    }
}

/// The list items of a document that begin with a link to a heading of it.
private struct Contents {
    let outline: Outline
    /// Item and heading, in the order of the items.
    private let entries: [(item: Int, heading: ByteRange)]

    init(_ outline: Outline) {
        self.outline = outline
        let headings = outline.headings
        entries = outline.parts.indices.filter { outline.parts[$0].kind == .item }.compactMap { item in
            guard let target = outline.passageTarget(ofItem: item), let heading = headings[target] else { return nil }
            return (item, heading)
        }
    }

    func isEntry(_ item: Int) -> Bool { entries.contains { $0.item == item } }

    /// The entries of headings that stand in some ranges, without those within one another.
    func entries(of ranges: [ByteRange]) -> [Int] {
        var found: [Int] = []
        for (item, heading) in entries where ranges.contains(where: { $0.contains(heading) }) {
            if let last = found.last, item < outline.parts[last].end { continue }
            found.append(item)
        }
        return found
    }
}

extension Outline {
    /// The headings by all ids that site generators give them.
    fileprivate var headings: [String: ByteRange] {
        var headings: [String: ByteRange] = [:]
        for rule in SlugRule.allCases {
            for (block, slug) in document.headingSlugs(rule) {
                headings[slug] = headings[slug] ?? document.blocks[block].range
            }
        }
        return headings
    }

    /// The passage of the same page that an item begins with a link to.
    fileprivate func passageTarget(ofItem item: Int) -> String? {
        guard let segment = firstSegment(in: item), let link = segments[segment].inlines.first, link.kind == .link
        else { return nil }
        let target = document.destination(of: link).percentDecoded
        guard target.first == UInt8(ascii: "#"), target.count > 1 else { return nil }
        return String(decoding: target.dropFirst(), as: UTF8.self)
    }
}

extension Difference {
    fileprivate var isOneSided: Bool { kind == .missing || kind == .extra }

    /// A member that has what others lack.
    fileprivate var holder: Int? { kind == .extra ? passage.member : counterparts.first?.member }

    fileprivate func isSameLoss(as other: Difference) -> Bool {
        kind == other.kind && passage.member == other.passage.member && holder == other.holder
    }
}

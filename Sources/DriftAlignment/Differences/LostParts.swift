/// Finds the outermost parts of an outline of which nothing has a partner.
struct LostParts {
    let outline: Outline
    /// Whether a segment has a counterpart, or was merged into a neighbour.
    let isPresent: (Int) -> Bool
    /// Whether one knows of a lost part where it belongs, whatever was lost before it.
    var hasOwnPlace: (Int) -> Bool = { _ in false }

    /// A part without a counterpart, and the index after the last part that is lost with it: a section's subsections
    /// may be there.
    struct Lost {
        let part: Int
        let end: Int
    }

    /// Lost parts in runs: of what follows without a break, the first, and how many more there are.
    ///
    /// One edit takes out one stretch of a document, however many parts stand in it; only the items of a list are
    /// entries that are each for themselves.
    func runs() -> [(first: Lost, others: [Lost])] {
        var runs: [(first: Lost, others: [Lost])] = []
        let next = nextPresent()
        var end = -1
        for lost in find() {
            if lost.part <= end, !runs.isEmpty, outline.parts[lost.part].kind != .item, !hasOwnPlace(lost.part) {
                runs[runs.count - 1].others.append(lost)
            } else {
                runs.append((lost, []))
            }
            end = next[lost.end]
        }
        return runs
    }

    /// For each part the first leaf from there on that has a counterpart; what is lost before it belongs to one run.
    private func nextPresent() -> [Int] {
        var next = [Int](repeating: outline.parts.count, count: outline.parts.count + 1)
        for index in outline.parts.indices.reversed() {
            let part = outline.parts[index]
            let isPresentLeaf = part.segment >= 0 && !part.kind.isOptional && isPresent(Int(part.segment))
            next[index] = isPresentLeaf ? index : next[index + 1]
        }
        return next
    }

    /// Parts whose leaves all lack a counterpart, outermost first found; rows and columns of tables are not among them.
    ///
    /// What is optional neither makes a part present nor is it reported.
    func find() -> [Lost] {
        let (leaves, present) = count()
        var lost: [Lost] = []
        var index = 1
        while index < outline.parts.count {
            let part = outline.parts[index]
            let own = part.kind == .section ? outline.endOfOwnParts(of: index) : Int(part.end)
            if leaves[index] > 0, present[index] == 0, part.kind != .document {
                lost.append(Lost(part: outermost(index), end: Int(part.end)))
                index = Int(part.end)
            } else if part.kind == .section, own > index + 2, isLost(index + 1..<own, leaves, present) {
                lost.append(Lost(part: index, end: own))
                index = own
            } else {
                index += part.kind == .table ? Int(part.end) - index : 1
            }
        }
        return lost
    }

    /// Whether nothing in a range of parts has a counterpart; some of it has to be a leaf.
    private func isLost(_ parts: Range<Int>, _ leaves: [Int32], _ present: [Int32]) -> Bool {
        parts.contains { leaves[$0] > 0 } && parts.allSatisfy { present[$0] == 0 }
    }

    /// How many leaves each part holds, and how many of them have a counterpart.
    private func count() -> (leaves: [Int32], present: [Int32]) {
        var leaves = [Int32](repeating: 0, count: outline.parts.count)
        var present = leaves
        for segment in outline.leaves where !outline.part(of: Int(segment)).kind.isOptional {
            let isPresent: Int32 = isPresent(Int(segment)) ? 1 : 0
            var part = Int(outline.segments[Int(segment)].part)
            while part >= 0 {
                leaves[part] += 1
                present[part] += isPresent
                part = Int(outline.parts[part].parent)
            }
        }
        return (leaves, present)
    }

    /// An item's first paragraph stands for the item where only its nested parts have a counterpart.
    private func outermost(_ part: Int) -> Int {
        let parent = Int(outline.parts[part].parent)
        guard outline.parts[part].kind == .paragraph, parent > 0, outline.parts[parent].kind == .item,
            parent + 1 == part
        else { return part }
        return parent
    }
}

extension Outline {
    /// The index of a section's first subsection, or its end: its heading and own text stand before it.
    func endOfOwnParts(of section: Int) -> Int {
        children(of: section).first { parts[$0].kind == .section } ?? Int(parts[section].end)
    }

    /// What a part is called in a difference; nil for what no rule looks at.
    func aspect(of part: Int) -> Difference.Aspect? {
        switch parts[part].kind {
        case .section: .section
        case .heading: .heading
        case .paragraph, .quote: .paragraph
        case .list: .list
        case .item: .item
        case .table: .table
        case .row: .row
        case .cell: .cell
        case .codeBlock: .codeBlock
        case .figure: .image
        case .document, .html, .title: nil
        }
    }

    /// What a lost part holds, and what else was lost right behind it.
    func detail(of lost: LostParts.Lost, besides others: [Int]) -> String {
        let own = inventory(of: lost.part, to: lost.end)
        guard let first = others.first else { return own }
        let more = others.count == 1 ? "“\(text(of: first))”" : "\(others.count) more parts"
        return own.isEmpty ? "and \(more) after it" : "\(own), and \(more) after it"
    }

    /// How much a section holds besides its heading, such as "with 3 paragraphs and 1 table".
    func inventory(of part: Int, to end: Int) -> String {
        guard parts[part].kind == .section else { return "" }
        let phrase = inventory(part + 2..<end)
        return phrase.isEmpty ? "" : "with " + phrase.replacing(" section", with: " subsection")
    }

    /// How much stands in some parts, such as "3 paragraphs and 1 table".
    func inventory(_ range: Range<Int>) -> String {
        var counts: [(kind: PartKind, count: Int)] = [
            (.section, 0), (.paragraph, 0), (.item, 0), (.table, 0), (.codeBlock, 0), (.figure, 0),
        ]
        for index in range {
            let isItemText = parts[index].kind == .paragraph && parts[Int(parts[index].parent)].kind == .item
            for entry in counts.indices where counts[entry].kind == parts[index].kind && !isItemText {
                counts[entry].count += 1
            }
        }
        return Self.enumeration(counts.filter { $0.count > 0 })
    }

    /// Such as "3 paragraphs and 1 table".
    static func enumeration(_ counts: [(kind: PartKind, count: Int)]) -> String {
        let phrases = counts.map { "\($0.count) \($0.kind.noun)\($0.count == 1 ? "" : "s")" }
        guard let last = phrases.last else { return "" }
        let others = phrases.dropLast().joined(separator: ", ")
        return others.isEmpty ? last : others + " and " + last
    }

    /// Whether a part is the text with which a list item begins.
    func beginsItem(_ part: Int) -> Bool {
        let parent = Int(parts[part].parent)
        return parent >= 0 && parts[parent].kind == .item && parent + 1 == part
    }
}

extension PartKind {
    /// The word for it in a sentence.
    fileprivate var noun: String {
        switch self {
        case .item: "list item"
        case .codeBlock: "code block"
        case .figure: "image"
        default: "\(self)"
        }
    }
}

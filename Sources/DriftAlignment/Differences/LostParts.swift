/// Finds the outermost parts of an outline of which nothing has a partner.
struct LostParts {
    let outline: Outline
    /// Whether a segment has a counterpart, or was merged into a neighbour.
    let isPresent: (Int) -> Bool

    /// Parts whose leaves all lack a counterpart, outermost first found; rows and columns of tables are not among them.
    ///
    /// Raw HTML neither makes a part present nor is it reported.
    func find() -> [Int] {
        let (leaves, present) = count()
        var lost: [Int] = []
        var index = 1
        while index < outline.parts.count {
            let part = outline.parts[index]
            if leaves[index] > 0, present[index] == 0, part.kind != .document {
                lost.append(index)
                index = Int(part.end)
            } else {
                index += part.kind == .table ? Int(part.end) - index : 1
            }
        }
        return lost.map(outermost)
    }

    /// How many leaves each part holds, and how many of them have a counterpart.
    private func count() -> (leaves: [Int32], present: [Int32]) {
        var leaves = [Int32](repeating: 0, count: outline.parts.count)
        var present = leaves
        for segment in outline.leaves where outline.part(of: Int(segment)).kind != .html {
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
        case .document, .html: nil
        }
    }

    /// How much a section or list holds besides its heading, such as "with 3 paragraphs and 1 table".
    func inventory(of part: Int) -> String {
        guard parts[part].kind == .section else { return "" }
        var counts: [(kind: PartKind, count: Int)] = [
            (.heading, -1), (.paragraph, 0), (.item, 0), (.table, 0), (.codeBlock, 0), (.figure, 0),
        ]
        for index in part + 1..<Int(parts[part].end) {
            let isItemText = parts[index].kind == .paragraph && parts[Int(parts[index].parent)].kind == .item
            for entry in counts.indices where counts[entry].kind == parts[index].kind && !isItemText {
                counts[entry].count += 1
            }
        }
        let phrases = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.kind.noun)\($0.count == 1 ? "" : "s")" }
        guard let last = phrases.last else { return "" }
        let others = phrases.dropLast().joined(separator: ", ")
        return "with " + (others.isEmpty ? last : others + " and " + last)
    }
}

extension PartKind {
    /// The word for it in a sentence.
    fileprivate var noun: String {
        switch self {
        case .heading: "subheading"
        case .item: "list item"
        case .codeBlock: "code block"
        case .figure: "image"
        default: "\(self)"
        }
    }
}

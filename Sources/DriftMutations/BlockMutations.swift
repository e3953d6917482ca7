import DriftMarkdown
import DriftText

/// Items, headings and sections that are gone.
extension Subject {
    func missingItems() -> [Mutation] {
        guard inSource.items.count >= inTarget.items.count else { return [] }
        return inTarget.items.filter(isLoneItem).map { item in
            Mutation(.itemMissing, [.init(text.wholeLines(range(item)))], "item gone: \(quote(range(item)))")
        }
    }

    /// Whether an item has siblings and no list of its own. The first of a numbered list stays: it says where to begin.
    private func isLoneItem(_ item: Int) -> Bool {
        let list = Int(target.blocks[item].parent)
        let isNumbered =
            target.blocks[list].detail.code == UInt8(ascii: ".") || target.blocks[list].detail.code == UInt8(ascii: ")")
        let siblings = target.children(of: list).filter { _ in true }
        let hasList = (item..<Int(target.blocks[item].end)).contains { target.blocks[$0].kind == .list }
        return siblings.count > 1 && !hasList && !(isNumbered && siblings.first == item) && ownsLines(item)
            && target.blocks[list].detail.isTight
    }

    func missingHeadings() -> [Mutation] {
        guard inSource.headings.count >= inTarget.headings.count else { return [] }
        return inTarget.headings.dropFirst().filter(ownsLines).map { heading in
            Mutation(
                .headingMissing, [.init(text.wholeLinesAndGap(range(heading)))],
                "heading gone: \(quote(range(heading)))")
        }
    }

    func loweredHeadings() -> [Mutation] {
        guard inSource.headings.count == inTarget.headings.count else { return [] }
        return inTarget.headings.dropFirst().compactMap { heading in
            let block = target.blocks[heading]
            guard !block.detail.isMarked, block.detail.code < 6, ownsLines(heading) else { return nil }
            return Mutation(
                .headingLevel, [.init(ByteRange(block.range.lower, block.range.lower), [UInt8(ascii: "#")])],
                "heading one level down: \(quote(block.range))", scope: block.range)
        }
    }

    /// A heading with all that stands below it, subsections included; none that is half of the document.
    func missingSections() -> [Mutation] {
        guard inSource.headings.count >= inTarget.headings.count else { return [] }
        let headings = inTarget.headings
        return headings.indices.dropFirst().compactMap { index in
            let level = target.blocks[headings[index]].detail.code
            let next = headings[(index + 1)...].first { target.blocks[$0].detail.code <= level }
            let start = text.wholeLines(range(headings[index])).lower
            let end = next.map { text.wholeLines(range($0)).lower } ?? text.bytes.count
            let lines = text.lineIndex(at: end - 1) - text.lineIndex(at: start) + 1
            guard ownsLines(headings[index]), lines > 2, lines <= 60, 2 * (end - start) < text.bytes.count else {
                return nil
            }
            return Mutation(
                .sectionMissing, [.init(ByteRange(start, end))],
                "section of \(lines) lines gone: \(quote(range(headings[index])))")
        }
    }

    /// Headings of one line in their other form: `## Title`, or `Title` above hyphens.
    func otherHeadingForms() -> [Mutation] {
        inTarget.headings.compactMap { heading in
            let block = target.blocks[heading]
            guard block.detail.code <= 2, block.lines.count == 1, block.info.isEmpty, ownsLines(heading) else {
                return nil
            }
            let content = target.lines[block.lineIndices.lowerBound].range
            guard !content.isEmpty else { return nil }
            let mark = UInt8(ascii: block.detail.code == 1 ? "=" : "-")
            let form: [UInt8] =
                block.detail.isMarked
                ? [UInt8](repeating: UInt8(ascii: "#"), count: Int(block.detail.code)) + [0x20] + bytes(content)
                : bytes(content) + text.lineBreak + [UInt8](repeating: mark, count: 4)
            return Mutation(.headingForm, [.init(block.range, form)], "heading in its other form: \(quote(content))")
        }
    }
}

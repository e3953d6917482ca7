import DriftMarkdown
import DriftText

/// What has to hold of every tree: parents contain their children, siblings stand in order, and content lines belong to
/// their leaf.
struct TreeCheck {
    let document: Document

    func run() {
        let blocks = document.blocks
        for (index, block) in blocks.enumerated() {
            precondition(block.end > index && Int(block.end) <= blocks.count, "end of block \(index)")
            precondition(block.range.upper <= document.source.bytes.count, "block \(index) ends behind the file")
            var place = block.range.lower
            for child in document.children(of: index) {
                precondition(Int(blocks[child].parent) == index, "parent of block \(child)")
                precondition(blocks[child].range.lower >= place, "block \(child) overlaps its sibling or parent")
                precondition(blocks[child].range.upper <= block.range.upper, "block \(child) outlasts its parent")
                place = blocks[child].range.upper
            }
            for line in document.lines[block.lineIndices] {
                precondition(line.range.upper <= block.range.upper, "line behind block \(index)")
            }
            checkInlines(of: index)
        }
        for (line, next) in zip(document.lines, document.lines.dropFirst()) {
            precondition(line.range.upper <= next.range.lower, "content lines overlap at \(next.range.lower)")
        }
    }

    private func checkInlines(of block: Int) {
        let inlines = document.inlines(of: block)
        let whole = document.blocks[block].range
        var place = whole.lower
        var open: [Int] = []
        for (index, inline) in inlines.enumerated() {
            while let top = open.last, Int(inlines[top].end) <= index {
                place = inlines[top].range.upper
                open.removeLast()
            }
            precondition(Int(inline.parent) == open.last ?? -1, "parent of inline \(index)")
            precondition(inline.end > index && Int(inline.end) <= inlines.count, "end of inline \(index)")
            precondition(!inline.range.isEmpty, "inline \(index) is empty")
            precondition(inline.range.lower >= place, "inline \(index) overlaps")
            let limit = open.last.map { inlines[$0].range.upper } ?? whole.upper
            precondition(inline.range.upper <= limit, "inline \(index) outlasts its parent")
            precondition(inline.content.isEmpty || inline.range.contains(inline.content), "content of inline \(index)")
            let hasChildren = Int(inline.end) > index + 1
            if hasChildren { open.append(index) }
            place = hasChildren ? inline.range.lower : inline.range.upper
        }
        let plain = document.plainText(of: block, inlines: inlines, including: .all)
        var last = 0
        for offset in plain.bytes.indices {
            let source = plain.sourceOffset(of: offset)
            precondition(source >= last, "plain text of block \(block) goes back at \(offset)")
            last = source
        }
    }
}

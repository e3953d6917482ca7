internal import DriftText

/// Goes through a document's blocks and inlines as one tree, on an explicit stack.
package protocol TreeVisitor {
    mutating func enter(_ node: TreeNode, depth: Int)
    /// Called after the node's last descendant.
    mutating func leave(depth: Int)
}

extension Document {
    /// Shows each node to the visitor in preorder; a leaf's inlines are its children.
    package func walk(_ visitor: inout some TreeVisitor) {
        var open: [Int] = []
        for block in blocks.indices {
            while let top = open.last, block >= Int(blocks[top].end) {
                open.removeLast()
                visitor.leave(depth: open.count)
            }
            let inlines = inlines(of: block)
            visitor.enter(TreeNode(block, of: self, holdsText: !inlines.isEmpty), depth: open.count)
            open.append(block)
            walk(inlines, isCell: blocks[block].kind == .tableCell, depth: open.count, &visitor)
        }
        while open.popLast() != nil { visitor.leave(depth: open.count) }
    }

    private func walk(_ inlines: [Inline], isCell: Bool, depth: Int, _ visitor: inout some TreeVisitor) {
        var open: [Int] = []
        for (index, inline) in inlines.enumerated() {
            while let top = open.last, index >= Int(inlines[top].end) {
                open.removeLast()
                visitor.leave(depth: depth + open.count)
            }
            visitor.enter(TreeNode(inline, of: self, isCell: isCell), depth: depth + open.count)
            open.append(index)
            if inline.kind == .autolink {
                enterAddress(of: inline, isCell: isCell, depth: depth + open.count, &visitor)
            }
        }
        while open.popLast() != nil { visitor.leave(depth: depth + open.count) }
    }

    /// An autolink's address is its text.
    private func enterAddress(of inline: Inline, isCell: Bool, depth: Int, _ visitor: inout some TreeVisitor) {
        var text = TreeNode(type: "text", range: inline.content)
        text.attributes = [("literal", .text(literal(inline.content, isCell: isCell)))]
        visitor.enter(text, depth: depth)
        visitor.leave(depth: depth)
    }
}

import DriftMarkdown
import DriftText

/// Sees to it that a change did what it says and nothing else, by parsing the changed document.
struct MutationGuard {
    let document: Document

    func accepts(_ mutation: Mutation) -> Bool {
        let bytes = mutation.applied(to: document.source)
        guard bytes != document.source.bytes else { return false }
        let changed = Document(SourceText(bytes))
        if mutation.kind.removesBlocks { return kinds(without: mutation.edits) == changed.kinds }
        if mutation.kind.keepsBlocks, document.kinds != changed.kinds { return false }
        return !mutation.kind.keepsText || document.visible == changed.visible
    }

    /// Kinds of the blocks that no edit takes away.
    private func kinds(without edits: [TextEdit]) -> [BlockKind] {
        document.blocks.filter { block in
            block.kind == .document
                || !edits.contains { !block.range.isEmpty && $0.range.contains(block.range) }
                    && !(block.range.isEmpty && edits.contains { $0.range.contains(block.range) })
        }.map(\.kind)
    }
}

extension Document {
    fileprivate var kinds: [BlockKind] { blocks.map(\.kind) }

    /// What a reader sees of each leaf, white space as one blank, with the kinds of its inlines.
    fileprivate var visible: [[UInt8]] {
        blocks.indices.map { block in
            guard blocks[block].kind.hasInlines else { return code(of: block) }
            let inlines = inlines(of: block)
            let text = plainText(of: block, inlines: inlines, including: .all).bytes
            let kinds = inlines.map(\.kind).filter { ![.text, .softBreak].contains($0) }
            return text.split { $0 == 0x20 || $0 == 0x0A }.joined(separator: [0x20]) + [0] + kinds.map(\.rawValue)
        }
    }
}

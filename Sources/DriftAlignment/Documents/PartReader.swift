import DriftMarkdown
import DriftText

/// Turns the block tree into parts: adds sections and leaves out what has no counterpart to align.
struct PartReader {
    private struct OpenPart {
        let part: Int
        /// Block index at which the part ends; a section may end sooner, at a heading.
        let blockEnd: Int32
    }

    private let document: Document
    private var parts: [Part] = []
    private var open: [OpenPart] = []
    private var nesting: UInt8 = 0

    static func parts(of document: Document) -> [Part] {
        var reader = PartReader(document: document)
        reader.read()
        return reader.parts
    }

    private init(document: Document) {
        self.document = document
    }

    private mutating func read() {
        push(.document, block: 0, level: 0)
        for index in document.blocks.indices.dropFirst() {
            let block = document.blocks[index]
            close { last, _ in last.blockEnd <= Int32(index) }
            if block.kind == .heading, block.parent == 0 { openSection(index, level: block.detail.code) }
            if let kind = kind(of: index) {
                push(kind, block: index, level: block.kind == .heading ? block.detail.code : nesting)
            }
        }
        close { _, _ in true }
    }

    private mutating func openSection(_ index: Int, level: UInt8) {
        close { _, part in part.kind == .section && part.level >= level }
        push(.section, block: index, level: level, blockEnd: document.blocks[0].end)
    }

    private mutating func push(_ kind: PartKind, block: Int, level: UInt8, blockEnd: Int32? = nil) {
        let source = document.blocks[block]
        parts.append(
            Part(
                kind: kind, block: Int32(block), parent: Int32(open.last?.part ?? -1), end: Int32(parts.count + 1),
                range: source.range, level: level))
        for section in open where parts[section.part].kind == .section {
            parts[section.part].range.end = max(parts[section.part].range.end, source.range.end)
        }
        open.append(OpenPart(part: parts.count - 1, blockEnd: blockEnd ?? source.end))
        if kind == .list || kind == .quote { nesting += 1 }
    }

    /// Closes open parts from the innermost as long as they satisfy `ends`.
    private mutating func close(while ends: (OpenPart, Part) -> Bool) {
        while let last = open.last, ends(last, parts[last.part]) {
            parts[last.part].end = Int32(parts.count)
            if parts[last.part].kind == .list || parts[last.part].kind == .quote { nesting -= 1 }
            open.removeLast()
        }
    }

    private func kind(of index: Int) -> PartKind? {
        switch document.blocks[index].kind {
        case .document, .frontMatter, .linkDefinition, .thematicBreak, .footnoteDefinition: nil
        case .definitionList, .definitionDescription: nil
        // What no reader sees has no counterpart, whether it is a translator's note or a suppression.
        case .comment: nil
        case .quote, .container: .quote
        case .list: .list
        case .item: .item
        case .table: .table
        case .tableRow: .row
        case .paragraph, .definitionTerm: .paragraph
        case .containerTitle: .title
        case .heading: .heading
        case .codeBlock: .codeBlock
        case .htmlBlock, .directive, .mathBlock: .html
        case .tableCell: .cell
        }
    }
}

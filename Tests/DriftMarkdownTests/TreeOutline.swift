@testable import DriftMarkdown
@testable import DriftText

/// Shows trees as lines of text, so that an expectation can be read.
extension Document {
    /// One line a block: indentation, kind, and the source of its range with `⏎` for line ends.
    var outline: [String] {
        var depths: [Int] = []
        return blocks.map { block in
            let depth = block.parent < 0 ? 0 : depths[Int(block.parent)] + 1
            depths.append(depth)
            return String(repeating: "  ", count: depth) + "\(block.kind): \(visible(block.range))"
        }
    }

    /// The same without the document and its indentation.
    var bodyOutline: [String] { outline.dropFirst().map { String($0.dropFirst(2)) } }

    /// The same for the inlines of one block.
    func outline(inlinesOf block: Int) -> [String] {
        let inlines = inlines(of: block)
        var depths: [Int] = []
        return inlines.map { inline in
            let depth = inline.parent < 0 ? 0 : depths[Int(inline.parent)] + 1
            depths.append(depth)
            return String(repeating: "  ", count: depth) + "\(inline.kind): \(visible(inline.range))"
        }
    }

    func visible(_ range: ByteRange) -> String {
        var text = ""
        for scalar in source.string(range).unicodeScalars {
            switch scalar {
            case "\n": text += "⏎"
            case "\r": text += "␍"
            case "\t": text += "→"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    func first(_ kind: BlockKind) -> Int? { blocks.firstIndex { $0.kind == kind } }
}

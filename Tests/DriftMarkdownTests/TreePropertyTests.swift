import Testing

@testable import DriftMarkdown
@testable import DriftText

/// A small generator that gives the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}

@Suite struct TreePropertyTests {
    private static let parts = [
        "a", "b c", "日本", "é", "*", "**", "_", "~~", "`", "``", "[", "](/u)", "![", "]", "[a]", "[a]: /u 't'\n",
        "[b]: /u \n", "<b>",
        "<!-- c -->", "<div>\n", "&amp;", "\\", "|", "\\|", "| a | b |\n", "|---|:-:|\n", "\n", "\n\n", "\r\n", "\r",
        "> ",
        ">", "- ", "1. ", "* [ ] ", "  ", "    ", "\t", "# ", "===", "---", "```x\n", "~~~\n", "[^1]", "[^1]: ",
        "www.a.bc", "x@y.zz", "[!NOTE]\n", "  \n", "\u{FEFF}", "\u{200B}",
        ":::note\n", "::: tip T [b] {a=1}\n", "\n:::\n", "\n::::\n", "::::tabs\n", "/// note | T\n", "\n///\n",
        "!!! note \"T\"\n", "??? x\n\n", "=== \"T\"\n", ":::zone a\n", ":::zone-end\n", ":::image alt=\"a *b*\":::\n",
        "    open: true\n", "{{< a >}}\n", "{{< a \"T *e*\" >}}", "{{< /a >}}\n", "{% raw %}\n", "{% endraw %}", "{% a",
        "%}\n", "{{ x }}", "{* a *}\n", "--8<--\n", "[!INCLUDE [a](b)]\n", "{: .a #b}\n", "<!--", "-->\n",
        "{% comment %}\n",
        "{% endcomment %}\n", "{#id}", "{ #id .a }", "{/* #id */}", "$", "$$", "{", "}", "{{", "}}", "{/*", "*/}",
        "<A b={c}>\n", "<Tab\n", "<Tab title=\"T\">\n", "\n</Tab>\n", "\nimport 'a'\n", "$$\n", "term\n: def\n", "\n: ",
        "\n:   ",
    ]

    private func markdown(_ seed: UInt64) -> [UInt8] {
        var generator = SeededGenerator(state: seed)
        let count = Int.random(in: 1...40, using: &generator)
        var bytes: [UInt8] = []
        for _ in 0..<count { bytes += Array((Self.parts.randomElement(using: &generator) ?? "").utf8) }
        if seed % 7 == 0 { bytes.append(UInt8.random(in: 0x80...0xFF, using: &generator)) }
        return bytes
    }

    @Test func generatedTreesAreConsistent() {
        for seed in 0..<3000 as Range<UInt64> {
            let document = Document(SourceText(markdown(seed)))
            let problems = problems(document)
            #expect(problems.isEmpty, "seed \(seed): \(problems) in \(document.visible(document.blocks[0].range))")
        }
    }

    private func problems(_ document: Document) -> [String] {
        var problems: [String] = []
        let blocks = document.blocks
        for (index, block) in blocks.enumerated() {
            if block.end <= index || Int(block.end) > blocks.count { problems.append("end of \(index)") }
            if block.range.upper > document.source.bytes.count { problems.append("range of \(index)") }
            var place = block.range.lower
            for child in document.children(of: index) {
                if Int(blocks[child].parent) != index { problems.append("parent of \(child)") }
                if !block.range.contains(blocks[child].range) { problems.append("\(child) not in \(index)") }
                if blocks[child].range.lower < place { problems.append("\(child) overlaps") }
                place = blocks[child].range.upper
            }
            for line in document.lines[block.lineIndices] {
                // Code and HTML begin with their first visible byte, their first line with what is left of its indentation.
                let text = document.source.bytes[line.range.indices].drop(while: \.isBlank)
                if !text.isEmpty, text.startIndex < block.range.lower { problems.append("line before \(index)") }
                if line.range.upper > block.range.upper { problems.append("line behind \(index)") }
            }
            problems += inlineProblems(document, index)
        }
        for (line, next) in zip(document.lines, document.lines.dropFirst()) where line.range.upper > next.range.lower {
            problems.append("lines out of order at \(next.range.lower)")
        }
        return problems
    }

    private func inlineProblems(_ document: Document, _ block: Int) -> [String] {
        var problems: [String] = []
        let inlines = document.inlines(of: block)
        var place = document.blocks[block].range.lower
        var open: [Int] = []
        for (index, inline) in inlines.enumerated() {
            while let top = open.last, Int(inlines[top].end) <= index {
                place = inlines[open.removeLast()].range.upper; _ = top
            }
            if Int(inline.parent) != open.last ?? -1 { problems.append("parent of inline \(index)") }
            if inline.range.isEmpty { problems.append("empty inline \(index)") }
            if inline.range.lower < place { problems.append("inline \(index) overlaps") }
            if let top = open.last, !inlines[top].range.contains(inline.range) {
                problems.append("inline \(index) outside")
            }
            if !document.blocks[block].range.contains(inline.range) {
                problems.append("inline \(index) not in \(block)")
            }
            if inline.kind == .text {
                let isInLine = document.lines[document.blocks[block].lineIndices].contains {
                    $0.range.contains(inline.range)
                }
                if !isInLine { problems.append("text \(index) is not of one line") }
            }
            if Int(inline.end) > index + 1 || !inline.content.isEmpty && inline.kind != .codeSpan {
                if !inline.range.contains(inline.content) { problems.append("content of \(index)") }
            }
            if Int(inline.end) > index + 1 {
                open.append(index); place = inline.range.lower
            } else {
                place = inline.range.upper
            }
        }
        let plain = document.plainText(of: block, inlines: inlines, including: .all)
        var last = 0
        for offset in plain.bytes.indices {
            let source = plain.sourceOffset(of: offset)
            if source < last { problems.append("plain text goes back at \(offset)") }
            last = source
        }
        return problems
    }

    /// All visible bytes of a leaf are in exactly one inline: nothing is lost between them.
    @Test func inlinesCoverTheirLeaf() {
        for seed in 3000..<4000 as Range<UInt64> {
            let document = Document(SourceText(markdown(seed)))
            for block in document.blocks.indices {
                let inlines = document.inlines(of: block).filter { $0.parent < 0 }
                for line in document.lines[document.blocks[block].lineIndices] where !inlines.isEmpty {
                    for offset in line.range.indices where !document.source.bytes[offset].isBlank {
                        let holders = inlines.filter { $0.range.lower <= offset && offset < $0.range.upper }
                        #expect(holders.count == 1, "seed \(seed), byte \(offset)")
                    }
                }
            }
        }
    }
}

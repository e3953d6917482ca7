import Testing

@testable import DriftMarkdown
@testable import DriftText

@Suite struct MergeConflictTests {
    @Test(arguments: [
        ("a\n\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nd", ["a", "b⏎d"]),
        ("<<<<<<<\r\n- b\r\n=======\r\n- c\r\n>>>>>>>\r\n- d", ["b", "d"]),
        // The ancestor's lines are no side.
        ("<<<<<<< a\nb\n||||||| c\nd\n=======\ne\n>>>>>>> f", ["b"]),
        // The first side is empty; the first side repeats what stands above it.
        ("<<<<<<< a\n=======\n# b\n>>>>>>> c", ["b"]),
        ("- b\n\n<<<<<<< a\n- b\n=======\n# c\n>>>>>>> d", ["b", "c"]),
        ("| a |\n|---|\n<<<<<<< a\n| b |\n=======\n| c |\n>>>>>>> d\n| e |", ["a", "b", "e"]),
        ("<div>\n<<<<<<< a\ne\n=======\n>>>>>>> d\n</div>", ["<div>⏎e⏎</div>"]),
    ])
    func oneSideIsRead(markdown: String, leaves: [String]) {
        let document = Document(SourceText(markdown))
        #expect(document.conflicts.count == 1)
        #expect(texts(of: document) == leaves)
    }

    @Test(arguments: [
        "```\n<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n```", "<!--\n<<<<<<< a\n=======\n>>>>>>> d\n-->",
        "<<<<<<< a\nb\n>>>>>>> c", ">>>>>>> a\n=======\n<<<<<<< b", "<<<<<<<< a\n=======\n>>>>>>> b",
        " <<<<<<< a\n=======\n>>>>>>> b", "<<<<<<<a\n=======\n>>>>>>> b",
    ])
    func otherLinesAreNoConflict(markdown: String) {
        #expect(Document(SourceText(markdown)).conflicts.isEmpty)
    }

    @Test func otherDialectsKnowNone() {
        let source = SourceText("<<<<<<< a\nb\n=======\nc\n>>>>>>> d")
        #expect(Document(source, dialect: .gfm).conflicts.isEmpty)
        #expect(texts(of: Document(source, dialect: .commonmark)).count == 3)
    }

    @Test func conflictsOfFrontMatterAreKnown() {
        let document = Document(
            SourceText("---\n<<<<<<< a\nb: 1\n=======\nb: 2\n>>>>>>> d\n---\n\n<<<<<<< a\nc\n=======\n>>>>>>> d"))
        #expect(document.conflicts.count == 2)
        #expect(texts(of: document).last == "c")
    }

    private func texts(of document: Document) -> [String] {
        document.blocks.filter { !$0.lines.isEmpty }.map { block in
            document.lines[block.lineIndices].map { document.visible($0.range) }.joined(separator: "⏎")
        }
    }
}

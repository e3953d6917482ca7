import Testing

@testable import DriftText

@Suite struct SourceTextTests {
    @Test(arguments: [
        ("a\nb\n", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("a\rb", ["a", "b"]), ("", [""]), ("\n", [""]),
        ("\u{FEFF}a\n\nb", ["a", "", "b"]),
    ])
    func linesEndAtEveryTerminator(text: String, lines: [String]) {
        let source = SourceText(text)
        #expect((0..<source.lineCount).map { source.string(source.lineRange($0)) } == lines)
    }

    @Test func positionsCountScalarsAndUTF16Units() {
        let source = SourceText("x\n日😀b")
        let position = source.position(at: 2 + 3 + 4)
        #expect(position == Position(line: 2, column: 3, utf16Column: 4, offset: 9))
    }

    @Test func invalidBytesKeepTheirPositions() {
        let source = SourceText([0x61, 0xFF, 0x62, 0x0A, 0x63])
        #expect(source.string(source.lineRange(0)) == "a\u{FFFD}b")
        #expect(source.position(at: 2).column == 3)
        #expect(source.position(at: 4).line == 2)
    }
}

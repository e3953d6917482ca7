import DriftFindings
import DriftText
import Testing

@testable import DriftEngine

/// Which fixes of a batch are suspected where it went wrong.
@Suite struct FixBlameTests {
    private func finding(
        _ name: String, at offset: Int, writing text: String? = nil, path: String = "de.md"
    ) -> Finding {
        let position = Position(line: 1, column: offset + 1, utf16Column: offset + 1, offset: offset)
        let place = Place(path: path, start: position, end: position, lineText: "")
        return Finding(
            rule: "rule", severity: .error, message: name, set: "en.md", locale: "de", place: place, related: [],
            cause: name, fingerprint: name,
            fix: text.map {
                FixIt(summary: "", isSafe: true, edits: [FixIt.Edit(place: place, replacement: $0)])
            })
    }

    private func split(_ fixes: [Finding], after: [Finding]) -> [[String]] {
        let parts = FixBlame(FixBatch(fixes), before: fixes, after: after).split(fixes[...])
        return [parts.0.map(\.fingerprint), parts.1.map(\.fingerprint)]
    }

    private var fixes: [Finding] {
        [finding("a", at: 0, writing: "12345"), finding("b", at: 10, writing: "1"), finding("c", at: 20, writing: "")]
    }

    @Test func suspectsAFixWhoseFindingStays() {
        #expect(split(fixes, after: [finding("b", at: 15)]) == [["a", "c"], ["b"]])
    }

    /// The place is one of the edited text, in which what an edit inserts has moved what follows.
    @Test func suspectsAFixBesideWhichSomethingNewIsFound() {
        #expect(split(fixes, after: [finding("new", at: 4)]) == [["b", "c"], ["a"]])
        #expect(split(fixes, after: [finding("new", at: 14)]) == [["a", "c"], ["b"]])
        #expect(split(fixes, after: [finding("new", at: 26)]) == [["a", "b"], ["c"]])
        #expect(split(fixes, after: [finding("new", at: 26, path: "fr.md")]) == [["a"], ["b", "c"]])
    }

    @Test func halvesWhereAllOrNoneAreSuspected() {
        #expect(split(fixes, after: []) == [["a"], ["b", "c"]])
        #expect(split(fixes, after: fixes) == [["a"], ["b", "c"]])
    }
}

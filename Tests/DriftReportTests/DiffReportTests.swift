import DriftReport
import Testing

@Suite struct DiffReportTests {
    private func diff(_ before: String, _ after: String) -> String {
        String(
            decoding: DiffReport.render(path: "a.md", before: Array(before.utf8), after: Array(after.utf8)),
            as: UTF8.self)
    }

    private static let lines = (1...20).map { "\($0)\n" }.joined()

    @Test func showsNothingWhereNothingChanges() {
        #expect(diff(Self.lines, Self.lines).isEmpty)
        #expect(diff("", "").isEmpty)
    }

    @Test func showsThreeLinesAroundAChange() {
        #expect(
            diff(Self.lines, Self.lines.replacing("\n10\n", with: "\nten\n"))
                == "--- a/a.md\n+++ b/a.md\n@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n")
    }

    @Test func joinsChangesWhoseContextsMeet() {
        let near = diff(Self.lines, Self.lines.replacing("\n4\n", with: "\n").replacing("\n9\n", with: "\n"))
        #expect(near.components(of: "@@ -") == 1)
        let far = diff(Self.lines, Self.lines.replacing("\n4\n", with: "\n").replacing("\n16\n", with: "\n"))
        #expect(far.components(of: "@@ -") == 2)
    }

    @Test(arguments: [("a\n", "a\nb\n"), ("", "a\n"), ("a\nb\n", "b\n"), ("a\n", "")])
    func countsLines(before: String, after: String) {
        let expected = [
            "a\nb\n": "@@ -1 +1,2 @@\n a\n+b\n", "a\n": "@@ -0,0 +1 @@\n+a\n", "b\n": "@@ -1,2 +1 @@\n-a\n b\n",
            "": "@@ -1 +0,0 @@\n-a\n",
        ]
        #expect(diff(before, after) == "--- a/a.md\n+++ b/a.md\n" + (expected[after] ?? ""))
    }

    @Test func keepsLineEndsAndSaysWhereOneIsMissing() {
        #expect(
            diff("a\r\nb", "a\r\nc")
                == "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+c\n"
                + "\\ No newline at end of file\n")
    }
}

extension String {
    fileprivate func components(of text: String) -> Int { self.split(separator: text).count - 1 }
}

import Testing

@testable import DriftEngine

/// What is read of other programs' words.
@Suite struct GitTests {
    private func run(_ script: String, input: String = "") throws -> Subprocess {
        try Subprocess(["sh", "-c", script], environment: ["A": "b c"], input: Array(input.utf8))
    }

    @Test func programsAreHeardToTheirEnd() throws {
        let run = try run("cat; echo \"$A$HOME\" >&2; exit 3", input: String(repeating: "x", count: 1 << 20))
        #expect(run.output.count == 1 << 20 && run.status == 3)
        #expect(String(decoding: run.errors, as: UTF8.self) == "b c\n")
        // More complaints than a pipe holds, before any output.
        let loud = try self.run("head -c 300000 /dev/zero >&2; echo x")
        #expect(loud.errors.count == 300_000 && loud.output.count == 2 && loud.status == 0)
        #expect(try self.run("kill -9 $$").status == 137)
        // One that does not read ends nobody else.
        #expect(try self.run("exit 0", input: String(repeating: "x", count: 1 << 20)).status == 0)
    }

    @Test func aMissingProgramIsAnError() {
        #expect(throws: FileError(path: "no-such-program", reason: "no such file or directory")) {
            try Subprocess(["no-such-program"], environment: [:])
        }
    }

    @Test func changedFilesAreRead() {
        let (zero, one, two) = (String(repeating: "0", count: 4), "1111", "2222")
        let fields = [
            ":100644 100644 \(one) \(zero) M", "a b.md", ":000000 100644 \(zero) \(two) A", "new.md",
            ":100644 000000 \(one) \(zero) D", "gone\nodd.md", ":100644 100644 \(one) \(two) R087", "old.md", "now.md",
            ":120000 000000 \(one) \(zero) D", "link", ":160000 160000 \(one) \(two) M", "module",
        ]
        let files = ChangedFile.list(Array((fields.joined(separator: "\0") + "\0").utf8))
        #expect(
            files == [
                ChangedFile(path: "a b.md", oldPath: "a b.md", oldObject: one, isPresent: true),
                ChangedFile(path: "new.md", oldPath: nil, oldObject: nil, isPresent: true),
                ChangedFile(path: "gone\nodd.md", oldPath: "gone\nodd.md", oldObject: one, isPresent: false),
                ChangedFile(path: "now.md", oldPath: "old.md", oldObject: one, isPresent: true),
                ChangedFile(path: "link", oldPath: "link", oldObject: one, isPresent: false, wasLink: true),
            ])
        #expect(ChangedFile.list([]) == [])
        #expect(ChangedFile.list(Array("nonsense\0".utf8)) == [])
    }
}

import Testing

@testable import DriftEngine

@Suite struct IgnoreTests {
    private func leavesOut(_ pattern: String, _ path: String) -> Bool {
        IgnoreRules(Array(pattern.utf8)).leavesOut(path)
    }

    @Test(arguments: [
        ("x.md", "x.md"), ("x.md", "a/b/x.md"), ("/x.md", "x.md"), ("a/x.md", "a/x.md"), ("a", "a/b/x.md"),
        ("a/", "a/x.md"), ("a/", "b/a/x.md"), ("*.md", "a/x.md"), ("a/*", "a/x.md"), ("a/*", "a/b/x.md"),
        ("**/b", "b/x.md"),
        ("**/b", "a/c/b/x.md"), ("a/**", "a/b/c/x.md"), ("a/**/x.md", "a/x.md"), ("a/**/x.md", "a/b/c/x.md"),
        ("?.md", "x.md"), ("[w-z].md", "x.md"), ("[!a-c].md", "x.md"), ("[]x].md", "x.md"), ("\\#x.md", "#x.md"),
        ("\\!x.md", "!x.md"), ("x.md  ", "x.md"), ("x\\ .md", "x .md"), ("x.md\r\n", "x.md"), ("!x.md\nx.md", "x.md"),
        ("/*\n!/b", "a/x.md"), ("*a*a*a*a*b", "aaaaaaaaaaaab"), ("a\\*.md", "a*.md"), ("[x.md", "[x.md"),
    ])
    func namesAreLeftOut(pattern: String, path: String) {
        #expect(leavesOut(pattern, path))
    }

    @Test(arguments: [
        ("/x.md", "a/x.md"), ("a/x.md", "b/a/x.md"), ("x.md/", "x.md"), ("# x.md", "x.md"), ("", "x.md"), ("/", "x.md"),
        ("*.md\n!x.md", "a/x.md"), ("a/*.md", "a/b/x.md"), ("a?x.md", "a/x.md"), ("a[/]x.md", "a/x.md"),
        ("b**/x", "b/c/x"),
        ("**/b", "ab/x.md"), ("a/**/x.md", "a/bx.md"), ("/*\n!/b", "b/x.md"), ("\\*.md", "x.md"), ("x", "x.md"),
        ("*a*a*a*a*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
    ])
    func othersAreKept(pattern: String, path: String) {
        #expect(!leavesOut(pattern, path))
    }

    /// Files by path; each holds nothing but where text is given.
    private func documents(_ texts: [String: String], in paths: [String], workingFolder: String = "") throws -> [String]
    {
        let files = OverlayFiles(texts.mapValues { Array($0.utf8) })
        return try DocumentFinder(files: files, workingFolder: workingFolder).documents(in: paths)
    }

    private let repository = [
        ".git/HEAD": "", ".git/info/exclude": "local.md\n", ".gitignore": "/docs/build/\n*.tmp.md\ngenerated\n",
        "docs/.gitignore": "!keep.tmp.md\n/index.md\n", "docs/index.md": "", "docs/a/index.md": "", "docs/x.tmp.md": "",
        "docs/keep.tmp.md": "", "docs/build/x.md": "", "docs/a/build/x.md": "", "generated/x.md": "", "local.md": "",
        "README.MD": "", "docs/a/.hidden/x.md": "",
    ]

    @Test func nestedFilesAreHonoured() throws {
        #expect(
            try documents(repository, in: ["."]) == [
                "README.MD", "docs/a/build/x.md", "docs/a/index.md", "docs/keep.tmp.md",
            ])
    }

    @Test func filesAboveTheFolderAreHonoured() throws {
        #expect(
            try documents(repository, in: ["docs"]) == ["docs/a/build/x.md", "docs/a/index.md", "docs/keep.tmp.md"])
        let moved = Dictionary(uniqueKeysWithValues: repository.map { ("../\($0.key)", $0.value) })
            .merging(["x.tmp.md": "", "y.md": ""]) { $1 }
        #expect(try documents(moved, in: ["."], workingFolder: "/home/site/docs") == ["y.md"])
    }

    @Test func aFileThatIsNamedIsTaken() throws {
        #expect(try documents(repository, in: ["docs/x.tmp.md"]) == ["docs/x.tmp.md"])
    }
}

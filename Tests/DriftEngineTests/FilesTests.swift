import DriftEngine
import FoundationEssentials
import Testing

@Suite struct DiskFilesTests {
    /// Runs with an empty folder that is gone afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/driftlint-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test(arguments: ["", "a", "line\nline\n", "\u{FEFF}ü\r\n", String(repeating: "long ", count: 40_000)])
    func readsWhatItWrote(text: String) throws {
        try withFolder { folder in
            let files = DiskFiles()
            try files.write(Array(text.utf8), to: "\(folder)/a.md")
            #expect(try files.read("\(folder)/a.md") == Array(text.utf8))
            #expect(try files.names(in: folder) == ["a.md"])
        }
    }

    @Test func replacesAFileAsAWhole() throws {
        try withFolder { folder in
            let files = DiskFiles()
            try files.write(Array("a longer text".utf8), to: "\(folder)/a.md")
            try files.write(Array("short".utf8), to: "\(folder)/a.md")
            #expect(try files.read("\(folder)/a.md") == Array("short".utf8))
            #expect(throws: FileError.self) { try files.write([1], to: "\(folder)/none/a.md") }
        }
    }

    @Test func knowsKindsAndLinks() throws {
        try withFolder { folder in
            let files = DiskFiles()
            try files.write([], to: "\(folder)/b.md")
            try FileManager.default.createDirectory(atPath: "\(folder)/a", withIntermediateDirectories: false)
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/c", withDestinationPath: "a")
            #expect(try files.names(in: folder) == ["a", "b.md", "c"])
            #expect(files.kind(of: "\(folder)/b.md") == .file)
            #expect(files.kind(of: "\(folder)/c") == .folder)
            #expect(files.kind(of: "\(folder)/d") == nil)
            #expect(files.isLink("\(folder)/c"))
            #expect(!files.isLink("\(folder)/a"))
        }
    }

    @Test func saysWhyAFileCannotBeRead() throws {
        try withFolder { folder in
            #expect(throws: FileError(path: "\(folder)/none.md", reason: "no such file or directory")) {
                try DiskFiles().read("\(folder)/none.md")
            }
            #expect(throws: FileError(path: folder, reason: "not a file")) { try DiskFiles().read(folder) }
            #expect(throws: FileError.self) { try DiskFiles().names(in: "\(folder)/none") }
        }
    }

    @Test func findsDocumentsButNoLinksNorHiddenOrVendoredFolders() throws {
        try withFolder { folder in
            let files = DiskFiles()
            for name in ["docs", ".github", "node_modules"] {
                try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: false)
                try files.write([], to: "\(folder)/\(name)/a.md")
            }
            try files.write([], to: "\(folder)/docs/picture.png")
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "docs")
            let finder = DocumentFinder(files: files)
            #expect(try finder.documents(in: [folder]) == ["\(folder)/docs/a.md"])
            #expect(try finder.documents(in: ["\(folder)/docs/../docs/a.md", folder]) == ["\(folder)/docs/a.md"])
            #expect(throws: FileError.self) { try finder.documents(in: ["\(folder)/none"]) }
        }
    }
}

@Suite struct OverlayFilesTests {
    private let base = OverlayFiles(["docs/a.md": [1], "docs/b.md": [2]])

    @Test func standsOverItsBase() throws {
        let files = OverlayFiles(["docs/b.md": [3], "docs/de/c.md": [4]], over: base)
        #expect(try files.read("docs/a.md") == [1])
        #expect(try files.read("docs/b.md") == [3])
        #expect(try files.names(in: "docs") == ["a.md", "b.md", "de"])
        #expect(try files.names(in: ".") == ["docs"])
        #expect(files.kind(of: "docs/de") == .folder)
        #expect(files.kind(of: "docs/de/c.md") == .file)
        #expect(files.kind(of: "docs/es") == nil)
        #expect(!files.isLink("docs/a.md"))
    }

    @Test func throwsForWhatItLacks() {
        #expect(throws: FileError(path: "c.md", reason: "no such file or directory")) { try base.read("c.md") }
        #expect(throws: FileError.self) { try base.write([], to: "docs/a.md") }
    }
}

@Suite struct PathTests {
    @Test(arguments: [
        ("a/./b//c", "a/b/c"), ("a/b/../c", "a/c"), ("../a", "../a"), ("a/../..", ".."), ("a/..", "."), (".", "."),
        ("", "."), ("/a/../b", "/b"), ("a/b/", "a/b"), ("../../a/../b", "../../b"),
    ])
    func normalises(path: String, expected: String) {
        #expect(Path.normalised(path) == expected)
        #expect(Path.normalised(expected) == expected)
    }

    @Test(arguments: [("a/b.md", "a", "b.md"), ("b.md", ".", "b.md"), ("/b.md", "/", "b.md"), ("a/b/c", "a/b", "c")])
    func splitsAndJoins(path: String, folder: String, name: String) {
        #expect(Path.folder(of: path) == folder)
        #expect(Path.name(of: path) == name)
        #expect(Path.join(folder, name) == path)
    }

    @Test(arguments: [
        ("docs/de/a.md", "docs/de", "a.md"), ("docs/de/a.md", "docs/en", "../de/a.md"),
        ("a.md", "docs/en", "../../a.md"),
        ("docs/de/a.md", ".", "docs/de/a.md"), ("docs/a/b/c.md", "docs/a/d", "../b/c.md"),
    ])
    func writesRelativePaths(path: String, folder: String, expected: String) {
        #expect(Path.relative(path, from: folder) == expected)
        #expect(Path.normalised(Path.join(folder, expected)) == path)
    }

    @Test(arguments: [
        ("docs/a.md", "docs", "", "a.md"), ("docs", "docs", "", "."), ("a.md", ".", "", "a.md"),
        ("../a.md", ".", "", nil),
        ("a.md", "..", "", nil), ("a.md", "..", "/x/docs", "docs/a.md"), ("../docs/a.md", ".", "/x/docs", "a.md"),
        ("../a.md", ".", "/x/docs", nil), ("/x/docs/a.md", ".", "/x/docs", "a.md"), ("/a.md", "/", "", "a.md"),
    ])
    func seesPathsFromFolders(path: String, folder: String, workingFolder: String, expected: String?) {
        #expect(Path.rest(of: path, in: folder, workingFolder: workingFolder) == expected)
    }

    @Test(arguments: [
        ("docs/a.md", "docs", true), ("docs", "docs", true), ("docsy/a.md", "docs", false), ("a.md", ".", true),
        ("../a.md", ".", false), ("/a.md", ".", false), ("/a.md", "/", true),
        ("x.md", "..", true), ("../x.md", "..", true), ("../../x.md", "..", false), ("..", "..", true),
        ("../../x.md", "../..", true), ("../../../x.md", "../..", false), ("/x.md", "..", false), ("..x", ".", true),
    ])
    func knowsWhatLiesInside(path: String, folder: String, isInside: Bool) {
        #expect(Path.isInside(path, folder) == isInside)
    }
}

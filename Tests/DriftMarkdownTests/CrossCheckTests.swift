import Foundation
import Testing

@testable import DriftMarkdown
@testable import DriftText

/// GFM's reference implementation, where it is installed.
enum ReferenceParser {
    static let path: String? = {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
        return folders.map { $0 + "/cmark-gfm" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    static func html(_ file: String) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: path ?? "")
        process.arguments =
            ["--unsafe"] + ["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap { ["-e", $0] } + [
                file
            ]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}

@Suite(
    .enabled(if: SharedData.has("corpora"), "no corpora beside the package"),
    .enabled(if: ReferenceParser.path != nil, "cmark-gfm is not installed"))
struct CrossCheckTests {
    /// Files whose HTML differs, by what is right about it.
    static let known: Set<String> = [
        // `<br/>` on the line after a quote's paragraph: a lone tag cannot interrupt a paragraph (CommonMark 0.31.2,
        // section 4.6, kind 7), also where the line continues it lazily; cmark-gfm follows 0.29 and starts a block.
        "nodebestpractices/sections/docker/lint-dockerfile.french.md",
        "nodebestpractices/sections/docker/lint-dockerfile.japanese.md",
        "nodebestpractices/sections/docker/lint-dockerfile.md",
    ]

    static func files() throws -> [String] {
        let root = SharedData.folder.appendingPathComponent("corpora").standardizedFileURL.path
        return try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
            .filter { $0.hasSuffix(".md") || $0.hasSuffix(".mdx") }.map { root + "/" + $0 }
    }

    @Test func corporaRenderAsInTheReferenceImplementation() async throws {
        let files = try Self.files()
        let root = SharedData.folder.appendingPathComponent("corpora").standardizedFileURL.path + "/"
        let differing = try await withThrowingTaskGroup(of: [String].self) { group in
            let parts = 4
            for part in 0..<parts {
                group.addTask {
                    try stride(from: part, to: files.count, by: parts).map { files[$0] }.filter(Self.differs)
                }
            }
            return try await group.reduce(into: Set()) { $0.formUnion($1) }
        }
        #expect(files.count > 4000)
        #expect(Double(differing.count) <= 0.001 * Double(files.count))
        #expect(Set(differing.map { String($0.dropFirst(root.count)) }) == Self.known)
    }

    private static func differs(_ file: String) throws -> Bool {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        let html = HTMLRenderer.render(Document(SourceText(bytes), dialect: .gfm))
        return normalise(String(decoding: html, as: UTF8.self)) != normalise(try ReferenceParser.html(file))
    }

    /// Lines without blanks at their ends, empty ones left out: the white space between blocks does not matter.
    private static func normalise(_ html: String) -> [[UInt8]] {
        html.utf8.split(separator: 0x0A).map { line in
            let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            let text = Array(line.drop(while: blank))
            return Array(text.prefix(text.count - text.reversed().prefix(while: blank).count))
        }.filter { !$0.isEmpty }
    }
}

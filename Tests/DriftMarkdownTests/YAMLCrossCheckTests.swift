import Foundation
import Testing

@testable import DriftMarkdown
@testable import DriftText

/// PyYAML's BaseLoader, which gives every scalar as the text that it is.
private enum PyYAML {
    /// Prints a line for each line `path<tab>first<tab>last` of its input: the value in the form of `canonical`.
    private static let script = """
        import sys, yaml
        def canonical(value):
            if isinstance(value, dict):
                return "{" + "".join(canonical(k) + ":" + canonical(v) for k, v in value.items()) + "}"
            if isinstance(value, list):
                return "[" + "".join(canonical(v) for v in value) + "]"
            return "<" + str(value).encode().hex() + ">"
        for line in sys.stdin:
            path, first, last = line.rstrip("\\n").split("\\t")
            text = open(path, "rb").read()[int(first):int(last)]
            try:
                value = yaml.load(text, Loader=yaml.BaseLoader)
                print(canonical("" if value is None else value))
            except yaml.YAMLError as error:
                print("error")
        """

    static func run(_ arguments: [String], input: String = "") throws -> (status: Int32, lines: [String]) {
        let process = Process()
        let (inlet, outlet) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardInput = inlet
        process.standardOutput = outlet
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = Data(input.utf8)
        // The pipe holds less than the list of all files, and the script answers while it reads.
        Thread.detachNewThread {
            inlet.fileHandleForWriting.write(data)
            inlet.fileHandleForWriting.closeFile()
        }
        let output = outlet.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
        return (process.terminationStatus, lines)
    }

    static let isInstalled = (try? run(["-c", "import yaml"]).status) == 0

    static func values(_ places: [String]) throws -> [String] {
        try run(["-c", script], input: places.map { $0 + "\n" }.joined()).lines
    }
}

@Suite(
    .enabled(if: SharedData.has("corpora"), "no corpora beside the package"),
    .enabled(if: PyYAML.isInstalled, "python3 has no module yaml"))
struct YAMLCrossCheckTests {
    @Test func frontMatterReadsAsInPyYAML() throws {
        var places: [String] = []
        var own: [String] = []
        for file in try CrossCheckTests.files() {
            let document = Document(SourceText(Array(try Data(contentsOf: URL(fileURLWithPath: file)))))
            guard let block = document.first(.frontMatter), !document.blocks[block].lines.isEmpty else { continue }
            let lines = document.lines[document.blocks[block].lineIndices]
            let range = ByteRange(lines.first?.range.lower ?? 0, lines.last?.range.upper ?? 0)
            places.append("\(file)\t\(range.lower)\t\(range.upper)")
            let node = try? YAMLReader.read(document.source, in: range, unsupported: .keepAsText)
            own.append(node.map(Self.canonical) ?? "error")
        }
        let expected = try PyYAML.values(places)
        #expect(places.count > 500)
        #expect(expected.count == places.count)
        let differing = places.indices.filter { own[$0] != expected[$0] }.map { places[$0] }
        #expect(differing == [])
        #expect(own.count { $0 == "error" } <= own.count / 100)
    }

    private static func canonical(_ node: YAMLNode) -> String {
        switch node.kind {
        case .scalar(let text, _): "<" + text.utf8.map(hex).joined() + ">"
        case .sequence(let items): "[" + items.map(canonical).joined() + "]"
        case .mapping(let pairs):
            "{" + pairs.map { canonical($0.key) + ":" + canonical($0.value) }.joined() + "}"
        }
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}

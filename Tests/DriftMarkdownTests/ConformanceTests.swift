import Foundation
import Testing

@testable import DriftMarkdown
@testable import DriftText

/// One example of a specification.
struct Example: Decodable, Sendable {
    var number: Int
    var section: String
    var markdown: String
    var html: String
    var extensions: [String]?
}

/// The folder of examples that lies beside the package, where there is one.
enum SharedData {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["DRIFTLINT_SHARED"] { return URL(fileURLWithPath: path) }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../shared")
    }()

    static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
    }

    static func examples(_ name: String) throws -> [Example] {
        let data = try Data(contentsOf: folder.appendingPathComponent("conformance/\(name)"))
        return try JSONDecoder().decode([Example].self, from: data)
    }
}

@Suite(.enabled(if: SharedData.has("conformance"), "no conformance data beside the package"))
struct ConformanceTests {
    struct Suite: Sendable, CustomTestStringConvertible {
        var file: String
        var dialect: Dialect
        /// Examples whose HTML differs, and why is said where they are listed.
        var known: Set<Int>

        var testDescription: String { file }
    }

    static let suites = [
        Suite(file: "commonmark-0.31.2.json", dialect: .commonmark, known: []),
        Suite(file: "gfm-0.29.json", dialect: .gfm, known: []),
        // 20 gives no HTML: any will do.
        Suite(file: "cmark-gfm-extensions-0.29.0.gfm.0.json", dialect: .gfm, known: [20]),
        Suite(file: "cmark-regression.json", dialect: .commonmark, known: []),
        Suite(file: "gfm-regression.json", dialect: .gfm, known: []),
    ]

    @Test(arguments: suites)
    func examplesRenderAsSpecified(suite: Suite) throws {
        var failures: Set<Int> = []
        for example in try SharedData.examples(suite.file) {
            let document = Document(SourceText(example.markdown), dialect: suite.dialect)
            let filters = example.extensions?.contains("tagfilter") == true || example.section == "HTML tag filter"
            let html = String(decoding: HTMLRenderer.render(document, filtersTags: filters), as: UTF8.self)
            guard normalise(html) != normalise(example.html) else { continue }
            failures.insert(example.number)
            if !suite.known.contains(example.number) {
                print("--- \(suite.file) \(example.number) \(example.section)")
                print(example.markdown, example.html, html, separator: "\n·····\n")
            }
        }
        #expect(failures.sorted() == suite.known.sorted())
    }

    /// Leaves out what does not matter to the rendering of a page.
    private func normalise(_ html: String) -> String {
        var text = html
        for (from, to) in [
            (" checked=\"\" disabled=\"\" type=\"checkbox\">", " type=\"checkbox\" checked=\"\" disabled=\"\" />"),
            (" disabled=\"\" type=\"checkbox\">", " type=\"checkbox\" disabled=\"\" />"),
        ] { text = text.replacingOccurrences(of: from, with: to) }
        return text.trimmingCharacters(in: .newlines)
    }
}

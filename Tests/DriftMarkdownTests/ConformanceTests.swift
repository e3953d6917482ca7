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

/// Reads examples from a text in the form of the specifications' own: fenced by 32 backticks, `→` for a tab.
enum SpecificationText {
    static func examples(_ url: URL) throws -> [Example] {
        var examples: [Example] = []
        var section = ""
        var lines: [Substring]?
        for line in try String(contentsOf: url, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            if line.hasPrefix(String(repeating: "`", count: 32)) {
                if let lines { examples.append(example(lines, examples.count + 1, section)) }
                lines = lines == nil ? [] : nil
            } else if lines != nil {
                lines?.append(line)
            } else if line.hasPrefix("#") {
                section = line.drop { $0 == "#" || $0 == " " }.description
            }
        }
        return examples
    }

    private static func example(_ lines: [Substring], _ number: Int, _ section: String) -> Example {
        let parts = lines.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let texts = parts.map { $0.map { "\($0)\n" }.joined().replacing("→", with: "\t") }
        return Example(number: number, section: section, markdown: texts[0], html: texts[1], extensions: nil)
    }
}

/// The specification's examples from where they can be had: own ones for every section, and a copy of its text.
@Suite struct SpecificationTests {
    static let own = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../fixtures/markdown/commonmark.md")
    static let downloaded = ProcessInfo.processInfo.environment["DRIFTLINT_SPEC"]

    @Test func everySectionHasExamplesThatHold() throws {
        let examples = try SpecificationText.examples(Self.own)
        #expect(Set(examples.map(\.section)).count == 26)
        for example in examples { #expect(html(example) == example.html, "\(example.section): \(example.markdown)") }
    }

    @Test(.enabled(if: downloaded != nil, "DRIFTLINT_SPEC names no copy of the specification"))
    func copyOfTheSpecificationHolds() throws {
        let examples = try SpecificationText.examples(URL(fileURLWithPath: try #require(Self.downloaded)))
        #expect(examples.count > 600)
        for example in examples { #expect(html(example) == example.html, "\(example.number) \(example.section)") }
    }

    private func html(_ example: Example) -> String {
        String(
            decoding: HTMLRenderer.render(Document(SourceText(example.markdown), dialect: .commonmark)), as: UTF8.self)
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

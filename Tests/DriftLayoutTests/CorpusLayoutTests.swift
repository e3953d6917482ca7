import DriftLanguage
import Foundation
import Testing

@testable import DriftLayout

/// Real repositories, where they are at hand.
private enum Corpus {
    static let shared: URL = {
        if let path = ProcessInfo.processInfo.environment["DRIFTLINT_SHARED"] { return URL(fileURLWithPath: path) }
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { url.deleteLastPathComponent() }
        return url.deletingLastPathComponent().appendingPathComponent("shared")
    }()

    static var pairsFile: URL { shared.appendingPathComponent("corpora/pairs.tsv") }
    static var isAvailable: Bool { FileManager.default.fileExists(atPath: pairsFile.path) }

    struct Pair: Hashable {
        var source: String
        var target: String
        var locale: LanguageTag?
    }

    /// The pairs below a folder, their paths relative to it.
    static func pairs(of root: String) throws -> [Pair] {
        try String(contentsOf: pairsFile, encoding: .utf8).split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "\t").map(String.init)
            guard cells.count == 4, "\(cells[0])/".hasPrefix("\(root)/") else { return nil }
            let prefix = String("\(cells[0])/".dropFirst(root.count + 1))
            return Pair(source: prefix + cells[1], target: prefix + cells[2], locale: LanguageTag(spelling: cells[3]))
        }
    }

    static func layout(of root: String) -> Layout {
        let folder = shared.appendingPathComponent(root)
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return LayoutDiscovery(source: nil).discover(paths: paths) { path in
            (try? Data(contentsOf: folder.appendingPathComponent(path))).map(Array.init) ?? []
        }
    }
}

@Suite(.enabled(if: Corpus.isAvailable)) struct CorpusLayoutTests {
    @Test(arguments: [
        "corpora", "corpora/ant-design", "corpora/dolphinscheduler", "corpora/fastapi/docs",
        "corpora/javascript-algorithms", "corpora/nodebestpractices", "corpora/playbook",
    ])
    func findsRealPairs(root: String) throws {
        let pairs = try Corpus.pairs(of: root)
        let layout = Corpus.layout(of: root)
        var found: Set<Corpus.Pair> = []
        for set in layout.sets {
            for member in set.members.dropFirst() {
                found.insert(Corpus.Pair(source: set.name, target: member.path, locale: member.locale))
            }
        }
        let missing = pairs.filter { !found.contains($0) }
        #expect(!pairs.isEmpty)
        #expect(missing.count * 100 <= pairs.count, "missing \(missing.prefix(5))")
    }

    @Test func seedIsOneSet() {
        let layout = Corpus.layout(of: "seed-playbook")
        #expect(layout.sets.map { $0.members.map(\.locale.description) } == [["en", "de", "es", "ja", "pt"]])
        #expect(layout.notes.isEmpty)
    }
}

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

    /// - Parameter prefixes: beginnings of the paths that count; empty for all.
    static func layout(of root: String, below prefixes: [String] = []) -> Layout {
        let folder = shared.appendingPathComponent(root)
        let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let paths = all.filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") } }
        let wanted = prefixes.isEmpty ? paths : paths.filter { path in prefixes.contains { path.hasPrefix($0) } }
        return LayoutDiscovery(source: nil).discover(paths: wanted) { path in
            (try? Data(contentsOf: folder.appendingPathComponent(path))).map(Array.init) ?? []
        }
    }
}

@Suite(.enabled(if: Corpus.isAvailable)) struct CorpusLayoutTests {
    @Test(arguments: [
        "corpora/ant-design", "corpora/dolphinscheduler", "corpora/fastapi/docs", "corpora/javascript-algorithms",
        "corpora/nodebestpractices", "corpora/playbook", "corpora/vue-",
    ])
    func findsRealPairsAndNoOthers(root: String) throws {
        let isVue = root.hasSuffix("-")
        let pairs = try Corpus.pairs(of: isVue ? "corpora" : root).filter { !isVue || $0.source.hasPrefix("vue-") }
        let layout = isVue ? Corpus.layout(of: "corpora", below: ["vue-en/", "vue-ja/"]) : Corpus.layout(of: root)
        var found: Set<Corpus.Pair> = []
        for set in layout.sets {
            for member in set.members.dropFirst() {
                found.insert(Corpus.Pair(source: set.name, target: member.path, locale: member.locale))
            }
        }
        let missing = Set(pairs).subtracting(found)
        let wrong = found.subtracting(pairs)
        #expect(!pairs.isEmpty)
        #expect(missing.count * 200 <= pairs.count, "missing \(missing.prefix(5))")
        #expect(wrong.count * 200 <= found.count, "wrong \(wrong.prefix(5))")
    }

    @Test func reportsOldEnglishCopiesOnce() {
        let layout = Corpus.layout(of: "corpora/playbook")
        let copies = layout.notes.filter { $0.kind == .strayCopy }.map(\.path)
        #expect(Set(copies).count == copies.count)
        let members = Set(layout.sets.flatMap(\.members).map(\.path))
        #expect(copies.allSatisfy { !members.contains($0) && !$0.hasSuffix("-de.md") && !$0.hasSuffix("-es.md") })
        #expect(copies.count { $0.hasPrefix("german-playbook/") } >= 20)
        #expect(copies.count { $0.hasPrefix("spanish-playbook/") } >= 20)
    }

    @Test func seedIsOneSet() {
        let layout = Corpus.layout(of: "seed-playbook")
        #expect(layout.sets.map { $0.members.map(\.locale.description) } == [["en", "de", "es", "ja", "pt"]])
        #expect(layout.notes.isEmpty)
    }
}

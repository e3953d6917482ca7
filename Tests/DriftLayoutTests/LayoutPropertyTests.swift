import DriftLanguage
import Testing

@testable import DriftLayout

/// What holds for any heap of paths.
@Suite struct LayoutPropertyTests {
    private static let folders = [
        "docs", "de", "en", "zh-CN", "pt_BR", "i18n", "translations", "vue-ja", "german-playbook", "current", "it",
        "in",
        "docusaurus-plugin-content-docs", "version-2", "..", "versioned_docs", "日本語",
    ]
    private static let names = ["x", "index", "README", "log-in", "de", "no", "a.b", "x-de"]
    private static let endings = ["", ".de", "-fr", "_zh_TW", ".pt-BR", "-it", ".en", "-sc", ".french"]

    /// A linear congruential generator, so that a failing seed can be run again.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private func paths(_ seed: UInt64) -> [String] {
        var numbers = Numbers(state: seed)
        let count = Int.random(in: 1...60, using: &numbers)
        let paths = (0..<count).map { _ in
            let depth = Int.random(in: 0...3, using: &numbers)
            let folders = (0..<depth).compactMap { _ in Self.folders.randomElement(using: &numbers) }
            let name =
                (Self.names.randomElement(using: &numbers) ?? "") + (Self.endings.randomElement(using: &numbers) ?? "")
            return (folders + ["\(name).md"]).joined(separator: "/")
        }
        return Set(paths).sorted()
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func setsAreConsistent(seed: UInt64) {
        let paths = paths(seed)
        let layout = LayoutDiscovery(source: nil).discover(paths: paths) { _ in [] }
        let sets = layout.sets + layout.orphans
        let members = sets.flatMap(\.members).map(\.path) + layout.single.map(\.path)
        #expect(Set(members).count == members.count)
        #expect(Set(members).isSubset(of: paths))
        for set in sets {
            #expect(set.members.count > 1)
            #expect(set.name == set.members[0].path)
            #expect(Set(set.members.map(\.locale)).count == set.members.count)
        }
        #expect(LayoutDiscovery(source: nil).discover(paths: paths.reversed()) { _ in [] } == layout)
    }
}

import DriftAlignment
import Testing

/// Keys and values of front matter, in one set and as the documents of a repository have them.
@Suite struct FrontMatterTests {
    private static let keys = ["title: The plans", "weight: 30", "tags:\n  - a\n  - b", "date: 2023-05-12"]

    private func text(_ lines: [String]) -> String { "---\n" + lines.map { "\($0)\n" }.joined() + "---\n\nText.\n" }

    private func found(_ source: String, _ target: String, _ profile: Profile? = nil) -> [String] {
        let set = Sample.set([Sample.outline(source), Sample.outline(target, "de")])
        return Comparison.differences(in: set, profile: profile ?? Profile(surveying: set), links: Sample.links)
            .map { "\($0.kind.rawValue) \($0.aspect.rawValue) \($0.expected)" }
    }

    @Test(arguments: keys.indices)
    func eachKeyThatIsTakenOutIsMissing(_ index: Int) {
        var kept = Self.keys
        let key = kept.remove(at: index).prefix { $0 != ":" }
        #expect(found(text(Self.keys), text(kept)) == ["missing front-matter-key \(key)"])
        #expect(found(text(kept), text(Self.keys)).isEmpty)
    }

    @Test func orderAndSpellingOfKeysDoNotMatter() {
        #expect(found(text(Self.keys), text(Self.keys.reversed())).isEmpty)
        #expect(found(text(["Title: x"]), text(["\"title\": x # new"])).isEmpty)
        #expect(found("+++\ntitle = \"x\"\n[menu]\nid = 1\n+++\nText.\n", "+++\ntitle = 'y'\n+++\nText.\n").isEmpty)
    }

    /// What three documents of a locale do without is a policy, and what all take over is one too.
    @Test func habitsOfARepositoryDecide() {
        var profile = Profile()
        for number in 0..<6 {
            let outlines = [
                Sample.outline(text(["id: p\(number)", "owner: x"])), Sample.outline(text(["id: p\(number)"]), "de"),
            ]
            profile.merge(Profile(surveying: Sample.set(outlines)))
        }
        #expect(found(text(["id: p9", "owner: x"]), text(["id: p9"])) == ["missing front-matter-key owner"])
        #expect(found(text(["id: p9", "owner: x"]), text(["id: p9"]), profile).isEmpty)
        #expect(found(text(["id: p9"]), text(["id: p8"])).isEmpty)
        #expect(found(text(["id: p9"]), text(["id: p8"]), profile) == ["changed front-matter-value p9"])
    }

    @Test func whatCannotBeReadIsReportedOnce() {
        let whole = text(["title: \"a: b\""])
        #expect(found(whole, "---\ntitle: \"a: b\n---\n\nText.\n") == ["unreadable front-matter "])
        #expect(found(whole, "Text.\n") == ["missing front-matter title"])
        #expect(found("---\n\nText.\n", "Text.\n").isEmpty)
    }
}

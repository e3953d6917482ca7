import DriftEngine
import DriftFindings
import Testing

/// Where links of documents are looked up, and where they are not.
@Suite struct LinkResolverTests {
    private static let tree = [
        "docs/en/other page.md": "# Other\n", "docs/en/ünder.md": "# Under\n", "docs/en/sub/deep.md": "# Deep\n",
        "docs/en/img/a.png": "x", "docs/en/page.md": "# Page\n",
    ]

    /// What is broken in a page that holds nothing but a link.
    private func broken(_ link: String) async throws -> [String] {
        var documents = Self.tree
        documents["docs/en/a.md"] = "# Title\n\nSome text with a \(link)\n"
        documents["docs/de/a.md"] = "# Titel\n\nEin wenig Text mit einem \(link)\n"
        let set = Run.set(("docs/en/a.md", "en"), ("docs/de/a.md", "de"))
        let outcome = try await Run.lint([set], in: Run.overlay(documents), roots: ["docs/en"])
        return outcome.findings.filter { $0.rule == "broken-link" }.map(\.message)
    }

    @Test(arguments: [
        "[link](other%20page.md)", "[link](<other page.md>)", "[link](%C3%BCnder.md)", "[link](ünder.md)",
        "[link](page.md#some-part)", "[link](page.md?plain=1)", "[link](#title)", "[link](sub/../page.md)",
        "[link](./sub/deep.md)", "![image](img/a.png)", "[link](sub)", "[link](sub/)", "[link](sub/route)",
        "[link](https://example.org/none.md)", "[link](mailto:a@b.example)", "[link](/none.md)",
        "[link]({{ base }}/none.md)", "`[link](none.md)`", "[link][label]\n\n[label]: page.md",
    ])
    func leavesAlone(link: String) async throws {
        #expect(try await broken(link) == [])
    }

    @Test(arguments: [
        ("[link](none.md)", "none.md"), ("[link](pagee.md)", "pagee.md"), ("[link](none.md#part)", "none.md"),
        ("![image](img/none.png)", "img/none.png"), ("[link](other%20pages.md)", "other%20pages.md"),
        ("[link][label]\n\n[label]: none.md", "none.md"), ("[link](sub/none.md)", "sub/none.md"),
    ])
    func reportsWhatIsMissing(link: String, target: String) async throws {
        let messages = try await broken(link)
        #expect(messages.count == 1)
        #expect(messages.allSatisfy { $0.contains(target) })
    }

    /// A path that leaves the root is not looked at, wherever it leads.
    @Test(arguments: ["../../none.md", "../../../../../../etc/none.txt", "../de/none.md", "%2e%2e/%2e%2e/none.md"])
    func doesNotFollowOutOfTheRoot(target: String) async throws {
        #expect(try await broken("[link](\(target))") == [])
    }

    @Test func suggestsANearName() async throws {
        #expect(try await broken("[link](pagee.md)").first?.contains("page.md") == true)
    }

    @Test func knowsThePageOfTheOwnLocale() async throws {
        let findings = try await Run.lint([
            "docs/en/a.md": "# Title\n\nRead the [next page](b.md) of the guide.\n",
            "docs/en/b.md": "# Next page of the guide\n",
            "docs/de/a.md": "# Titel\n\nLesen Sie die [nächste Seite](../en/b.md) des Leitfadens.\n",
            "docs/de/b.md": "# Nächste Seite des Leitfadens\n",
        ])
        #expect(findings.map(\.rule) == ["wrong-locale-link"])
        #expect(findings.map(\.place.path) == ["docs/de/a.md"])
    }

    @Test func findsTheRepositoryAroundAPath() {
        let files = OverlayFiles(["work/repo/.git/HEAD": [], "work/repo/docs/a.md": [], "work/other/a.md": []])
        #expect(LinkRoot(files: files).root(for: "work/repo/docs/a.md") == "work/repo")
        #expect(LinkRoot(files: files).root(for: "work/repo") == "work/repo")
        #expect(LinkRoot(files: files).root(for: "work/other/a.md") == "work/other")
    }
}

import DriftAlignment
import Testing

/// A section that one side lacks, and its entry in the table of contents.
@Suite struct ContentsEntryTests {
    private func page(_ titles: [(title: String, text: String)], without entry: String = "") -> String {
        let entries = titles.filter { $0.title != entry }.map { title, _ in
            "- [\(title)]" + link(title) + "\n"
        }
        return "# Guide\n\n" + entries.joined() + "\n" + titles.map { "## \($0.title)\n\n\($0.text)\n\n" }.joined()
    }

    private func link(_ title: String) -> String { "(#\(title.lowercased().replacing(" ", with: "-")))" }

    private let source = [
        ("Install it", "Run `setup --all` on 3 hosts."), ("Use a proxy", "Set `PROXY` to port 8080, as of 2023-04-05."),
        ("Clean up", "Remove `/tmp/data` after 14 days."), ("Get help", "Write to help@example.org."),
    ]
    private let target = [
        ("Einrichten", "`setup --all` läuft auf 3 Rechnern."),
        ("Einen Proxy verwenden", "Setzen Sie `PROXY` auf den Port 8080, seit dem 5.4.2023."),
        ("Aufräumen", "Nach 14 Tagen wird `/tmp/data` entfernt."),
        ("Hilfe holen", "Schreiben Sie an help@example.org."),
    ]

    private func oneSided(_ source: String, _ target: String) -> [Difference] {
        Sample.differences(Sample.outline(source), Sample.outline(target, "de"))
            .filter { $0.kind == .missing || $0.kind == .extra }
    }

    @Test(arguments: 0..<4) func haveOneCause(index: Int) {
        var rest = target
        rest.remove(at: index)
        let missing = oneSided(page(source), page(rest))
        #expect(missing.map(\.kind) == [.missing, .missing])
        #expect(Set(missing.map(\.aspect)) == [.item, .section])
        #expect(Set(missing.map(\.cause)).count == 1)
        #expect(missing.allSatisfy { $0.sharesCause })
        #expect(missing.first?.expected == "[\(source[index].0)]" + link(source[index].0))

        rest = source
        rest.remove(at: index)
        let extra = oneSided(page(rest), page(target))
        #expect(extra.map(\.kind) == [.extra, .extra])
        #expect(Set(extra.map(\.cause)).count == 1)
    }

    @Test func severalAreOne() {
        let missing = oneSided(page(source), page(Array(target[..<1] + target[3...])))
        #expect(missing.count == 3)
        #expect(Set(missing.map(\.cause)).count == 1)
    }

    /// An entry of one section is not lost with another one.
    @Test func othersHaveTheirOwn() {
        var rest = target
        rest.remove(at: 1)
        let missing = oneSided(page(source), page(rest, without: "Hilfe holen"))
        #expect(missing.count == 3)
        #expect(Set(missing.map(\.cause)).count == 2)
    }
}

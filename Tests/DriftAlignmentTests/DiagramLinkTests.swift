import Testing

@testable import DriftAlignment

@Suite struct DiagramLinkTests {
    @Test(arguments: [
        ("A[Order] -->|paid| B(Check)", "A[Bestellung] -->|bezahlt| B(Prüfen)"), ("A -- yes --> B", "A -- ja --> B"),
        ("A -. maybe .-> B", "A -. peut-être .-> B"), ("A & B ==> C:::big", "A & B ==> C:::big"),
        ("A([Say (it)]) --- B", "A([Dis-le]) --- B"), ("A[\"1) x\"] --> B", "A[\"1) y\"] --> B"),
        ("my-node --> b.c", "my-node --> b.c"), ("old --> A", "alt --> A"),
    ])
    func translatedLabelsAreNoChange(source: String, target: String) throws {
        #expect(try link("flowchart LR", source).agrees(with: link("flowchart LR", target)))
    }

    @Test(arguments: [
        ("A --> B", "A --- B"), ("A --> B", "B --> A"), ("A -- no --> B", "A -- nein --- B"),
        ("A --> B[x]", "A --> B(x)"), ("A --> B --> C", "A --> C --> B"), ("A --x B", "A --> B"),
        ("A ==> B", "A --> B"), ("A --> B", "A --> B --> A"),
    ])
    func otherArrowsAreAChange(source: String, target: String) throws {
        #expect(try !link("graph TD", source).agrees(with: link("graph TD", target)))
    }

    @Test(arguments: ["A-)B: x", "A->>+B: x", "A-->>B: a -> b", "A->>A: x"])
    func messagesAreLinks(line: String) throws {
        let translated = line.prefix { $0 != ":" } + ": ja"
        #expect(try link("sequenceDiagram", line).agrees(with: link("sequenceDiagram", String(translated))))
    }

    @Test(arguments: [
        "%% A --> B", "subgraph A --> B", "Note over A: go --> there", "participant A as B", "A", "--> B", "A -->",
        "A[x --> B", "Alice Smith->>Bob: x",
    ])
    func otherLinesAreNone(line: String) {
        #expect(links(["graph TD", line], .mermaid) == [false, false])
    }

    @Test func otherKindsAreNotRead() {
        #expect(links(["erDiagram", "A --> B"], .mermaid) == [false, false])
        #expect(
            links(["---", "title: x", "---", "graph TD", "A --> B"], .mermaid) == [false, false, false, false, true])
    }

    @Test func commentsAndNotesOfPlantUMLAreNone() {
        let lines = [
            "' A -> B", "/' A -> B", "C -> D '/", "A -> B", "note left", "A -> B", "end note", "title A -> B",
            "A -up-> B", "[A] -[#red]-> (B)", "A <|-- B", "note left: x", "A <-- B",
        ]
        let expected = [false, false, false, true, false, false, false, false, true, true, true, false, true]
        #expect(links(lines, .plantUML) == expected)
    }

    private func link(_ kind: String, _ line: String) throws -> DiagramLink {
        let links = DiagramLink.links(of: [Array(kind.utf8)[...], Array(line.utf8)[...]], in: .mermaid)
        return try #require(links[1])
    }

    private func links(_ lines: [String], _ syntax: DiagramSyntax) -> [Bool] {
        DiagramLink.links(of: lines.map { Array($0.utf8)[...] }, in: syntax).map { $0 != nil }
    }
}

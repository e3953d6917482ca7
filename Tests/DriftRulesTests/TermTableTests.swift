import DriftRules
import DriftText
import Testing

/// Term tables in each of the forms that are read.
@Suite struct TermTableTests {
    private func tables(_ text: String, _ path: String) throws -> [TermTable] {
        try TermTableReader.read(SourceText(text), path: path)
    }

    private func rows(_ table: TermTable) -> [[String]] {
        table.entries.map { entry in
            entry.cells.map { cell in
                (cell.forms.map(\.text) + cell.forbidden.map { "!\($0.text)" } + (cell.isKept ? ["="] : []))
                    .joined(separator: ",")
            }
        }
    }

    @Test func readsMarkdown() throws {
        let text = """
            # Terms

            | word | meaning |
            |---|---|
            | not | ours |

            | en | Deutsch | note | jp |
            |---|---|---|---|
            | node* | Knoten / !Rechner | of a cluster | ノード |
            | `API` | = |
            | | | nothing | |
            """
        let table = try #require(try tables(text, "terms.md").first)
        #expect(table.locales.map(\.description) == ["en", "de", "ja"])
        #expect(rows(table) == [["node", "Knoten,!Rechner", "ノード"], ["API", "=", ""]])
        #expect(table.entries.map(\.line) == [9, 10])
    }

    @Test func readsCSV() throws {
        let text =
            "\u{FEFF}en,de,comment\r\n\"read, write\",\"lesen;\r\nschreiben\",\"say \"\"lesen\"\"\"\r\n\r\nnode, Knoten ,\r\n"
        let table = try #require(try tables(text, "x/terms.csv").first)
        #expect(rows(table) == [["read, write", "lesen,schreiben"], ["node", "Knoten"]])
        #expect(table.entries.map(\.line) == [2, 5])
    }

    @Test(arguments: [
        """
        <?xml version="1.0"?>
        <martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="a"><!-- a note -->
        <langSet xml:lang="en-US"><tig><term>R&amp;D cost</term></tig></langSet>
        <langSet xml:lang="de"><ntig><termGrp><term>F&#x45;-Kosten</term></termGrp></ntig>
        <tig><term>Unkosten</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
        </termEntry></body></text></martif>
        """,
        """
        <tbx style="dct" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>

        <conceptEntry><langSec xml:lang='en-US'><termSec><term><![CDATA[R&D cost]]></term></termSec></langSec>
        <langSec xml:lang="de"><termSec><term>FE-Kosten</term><min:partOfSpeech>noun</min:partOfSpeech></termSec>
        <termSec><term>Unkosten</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
        </langSec></conceptEntry><br/></body></text></tbx>
        """,
    ])
    func readsTBX(_ text: String) throws {
        let table = try #require(try tables(text, "terms.tbx").first)
        #expect(table.locales.map(\.description) == ["de", "en-US"])
        #expect(rows(table) == [["FE-Kosten,!Unkosten", "R&D cost"]])
    }

    @Test(arguments: [
        ("terms.md", "# Terms\n", 1, "no table"),
        ("terms.md", "| en | deutsh |\n|--|--|\n", 1, "“deutsh” names no locale"),
        ("terms.md", "\n| en | note |\n|--|--|\n", 2, "two locales"),
        ("terms.md", "| en | EN |\n|--|--|\n", 1, "into one"),
        ("terms.md", "| en | de |\n|--|--|\n| a | b |\n| a | = ; b |\n", 4, "cannot stand beside"),
        ("terms.md", "| en | de |\n|--|--|\n| a | ! |\n", 3, "is no term"), ("terms.csv", "", 1, "empty"),
        ("terms.csv", "en;de\na;b\n", 1, "commas"), ("terms.csv", "en,de\na\n", 2, "1 cells"),
        ("terms.csv", "en,de\na,\"b\n", 2, "not closed"), ("terms.csv", "en,de\n\na,\"b\" c\n", 3, "behind"),
        ("terms.csv", "en,de\na,b\"c\n", 2, "within a field"), ("terms.txt", "en,de\n", 1, ".csv"),
        ("terms.tbx", "<html/>", 1, "no TBX"), ("terms.tbx", "<tbx></tbx>", 1, "no termEntry"),
        ("terms.tbx", "\n<!DOCTYPE martif SYSTEM \"x.dtd\"><martif/>", 2, "document types"),
        ("terms.tbx", "<tbx>\n&xxe;</tbx>", 2, "&xxe;"), ("terms.tbx", "<tbx>\n<text></tbx>", 2, "closes <text>"),
        ("terms.tbx", "<tbx>\n<text>", 2, "not closed"),
        ("terms.tbx", "<tbx><conceptEntry>\n<langSec xml:lang=\"qq\">", 2, "“qq” in xml:lang"),
    ])
    func saysWhatIsWrong(_ path: String, _ text: String, _ line: Int, _ part: String) throws {
        let error = try #require(throws: RuleError.self) { try tables(text, path) }
        #expect(error.line == line && error.path == path, "\(error)")
        #expect(error.message.contains(part), "\(error)")
    }
}

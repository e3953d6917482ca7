import DriftAlignment
import Testing

/// Entries that say which one they are correspond to no other, whatever stands at their place.
@Suite struct EntryNameTests {
    @Test func sectionsNamedByIdentifiersAreNotPairedByPlace() {
        func section(_ name: String, _ text: String, _ code: String) -> String {
            "#### \(name)\n\n- \(text)\n\n```python\n\(code)\n```\n\n"
        }
        let common = section("get_columns", "Gets the columns.", "def get_columns(self) -> list")
        let source =
            common + section("get_rows_of_item", "Gets the rows.", "def get_rows_of_item(self, item: str) -> list")
            + section("get_rows_of_table", "Gets all rows.", "def get_rows_of_table(self, bulk: bool) -> dict")
        let target =
            "#### get_columns\n\n- 获取列。\n\n```python\ndef get_columns(self) -> list\n```\n\n"
            + section("remove_rows", "删除行。", "def remove_rows(self, flag: int) -> None")
        let found = Sample.differences(Sample.outline(source), Sample.outline(target, "zh"))
        #expect(!found.contains { $0.kind == .changed })
        #expect(found.contains { $0.kind == .missing } && found.contains { $0.kind == .extra })
    }

    @Test func entriesOfDaysFarApartAreNotPaired() {
        let source = """
            - [Dec. 19 2024] Other formats of documents are supported.
            - [Nov. 26 2024] The command line takes files from the network.
            - [Nov. 21 2024] The window offers both documents for download.

            """
        let target = """
            - [2024年11月21日] 画面から両方の文書をダウンロードできます。

            """
        let found = Sample.differences(Sample.outline(source), Sample.outline(target, "ja"))
        #expect(found.map(\.kind) == [.missing, .missing])
    }

    @Test func aMistypedDayIsAChangedDay() {
        let source = "- 2024-11-21: Both documents can be downloaded.\n- 2024-09-02: First release.\n"
        let target = "- 2024-11-12: Beide Dokumente lassen sich laden.\n- 2024-09-02: Erste Ausgabe.\n"
        let found = Sample.differences(Sample.outline(source), Sample.outline(target, "de"))
        #expect(found.map(\.kind) == [.changed])
    }
}

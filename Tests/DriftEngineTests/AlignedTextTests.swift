import DriftAlignment
import DriftEngine
import DriftFindings
import DriftMarkdown
import DriftText
import Mutations
import Testing

/// Texts side by side, read from documents.
@Suite struct AlignedTextTests {
    private static let source = """
        # Guide

        First paragraph
        over *two* lines.

        - One item
        - Another item with `code`

        | Version | Change | Note |
        |---|---|---|
        | 1.2.3 | Added | yes |
        | 1.3.0 | Removed | no |

        ```sh
        run   it
        ```

        The last paragraph & its <b>end</b>.
        """

    private func read(_ documents: [(locale: String, text: String)]) throws -> AlignedText {
        let files = Run.overlay(Dictionary(uniqueKeysWithValues: documents.map { ("\($0.locale).md", $0.text) }))
        var set = Run.set((path: "en.md", locale: "en"))
        for document in documents.dropFirst() {
            set.members += Run.set((path: "\(document.locale).md", locale: document.locale)).members
        }
        return AlignedTextReader.read(try SetReader(files: files).read(set))
    }

    private func aligned(_ change: (String) -> String, second: (String) -> String = { $0 }) throws -> AlignedText {
        try read([("en", Self.source), ("de", change(Self.source)), ("he", second(Self.source))])
    }

    @Test func wholeTextsAreReadAsTheyStand() throws {
        let text = try aligned { $0 }
        let units = text.units.map { "\($0.kind.rawValue) \($0.entries[0].passage?.text ?? "")" }
        #expect(
            units == [
                "heading Guide", "paragraph First paragraph\nover *two* lines.", "item One item",
                "item Another item with `code`", "cell Version", "cell Change", "cell Note", "cell 1.2.3", "cell Added",
                "cell yes", "cell 1.3.0", "cell Removed", "cell no", "code run   it",
                "paragraph The last paragraph & its <b>end</b>.",
            ])
        #expect(text.units.map(\.entries[0].passage?.line) == [1, 3, 6, 7, 9, 9, 9, 11, 11, 11, 12, 12, 12, 14, 18])
        #expect(text.units[1].entries[0].passage?.lastLine == 4)
        #expect(text.units.compactMap(\.cell).map(\.row) == [1, 1, 1, 2, 2, 2, 3, 3, 3])
        #expect(text.units.compactMap(\.cell).map(\.column) == [1, 2, 3, 1, 2, 3, 1, 2, 3])
        #expect(
            text.units.filter { !$0.isTranslatable }.map(\.entries[0].passage?.text) == ["1.2.3", "1.3.0", "run   it"])
        #expect(text.members.map(\.isRightToLeft) == [false, false, true])
        #expect(
            text.units.allSatisfy { $0.entries[1].state == .aligned && $0.entries[1].passage == $0.entries[0].passage })
    }

    @Test func lostRowsAreMissingCells() throws {
        let text = try aligned { $0.replacing("| 1.2.3 | Added | yes |\n", with: "") }
        let missing = text.units.filter { $0.entries[1].state == .missing }
        #expect(missing.map(\.entries[0].passage?.text) == ["1.2.3", "Added", "yes"])
        #expect(missing.allSatisfy { $0.entries[2].state == .aligned && $0.entries[1].passage == nil })
    }

    @Test func rowsOfTranslationsAreJoinedByKey() throws {
        let added = { (text: String) in text.replacing("| 1.3.0", with: "| 1.2.9 | Neu | x |\n| 1.3.0") }
        let text = try aligned(added, second: added)
        let extra = text.units.filter { $0.entries[0].state == .none }
        #expect(
            extra.map { $0.entries.dropFirst().map { $0.passage?.text } } == [
                ["1.2.9", "1.2.9"], ["Neu", "Neu"], ["x", "x"],
            ])
        #expect(extra.allSatisfy { $0.entries[1].state == .extra && $0.entries[2].state == .extra })
        let rows = text.units.compactMap(\.cell?.row)
        #expect(rows == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4])
    }

    @Test func addedPartsStandWhereTheyFollow() throws {
        let text = try aligned { $0.replacing("```sh", with: "Nur hier steht dieser Absatz.\n\n```sh") }
        let index = try #require(text.units.firstIndex { $0.entries[1].state == .extra })
        #expect(text.units[index].entries[1].passage?.text == "Nur hier steht dieser Absatz.")
        #expect(text.units[index - 1].entries[0].passage?.text == "no")
        #expect(text.units[index + 1].kind == .code)
        #expect(!text.units[index].isTranslatable)
    }

    @Test func addedColumnsStandInTheirRows() throws {
        let text = try aligned { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
                line.hasPrefix("|") ? line + (index == 9 ? "---|" : " Plus \(index) |") : line
            }.joined(separator: "\n")
        }
        let rows = Dictionary(grouping: text.units.filter { $0.cell != nil }) { $0.cell?.row }
        #expect(rows.count == 3)
        #expect(rows.values.allSatisfy { $0.count == 4 && $0[3].entries[1].state == .extra })
    }

    @Test func movedPartsAreMarked() throws {
        let text = try aligned { text in
            "```sh\nrun   it\n```\n\n" + text.replacing("```sh\nrun   it\n```\n\n", with: "")
        }
        #expect(text.units.filter { $0.entries[1].state == .moved }.map(\.kind) == [.code])
    }

    /// Each unit holds what says the same, whatever paragraph it stands in.
    @Test func mergedAndSplitParagraphsAreShownSentenceBySentence() throws {
        let before =
            "Open the settings **now** and choose the archive. Wait for 12 minutes before you close the window."
        let after =
            "The download then begins by itself, and `zip` files are kept. They are deleted on our servers later."
        let rest = (1...6).map { "Paragraph \($0) of the guide says what else there is to know about its archives." }
        let apart = rest.joined(separator: "\n\n") + "\n\n\(before)\n\n\(after)\n"
        let together = rest.joined(separator: "\n\n") + "\n\n\(before)\n\(after)\n"
        let merged = try read([("en", apart), ("de", together)])
        #expect(merged.units.suffix(2).map(\.entries[1].state) == [.joined, .joined])
        #expect(merged.units.suffix(2).map(\.entries[1].passage?.text) == [before, after])
        #expect(merged.units.suffix(2).map(\.entries[1].passage?.line) == [13, 14])
        let split = try read([("en", together), ("de", apart)])
        #expect(split.units.count == 7)
        #expect(split.units[6].entries[1].passage?.text == before + "\n\n" + after)
        #expect(split.units[6].entries[1].passage?.lastLine == 15)
    }

    @Test func otherDocumentsHaveNoEntries() throws {
        let lines = (0..<40).map { "## Ünïqüe \($0 * 7)\n\nZz\($0) yy\($0 * 3) `c\($0)`\n\n- q\($0)\n" }
        let english = (0..<40).map { "```\nprogram \($0)\n```\n\n| a\($0) |\n|---|\n| b |\n" }
        let text = try read([("en", english.joined(separator: "\n")), ("de", lines.joined(separator: "\n"))])
        #expect(!text.members[1].isRelated)
        #expect(text.units.allSatisfy { $0.entries[1] == AlignedEntry(.none) })
    }

    /// Whatever was taken out of either side, each text of each document is shown once.
    @Test(arguments: 0..<4)
    func nothingIsLostOrShownTwice(seed: UInt64) throws {
        let whole = GeneratedDocument.markdown(seed: seed)
        let outline = Outline(
            Document(SourceText(whole)), locale: .init(language: "en"), links: LinkKey(localeWords: []))
        for removal in Removal.all(of: outline) {
            let left = String(decoding: removal.bytes, as: UTF8.self)
            for texts in [[whole, left], [left, whole]] {
                let text = try read([("en", texts[0]), ("de", texts[1])])
                for member in 0...1 {
                    let lines = text.units.compactMap { $0.entries[member].passage }.filter { !$0.text.isEmpty }
                    #expect(lines.map(\.text).sorted() == expected(texts[member]).sorted(), "\(removal)")
                }
            }
        }
    }

    /// Every leaf and cell of a document that says something.
    private func expected(_ markdown: String) -> [String] {
        let alone = AlignedSet(
            name: "",
            members: [
                .init(
                    path: "",
                    outline: Outline(
                        Document(SourceText(markdown)), locale: .init(language: "en"), links: LinkKey(localeWords: [])))
            ])
        let outline = alone.source
        return outline.segments.indices.filter { outline.part(of: $0).kind != .table }.map { segment in
            let block = Int(outline.part(of: segment).block)
            return String(decoding: outline.document.code(of: block), as: UTF8.self)
        }.filter { !$0.isEmpty }
    }
}

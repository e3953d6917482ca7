import DriftAlignment
import Testing

/// Paragraphs that a translator merged, split, or cut at another place.
@Suite struct BeadTests {
    private static let head = """
        # Backups

        The archive of a workspace holds its pages, its images and all comments of the last year.

        """
    private static let first =
        "Open the settings and choose the archive. Wait for 12 minutes before you close the window, since all pages and images are collected first."
    private static let second = "The download then begins by itself. It is kept for 30 days on our servers."
    private static let rest = """

        Whoever has lost the archive asks the support team, which keeps a copy of it for the owner.

        ## Restore

        Restoring replaces all pages of the workspace, so that nothing of what was written since is left.

        Members are told by a message, and the history of each page says when it was restored and by whom.

        """
    private static let translatedHead = """
        # Sicherungen

        Das Archiv eines Arbeitsbereichs enthält seine Seiten, seine Bilder und alle Kommentare des letzten Jahres.

        """
    private static let erster = [
        "Öffnen Sie die Einstellungen und wählen Sie das Archiv.",
        "Warten Sie 12 Minuten, bevor Sie das Fenster schließen, da zuerst alle Seiten und Bilder eingesammelt werden.",
    ]
    private static let zweiter = [
        "Der Download beginnt danach von selbst.", "Er wird 30 Tage auf unseren Servern aufbewahrt.",
    ]
    private static let translatedRest = """

        Wer das Archiv verloren hat, fragt das Support-Team, das für den Besitzer eine Kopie davon aufbewahrt.

        ## Wiederherstellen

        Das Wiederherstellen ersetzt alle Seiten des Arbeitsbereichs, sodass nichts von dem seither Geschriebenen bleibt.

        Mitglieder erfahren es durch eine Nachricht, und der Verlauf jeder Seite sagt, wann und von wem sie hergestellt wurde.

        """

    private func set(_ source: [String], _ target: [String]) -> AlignedSet {
        Sample.set([
            Sample.outline(Self.head + "\n" + source.joined(separator: "\n\n") + "\n" + Self.rest),
            Sample.outline(
                Self.translatedHead + "\n" + target.joined(separator: "\n\n") + "\n" + Self.translatedRest, "de"),
        ])
    }

    private func groups(_ set: AlignedSet) -> [[Int]] {
        set.pairs[0].joined.flatMap(\.groups).map { [$0.source.count, $0.target.count] }
    }

    private var whole: [String] { Self.erster + Self.zweiter }

    @Test func twoParagraphsInOne() {
        let set = set([Self.first, Self.second], [whole.joined(separator: " ")])
        #expect(set.pairs[0].merged.count == 1)
        #expect(groups(set) == [[1, 1], [1, 1], [1, 1], [1, 1]])
        #expect(Sample.differences(set).isEmpty, "\(Sample.differences(set).map(\.summary))")
    }

    @Test func oneParagraphInTwo() {
        let target = [Self.erster.joined(separator: " "), Self.zweiter.joined(separator: " ")]
        let set = set([Self.first + " " + Self.second], target)
        #expect(set.pairs[0].split.count == 1)
        #expect(groups(set) == [[1, 1], [1, 1], [1, 1], [1, 1]])
        #expect(Sample.differences(set).isEmpty, "\(Sample.differences(set).map(\.summary))")
    }

    @Test func aSentenceDrawnOverTheBoundary() {
        let set = set([Self.first, Self.second], [whole[0], whole.dropFirst().joined(separator: " ")])
        #expect(set.pairs[0].joined.map { [$0.sources.count, $0.targets.count] } == [[2, 2]])
        #expect(groups(set) == [[1, 1], [1, 1], [1, 1], [1, 1]])
        #expect(Sample.differences(set).isEmpty, "\(Sample.differences(set).map(\.summary))")
    }

    @Test func valuesAreComparedSentenceBySentence() {
        let changed = whole.joined(separator: " ").replacing("30 Tage", with: "20 Tage")
        let set = set([Self.first, Self.second], [changed])
        #expect(Sample.differences(set).map(\.summary) == ["changed number “30” “20”"])
    }

    @Test func aLostParagraphIsNoMergedOne() {
        let set = set([Self.first, Self.second], [Self.erster.joined(separator: " ")])
        #expect(set.pairs[0].joined.isEmpty)
        #expect(Sample.differences(set).map(\.kind) == [.missing])
    }

    @Test func whatALostParagraphNamesMustStandInItsNeighbour() {
        let image = "Press ![archive](images/archive-button.png) at the top, and all of it begins by itself, too."
        let set = set([Self.first, image], [whole.joined(separator: " ")])
        #expect(set.pairs[0].joined.isEmpty)
        #expect(Sample.differences(set).contains { $0.kind == .missing })
    }
}

import DriftText

/// Words that mean the same to whoever compares documents, in whatever locale they are written.
package enum Wording {
    private static let placeholders = table(EmbeddedLexicons.placeholders)
    private static let notApplicable = table(EmbeddedLexicons.notApplicable)
    /// More bytes than any of the words has.
    private static let longest = 100
    private static let notes = Array(words(EmbeddedLexicons.translatorNotes))

    /// Whether a text says that something is still to come, such as TBD or 未定.
    package static func isPlaceholder(_ text: [UInt8]) -> Bool {
        text.count <= longest && placeholders.contains(text.foldedWordsHash)
    }

    /// Whether a text says that there is nothing to say, such as N/A, n. a. or a dash.
    package static func isNotApplicable(_ text: [UInt8]) -> Bool {
        text.count <= 3 && !text.isEmpty && text.foldedLetters.isEmpty
            || text.count <= longest && notApplicable.contains(text.foldedWordsHash)
    }

    /// Whether a passage begins as a translator's note does.
    package static func isTranslatorNote(_ text: [UInt8]) -> Bool {
        let start = Array(text.prefix(80)).foldedWords
        return notes.contains { start.starts(with: $0) }
    }

    /// What translators into a locale write before a note; the English words where its own are not known.
    package static func translatorNote(in locale: LanguageTag) -> String {
        let rows = EmbeddedLexicons.translatorNotes.map(\.cells).filter { $0.count > 1 }
        let row =
            rows.first { LanguageTag(spelling: $0[0]) == locale }
            ?? rows.first { LanguageTag(spelling: $0[0])?.isSameLanguage(as: locale) ?? false }
        return row.map { String($0[1].prefix { $0 != "," }) } ?? "Translator's note"
    }

    private static func table(_ rows: [LexiconRow]) -> HashTable { HashTable(words(rows).map(\.foldedWordsHash)) }

    /// The words of the second column of a lexicon page, which commas separate.
    private static func words(_ rows: [LexiconRow]) -> Set<[UInt8]> {
        var words: Set<[UInt8]> = []
        for row in rows where row.cells.count > 1 {
            for word in row.cells[1].utf8.split(separator: UInt8(ascii: ",")) {
                words.insert(Array(word).foldedWords)
            }
        }
        return words
    }
}

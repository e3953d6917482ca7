import DriftText

/// Words that stand alone in a cell, such as “yes” and “optional”, in two of many languages.
package struct Labels: Sendable {
    private struct Row {
        let locale: LanguageTag
        /// For each meaning the words of the locale, folded.
        let words: [HashTable]
    }

    private static let rows = EmbeddedLexicons.labels.compactMap { row in
        row.cells.first.flatMap { LanguageTag(spelling: $0) }.map { locale in
            Row(locale: locale, words: row.cells.dropFirst().map(words))
        }
    }

    private static func words(_ cell: String) -> HashTable {
        HashTable(
            cell.utf8.split(separator: UInt8(ascii: ",")).map { Array($0) }.filter { !$0.foldedWords.isEmpty }
                .map(\.foldedWordsHash))
    }

    private let source: [HashTable]
    private let target: [HashTable]

    /// Nil where the words of one language are not known.
    package init?(from source: LanguageTag, in target: LanguageTag) {
        guard let own = Self.row(of: source), let other = Self.row(of: target) else { return nil }
        (self.source, self.target) = (own.words, other.words)
    }

    /// Whether a text is such a word of the source's language and none of the target's, which has words of its own for it.
    package func isForgotten(_ text: [UInt8]) -> Bool {
        guard text.count <= 40 else { return false }
        let word = text.foldedWordsHash
        guard !target.contains(where: { $0.contains(word) }) else { return false }
        return zip(source, target).contains { $0.contains(word) && !$1.isEmpty }
    }

    private static func row(of locale: LanguageTag) -> Row? {
        rows.first { $0.locale == locale } ?? rows.first { $0.locale.isSameLanguage(as: locale) }
    }
}

extension [UInt8] {
    /// Without blanks and ASCII punctuation, in small letters.
    var foldedWords: [UInt8] { folded(indices).foldedLetters }

    /// A hash of `foldedWords`, without making them; never 0.
    var foldedWordsHash: UInt64 {
        var hash = StableHash()
        var index = 0
        while index < count {
            if self[index] < 0x80 {
                if self[index].isASCIILetter { hash.combine(byte: self[index] | 0x20) }
                if self[index].isASCIIDigit { hash.combine(byte: self[index]) }
                index += 1
            } else {
                let scalar = longScalar(at: index)
                let folded = Scalars.fold(scalar.value)
                hash.combine(byte: UInt8(truncatingIfNeeded: folded))
                if folded >= 0x80 {
                    hash.combine(byte: UInt8(truncatingIfNeeded: folded >> 8))
                    hash.combine(byte: UInt8(truncatingIfNeeded: folded >> 16))
                }
                index += scalar.length
            }
        }
        return hash.value | 1
    }
}

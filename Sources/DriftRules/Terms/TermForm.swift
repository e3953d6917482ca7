package import DriftLanguage
import DriftText

/// One way to write a term, as a table has it.
package struct TermForm: Sendable, Hashable {
    /// A word, a character of a script without spaces, or a sign.
    package struct Token: Sendable, Hashable {
        /// In small letters.
        let folded: [UInt8]
        /// As it is written; empty where capitals and small letters count as equal.
        let exact: [UInt8]
        /// Whether longer words that begin so are meant, too.
        let isStem: Bool

        /// Whether blanks stand around it: no sign, and no character of a script without them.
        var isWord: Bool {
            guard let first = folded.first else { return false }
            if first < 0x80 { return first.isASCIILetter || first.isASCIIDigit }
            return !TermText.isUnspaced(folded.scalar(at: 0).value)
        }
    }

    /// Without marks.
    package let text: String
    package let tokens: [Token]

    /// The most tokens that a form has, and the most bytes that one of them has, so that no table makes look-up slow.
    static let limit = 60
    private static let tokenLimit = 200

    /// nil for a form without letters, or one that is too long to be a term.
    init?(_ text: String) {
        let words = TermText(Array(text.utf8))
        let star = UInt8(ascii: "*")
        let isCaseSensitive = words.bytes != words.bytes.folded(words.bytes.indices)
        var tokens: [Token] = []
        for index in words.tokens.indices {
            let (exact, folded) = (words.exact(index), words.folded(index))
            if exact == [star], let last = tokens.last, !last.isStem, words.isAdjacent(index - 1, index) {
                tokens[tokens.count - 1] = Token(folded: last.folded, exact: last.exact, isStem: true)
            } else {
                tokens.append(Token(folded: folded, exact: isCaseSensitive ? exact : [], isStem: false))
            }
        }
        guard !tokens.isEmpty, tokens.count <= Self.limit, tokens.allSatisfy({ $0.folded.count <= Self.tokenLimit })
        else { return nil }
        guard tokens.contains(where: { $0.folded.contains { $0 >= 0x80 || $0.isASCIILetter || $0.isASCIIDigit } })
        else { return nil }
        self.text = String(decoding: words.bytes.filter { $0 != star }, as: UTF8.self)
        self.tokens = tokens
    }

    /// Without regard to case.
    var folded: TermForm {
        TermForm(text: text, tokens: tokens.map { Token(folded: $0.folded, exact: [], isStem: $0.isStem) })
    }

    private init(text: String, tokens: [Token]) {
        (self.text, self.tokens) = (text, tokens)
    }
}

/// What one language has for a concept.
package struct TermCell: Sendable, Hashable {
    /// Ways to write the term, the preferred one first.
    package internal(set) var forms: [TermForm] = []
    /// Ways that are not to be used.
    package internal(set) var forbidden: [TermForm] = []
    /// Whether the source's term is kept as it is.
    package internal(set) var isKept = false

    var isEmpty: Bool { forms.isEmpty && forbidden.isEmpty && !isKept }
}

/// A row of a table: a concept.
package struct TermEntry: Sendable, Hashable {
    /// Of the file, from 1.
    package let line: Int
    /// By the columns of the table.
    package let cells: [TermCell]
}

/// Terms as people write them down: a column for each locale.
package struct TermTable: Sendable, Hashable {
    package let path: String
    package let locales: [LanguageTag]
    package let entries: [TermEntry]

    /// The column that holds for a locale: its own, else that of its language as a whole, else the only one of its
    /// language where that names no other script or region.
    func column(for locale: LanguageTag) -> Int? {
        if let own = locales.firstIndex(of: locale) { return own }
        let related = locales.indices.filter {
            locales[$0].isSameLanguage(as: locale) && locales[$0].writingSystem == locale.writingSystem
                && locales[$0].isTraditional == locale.isTraditional
        }
        if let general = related.first(where: { locales[$0].region == nil }) { return general }
        return related.count == 1 && locale.region == nil ? related[0] : nil
    }
}

extension LanguageTag {
    /// Whether Chinese is written in traditional characters.
    fileprivate var isTraditional: Bool { script == "Hant" || script == nil && ["TW", "HK", "MO"].contains(region) }
}

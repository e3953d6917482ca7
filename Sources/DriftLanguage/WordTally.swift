import DriftText

/// Which languages the small words of one text belong to, of those that share the Latin script.
package struct WordTally: Sendable {
    /// All words, names left out.
    package private(set) var words = 0
    /// For each function word the languages that have it, a bit each.
    private var masks: [UInt32] = []

    private static let languages = EmbeddedLexicons.functionWords.map(\.cells).compactMap(\.first)

    /// The words of all languages and, at the place of each, the languages that have it.
    private struct Table: Sendable {
        let words: HashTable
        var masks: [UInt32]

        init() {
            var found: [UInt64: UInt32] = [:]
            for (index, cells) in EmbeddedLexicons.functionWords.map(\.cells).enumerated() where index < 32 {
                guard let list = cells.last else { continue }
                FunctionWords.forEachWord(in: Array(list.utf8)) { found[$0, default: 0] |= 1 << UInt32(index) }
            }
            words = HashTable(found.keys)
            masks = [UInt32](repeating: 0, count: words.capacity)
            for (hash, mask) in found { if let place = words.place(of: hash) { masks[place] = mask } }
        }
    }

    private static let table = Table()

    /// Linear in the text.
    package init(_ text: [UInt8]) {
        let table = Self.table
        FunctionWords.forEachWord(in: text) { hash in
            words += 1
            if let place = table.words.place(of: hash) { masks.append(table.masks[place]) }
        }
    }

    /// A language that has a list of such words; of others, no word is one.
    package struct Language: Sendable {
        fileprivate let mask: UInt32
        package var isKnown: Bool { mask != 0 }

        package init(_ code: String) {
            mask = WordTally.languages.firstIndex(of: code).map { $0 < 32 ? 1 << UInt32($0) : 0 } ?? 0
        }
    }

    /// How many words of the text are function words of one language.
    package func count(of language: Language) -> Int { masks.count { $0 & language.mask != 0 } }

    /// How many are function words of one language and not of another.
    package func count(of language: Language, notOf other: Language) -> Int {
        masks.count { $0 & language.mask != 0 && $0 & other.mask == 0 }
    }
}

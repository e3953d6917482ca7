import DriftText

/// The commonest short words of one language of Latin script, to tell whether a text is in it.
///
/// Some forty words make up two fifths to a half of running text in their language, and well under a tenth in others.
package struct FunctionWords: Sendable {
    private let hashes: HashTable

    /// nil for languages of other scripts and those without a list.
    package init?(language: String) {
        guard let known = Self.known(language) else { return nil }
        self = known
    }

    /// The words of a language, read once; nil for languages of other scripts and those without a list.
    package static func known(_ language: String) -> FunctionWords? { all[language] }

    private static let all = Dictionary(
        EmbeddedLexicons.functionWords.map(\.cells).filter { $0.count == 2 }.map { ($0[0], FunctionWords($0[1])) }
    ) { first, _ in first }

    /// - Parameter list: words with spaces between them.
    private init(_ list: String) {
        var hashes: Set<UInt64> = []
        for word in list.utf8.split(separator: 0x20) {
            Self.forEachWord(in: Array(word)) { hashes.insert($0) }
        }
        self.hashes = HashTable(hashes)
    }

    /// How many words of the text are function words of the language.
    package func hits(in text: [UInt8]) -> Int {
        var count = 0
        Self.forEachWord(in: text) { if hashes.contains($0) { count += 1 } }
        return count
    }

    /// Whether a text has so many words between spaces and one of the language's commonest, and so is no name.
    package func isSentence(_ text: [UInt8], from leastWords: Int) -> Bool {
        text.split(separator: 0x20).count >= leastWords && hits(in: text) >= 1
    }

    /// Words of Latin letters.
    package static func wordCount(in text: [UInt8]) -> Int {
        var count = 0
        forEachWord(in: text) { _ in count += 1 }
        return count
    }

    private static func next(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
        (hash ^ UInt64(letter) &+ 1) &* 0x100_0000_01B3
    }

    /// Hands on a hash of each word in small letters; words that touch a digit or `_` are names and left out.
    static func forEachWord(in text: [UInt8], _ body: (UInt64) -> Void) {
        var index = 0
        var hash: UInt64 = 0
        var isName = false
        while index < text.count {
            if text[index].isASCIILetter {
                hash = Self.next(hash, UInt32(text[index] | 0x20))
                index += 1
                continue
            }
            let scalar = text.scalar(at: index)
            index += scalar.length
            if Scalars.isLatin(scalar.value) {
                hash = Self.next(hash, Scalars.fold(scalar.value))
            } else if scalar.value == 0x5F || (scalar.value >= 0x30 && scalar.value <= 0x39) {
                isName = true
            } else {
                if hash != 0, !isName { body(hash) }
                (hash, isName) = (0, false)
            }
        }
        if hash != 0, !isName { body(hash) }
    }
}

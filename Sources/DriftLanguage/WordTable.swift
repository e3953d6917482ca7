/// Words in small letters and what they mean; a word of the lexicon that ends in `*` stands for all that begin so.
struct WordTable<Meaning: Sendable>: Sendable {
    private var exact: [[UInt8]: Meaning] = [:]
    private var stems: [(stem: [UInt8], meaning: Meaning)] = []

    var isEmpty: Bool { exact.isEmpty && stems.isEmpty }

    /// Adds the words of a cell, which stand apart by spaces and write a space as `_`.
    mutating func add(_ cell: some StringProtocol, meaning: Meaning) {
        for word in cell.utf8.split(separator: UInt8(ascii: " ")) {
            var bytes = word.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
            if bytes.last == UInt8(ascii: "*") {
                bytes.removeLast()
                stems.append((bytes, meaning))
            } else if exact[bytes] == nil {
                exact[bytes] = meaning
            }
        }
    }

    /// O(number of stems) where the word is none of the exact ones.
    func meaning(of word: [UInt8]) -> Meaning? {
        exact[word] ?? stems.first { word.starts(with: $0.stem) }?.meaning
    }
}

import DriftText

/// Looks for the forms of one term in the text of a translation.
struct TermSearch {
    let text: TermText

    init(_ text: [UInt8]) {
        self.text = TermText(text)
    }

    /// Other words that may stand between two words of a form, as in “change and adoption management”.
    private static let gap = 4

    /// Whether a form that is wanted is there, if only inflected or within a compound: a word of some letters also counts
    /// within a longer one, hyphens do not count, and a few words may stand between its own.
    func has(_ form: TermForm) -> Bool {
        let wanted = form.tokens.filter { !Self.isHyphen($0.folded[...]) }
        let words = text.tokens.indices.map(text.foldedSlice).filter { !Self.isHyphen($0) }
        return !wanted.isEmpty && words.indices.contains { Self.begins(wanted, at: $0, in: words) }
    }

    private static func begins(_ wanted: [TermForm.Token], at start: Int, in words: [ArraySlice<UInt8>]) -> Bool {
        var next = start
        for (index, token) in wanted.enumerated() {
            let isLoose = index > 0 && token.isWord && wanted[index - 1].isWord
            let window = next..<min(words.count, next + (isLoose ? gap : 0) + 1)
            guard let found = window.first(where: { fits(words[$0], token.folded, isStem: token.isStem) }) else {
                return false
            }
            next = found + 1
        }
        return true
    }

    /// Whether a form that may be a name is there with all its capitals.
    func hasExactly(_ form: TermForm) -> Bool {
        Self.first(of: form.tokens.count, in: text.tokens.count) { start in
            form.tokens.indices.allSatisfy { index in
                let token = form.tokens[index]
                return token.exact.isEmpty
                    ? Self.fits(text.foldedSlice(start + index), token.folded, isStem: token.isStem)
                    : Self.fits(text.bytes[text.tokens[start + index]], token.exact, isStem: token.isStem)
            }
        } != nil
    }

    /// Where a form stands as a whole, in bytes.
    func places(of form: TermForm) -> [Range<Int>] {
        var index = TermIndex()
        index.add(form, owner: 0)
        return index.occurrences(in: text).map { text.range(of: $0.tokens) }
    }

    private static func first(of count: Int, in length: Int, where fits: (Int) -> Bool) -> Int? {
        length < count ? nil : (0...(length - count)).first(where: fits)
    }

    private static func fits(_ word: ArraySlice<UInt8>, _ wanted: [UInt8], isStem: Bool) -> Bool {
        if word.elementsEqual(wanted) { return true }
        if isStem, word.starts(with: wanted) { return true }
        // Three letters of any script but Latin have six bytes or more.
        return wanted.count >= 4 && word.count > wanted.count && Array(word).firstOffset(of: wanted, from: 0) != nil
    }

    private static func isHyphen(_ word: ArraySlice<UInt8>) -> Bool {
        word.elementsEqual([0x2D]) || word.elementsEqual("\u{2010}".utf8) || word.elementsEqual("\u{2011}".utf8)
    }
}

import DriftText

/// A word of three to six capital letters, with or without digits behind them, such as `HTTPS` and `GB18030`.
struct Acronym {
    /// In bytes of the text.
    let range: Range<Int>
    let text: ArraySlice<UInt8>

    private static let lengths = 3...6
    private static let mostDigits = 5

    /// Those of a text in their order. Linear in the text.
    static func all(in text: [UInt8]) -> [Acronym] {
        var acronyms: [Acronym] = []
        var index = 0
        while index + lengths.lowerBound <= text.count {
            guard text[index].isCapital, text[index + 1].isCapital, index == 0 || !text[index - 1].isWord else {
                index += 1
                continue
            }
            var end = index + 2
            while end < text.count, text[end].isWord { end += 1 }
            if end - index >= lengths.lowerBound, isAcronym(text[index..<end]), !text.isPartOfName(index..<end) {
                acronyms.append(Acronym(range: index..<end, text: text[index..<end]))
            }
            index = end
        }
        return acronyms
    }

    private static func isAcronym(_ word: ArraySlice<UInt8>) -> Bool {
        let letters = word.prefix { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
        let digits = word.dropFirst(letters.count)
        return letters.count >= 2 && letters.count <= lengths.upperBound && digits.count <= mostDigits
            && digits.allSatisfy(\.isASCIIDigit) && !letters.allSatisfy { "IVXLCDM".utf8.contains($0) }
    }

    /// Whether nobody can say it as a word: three consonants in a row stand in it, or digits.
    var isUnsayable: Bool {
        var consonants = 0
        for byte in text {
            if byte.isASCIIDigit { return true }
            consonants = "AEIOUY".utf8.contains(byte) ? 0 : consonants + 1
            if consonants == 3 { return true }
        }
        return false
    }

    /// Whether two acronyms are one that was mistyped: of equal length, with one other character or two changed places.
    func isMistyped(as other: Acronym) -> Bool {
        text.count == other.text.count && Array(text).isMistyped(as: Array(other.text))
    }

    /// Whether the same characters stand in another order, or only digits are others.
    func hasSameLetters(as other: Acronym) -> Bool {
        let isSwapped = text.sorted() == other.text.sorted()
        return isSwapped || text.filter { !$0.isASCIIDigit } == other.text.filter { !$0.isASCIIDigit }
    }
}

extension [UInt8] {
    /// Whether a word is a part of a path, an address, a variable or an expression.
    fileprivate func isPartOfName(_ word: Range<Int>) -> Bool {
        if adjoinsLetter(word) { return true }
        if word.lowerBound > 0, "./\\@#$%{:=&<".utf8.contains(self[word.lowerBound - 1]) { return true }
        guard word.upperBound < count else { return false }
        let mark = self[word.upperBound]
        return "/\\@}=(".utf8.contains(mark)
            || mark == UInt8(ascii: ".") && word.upperBound + 1 < count && self[word.upperBound + 1].isWord
    }
}

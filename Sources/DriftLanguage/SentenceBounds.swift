/// Where sentences end.
package enum SentenceBounds {
    /// The sentences of a text in order, in bytes, without the space between them; together they hold all else.
    ///
    /// A full stop ends a sentence before space and what is no small Latin letter, unless it stands behind an initial or
    /// within an abbreviation; marks that no abbreviation has always do. O(length).
    package static func sentences(in text: [UInt8]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = text.skippingSpaces(from: 0)
        var index = start
        while index < text.count {
            let (value, length) = text.scalar(at: index)
            index += length
            guard let isCertain = endMarks[value] else { continue }
            let end = endOfClosingMarks(text, from: index)
            guard isCertain || isEnd(text, mark: index - length, end) else { continue }
            sentences.append(start..<end)
            start = text.skippingSpaces(from: end)
            index = start
        }
        if start < text.count { sentences.append(start..<text.count) }
        return sentences
    }

    /// Marks that end sentences, and whether they always do.
    private static let endMarks: [UInt32: Bool] = [
        0x2E: false, 0x21: false, 0x3F: false, 0x2026: false,
        // Ideographic, fullwidth and halfwidth stops, exclamation and question marks.
        0x3002: true, 0xFF0E: true, 0xFF61: true, 0xFF01: true, 0xFF1F: true,
        // Arabic, Urdu, Devanagari, Armenian, Ethiopic.
        0x61F: true, 0x6D4: true, 0x964: true, 0x965: true, 0x589: true, 0x1362: true,
    ]

    /// Brackets and quotation marks that close, and further end marks.
    private static let closing: Set<UInt32> = [
        0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D, 0x300D, 0x300F, 0x3011, 0xFF09, 0x21, 0x3F, 0xFF01, 0xFF1F,
    ]

    private static func endOfClosingMarks(_ text: [UInt8], from index: Int) -> Int {
        var end = index
        while end < text.count, closing.contains(text.scalar(at: end).value) { end += text.scalar(at: end).length }
        return end
    }

    private static func isEnd(_ text: [UInt8], mark: Int, _ end: Int) -> Bool {
        if end == text.count { return true }
        let next = text.skippingSpaces(from: end)
        guard next > end else { return false }
        if next < text.count, text[next] >= UInt8(ascii: "a"), text[next] <= UInt8(ascii: "z") { return false }
        return text[mark] != UInt8(ascii: ".") || !isAbbreviation(text, before: mark)
    }

    /// Whether the word before a full stop is one letter, or has a full stop within.
    private static func isAbbreviation(_ text: [UInt8], before mark: Int) -> Bool {
        let start = text.startOfLetters(before: mark)
        guard start < mark else { return false }
        if start > 0, text[start - 1] == UInt8(ascii: ".") { return true }
        return start + text.scalar(at: start).length == mark
    }
}

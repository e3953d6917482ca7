import DriftMarkdown
package import DriftAlignment
import DriftText

/// Turns a document into one in another language, as far as a comparison can tell without a dictionary.
package enum PseudoTranslation {
    /// Replaces every word of the text by another of about the same length, the same word always by the same. Numbers,
    /// words in capitals, code, link targets, tags and what stands in front matter are kept.
    package static func of(_ outline: Outline) -> [UInt8] {
        let bytes = outline.document.source.bytes
        var texts: [ByteRange] = []
        for segment in outline.segments {
            texts += segment.inlines.filter { $0.kind == .text }.map(\.range)
        }
        var result: [UInt8] = []
        var place = 0
        for range in texts.sorted(by: { $0.start < $1.start }) where range.lower >= place {
            result += bytes[place..<range.lower]
            result += translated(bytes[range.indices])
            place = range.upper
        }
        return result + bytes[place...]
    }

    private static func translated(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var word: [UInt8] = []
        for byte in text {
            if isLetter(byte) || byte >= 0x80 || isDigit(byte) {
                word.append(byte)
            } else {
                result += other(word) + [byte]
                word = []
            }
        }
        return result + other(word)
    }

    private static func other(_ word: [UInt8]) -> [UInt8] {
        let isKept =
            word.contains(where: isDigit) || !word.contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
        if isKept { return word }
        let sum = word.reduce(0) { $0 + Int($1) }
        return word.map(other) + (sum % 3 == 0 ? Array("o".utf8) : [])
    }

    /// Vowels become vowels and consonants become consonants, so that the words look like words.
    private static func other(_ byte: UInt8) -> UInt8 {
        guard isLetter(byte) else { return byte }
        let from = Array("aeioubcdfghjklmnpqrstvwxyz".utf8)
        let to = Array("eiouadfghjklmnpqrstvwxyzbc".utf8)
        guard let index = from.firstIndex(of: byte | 0x20) else { return byte }
        return to[index] & ~0x20 | byte & 0x20
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}

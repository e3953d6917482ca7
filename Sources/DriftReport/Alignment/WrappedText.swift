internal import DriftText

extension String {
    /// The text in lines of at most `width` columns, broken at blanks and beside wide characters, or within a word that
    /// is longer than a line. Linear in the length.
    ///
    /// - Parameter width: at least 2.
    func wrapped(to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in wordsToWrap {
            let blank = word.startsWithBlank && !line.isEmpty ? 1 : 0
            if used + blank + word.width <= width {
                line += (blank == 1 ? " " : "") + word.text
                used += blank + word.width
                continue
            }
            if !line.isEmpty { lines.append(line) }
            (line, used) = ("", 0)
            for character in word.text {
                if used + character.displayWidth > width {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                line.append(character)
                used += character.displayWidth
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// Runs that no line end may divide.
    private var wordsToWrap: [WordToWrap] {
        var words: [WordToWrap] = []
        var word = WordToWrap()
        for character in self {
            let width = character.displayWidth
            if character == " " {
                if !word.text.isEmpty { words.append(word) }
                word = WordToWrap(startsWithBlank: true)
                continue
            }
            let isFree = (width > 1 || word.endsWide) && !word.endsOpen && !Self.closing.contains(character)
            if isFree, !word.text.isEmpty {
                words.append(word)
                word = WordToWrap()
            }
            word.text.append(character)
            word.width += width
            word.endsWide = width > 1 || (word.endsWide && Self.closing.contains(character))
            word.endsOpen = Self.opening.contains(character)
        }
        if !word.text.isEmpty { words.append(word) }
        return words
    }

    /// What begins no line, and what ends none (JIS X 4051, the most frequent).
    private static let closing: Set<Character> = [
        "、", "。", "，", "．", "！", "？", "：", "；", "）", "」", "』", "】", "〉", "》", "”", "’", "ー", "…", ")", "]", ",",
        ".", "!", "?", ":", ";", "\"", "*", "`", "|",
    ]
    private static let opening: Set<Character> = ["（", "「", "『", "【", "〈", "《", "“", "‘", "(", "[", "`"]
}

private struct WordToWrap {
    var text = ""
    /// Columns.
    var width = 0
    var startsWithBlank = false
    var endsWide = false
    var endsOpen = false
}

extension String {
    /// Whether a terminal that knows the bidirectional algorithm would change the order of the text.
    var hasRightToLeftText: Bool {
        unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
            default: false
            }
        }
    }
}

internal import DriftText

/// A piece of a leaf's text in source order, before emphasis and links are known.
struct InlineToken {
    enum Kind: UInt8 {
        case text, escape, entity, softBreak, hardBreak, codeSpan, autolink, html, comment, directive, math, footnote
        /// A run of `*`, `_` or `~`; `index` is its place among the delimiters.
        case delimiters
        /// The brackets of a link or an image; `index` is its place among the links. `inert` was a part of a link's
        /// end or of what a footnote reference replaced.
        case linkStart, linkEnd, inert
    }
    var kind: Kind
    var start: Int
    var end: Int
    var index = 0
    /// What stands between the delimiters of a code span or an autolink.
    var content = ByteRange.empty
}

/// A `[` or `![` that may still become a link.
struct OpenBracket {
    var token: Int
    var isImage: Bool
    /// Position behind the bracket.
    var content: LeafPosition
    /// Index of the last delimiter before it; -1 where there is none.
    var delimiter: Int
    /// Another bracket was opened behind it.
    var hasBracketBehind = false
}

/// A link or image whose brackets are matched.
struct MatchedLink {
    var isImage: Bool
    var range: ByteRange
    var content: ByteRange
    var destination: ByteRange
    var title: ByteRange
}

/// Splits one leaf into inlines on the source's own bytes (CommonMark 0.31.2, appendix "A parsing strategy").
///
/// A pass over the bytes makes tokens, matches brackets and delimiters; `emit` lays the tree out in preorder.
struct InlineParser {
    let text: LeafText
    let references: ReferenceTable
    let dialect: Dialect
    /// The leaf is a table cell, in which a backslash before a pipe goes away first.
    let isCell: Bool
    var tokens: [InlineToken] = []
    var delimiters: [Delimiter] = []
    var matches: [DelimiterMatch] = []
    var links: [MatchedLink] = []
    var brackets: [OpenBracket] = []
    /// Index of the last delimiter that may still match; -1 where there is none.
    var lastDelimiter = -1
    /// Brackets below this place in the stack stand around a link, so that they can be no links.
    var linkBarrier = 0
    var hasAt = false
    var position: LeafPosition
    /// Where the text starts that is not in a token yet.
    var textStart: Int
    var backticks = BacktickMemo()
    /// Kinds of raw HTML of which no end follows: comment, instruction, declaration, character data.
    var unendedHTML: UInt8 = 0
    var barriers = Barriers()
    /// The document is MDX, so that braces hold expressions.
    let isMDX: Bool

    init(text: LeafText, references: ReferenceTable, dialect: Dialect, isCell: Bool, isMDX: Bool) {
        self.isMDX = isMDX
        self.text = text
        self.references = references
        self.dialect = dialect
        self.isCell = isCell
        position = text.start
        textStart = position.offset
    }

    private static let coreSpecial = ByteSet("\\`*_[]!<&")
    private static let gfmSpecial = ByteSet("\\`*_~[]!<&:@w")

    private static let allSpecial = ByteSet("\\`*_~[]!<&:@w{$")

    /// The bytes that can be more than text.
    private static func special(_ dialect: Dialect) -> ByteSet {
        switch dialect {
        case .commonmark: coreSpecial
        case .gfm: gfmSpecial
        case .all: allSpecial
        }
    }

    /// Where the first byte of a line stands that could be more than text; nil where there is none.
    static func firstSpecial(in bytes: [UInt8], _ range: ByteRange, dialect: Dialect) -> Int? {
        let special = special(dialect)
        for index in range.indices where special.contains(bytes[index]) {
            let isW = bytes[index] == UInt8(ascii: "w")
            if !isW || index + 1 < range.upper && bytes[index + 1] == UInt8(ascii: "w") { return index }
        }
        return nil
    }

    mutating func parse() {
        let special = Self.special(dialect)
        while true {
            let end = text.lines[position.line].range.upper
            var offset = position.offset
            while offset < end, !special.contains(text.bytes[offset]) { offset += 1 }
            position.offset = offset
            if offset >= end {
                if position.line + 1 >= text.last { break }
                takeLineEnd()
            } else {
                takeSpecial(text.bytes[offset], end: end)
            }
        }
        flushText(to: position.offset)
        if !delimiters.isEmpty { matchDelimiters(above: -1) }
    }

    private mutating func takeSpecial(_ byte: UInt8, end: Int) {
        switch byte {
        case UInt8(ascii: "\\"): takeBackslash(end: end)
        case UInt8(ascii: "`"): takeCodeSpan(end: end)
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): takeDelimiters(byte, end: end)
        case UInt8(ascii: "["): if !takeInclude(end: end) { pushBracket(isImage: false) }
        case UInt8(ascii: "]"): closeBracket()
        case UInt8(ascii: "!"):
            if position.offset + 1 < end, text.bytes[position.offset + 1] == UInt8(ascii: "[") {
                pushBracket(isImage: true)
            } else {
                position.offset += 1
            }
        case UInt8(ascii: "<"): takeAngle()
        case UInt8(ascii: "&"): takeEntity(end: end)
        case UInt8(ascii: ":"): takeURL(end: end)
        case UInt8(ascii: "w"): takeWWW(end: end)
        case UInt8(ascii: "{"): takeBrace(end: end)
        case UInt8(ascii: "$"): takeMath(end: end)
        default:
            hasAt = true
            position.offset += 1
        }
    }

    /// Puts the text before `end` into a token.
    mutating func flushText(to end: Int) {
        if end > textStart { tokens.append(InlineToken(kind: .text, start: textStart, end: end)) }
        textStart = end
    }

    /// Appends a token that starts at the current position and goes on behind it.
    mutating func take(_ kind: InlineToken.Kind, to end: LeafPosition, index: Int = 0, content: ByteRange = .empty) {
        flushText(to: position.offset)
        tokens.append(
            InlineToken(kind: kind, start: position.offset, end: end.offset, index: index, content: content))
        position = end
        textStart = end.offset
    }

    mutating func take(_ kind: InlineToken.Kind, length: Int, index: Int = 0, content: ByteRange = .empty) {
        let end = LeafPosition(offset: position.offset + length, line: position.line)
        take(kind, to: end, index: index, content: content)
    }

    /// A line end is a break; its token reaches from the blanks before it to the end of its terminator.
    private mutating func takeLineEnd() {
        let end = position.offset
        var start = end
        while start > textStart, text.bytes[start - 1] == 0x20 { start -= 1 }
        let isHard = end - start >= 2
        // Tabs before a soft break go as well.
        while start > textStart, text.bytes[start - 1].isBlank { start -= 1 }
        takeBreak(isHard ? .hardBreak : .softBreak, from: start)
    }

    private mutating func takeBreak(_ kind: InlineToken.Kind, from start: Int) {
        let end = text.lines[position.line].range.upper
        flushText(to: start)
        var after = end
        if after < text.bytes.count, text.bytes[after] == 0x0D { after += 1 }
        if after < text.bytes.count, text.bytes[after] == 0x0A { after += 1 }
        tokens.append(InlineToken(kind: kind, start: start, end: after))
        position = LeafPosition(offset: text.lines[position.line + 1].range.lower, line: position.line + 1)
        textStart = position.offset
    }

    private mutating func takeBackslash(end: Int) {
        let next = position.offset + 1
        guard next < end else {
            if position.line + 1 < text.last { return takeBreak(.hardBreak, from: position.offset) }
            position.offset = next
            return
        }
        let isPipeBehind = isCell && next + 1 < end && text.bytes[next + 1] == UInt8(ascii: "|")
        if text.bytes[next] == UInt8(ascii: "\\"), isPipeBehind {
            take(.escape, length: 3)
        } else if text.bytes[next].isPunctuation {
            take(.escape, length: 2)
        } else {
            position.offset = next
        }
    }

    private mutating func takeEntity(end: Int) {
        guard let length = Entity.length(in: text.bytes, at: position.offset, limit: end) else {
            position.offset += 1
            return
        }
        take(.entity, length: length)
    }
}

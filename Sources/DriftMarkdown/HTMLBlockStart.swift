internal import DriftText

/// The seven kinds of HTML block (CommonMark, section 4.6), by what ends them.
enum HTMLBlockKind: Int32 {
    case literalText = 1, comment, instruction, declaration, characterData, element, anyTag

    /// Whether a line of the block holds its end. Kinds that end at a blank line have none.
    func ends(in bytes: [UInt8], _ range: ByteRange) -> Bool {
        switch self {
        case .literalText:
            bytes.holds("</script>", in: range) || bytes.holds("</pre>", in: range)
                || bytes.holds("</style>", in: range) || bytes.holds("</textarea>", in: range)
        case .comment: bytes.holds("-->", in: range)
        case .instruction: bytes.holds("?>", in: range)
        case .declaration: bytes.holds(">", in: range)
        case .characterData: bytes.holds("]]>", in: range)
        case .element, .anyTag: false
        }
    }

    /// The kind of block that starts with the `<` at the beginning of `range`, which reaches to the end of the line.
    static func start(in bytes: [UInt8], _ range: ByteRange, canBeAnyTag: Bool) -> HTMLBlockKind? {
        let start = range.lower
        let end = range.upper
        guard start + 1 < end else { return nil }
        let next = bytes[start + 1]
        if next == UInt8(ascii: "?") { return .instruction }
        if next == UInt8(ascii: "!") {
            if bytes.starts(with: "<!--", at: start, limit: end) { return .comment }
            if bytes.starts(with: "<![CDATA[", at: start, limit: end) { return .characterData }
            return start + 2 < end && bytes[start + 2].isLetter ? .declaration : nil
        }
        let isClosing = next == UInt8(ascii: "/")
        var offset = start + (isClosing ? 2 : 1)
        let nameStart = offset
        while offset < end, bytes[offset].isAlphanumeric { offset += 1 }
        if offset > nameStart {
            let name = bytes[nameStart..<offset].map(\.lowercased)
            let follows = offset < end ? bytes[offset] : 0x20
            if !isClosing, follows.isSpace || follows == UInt8(ascii: ">"), literalNames.contains(name) {
                return .literalText
            }
            let isEmptyTag = follows == UInt8(ascii: "/") && offset + 1 < end && bytes[offset + 1] == UInt8(ascii: ">")
            if follows.isSpace || follows == UInt8(ascii: ">") || isEmptyTag, elementNames.contains(name) {
                return .element
            }
        }
        return canBeAnyTag && isLoneTag(in: bytes, range) ? .anyTag : nil
    }

    private static func isLoneTag(in bytes: [UInt8], _ range: ByteRange) -> Bool {
        let line = LeafText(bytes: bytes, lines: [ContentLine(range: range)], range: 0..<1)
        var position = line.start
        return line.scanTag(&position) && line.skipToLineEnd(&position)
    }

    private static let literalNames = Set(["script", "pre", "style", "textarea"].map { Array($0.utf8) })

    private static let elementNames = Set(
        """
        address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl \
        dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend \
        li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td \
        tfoot th thead title tr track ul
        """.split(separator: " ").map { Array($0.utf8) })
}

extension [UInt8] {
    /// Whether `text` stands at `offset` and ends by `limit`.
    func starts(with text: StaticString, at offset: Int, limit: Int) -> Bool {
        var index = offset
        for byte in text.description.utf8 {
            guard index < limit, self[index] == byte else { return false }
            index += 1
        }
        return true
    }

    /// Offset of the last place where `text` stands; -1 where there is none. O(length).
    func lastPlace(of text: StaticString) -> Int {
        let length = text.utf8CodeUnitCount
        guard count >= length else { return -1 }
        return (0...(count - length)).last { starts(with: text, at: $0, limit: count) } ?? -1
    }

    /// Whether `text`, in small letters, stands in the range in letters of any case.
    func holds(_ text: StaticString, in range: ByteRange) -> Bool {
        let wanted = [UInt8](text.description.utf8)
        var start = range.lower
        while start + wanted.count <= range.upper {
            var matched = 0
            while matched < wanted.count, self[start + matched].lowercased == wanted[matched] { matched += 1 }
            if matched == wanted.count { return true }
            start += 1
        }
        return false
    }
}

internal import DriftText

/// Mappings and sequences in brackets (YAML 1.2.2, chapter 7.4), and the text of what is not supported.
extension YAMLParser {
    static func isFlowIndicator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
        default: false
        }
    }

    /// Whether a node that begins with the byte is an anchor, an alias, a tag, or reserved by the specification.
    static func isReserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"):
            true
        default: false
        }
    }

    mutating func flowNode() throws(YAMLError) -> YAMLNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw tooDeep() }
        switch byte(at) {
        case UInt8(ascii: "["): return try flowSequence()
        case UInt8(ascii: "{"): return try flowMapping()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try quotedScalar()
        case let byte where Self.isReserved(byte):
            guard keepsUnsupported else { throw unsupportedError() }
            return try opaqueFlow()
        default:
            return try plainScalar(firstLine: try plainLine(isFlow: true), minimumColumn: 0, isFlow: true)
        }
    }

    private mutating func flowSequence() throws(YAMLError) -> YAMLNode {
        let start = at
        var items: [YAMLNode] = []
        at += 1
        while try !isFlowEnd(UInt8(ascii: "]"), openedAt: start) {
            let item = try flowNode()
            if let value = try flowValue(of: item) {
                // A pair without braces is a mapping of its own: `[a: b]`.
                let range = ByteRange(item.range.lower, value.range.upper)
                try requireScalar(item)
                items.append(YAMLNode(kind: .mapping([(item, value)]), range: range))
            } else {
                items.append(item)
            }
            try passComma(before: UInt8(ascii: "]"), openedAt: start)
        }
        return YAMLNode(kind: .sequence(items), range: ByteRange(start, at))
    }

    private mutating func flowMapping() throws(YAMLError) -> YAMLNode {
        let start = at
        var pairs: [(key: YAMLNode, value: YAMLNode)] = []
        var keys = YAMLKeys()
        at += 1
        while try !isFlowEnd(UInt8(ascii: "}"), openedAt: start) {
            let key = try flowNode()
            try requireScalar(key)
            try keys.insert(key, in: source)
            pairs.append((key, try flowValue(of: key) ?? emptyNode(at: key.range.upper)))
            try passComma(before: UInt8(ascii: "}"), openedAt: start)
        }
        return YAMLNode(kind: .mapping(pairs), range: ByteRange(start, at))
    }

    private func requireScalar(_ key: YAMLNode) throws(YAMLError) {
        if key.string == nil { throw YAMLError("a collection cannot be a key", key.range) }
    }

    /// Moves to the next entry, or over the closing bracket.
    private mutating func isFlowEnd(_ bracket: UInt8, openedAt start: Int) throws(YAMLError) -> Bool {
        try skipToContent(isFlow: true)
        guard at < end else { throw unclosed(start) }
        guard bytes[at] == bracket else { return false }
        at += 1
        return true
    }

    private mutating func passComma(before bracket: UInt8, openedAt start: Int) throws(YAMLError) {
        try skipToContent(isFlow: true)
        guard at < end else { throw unclosed(start) }
        if bytes[at] == UInt8(ascii: ",") {
            at += 1
        } else if bytes[at] != bracket {
            let closing = String(UnicodeScalar(bracket))
            throw YAMLError("expected “,” or “\(closing)”", ByteRange(at, at + 1))
        }
    }

    private func unclosed(_ start: Int) -> YAMLError {
        YAMLError("this bracket is never closed", ByteRange(start, start + 1))
    }

    /// Reads `: value` if it follows; behind a quoted key no space is needed, as in JSON.
    private mutating func flowValue(of key: YAMLNode) throws(YAMLError) -> YAMLNode? {
        try skipToContent(isFlow: true)
        guard byte(at) == UInt8(ascii: ":"), at < end else { return nil }
        let next = at + 1
        let isPlain = if case .scalar(_, .plain) = key.kind { true } else { false }
        guard !isPlain || isSeparated(next) || Self.isFlowIndicator(byte(next)) else { return nil }
        at = next
        try skipToContent(isFlow: true)
        let isMissing = [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte(at))
        return isMissing || at >= end ? emptyNode(at: next) : try flowNode()
    }
}

// MARK: - Opaque text

extension YAMLParser {
    /// Keeps all lines that belong to the node here: those indented beyond `parent` and, behind a mapping's key, the
    /// items of a sequence in its column.
    mutating func opaqueBlock(parent: Int, isInline: Bool) -> YAMLNode {
        let start = at
        var stop = at
        while at < end {
            skipToLineEnd()
            stop = at
            while at < end, Self.isBreak(bytes[at]) {
                passLineEnd()
                skipSpaces()
            }
            let isItem = isInline && column == parent && byte(at) == UInt8(ascii: "-") && isSeparated(at + 1)
            if at >= end || (column <= parent && !isItem) { break }
        }
        // What follows is read from its line's start, so that its indentation is judged as usual.
        at = stop
        lineStart = source.lineRange(source.lineIndex(at: max(start, stop - 1))).lower
        while stop > start, Self.isSpace(bytes[stop - 1]) { stop -= 1 }
        let range = ByteRange(start, stop)
        return YAMLNode(kind: .scalar(text(range), .opaque), range: range)
    }

    private mutating func opaqueFlow() throws(YAMLError) -> YAMLNode {
        let start = at
        while at < end, !Self.isWhite(bytes[at]), !Self.isFlowIndicator(bytes[at]) { at += 1 }
        var stop = at
        try skipToContent(isFlow: true)
        let isAlone = [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":")].contains(byte(at))
        if at < end, !isAlone { stop = try flowNode().range.upper }
        let range = ByteRange(start, stop)
        return YAMLNode(kind: .scalar(text(range), .opaque), range: range)
    }
}

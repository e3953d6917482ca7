internal import DriftText

/// Mappings and sequences that are laid out by indentation (YAML 1.2.2, chapter 8).
extension YAMLParser {
    /// Reads the node that begins here, which belongs to a collection whose entries begin in column `parent`.
    ///
    /// A node is inline when a mapping's key stands before it on its line; no block collection can begin there.
    mutating func blockNode(parent: Int, isInline: Bool) throws(YAMLError) -> YAMLNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw tooDeep() }
        switch bytes[at] {
        case UInt8(ascii: "-") where isSeparated(at + 1):
            if isInline { throw restOfLine("a sequence has to begin on a line of its own") }
            return try blockSequence()
        case UInt8(ascii: "?") where isSeparated(at + 1): throw restOfLine("“? ” keys are not supported")
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return try blockScalar(parent: parent)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            let node = try flowNode()
            if byte(at) == UInt8(ascii: ":") { throw YAMLError("a collection cannot be a key", node.range) }
            return try finishingLine(node)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return try quotedOrMapping(isInline: isInline)
        case let byte where Self.isReserved(byte):
            guard keepsUnsupported else { throw unsupportedError() }
            return opaqueBlock(parent: parent, isInline: isInline)
        default:
            return try plainOrMapping(parent: parent, isInline: isInline)
        }
    }

    private mutating func quotedOrMapping(isInline: Bool) throws(YAMLError) -> YAMLNode {
        let (start, line) = (at, lineStart)
        let node = try quotedScalar()
        guard isAtColon(after: node) else { return try finishingLine(node) }
        if isInline { throw nestedMapping() }
        guard line == lineStart else { throw YAMLError("a key has to stand on one line", node.range) }
        return try blockMapping(column: start - line, firstKey: node)
    }

    private mutating func plainOrMapping(parent: Int, isInline: Bool) throws(YAMLError) -> YAMLNode {
        let column = column
        let line = try plainLine(isFlow: false)
        guard isAtColon() else { return try plainScalar(firstLine: line, minimumColumn: parent + 1, isFlow: false) }
        if isInline { throw nestedMapping() }
        return try blockMapping(column: column, firstKey: YAMLNode(kind: .scalar(text(line), .plain), range: line))
    }

    private func nestedMapping() -> YAMLError {
        YAMLError("a value that holds “: ” has to stand in quotation marks", ByteRange(at, at + 1))
    }

    /// Whether the `:` of a mapping stands here; after a quoted key also behind spaces.
    private mutating func isAtColon(after key: YAMLNode? = nil) -> Bool {
        if key != nil { skipSpaces() }
        return byte(at) == UInt8(ascii: ":") && isSeparated(at + 1)
    }

    private mutating func finishingLine(_ node: YAMLNode) throws(YAMLError) -> YAMLNode {
        guard isAtLineEnd() else { throw restOfLine("unexpected text after a value") }
        return node
    }

    /// Reads pairs whose keys stand in `column`; the first key is read already.
    private mutating func blockMapping(column: Int, firstKey: YAMLNode) throws(YAMLError) -> YAMLNode {
        var pairs: [(key: YAMLNode, value: YAMLNode)] = []
        var keys = YAMLKeys()
        var key = firstKey
        while true {
            try keys.insert(key, in: source)
            at += 1
            pairs.append((key, try blockValue(column: column)))
            try skipToContent()
            guard at < end, self.column >= column else { break }
            guard self.column == column else { throw restOfLine("unexpected indentation") }
            key = try blockKey()
        }
        let stop = pairs.last?.value.range.upper ?? at
        return YAMLNode(kind: .mapping(pairs), range: ByteRange(firstKey.range.lower, stop))
    }

    private mutating func blockKey() throws(YAMLError) -> YAMLNode {
        let (start, line) = (at, lineStart)
        let isQuoted = bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'")
        let key: YAMLNode
        if isQuoted {
            key = try quotedScalar()
        } else if Self.isReserved(bytes[at]), !keepsUnsupported {
            throw unsupportedError()
        } else {
            let range = try plainLine(isFlow: false)
            key = YAMLNode(kind: .scalar(text(range), .plain), range: range)
        }
        guard line == lineStart, isAtColon(after: isQuoted ? key : nil) else {
            (at, lineStart) = (start, line)
            throw restOfLine("expected “key: value”")
        }
        return key
    }

    /// Reads what stands behind a key's `:`, on its line or below.
    private mutating func blockValue(column: Int) throws(YAMLError) -> YAMLNode {
        let colonEnd = at
        guard isAtLineEnd() else { return try blockNode(parent: column, isInline: true) }
        try skipToContent()
        guard at < end else { return emptyNode(at: colonEnd) }
        if self.column > column { return try blockNode(parent: column, isInline: false) }
        let isSequence = self.column == column && bytes[at] == UInt8(ascii: "-") && isSeparated(at + 1)
        // A sequence may stand as far left as the key that it belongs to.
        return isSequence ? try blockNode(parent: column - 1, isInline: false) : emptyNode(at: colonEnd)
    }

    /// Reads items whose `-` stand in the column of the one here.
    private mutating func blockSequence() throws(YAMLError) -> YAMLNode {
        let (start, column) = (at, column)
        var items: [YAMLNode] = []
        repeat {
            at += 1
            items.append(try blockItem(column: column))
            try skipToContent()
            if at < end, self.column > column { throw restOfLine("unexpected indentation") }
        } while at < end && self.column == column && bytes[at] == UInt8(ascii: "-") && isSeparated(at + 1)
        return YAMLNode(kind: .sequence(items), range: ByteRange(start, items.last?.range.upper ?? at))
    }

    private mutating func blockItem(column: Int) throws(YAMLError) -> YAMLNode {
        let dashEnd = at
        if isAtLineEnd() {
            try skipToContent()
            guard at < end, self.column > column else { return emptyNode(at: dashEnd) }
        }
        return try blockNode(parent: column, isInline: false)
    }
}

/// The keys of one mapping so far, to tell a repeated one.
struct YAMLKeys {
    // Bytes, since strings that differ in normalization alone are equal.
    private var offsets: [[UInt8]: Int] = [:]

    mutating func insert(_ key: YAMLNode, in source: SourceText) throws(YAMLError) {
        let text = key.string ?? ""
        if let earlier = offsets.updateValue(key.range.lower, forKey: Array(text.utf8)) {
            let line = source.lineIndex(at: earlier) + 1
            throw YAMLError("the key “\(text)” is repeated; it stands in line \(line) already", key.range)
        }
    }
}

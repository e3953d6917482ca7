package import DriftText

/// Why a text is not YAML, or not the part of YAML that is read here.
package struct YAMLError: Error, Hashable, Sendable {
    /// One sentence without a final full stop.
    package var message: String
    package var range: ByteRange

    package init(_ message: String, _ range: ByteRange) {
        self.message = message
        self.range = range
    }
}

/// Reads YAML 1.2 with exact places: block and flow collections, every scalar style, comments.
///
/// Not supported are anchors, aliases, tags, directives, `? ` keys, keys that are collections, and more than one
/// document. Repeated keys are errors.
package enum YAMLReader {
    /// What becomes of anchors, aliases, tags and of scalars that begin with a reserved character.
    package enum Unsupported: Sendable {
        /// An error that names it.
        case refuse
        /// A scalar of style `opaque` that holds the source's text.
        case keepAsText
    }

    /// Reads the one document in a range, which may include its `---` and `...` lines.
    ///
    /// The range begins where a line begins. An empty document is a null. Time is linear in the range's length;
    /// collections nest to a depth of 100 at most.
    package static func read(
        _ source: SourceText, in range: ByteRange, unsupported: Unsupported = .refuse
    ) throws(YAMLError) -> YAMLNode {
        let body = try documentBody(source.bytes, from: max(range.lower, source.contentStart), to: range.upper)
        var parser = YAMLParser(source: source, range: body, keepsUnsupported: unsupported == .keepAsText)
        return try parser.document()
    }

    /// Narrows a range to what stands between its document markers, which count even inside scalars.
    private static func documentBody(_ bytes: [UInt8], from start: Int, to end: Int) throws(YAMLError) -> ByteRange {
        var bodyStart = min(start, end)
        var bodyEnd = end
        var hasContent = false
        var isClosed = false
        var line = bodyStart
        while line < end {
            let next = endOfLine(bytes, from: line, to: end)
            let content = firstContent(bytes, from: line, to: next)
            let marker = documentMarker(bytes, at: line, to: end)
            if let marker, firstContent(bytes, from: line + 3, to: next) != nil {
                throw YAMLError("text after “\(marker)” is not supported", ByteRange(line, next))
            } else if marker == "---", !hasContent, !isClosed {
                bodyStart = next
                hasContent = true
            } else if marker != nil {
                if !isClosed { bodyEnd = line }
                isClosed = true
            } else if let content, isClosed {
                throw YAMLError("only one YAML document is expected", ByteRange(content, next))
            } else if let content {
                if bytes[content] == UInt8(ascii: "%"), content == line, !hasContent {
                    throw YAMLError("directives are not supported", ByteRange(line, next))
                }
                hasContent = true
            }
            line = next
        }
        return ByteRange(bodyStart, max(bodyStart, bodyEnd))
    }

    private static func documentMarker(_ bytes: [UInt8], at line: Int, to end: Int) -> String? {
        guard line + 3 <= end, bytes[line] == bytes[line + 1], bytes[line] == bytes[line + 2] else { return nil }
        guard line + 3 == end || YAMLParser.isWhite(bytes[line + 3]) else { return nil }
        switch bytes[line] {
        case UInt8(ascii: "-"): return "---"
        case UInt8(ascii: "."): return "..."
        default: return nil
        }
    }

    /// The start of the line that follows.
    private static func endOfLine(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, !YAMLParser.isBreak(bytes[index]) { index += 1 }
        if index + 1 < end, bytes[index] == UInt8(ascii: "\r"), bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
        return min(index + 1, end)
    }

    /// The first byte that is neither white space nor in a comment.
    private static func firstContent(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end, YAMLParser.isWhite(bytes[index]) { index += 1 }
        return index < end && bytes[index] != UInt8(ascii: "#") ? index : nil
    }
}

internal import DriftText

/// Where reading stands, and the steps that all kinds of node share: white space, comments, line ends, errors.
///
/// Descent is recursive, but never deeper than `depthLimit`.
struct YAMLParser {
    static let depthLimit = 100

    let source: SourceText
    let bytes: [UInt8]
    let end: Int
    let keepsUnsupported: Bool
    /// Offset of the next byte to read.
    var at: Int
    /// Offset at which the line of `at` begins, from which indentation is counted.
    var lineStart: Int
    var depth = 0

    init(source: SourceText, range: ByteRange, keepsUnsupported: Bool) {
        self.source = source
        bytes = source.bytes
        end = range.upper
        at = range.lower
        lineStart = range.lower
        self.keepsUnsupported = keepsUnsupported
    }

    mutating func document() throws(YAMLError) -> YAMLNode {
        try skipToContent()
        guard at < end else { return emptyNode(at: at) }
        let node = try blockNode(parent: -1, isInline: false)
        try skipToContent()
        guard at == end else { throw restOfLine("expected no more than one value; is the indentation right?") }
        return node
    }

    var column: Int { at - lineStart }

    /// The byte at an offset; 0 past the end.
    func byte(_ offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

    /// Whether an indicator that ends before `offset` stands for itself: white space, a line end or nothing follows.
    func isSeparated(_ offset: Int) -> Bool { offset >= end || Self.isWhite(bytes[offset]) }

    func text(_ range: ByteRange) -> String { source.string(range) }

    func emptyNode(at offset: Int) -> YAMLNode {
        YAMLNode(kind: .scalar("", .plain), range: ByteRange(offset, offset))
    }

    /// Moves over white space, line ends and comments to the next byte that means something.
    mutating func skipToContent(isFlow: Bool = false) throws(YAMLError) {
        var indentingTab: Int?
        var isIndentation = at == lineStart
        while at < end {
            switch bytes[at] {
            case UInt8(ascii: " "): at += 1
            case UInt8(ascii: "\t"):
                if isIndentation { indentingTab = indentingTab ?? at }
                at += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                passLineEnd()
                indentingTab = nil
                isIndentation = true
            case UInt8(ascii: "#") where isCommentStart(at): skipToLineEnd()
            default:
                if let indentingTab, !isFlow {
                    throw YAMLError("a tab may not indent", ByteRange(indentingTab, indentingTab + 1))
                }
                return
            }
        }
    }

    /// Moves over spaces and tabs of this line.
    mutating func skipSpaces() {
        while at < end, Self.isSpace(bytes[at]) { at += 1 }
    }

    mutating func skipToLineEnd() {
        while at < end, !Self.isBreak(bytes[at]) { at += 1 }
    }

    /// Moves over one LF, CR or CRLF.
    mutating func passLineEnd() {
        let isPair = bytes[at] == UInt8(ascii: "\r") && byte(at + 1) == UInt8(ascii: "\n")
        at += isPair ? 2 : 1
        lineStart = at
    }

    /// Whether nothing but a comment follows on this line.
    mutating func isAtLineEnd() -> Bool {
        skipSpaces()
        return at >= end || Self.isBreak(bytes[at]) || (bytes[at] == UInt8(ascii: "#") && isCommentStart(at))
    }

    func isCommentStart(_ offset: Int) -> Bool {
        offset == lineStart || Self.isWhite(bytes[offset - 1])
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    static func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    static func isWhite(_ byte: UInt8) -> Bool { isSpace(byte) || isBreak(byte) }
}

// MARK: - Errors

extension YAMLParser {
    /// An error about what stands from here to the end of the line.
    func restOfLine(_ message: String) -> YAMLError {
        var stop = at
        while stop < end, !Self.isBreak(bytes[stop]) { stop += 1 }
        while stop > at, Self.isSpace(bytes[stop - 1]) { stop -= 1 }
        return YAMLError(message, ByteRange(at, stop))
    }

    func tooDeep() -> YAMLError {
        YAMLError("collections nest deeper than \(Self.depthLimit)", ByteRange(at, min(at + 1, end)))
    }

    /// Names the anchor, alias or tag that stands here.
    func unsupportedError() -> YAMLError {
        var stop = at
        while stop < end, !Self.isWhite(bytes[stop]), !Self.isFlowIndicator(bytes[stop]) { stop += 1 }
        let name = text(ByteRange(at, stop))
        let kind =
            switch byte(at) {
            case UInt8(ascii: "&"): "anchors are not supported: “\(name)”"
            case UInt8(ascii: "*"): "aliases are not supported: “\(name)”"
            case UInt8(ascii: "!"): "tags are not supported: “\(name)”"
            default: "a value cannot begin with “\(name.prefix(1))”; put it in quotation marks"
            }
        return YAMLError(kind, ByteRange(at, stop))
    }
}

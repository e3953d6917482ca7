internal import DriftText

/// Scalars without quotation marks (YAML 1.2.2, chapter 7.3.3).
extension YAMLParser {
    /// Reads one line's part of a plain scalar and stops behind it, without its trailing spaces.
    mutating func plainLine(isFlow: Bool) throws(YAMLError) -> ByteRange {
        try requirePlainStart(isFlow: isFlow)
        return plainRun(isFlow: isFlow)
    }

    private mutating func plainRun(isFlow: Bool) -> ByteRange {
        let start = at
        scan: while at < end {
            switch bytes[at] {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): break scan
            case UInt8(ascii: ":") where isSeparated(at + 1) || (isFlow && Self.isFlowIndicator(bytes[at + 1])):
                break scan
            case UInt8(ascii: "#") where at > start && Self.isSpace(bytes[at - 1]): break scan
            case let byte where isFlow && Self.isFlowIndicator(byte): break scan
            default: at += 1
            }
        }
        var stop = at
        while stop > start, Self.isSpace(bytes[stop - 1]) { stop -= 1 }
        return ByteRange(start, stop)
    }

    private func requirePlainStart(isFlow: Bool) throws(YAMLError) {
        let isIndicator: Bool
        switch byte(at) {
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
            isIndicator = isSeparated(at + 1) || (isFlow && Self.isFlowIndicator(byte(at + 1)))
        case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "'"), UInt8(ascii: "\""):
            isIndicator = true
        case let byte: isIndicator = Self.isFlowIndicator(byte)
        }
        guard isIndicator || at >= end else { return }
        let found = text(ByteRange(at, min(at + 1, end)))
        throw YAMLError("a value cannot begin with “\(found)” here", ByteRange(at, min(at + 1, end)))
    }

    /// Reads the lines that continue a plain scalar: those indented to `minimumColumn` at least.
    ///
    /// One line end becomes a space, each further one a line feed.
    mutating func plainScalar(
        firstLine: ByteRange, minimumColumn: Int, isFlow: Bool
    ) throws(YAMLError) -> YAMLNode {
        var value: [UInt8] = []
        var last = firstLine
        while let breaks = lineBreaksBeforeContinuation(minimumColumn: minimumColumn, isFlow: isFlow) {
            if value.isEmpty { value += bytes[firstLine.indices] }
            last = plainRun(isFlow: isFlow)
            let isKey = byte(at) == UInt8(ascii: ":") && at < end && !isFlow
            guard !last.isEmpty, !isKey else { throw misplacedKey(last) }
            value.append(contentsOf: Self.folded(breaks))
            value += bytes[last.indices]
        }
        let string = value.isEmpty ? text(firstLine) : String(decoding: value, as: UTF8.self)
        return YAMLNode(kind: .scalar(string, .plain), range: ByteRange(firstLine.lower, last.upper))
    }

    private func misplacedKey(_ range: ByteRange) -> YAMLError {
        YAMLError("a key cannot stand here; is the indentation right?", ByteRange(range.lower, at + 1))
    }

    /// Moves to the next line of a plain scalar; stays where it is and returns nil when there is none.
    private mutating func lineBreaksBeforeContinuation(minimumColumn: Int, isFlow: Bool) -> Int? {
        let (start, line) = (at, lineStart)
        var breaks = 0
        while at < end, Self.isWhite(bytes[at]) {
            if Self.isBreak(bytes[at]) {
                passLineEnd()
                breaks += 1
            } else {
                at += 1
            }
        }
        let ends =
            breaks == 0 || at >= end || column < minimumColumn || bytes[at] == UInt8(ascii: "#")
            || (isFlow && (Self.isFlowIndicator(bytes[at]) || bytes[at] == UInt8(ascii: ":")))
        guard ends else { return breaks }
        (at, lineStart) = (start, line)
        return nil
    }

    /// What line folding makes of a number of line ends, at least one.
    static func folded(_ breaks: Int) -> [UInt8] {
        breaks == 1 ? [UInt8(ascii: " ")] : [UInt8](repeating: UInt8(ascii: "\n"), count: breaks - 1)
    }
}

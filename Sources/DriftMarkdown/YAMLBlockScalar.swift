internal import DriftText

/// Literal `|` and folded `>` scalars (YAML 1.2.2, chapter 8.1).
extension YAMLParser {
    private enum Chomping { case strip, clip, keep }

    /// Reads the scalar whose indicator stands here; its lines are indented beyond column `parent`.
    mutating func blockScalar(parent: Int) throws(YAMLError) -> YAMLNode {
        let start = at
        let isFolded = bytes[at] == UInt8(ascii: ">")
        let (digit, chomping) = try blockHeader()
        var stop = at
        skipToLineEnd()
        if at < end { passLineEnd() }
        let indentation: Int
        if let digit {
            indentation = max(parent, 0) + digit
        } else {
            indentation = try detectIndentation(minimum: parent + 1)
        }
        var text = BlockText(isFolded: isFolded)
        while let line = nextLine(indentation: indentation) {
            if line.isEmpty { text.blanks += 1 } else { text.append(bytes[line.indices]) }
            if !line.isEmpty { stop = line.upper }
        }
        text.finish(keeping: chomping == .keep ? text.blanks + 1 : chomping == .clip ? 1 : 0)
        let string = String(decoding: text.value, as: UTF8.self)
        return YAMLNode(kind: .scalar(string, isFolded ? .folded : .literal), range: ByteRange(start, stop))
    }

    /// Reads the indentation digit and the chomping sign, in either order.
    private mutating func blockHeader() throws(YAMLError) -> (digit: Int?, chomping: Chomping) {
        var digit: Int?
        var chomping: Chomping?
        at += 1
        while at < end {
            switch bytes[at] {
            case UInt8(ascii: "1")...UInt8(ascii: "9") where digit == nil: digit = Int(bytes[at] - UInt8(ascii: "0"))
            case UInt8(ascii: "-") where chomping == nil: chomping = .strip
            case UInt8(ascii: "+") where chomping == nil: chomping = .keep
            default:
                let headerEnd = at
                guard isSeparated(at), isAtLineEnd() else { throw restOfLine("unexpected text after “|” or “>”") }
                at = headerEnd
                return (digit, chomping ?? .clip)
            }
            at += 1
        }
        return (digit, chomping ?? .clip)
    }

    /// The indentation of the first line that is not empty.
    private func detectIndentation(minimum: Int) throws(YAMLError) -> Int {
        var (index, start, widest) = (at, at, 0)
        while index < end {
            if Self.isBreak(bytes[index]) {
                widest = max(widest, index - start)
                start = index + 1
            } else if bytes[index] != UInt8(ascii: " ") {
                break
            }
            index += 1
        }
        // Without any text, the widest of the empty lines decides, so that none of them holds spaces.
        guard index < end else { return max(widest, index - start, minimum) }
        let indentation = index - start
        if indentation >= minimum, widest > indentation {
            throw YAMLError("the empty lines above are indented further", ByteRange(start, index))
        }
        return indentation < minimum ? max(widest, minimum) : indentation
    }

    /// Moves over the next line of the scalar and returns it without its indentation; nil where the scalar ends.
    private mutating func nextLine(indentation: Int) -> ByteRange? {
        guard at < end else { return nil }
        let start = at
        while at < end, bytes[at] == UInt8(ascii: " "), at - start < indentation { at += 1 }
        let content = at
        guard at >= end || Self.isBreak(bytes[at]) || at - start == indentation else {
            at = start
            return nil
        }
        skipToLineEnd()
        let range = ByteRange(content, at)
        if at < end { passLineEnd() }
        return range
    }
}

/// The value of a block scalar while its lines are put together.
private struct BlockText {
    let isFolded: Bool
    private(set) var value: [UInt8] = []
    /// Empty lines since the last line of text.
    var blanks = 0
    private var hasText = false
    private var wasIndented = false

    init(isFolded: Bool) { self.isFolded = isFolded }

    mutating func append(_ line: ArraySlice<UInt8>) {
        let isIndented = line.first.map(YAMLParser.isSpace) ?? false
        if !hasText {
            appendBreaks(blanks)
        } else if isFolded, !wasIndented, !isIndented {
            value += YAMLParser.folded(blanks + 1)
        } else {
            appendBreaks(blanks + 1)
        }
        value += line
        (blanks, hasText, wasIndented) = (0, true, isIndented)
    }

    /// Ends the text with a number of line feeds; without any text, only kept empty lines count.
    mutating func finish(keeping breaks: Int) {
        appendBreaks(hasText ? breaks : max(breaks - 1, 0))
    }

    private mutating func appendBreaks(_ count: Int) {
        value.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: count))
    }
}

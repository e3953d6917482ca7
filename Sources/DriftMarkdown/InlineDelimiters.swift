internal import DriftText

/// A run of `*`, `_` or `~` that may open or close emphasis.
struct Delimiter {
    var byte: UInt8
    var canOpen: Bool
    var canClose: Bool
    /// Length of the run as written.
    var length: Int
    /// What is left of the run: closing takes bytes from its left end, opening from its right.
    var start: Int
    var end: Int
    var previous: Int
    var next = -1
    /// Matches that this run opens, the outermost first, and closes, the innermost first; -1 where there are none.
    var firstOpened = -1
    var firstClosed = -1
    var lastClosed = -1

    var rest: Int { end - start }
}

/// An opening and a closing run that belong together.
struct DelimiterMatch {
    var kind: InlineKind
    var range: ByteRange
    var content: ByteRange
    /// The next match that the same run opens or closes; -1 at the end.
    var nextOpened: Int
    var nextClosed = -1
}

/// Emphasis, strong emphasis and strikethrough (CommonMark, section 6.2; GFM, section 6.5).
extension InlineParser {
    mutating func takeDelimiters(_ byte: UInt8, end: Int) {
        let start = position.offset
        var behind = start
        while behind < end, text.bytes[behind] == byte { behind += 1 }
        let (canOpen, canClose) = flanks(byte, start: start, behind: behind, end: end)
        guard canOpen || canClose, byte != UInt8(ascii: "~") || behind - start <= 2 else {
            position.offset = behind
            return
        }
        let index = delimiters.count
        delimiters.append(
            Delimiter(
                byte: byte, canOpen: canOpen, canClose: canClose, length: behind - start, start: start, end: behind,
                previous: lastDelimiter))
        if lastDelimiter >= 0 { delimiters[lastDelimiter].next = index }
        lastDelimiter = index
        take(.delimiters, length: behind - start, index: index)
    }

    private func flanks(_ byte: UInt8, start: Int, behind: Int, end: Int) -> (canOpen: Bool, canClose: Bool) {
        // As in GFM's reference implementation, tildes beside a run are looked through.
        let lineStart = text.lines[position.line].range.lower
        var first = start
        var last = behind
        if dialect.hasGFM {
            while first > lineStart, text.bytes[first - 1] == UInt8(ascii: "~") { first -= 1 }
            while last < end, text.bytes[last] == UInt8(ascii: "~") { last += 1 }
        }
        let before =
            first > lineStart ? UnicodeClass.neighbour(in: text.bytes, before: first, start: lineStart) : .space
        let after = last < end ? UnicodeClass.neighbour(in: text.bytes, at: last, limit: end) : .space
        let isLeft = after != .space && (after != .punctuation || before != .other)
        let isRight = before != .space && (before != .punctuation || after != .other)
        guard byte == UInt8(ascii: "_") else { return (isLeft, isRight) }
        return (isLeft && (!isRight || before == .punctuation), isRight && (!isLeft || after == .punctuation))
    }

    /// Matches the runs behind the delimiter `bottom`, and removes them from the list.
    mutating func matchDelimiters(above bottom: Int) {
        guard lastDelimiter > bottom else { return }
        var closer = -1
        var index = lastDelimiter
        while index > bottom {
            closer = index
            index = delimiters[index].previous
        }
        // For each kind of closer, the delimiter below which no opener for it is left.
        var bottoms = DelimiterBottoms(bottom)
        while closer >= 0 {
            guard delimiters[closer].canClose else {
                closer = delimiters[closer].next
                continue
            }
            let slot = DelimiterBottoms.slot(delimiters[closer])
            let opener = findOpener(for: closer, above: bottoms[slot])
            if opener >= 0 {
                closer = match(opener, closer)
            } else {
                bottoms[slot] = delimiters[closer].previous
                let next = delimiters[closer].next
                if !delimiters[closer].canOpen { remove(closer) }
                closer = next
            }
        }
        while lastDelimiter > bottom { remove(lastDelimiter) }
    }

    private func findOpener(for closer: Int, above bottom: Int) -> Int {
        let wanted = delimiters[closer]
        var opener = wanted.previous
        while opener > bottom {
            let candidate = delimiters[opener]
            if candidate.byte == wanted.byte, candidate.canOpen {
                // "Rule of three", on the lengths as written.
                let isOdd =
                    (candidate.canClose || wanted.canOpen) && wanted.length % 3 != 0
                    && (candidate.length + wanted.length) % 3 == 0
                if !isOdd { return opener }
            }
            opener = candidate.previous
        }
        return -1
    }

    /// Makes one match of two runs and returns the closer to go on with.
    private mutating func match(_ opener: Int, _ closer: Int) -> Int {
        while delimiters[closer].previous != opener { remove(delimiters[closer].previous) }
        let isStrike = delimiters[closer].byte == UInt8(ascii: "~")
        let next = delimiters[closer].next
        if isStrike, delimiters[opener].rest != delimiters[closer].rest {
            remove(opener)
            remove(closer)
            return next
        }
        let isDouble = delimiters[opener].rest >= 2 && delimiters[closer].rest >= 2
        let width = isDouble ? 2 : 1
        let kind: InlineKind = isStrike ? .strikethrough : isDouble ? .strong : .emphasis
        let contentStart = delimiters[opener].end
        let contentEnd = delimiters[closer].start
        delimiters[opener].end -= width
        delimiters[closer].start += width
        let index = matches.count
        matches.append(
            DelimiterMatch(
                kind: kind, range: ByteRange(contentStart - width, contentEnd + width),
                content: ByteRange(contentStart, contentEnd), nextOpened: delimiters[opener].firstOpened))
        delimiters[opener].firstOpened = index
        if delimiters[closer].lastClosed >= 0 {
            matches[delimiters[closer].lastClosed].nextClosed = index
        } else {
            delimiters[closer].firstClosed = index
        }
        delimiters[closer].lastClosed = index
        if delimiters[opener].rest == 0 { remove(opener) }
        if delimiters[closer].rest > 0 { return closer }
        remove(closer)
        return next
    }

    private mutating func remove(_ index: Int) {
        let previous = delimiters[index].previous
        let next = delimiters[index].next
        if previous >= 0 { delimiters[previous].next = next }
        if next >= 0 { delimiters[next].previous = previous } else { lastDelimiter = previous }
    }
}

/// One lower bound for the search of openers for each kind of closer.
struct DelimiterBottoms {
    private var values: [Int]

    init(_ bottom: Int) {
        values = Array(repeating: bottom, count: 18)
    }

    static func slot(_ closer: Delimiter) -> Int {
        let byte = closer.byte == UInt8(ascii: "*") ? 0 : closer.byte == UInt8(ascii: "_") ? 6 : 12
        return byte + (closer.canOpen ? 3 : 0) + closer.length % 3
    }

    subscript(_ slot: Int) -> Int {
        get { values[slot] }
        set { values[slot] = newValue }
    }
}

internal import DriftText

/// Where the last run of backticks of each length stands, known after the first search that failed.
struct BacktickMemo {
    /// Indexed by length; empty while unknown.
    var last: [Int] = []
    static let longest = 80
}

/// Code spans, autolinks in angle brackets and raw HTML.
extension InlineParser {
    mutating func takeCodeSpan(end: Int) {
        let start = position
        var opener = position
        while opener.offset < end, text.bytes[opener.offset] == UInt8(ascii: "`") { opener.offset += 1 }
        let length = opener.offset - start.offset
        guard let closer = findBackticks(length, from: opener) else {
            position = opener
            return
        }
        let content = trimCode(from: opener, to: closer)
        take(
            .codeSpan, to: LeafPosition(offset: closer.offset + length, line: closer.line),
            content: content)
    }

    /// The start of the next run of just `length` backticks.
    private mutating func findBackticks(_ length: Int, from start: LeafPosition) -> LeafPosition? {
        guard length <= BacktickMemo.longest else { return nil }
        if !backticks.last.isEmpty, backticks.last[length] < start.offset { return nil }
        var seen = backticks.last.isEmpty ? [Int]() : backticks.last
        let isFirst = seen.isEmpty
        var line = start.line
        var offset = start.offset
        while line < text.last {
            let end = text.lines[line].range.upper
            while offset < end {
                guard text.bytes[offset] == UInt8(ascii: "`") else {
                    offset += 1
                    continue
                }
                let runStart = offset
                while offset < end, text.bytes[offset] == UInt8(ascii: "`") { offset += 1 }
                let run = offset - runStart
                if run == length { return LeafPosition(offset: runStart, line: line) }
                if isFirst, run <= BacktickMemo.longest {
                    if seen.isEmpty { seen = Array(repeating: -1, count: BacktickMemo.longest + 1) }
                    seen[run] = runStart
                }
            }
            line += 1
            if line < text.last { offset = text.lines[line].range.lower }
        }
        if isFirst {
            backticks.last = seen.isEmpty ? Array(repeating: -1, count: BacktickMemo.longest + 1) : seen
        }
        return nil
    }

    /// The code without the one space or line end that may pad it on both sides.
    private func trimCode(from start: LeafPosition, to end: LeafPosition) -> ByteRange {
        var first = start
        var last = end.offset
        let opens = text.peek(start)
        let endsAtLineStart = end.line > start.line && end.offset == text.lines[end.line].range.lower
        let closes = endsAtLineStart ? 10 : end.offset > start.offset ? Int(text.bytes[end.offset - 1]) : 0
        guard opens == 0x20 || opens == 10, closes == 0x20 || closes == 10 else {
            return ByteRange(start.offset, end.offset)
        }
        var probe = start
        while probe.offset < end.offset, text.peek(probe) == 0x20 || text.peek(probe) == 10 { text.advance(&probe) }
        guard probe.offset < end.offset else { return ByteRange(start.offset, end.offset) }
        text.advance(&first)
        last = endsAtLineStart ? text.lines[end.line - 1].range.upper : end.offset - 1
        return ByteRange(first.offset, last)
    }

    mutating func takeAngle() {
        let end = text.lines[position.line].range.upper
        if let length = angleAutolink(end: end) {
            let start = position.offset
            return take(.autolink, length: length, content: ByteRange(start + 1, start + length - 1))
        }
        var after = position
        if takesHTML(&after, end: end) {
            let isComment =
                dialect.hasExtensions && text.bytes.starts(with: "<!--", at: position.offset, limit: after.offset)
            return take(isComment ? .comment : .html, to: after)
        }
        if dialect.hasExtensions, position.offset >= barriers.component {
            var stop = 0
            defer { if stop >= end { barriers.component = end } }
            if let tag = ComponentTag(text.bytes, at: position.offset, limit: end, stop: &stop) {
                return take(.html, length: tag.end - position.offset)
            }
        }
        position.offset += 1
    }

    /// Length of `<scheme:…>` or `<name@host>` at the current position, with its brackets.
    private func angleAutolink(end: Int) -> Int? {
        let start = position.offset + 1
        var offset = start
        guard offset < end, text.bytes[offset].isAlphanumeric || Self.mailName.contains(text.bytes[offset]) else {
            return nil
        }
        if text.bytes[offset].isLetter {
            while offset < end, text.bytes[offset].isAlphanumeric || Self.schemeMarks.contains(text.bytes[offset]) {
                offset += 1
            }
            if offset < end, text.bytes[offset] == UInt8(ascii: ":"), (2...32).contains(offset - start) {
                while offset < end, text.bytes[offset] > 0x20, text.bytes[offset] != UInt8(ascii: "<"),
                    text.bytes[offset] != UInt8(ascii: ">")
                { offset += 1 }
                guard offset < end, text.bytes[offset] == UInt8(ascii: ">") else { return nil }
                return offset + 1 - position.offset
            }
        }
        return mailAutolink(start, end: end)
    }

    private static let schemeMarks = ByteSet("+.-")
    private static let mailName = ByteSet(".!#$%&'*+/=?^_`{|}~-")

    private func mailAutolink(_ start: Int, end: Int) -> Int? {
        var offset = start
        while offset < end, text.bytes[offset].isAlphanumeric || Self.mailName.contains(text.bytes[offset]) {
            offset += 1
        }
        guard offset > start, offset < end, text.bytes[offset] == UInt8(ascii: "@") else { return nil }
        repeat {
            offset += 1
            let label = offset
            while offset < end, text.bytes[offset].isAlphanumeric || text.bytes[offset] == UInt8(ascii: "-") {
                offset += 1
            }
            guard (1...63).contains(offset - label), text.bytes[label] != UInt8(ascii: "-"),
                text.bytes[offset - 1] != UInt8(ascii: "-")
            else { return nil }
        } while offset < end && text.bytes[offset] == UInt8(ascii: ".")
        guard offset < end, text.bytes[offset] == UInt8(ascii: ">") else { return nil }
        return offset + 1 - position.offset
    }

    // MARK: Raw HTML

    private mutating func takesHTML(_ after: inout LeafPosition, end: Int) -> Bool {
        guard after.offset + 1 < end else { return false }
        switch text.bytes[after.offset + 1] {
        case UInt8(ascii: "?"):
            after.offset += 2
            return skipHTML(to: "?>", &after, memo: 1)
        case UInt8(ascii: "!"):
            if text.skip("<!-->", at: &after) || text.skip("<!--->", at: &after) { return true }
            if text.skip("<!--", at: &after) { return skipHTML(to: "-->", &after, memo: 2) }
            if text.skip("<![CDATA[", at: &after) { return skipHTML(to: "]]>", &after, memo: 4) }
            guard after.offset + 2 < end, text.bytes[after.offset + 2].isLetter else { return false }
            after.offset += 2
            return skipHTML(to: ">", &after, memo: 8)
        default: return text.scanTag(&after)
        }
    }

    /// Steps behind the next `mark`; that none follows is remembered, so that hostile text costs no second search.
    private mutating func skipHTML(to mark: StaticString, _ position: inout LeafPosition, memo: UInt8) -> Bool {
        if unendedHTML & memo != 0 { return false }
        let first = Int(mark.description.utf8.first ?? 0)
        while true {
            let byte = text.peek(position)
            if byte == first, text.skip(mark, at: &position) { return true }
            if byte < 0 {
                unendedHTML |= memo
                return false
            }
            text.advance(&position)
        }
    }
}

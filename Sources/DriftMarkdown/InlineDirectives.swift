internal import DriftText

/// Template tags, attribute lists, comments in braces, expressions and math.
extension InlineParser {
    /// Up to where a search for what ends a construct has found nothing, so that hostile text is not searched twice.
    struct Barriers {
        /// By `TemplateTag.Kind`.
        var tags = SIMD4<Int>()
        var comment = 0
        var expression = 0
        var component = 0
        var include = 0
        var math = SIMD4<Int>()
    }

    mutating func takeBrace(end: Int) {
        if let kind = TemplateTag.Kind.start(in: text.bytes, at: position.offset, limit: end) {
            let start = position.offset
            if let after = find(kind.end, behind: kind.openerLength, barrier: &barriers.tags[Int(kind.rawValue)]) {
                return take(.directive, to: after)
            }
            position.offset = start + 1
            return
        }
        if text.bytes.starts(with: "{/*", at: position.offset, limit: end) {
            if let after = find("*/}", behind: 3, barrier: &barriers.comment) { return take(.comment, to: after) }
        } else if let length = attributeList(end: end) {
            return take(.directive, length: length)
        } else if isMDX, let after = expressionEnd() {
            return take(.directive, to: after)
        }
        position.offset += 1
    }

    /// The position behind the next `mark`, which stands within one line.
    private func find(_ mark: StaticString, behind length: Int, barrier: inout Int) -> LeafPosition? {
        guard position.offset >= barrier else { return nil }
        var current = LeafPosition(offset: position.offset + length, line: position.line)
        let first = Int(mark.description.utf8.first ?? 0)
        while true {
            let byte = text.peek(current)
            if byte == first, text.skip(mark, at: &current) { return current }
            if byte < 0 { break }
            text.advance(&current)
        }
        barrier = current.offset
        return nil
    }

    /// Length of an attribute list at the position: `{: …}` anywhere, `{#id}` and `{.name}` behind an inline or at the
    /// end of a line.
    private func attributeList(end: Int) -> Int? {
        let start = position.offset
        guard start + 2 < end else { return nil }
        let mark = text.bytes[start + 1]
        let isLoose = mark == UInt8(ascii: ":")
        guard isLoose || mark == UInt8(ascii: "#") || mark == UInt8(ascii: ".") || mark.isBlank else { return nil }
        let limit = min(end, start + 500)
        guard let close = text.bytes[start..<limit].firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let range = ByteRange(start, close + 1)
        guard AttributeScanner.isList(text.bytes, range) else { return nil }
        if !isLoose {
            let lineStart = text.lines[position.line].range.lower
            let isBehindInline = start > lineStart && Self.inlineEnds.contains(text.bytes[start - 1])
            let endsLine = text.bytes[close + 1..<end].allSatisfy(\.isBlank)
            guard isBehindInline || endsLine && start > lineStart else { return nil }
        }
        return range.count
    }

    private static let inlineEnds = ByteSet(")]*_`~>")

    /// The position behind the brace that closes the one here; strings and nested braces are stepped over.
    private mutating func expressionEnd() -> LeafPosition? {
        guard position.offset >= barriers.expression else { return nil }
        var current = position
        var depth = 0
        while true {
            let byte = text.peek(current)
            if byte < 0 { break }
            text.advance(&current)
            if byte == 0x7B { depth += 1 }
            if byte == 0x7D {
                depth -= 1
                if depth == 0 { return current }
            }
        }
        // A brace without an end may hold one that has its own: only what starts at this depth is barred.
        barriers.expression = depth > 64 ? current.offset : barriers.expression
        return nil
    }

    /// Takes `[!INCLUDE [title](path)]` (Microsoft Learn), which stands on one line.
    mutating func takeInclude(end: Int) -> Bool {
        let start = position.offset
        guard dialect.hasExtensions, start + 3 < end, text.bytes[start + 1] == UInt8(ascii: "!"),
            start >= barriers.include
        else { return false }
        var name = start + 2
        while name < end, text.bytes[name].isLetter || text.bytes[name] == UInt8(ascii: "-") { name += 1 }
        guard name > start + 3, name < end, text.bytes[name].isBlank || text.bytes[name] == UInt8(ascii: "["),
            text.bytes[start + 2..<name].allSatisfy({ $0.lowercased != $0 || $0 == UInt8(ascii: "-") })
        else { return false }
        guard let close = text.bytes.closingBracket(at: start, limit: end) else {
            barriers.include = end
            return false
        }
        take(.directive, length: close + 1 - start)
        return true
    }

    // MARK: Math

    /// Takes `$…$` and `$$…$$` by GitHub's rules: no blank inside beside a single dollar, no letter or digit outside.
    mutating func takeMath(end: Int) {
        let start = position.offset
        var inside = start
        while inside < end, text.bytes[inside] == UInt8(ascii: "$") { inside += 1 }
        let length = inside - start
        position.offset = inside
        guard length <= 2, start >= barriers.math[length], inside < end else { return }
        let before = start > text.lines[position.line].range.lower ? text.bytes[start - 1] : 0x20
        guard !before.isAlphanumeric, length == 2 || !text.bytes[inside].isSpace else { return }
        guard let closer = findDollars(length, from: position) else { return }
        let content = ByteRange(inside, closer.offset)
        // "$5 or 6$" are prices.
        let isPrice = text.bytes[inside].isDigit && text.bytes[content.indices].contains(0x20)
        guard !content.isEmpty, length == 2 || !isPrice else {
            barriers.math[length] = closer.offset
            return
        }
        position.offset = start
        take(.math, to: LeafPosition(offset: closer.offset + length, line: closer.line), content: content)
    }

    /// Where the dollars that end a formula start.
    private mutating func findDollars(_ length: Int, from start: LeafPosition) -> LeafPosition? {
        var current = start
        var last = 0
        while true {
            let byte = text.peek(current)
            // A code span in between is none of a formula's; one between single dollars is in one line.
            if byte < 0 || byte == 0x60 || byte == 10 && length == 1 { break }
            if byte == 0x5C {
                text.advance(&current)
                if text.peek(current) >= 0 { text.advance(&current) }
                last = 0x5C
                continue
            }
            if byte == 0x24 {
                let found = current
                while text.peek(current) == 0x24 { text.advance(&current) }
                let next = text.peek(current)
                let isFree = next < 0 || !UInt8(next).isAlphanumeric
                let isTight = length == 2 || last != 0x20 && last != 10 && last != 9
                if current.offset - found.offset == length, isFree, isTight { return found }
                last = byte
                continue
            }
            last = byte
            text.advance(&current)
        }
        barriers.math[length] = max(barriers.math[length], current.offset)
        return nil
    }
}

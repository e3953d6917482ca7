internal import DriftText

/// Components on lines of their own, and what else MDX adds: imports, exports, expressions.
extension BlockParser {
    /// Takes a component's tag that is all of the line, or of some lines. A tag that nothing closes is left to HTML.
    mutating func takeComponent() -> Bool {
        guard nonspace >= componentBarrier else { return false }
        var stop = nonspace
        let limit = min(bytes.count, nonspace + Self.longestTag)
        guard let tag = ComponentTag(bytes, at: nonspace, limit: limit, stop: &stop) else {
            if stop > lineEnd { componentBarrier = stop }
            return false
        }
        guard isBlank(behind: tag.end) else { return false }
        let name = Array(bytes[tag.name.indices])
        if tag.isClosing { return tag.end <= lineEnd && closeContainer(.component, name: name, end: tag.end) }
        guard stack[stack.count - 1].kind != .paragraph else { return false }
        var header = BlockHeader(style: .component, name: tag.name, end: tag.end)
        AttributeScanner.titles(in: bytes, tag.attributes).forEach { header.addTitle($0) }
        let isPaired = !tag.isSelfClosing && closers.has([UInt8(ascii: "<")] + name, behind: offset, in: bytes)
        guard isPaired || tag.isSelfClosing else { return false }
        if tag.end > lineEnd { takenEnd = tag.end }
        if isPaired { openContainer(header) } else { addDirective(header) }
        return true
    }

    /// Bytes of the longest tag that is read.
    private static let longestTag = 10_000

    /// Whether the line closes a component around the HTML block that is open.
    func closesComponent() -> Bool {
        guard openContainers > 0, indent < 4, nonspace + 2 < lineEnd, bytes[nonspace] == UInt8(ascii: "<"),
            bytes[nonspace + 1] == UInt8(ascii: "/")
        else { return false }
        let end = bytes.nameEnd(from: nonspace + 2)
        return openContainer(.component, name: Array(bytes[nonspace + 2..<end])) != nil
    }

    // MARK: MDX

    /// Takes an import or an export at the top level; that there is one makes the document MDX.
    mutating func takeModuleStatement() -> Bool {
        guard depth == 1, stack.count == 1, nonspace == offset else { return false }
        let isImport = bytes.starts(with: "import", at: nonspace, limit: lineEnd)
        guard isImport || bytes.starts(with: "export", at: nonspace, limit: lineEnd), nonspace + 6 < lineEnd else {
            return false
        }
        let next = bytes[nonspace + 6]
        guard next.isBlank || next == UInt8(ascii: "{") || next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
        else { return false }
        guard let end = isImport ? ModuleStatement.importEnd(bytes, from: nonspace + 6) : exportEnd() else {
            return false
        }
        isMDX = true
        takeLines(to: end)
        return true
    }

    private mutating func exportEnd() -> Int? {
        guard ModuleStatement.isExport(bytes, ByteRange(nonspace + 6, lineEnd)) else { return nil }
        if !hasOpenExport, let end = ModuleStatement.balancedEnd(bytes, from: nonspace) { return end }
        // Braces that are never closed: the statement ends at a blank line, and no other one is searched as far.
        hasOpenExport = true
        var end = lineEnd
        while let line = nextLine(behind: end), !bytes[line.indices].allSatisfy(\.isBlank) { end = line.upper }
        return end
    }

    /// Adds a directive that reaches from the current line to `end`, which may be on a later line.
    private mutating func takeLines(to end: Int) {
        if end > lineEnd { takenEnd = end }
        addDirective(BlockHeader(style: nil, end: end))
    }

    /// Takes `{/* comment */}`, and in MDX `{expression}`, that is all of the line or of some lines.
    mutating func takeExpression() -> Bool {
        guard stack[stack.count - 1].kind != .paragraph, nonspace >= expressionBarrier else { return false }
        let isComment = bytes.starts(with: "{/*", at: nonspace, limit: lineEnd)
        guard isComment || isMDX else { return false }
        var stop = nonspace
        let limit = min(bytes.count, nonspace + Self.longestTag)
        guard let end = ComponentTag.skipBraces(bytes, nonspace, limit: limit, stop: &stop), isBlank(behind: end)
        else {
            expressionBarrier = max(expressionBarrier, stop)
            return false
        }
        takeLines(to: end)
        if isComment {
            blocks[blocks.count - 1].kind = .comment
            blocks[blocks.count - 1].detail.code = UInt8(ascii: "{")
        }
        return true
    }
}

/// ECMAScript's import and export statements, as far as they have to be told from text.
enum ModuleStatement {
    /// The end of `… from "path"` or of `"path"` alone, with a semicolon; nil where the line is no import.
    static func importEnd(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        var isFirst = true
        var isBehindFrom = false
        let limit = min(bytes.count, start + 10_000)
        while index < limit {
            let byte = bytes[index]
            if byte.isSpace {
                if bytes.isBeforeBlankLine(index) { return nil }
                index += 1
                continue
            }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                guard isFirst || isBehindFrom else { return nil }
                return statementEnd(bytes, string: index, limit: limit)
            }
            let wordStart = index
            if byte == UInt8(ascii: "{") {
                while index < limit, bytes[index] != UInt8(ascii: "}") { index += 1 }
                index += 1
            } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: ",") {
                index += 1
            } else {
                while index < limit, bytes[index].isAlphanumeric || byteMarks.contains(bytes[index]) { index += 1 }
                guard index > wordStart else { return nil }
            }
            isFirst = false
            isBehindFrom = bytes[wordStart..<min(index, limit)].elementsEqual("from".utf8)
            // Names are separated by commas; a second word in a row is prose.
            if !isBehindFrom, isProse(bytes, behind: index, limit: limit) { return nil }
        }
        return nil
    }

    private static let byteMarks = ByteSet("_$")

    /// Whether a word follows that can be none of an import.
    private static func isProse(_ bytes: [UInt8], behind index: Int, limit: Int) -> Bool {
        var next = index
        while next < limit, bytes[next].isSpace { next += 1 }
        guard next < limit, bytes[next].isLetter else { return false }
        let end = bytes.nameEnd(from: next)
        let word = bytes[next..<end]
        let before = bytes[max(0, index - 1)]
        let isAs = word.elementsEqual("as".utf8) || word.elementsEqual("from".utf8)
        let isBehindAs = index >= 2 && before == UInt8(ascii: "s") && bytes[index - 2] == UInt8(ascii: "a")
        let isBehindType = index >= 4 && bytes[index - 4..<index].elementsEqual("type".utf8)
        return !isAs && !isBehindAs && !isBehindType && before != UInt8(ascii: ",")
    }

    private static func statementEnd(_ bytes: [UInt8], string start: Int, limit: Int) -> Int? {
        var index = start + 1
        while index < limit, bytes[index] != bytes[start], bytes[index] != 0x0A { index += 1 }
        guard index < limit, bytes[index] == bytes[start] else { return nil }
        index += 1
        while index < limit, bytes[index].isBlank || bytes[index] == UInt8(ascii: ";") { index += 1 }
        guard index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D else { return nil }
        while bytes[index - 1].isBlank { index -= 1 }
        return index
    }

    private static let declarations = Set(
        ["const", "let", "var", "function", "class", "async", "type", "interface", "enum"].map { Array($0.utf8) })

    /// Whether what follows `export` on its line declares something.
    static func isExport(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
        let words = bytes[range.indices].split { $0.isBlank }
        guard let first = words.first, let start = first.first else { return false }
        if start == UInt8(ascii: "{") || start == UInt8(ascii: "*") { return true }
        let isDefault = first.elementsEqual("default".utf8)
        if isDefault {
            guard words.count > 1 else { return false }
            return words.count == 2 || words[1].contains { !$0.isAlphanumeric }
                || declarations.contains(Array(words[1]))
        }
        guard declarations.contains(Array(first)), words.count > 1 else { return false }
        return bytes[range.indices].contains { Self.operators.contains($0) }
    }

    private static let operators = ByteSet("=({<:;")

    /// The end of the first line at which all brackets are closed and after which a blank line or the end follows.
    static func balancedEnd(_ bytes: [UInt8], from start: Int) -> Int? {
        var depth = 0
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case 0x0A, 0x0D:
                if depth <= 0, isBlankOrStatement(bytes, behind: index) { return trimmed(bytes, index) }
            default: break
            }
            index += 1
        }
        return depth <= 0 ? trimmed(bytes, index) : nil
    }

    private static func trimmed(_ bytes: [UInt8], _ end: Int) -> Int {
        var end = end
        while end > 0, bytes[end - 1].isSpace { end -= 1 }
        return end
    }

    private static func isBlankOrStatement(_ bytes: [UInt8], behind end: Int) -> Bool {
        var index = end + 1
        if bytes[end] == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        if bytes.starts(with: "export ", at: index, limit: bytes.count) { return true }
        if bytes.starts(with: "import ", at: index, limit: bytes.count) { return true }
        while index < bytes.count, bytes[index].isBlank { index += 1 }
        return index >= bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
    }
}

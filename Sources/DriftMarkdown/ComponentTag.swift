internal import DriftText

/// A tag of a component (JSX, Vue): its name has a capital, or a dot.
struct ComponentTag {
    var name: ByteRange
    var isClosing: Bool
    var isSelfClosing = false
    var attributes = ByteRange.empty
    /// Source offset behind the `>`.
    var end: Int

    /// Reads the tag of which the `<` is at `start`.
    ///
    /// - Parameter stop: where reading ended in vain: at a byte that no tag can hold, a blank line, or the limit.
    init?(_ bytes: [UInt8], at start: Int, limit: Int, stop: inout Int) {
        var index = start + 1
        stop = index
        isClosing = index < limit && bytes[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        let nameStart = index
        while index < limit, bytes[index].isAlphanumeric || Self.nameMarks.contains(bytes[index]) { index += 1 }
        name = ByteRange(nameStart, index)
        end = index
        guard ComponentTag.isName(bytes[name.indices]) else { return nil }
        while true {
            index = ComponentTag.skipSpace(bytes, index, limit: limit)
            stop = index
            guard index < limit else { return nil }
            switch bytes[index] {
            case UInt8(ascii: ">"):
                end = index + 1
                attributes = ByteRange(name.upper, isSelfClosing ? index - 1 : index)
                return
            case UInt8(ascii: "/"):
                guard index + 1 < limit, bytes[index + 1] == UInt8(ascii: ">"), !isClosing else { return nil }
                isSelfClosing = true
                index += 1
            default:
                guard !isClosing, index > name.upper,
                    let next = ComponentTag.skipAttribute(bytes, index, limit: limit, stop: &stop)
                else { return nil }
                index = next
            }
        }
    }

    private static let nameMarks = ByteSet("._-")
    private static let attributeMarks = ByteSet("_:@.-#")

    private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
        guard let first = name.first, first.isLetter else { return false }
        if name.contains(UInt8(ascii: ".")) { return true }
        return first.lowercased != first && name.contains { $0.isLetter && $0.lowercased == $0 }
    }

    /// Steps over white space up to a blank line.
    private static func skipSpace(_ bytes: [UInt8], _ start: Int, limit: Int) -> Int {
        var index = start
        while index < limit, bytes[index].isSpace, !bytes.isBeforeBlankLine(index) { index += 1 }
        return index
    }

    private static func skipAttribute(_ bytes: [UInt8], _ start: Int, limit: Int, stop: inout Int) -> Int? {
        var index = start
        if bytes[index] == UInt8(ascii: "{") { return skipBraces(bytes, index, limit: limit, stop: &stop) }
        while index < limit, bytes[index].isAlphanumeric || attributeMarks.contains(bytes[index]) { index += 1 }
        guard index > start else { return nil }
        guard index + 1 < limit, bytes[index] == UInt8(ascii: "=") else { return index }
        index += 1
        let quote = bytes[index]
        if quote == UInt8(ascii: "{") { return skipBraces(bytes, index, limit: limit, stop: &stop) }
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        repeat { index += 1 } while index < limit && bytes[index] != quote && !bytes.isBeforeBlankLine(index)
        stop = index
        return index < limit && bytes[index] == quote ? index + 1 : nil
    }

    /// Steps over a brace and what is nested in it, up to a blank line.
    static func skipBraces(_ bytes: [UInt8], _ start: Int, limit: Int, stop: inout Int) -> Int? {
        var depth = 0
        var index = start
        while index < limit, !bytes.isBeforeBlankLine(index) {
            if bytes[index] == UInt8(ascii: "{") { depth += 1 }
            if bytes[index] == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
            index += 1
        }
        stop = index
        return nil
    }
}

extension [UInt8] {
    /// Whether a line ends at `index` and the next one is blank.
    func isBeforeBlankLine(_ index: Int) -> Bool {
        guard self[index] == 0x0A || self[index] == 0x0D else { return false }
        var next = index + 1
        if self[index] == 0x0D, next < count, self[next] == 0x0A { next += 1 }
        while next < count, self[next].isBlank { next += 1 }
        return next >= count || self[next] == 0x0A || self[next] == 0x0D
    }
}

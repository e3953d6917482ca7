internal import DriftText

/// Where the last closer of each kind stands, so that a construct that nothing closes can be told before it is opened.
///
/// It looks at bytes alone: a closer that it finds may stand in code or in another block. It is made in two passes, of
/// lines and of tags, each when the first opener of its kind asks.
struct CloserIndex {
    /// Where each line begins.
    var lineStarts: [UInt32] = []
    /// Offsets by what closes: `:::`, `///` (by its length), `:::name`, `{{name`, `{%name`, `<Name`, `$$`.
    private var last: [[UInt8]: Int] = [:]
    private var hasLines = false
    private var hasTags = false

    /// Whether a closer stands behind `offset`.
    mutating func has(_ key: [UInt8], behind offset: Int, in bytes: [UInt8]) -> Bool {
        if key.first == UInt8(ascii: "{") || key.first == UInt8(ascii: "<") {
            if !hasTags { addTags(bytes) }
        } else if !hasLines {
            addLines(bytes)
        }
        return last[key, default: -1] > offset
    }

    private mutating func addLines(_ bytes: [UInt8]) {
        hasLines = true
        for (index, start) in lineStarts.enumerated() {
            var end = index + 1 < lineStarts.count ? Int(lineStarts[index + 1]) : bytes.count
            while end > Int(start), bytes[end - 1].isSpace { end -= 1 }
            let line = ByteRange(Int(start), end)
            guard line.count >= 2 else { continue }
            addFence(line, bytes)
            addNamedEnd(line, bytes)
        }
    }

    /// Notes colons, slashes or dollars at the end of a line.
    private mutating func addFence(_ line: ByteRange, _ bytes: [UInt8]) {
        let byte = bytes[line.upper - 1]
        let isDollar = byte == UInt8(ascii: "$")
        guard isDollar || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") else { return }
        var start = line.upper - 1
        while start > line.lower, bytes[start - 1] == byte { start -= 1 }
        let length = line.upper - start
        guard length >= (isDollar ? 2 : 3) else { return }
        let isSlash = byte == UInt8(ascii: "/")
        last[Array(repeating: byte, count: isSlash ? length : isDollar ? 2 : 3)] = start
    }

    /// Notes `:::name-end` at the start of a line.
    private mutating func addNamedEnd(_ line: ByteRange, _ bytes: [UInt8]) {
        var start = line.lower
        while start < line.upper, bytes[start].isBlank || bytes[start] == UInt8(ascii: ">") { start += 1 }
        guard bytes.starts(with: ":::", at: start, limit: line.upper) else { return }
        var name = start + 3
        while name < line.upper, bytes[name].isBlank { name += 1 }
        let end = bytes.nameEnd(from: name)
        guard end - name > 4, bytes[end - 4..<end].elementsEqual("-end".utf8) else { return }
        last[Array(":::".utf8) + bytes[name..<end - 4]] = start
    }

    private mutating func addTags(_ bytes: [UInt8]) {
        hasTags = true
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"): index = addTag(at: index, bytes)
            case UInt8(ascii: "<"):
                guard index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") else { break }
                let end = bytes.nameEnd(from: index + 2)
                if end > index + 2 { last[[UInt8(ascii: "<")] + bytes[index + 2..<end]] = index }
                index = end - 1
            default: break
            }
            index += 1
        }
    }

    /// Notes the closer that starts at a brace if there is one, and returns where it ends.
    private mutating func addTag(at index: Int, _ bytes: [UInt8]) -> Int {
        guard index + 3 < bytes.count else { return index }
        let isLiquid = bytes[index + 1] == UInt8(ascii: "%")
        let isHugo =
            bytes[index + 1] == UInt8(ascii: "{")
            && (bytes[index + 2] == UInt8(ascii: "<") || bytes[index + 2] == UInt8(ascii: "%"))
        guard isLiquid || isHugo else { return index }
        var start = index + (isLiquid ? 2 : 3)
        if start < bytes.count, bytes[start] == UInt8(ascii: "-") { start += 1 }
        while start < bytes.count, bytes[start].isBlank { start += 1 }
        if isHugo {
            guard start < bytes.count, bytes[start] == UInt8(ascii: "/") else { return index + 1 }
            start += 1
            while start < bytes.count, bytes[start].isBlank { start += 1 }
        } else {
            guard bytes.starts(with: "end", at: start, limit: bytes.count) else { return index + 1 }
            start += 3
        }
        let end = bytes.nameEnd(from: start)
        if end > start { last[Array(isHugo ? "{{".utf8 : "{%".utf8) + bytes[start..<end]] = index }
        return max(end - 1, index + 1)
    }
}

extension [UInt8] {
    /// The end of the name that starts at `start`: a letter and then letters, digits, `-`, `_`, `.`, `:` and `/`
    /// between such; `start` where there is none.
    func nameEnd(from start: Int) -> Int {
        guard start < count, self[start].isLetter || self[start] == UInt8(ascii: "_") else { return start }
        var end = start
        while end < count, self[end].isAlphanumeric || nameMarks.contains(self[end]) { end += 1 }
        while nameEnders.contains(self[end - 1]) { end -= 1 }
        return end
    }

    private var nameMarks: ByteSet { ByteSet("-_./:") }
    private var nameEnders: ByteSet { ByteSet("./:") }
}

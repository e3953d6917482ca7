internal import DriftText

/// Where the last closer of each kind stands, so that a construct that nothing closes can be told before it is opened.
///
/// It looks at bytes alone: a closer that it finds may stand in code or in another block. It is made in one pass, when
/// the first opener asks.
struct CloserIndex {
    /// Offsets by what closes: `:::`, `///` (by its length), `:::name`, `{{name`, `{%name`, `<Name`, `$$`.
    private var last: [[UInt8]: Int] = [:]
    private var isBuilt = false

    /// Whether a closer stands behind `offset`.
    mutating func has(_ key: [UInt8], behind offset: Int, in bytes: [UInt8]) -> Bool {
        if !isBuilt { build(bytes) }
        return last[key, default: -1] > offset
    }

    private mutating func build(_ bytes: [UInt8]) {
        isBuilt = true
        let interesting = ByteSet(":/{<$")
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard interesting.contains(byte) else {
                index += 1
                continue
            }
            index = add(at: index, byte, bytes)
        }
    }

    /// Notes the closer that starts at `index` if there is one, and returns where to go on.
    private mutating func add(at index: Int, _ byte: UInt8, _ bytes: [UInt8]) -> Int {
        switch byte {
        case UInt8(ascii: "{"): return addTag(at: index, bytes)
        case UInt8(ascii: "<"):
            guard index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") else { return index + 1 }
            let end = bytes.nameEnd(from: index + 2)
            if end > index + 2 { last[[byte] + bytes[index + 2..<end]] = index }
            return max(end, index + 1)
        default:
            var end = index
            while end < bytes.count, bytes[end] == byte { end += 1 }
            let length = end - index
            let isDollar = byte == UInt8(ascii: "$")
            guard length >= (isDollar ? 2 : 3) else { return end }
            var behind = end
            while behind < bytes.count, bytes[behind].isBlank { behind += 1 }
            if behind == bytes.count || bytes[behind] == 0x0A || bytes[behind] == 0x0D {
                let isSlash = byte == UInt8(ascii: "/")
                last[isSlash ? Array(bytes[index..<end]) : Array(repeating: byte, count: isDollar ? 2 : 3)] = index
            } else if byte == UInt8(ascii: ":") {
                let nameEnd = bytes.nameEnd(from: behind)
                if nameEnd - behind > 4, bytes[nameEnd - 4..<nameEnd].elementsEqual("-end".utf8) {
                    last[[byte, byte, byte] + bytes[behind..<nameEnd - 4]] = index
                }
            }
            return end
        }
    }

    private mutating func addTag(at index: Int, _ bytes: [UInt8]) -> Int {
        guard index + 3 < bytes.count else { return index + 1 }
        let isLiquid = bytes[index + 1] == UInt8(ascii: "%")
        let isHugo =
            bytes[index + 1] == UInt8(ascii: "{")
            && (bytes[index + 2] == UInt8(ascii: "<") || bytes[index + 2] == UInt8(ascii: "%"))
        guard isLiquid || isHugo else { return index + 1 }
        var start = index + (isLiquid ? 2 : 3)
        if start < bytes.count, bytes[start] == UInt8(ascii: "-") { start += 1 }
        while start < bytes.count, bytes[start].isBlank { start += 1 }
        if isHugo {
            guard start < bytes.count, bytes[start] == UInt8(ascii: "/") else { return index + 2 }
            start += 1
            while start < bytes.count, bytes[start].isBlank { start += 1 }
        } else {
            guard bytes.starts(with: "end", at: start, limit: bytes.count) else { return index + 2 }
            start += 3
        }
        let end = bytes.nameEnd(from: start)
        if end > start { last[Array(isHugo ? "{{".utf8 : "{%".utf8) + bytes[start..<end]] = index }
        return max(end, index + 2)
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

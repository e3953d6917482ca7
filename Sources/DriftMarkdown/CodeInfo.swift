package import DriftText

/// The parts of a code fence's info string.
extension Document {
    /// The language of a code block, as in `js`, `js{1,3}`, `js:line-numbers`, `rust,ignore` and `{.js #id}`; empty
    /// where none is named.
    package func codeLanguage(of block: Int) -> ByteRange {
        let info = blocks[block].kind == .codeBlock ? blocks[block].info : .empty
        guard !info.isEmpty else { return .empty }
        var start = info.lower
        if source.bytes[start] == UInt8(ascii: "{") {
            start += 1
            if start < info.upper, source.bytes[start] == UInt8(ascii: ".") { start += 1 }
            // Line numbers or an id alone name no language.
            guard start < info.upper, source.bytes[start].isLetter else { return .empty }
        }
        var end = start
        while end < info.upper, !source.bytes[end].isSpace, !endsLanguage(end, from: start) { end += 1 }
        return ByteRange(start, end)
    }

    /// What follows the language: line highlights, a title, attributes; for `{.js #id}` what follows within the braces.
    package func codeAttributes(of block: Int) -> ByteRange {
        let info = blocks[block].kind == .codeBlock ? blocks[block].info : .empty
        let language = codeLanguage(of: block)
        var start = language.isEmpty ? info.lower : language.upper
        while start < info.upper, source.bytes[start].isSpace { start += 1 }
        return ByteRange(start, info.upper)
    }

    private func endsLanguage(_ index: Int, from start: Int) -> Bool {
        switch source.bytes[index] {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "["): index > start
        // `c++:main.cc` names a file, `ts:line-numbers` an option.
        case UInt8(ascii: ":"): index > start
        default: false
        }
    }
}

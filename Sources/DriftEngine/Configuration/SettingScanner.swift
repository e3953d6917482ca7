/// Finds the values of keys in JavaScript, JSON, TOML and YAML alike.
struct SettingScanner {
    private let bytes: [UInt8]

    /// Comments are blanked, so that what is commented out does not count.
    ///
    /// - Parameter isScript: whether comments are those of JavaScript rather than of YAML and TOML.
    init(_ text: [UInt8], isScript: Bool) {
        var bytes = Array(text.prefix(1 << 18))
        var (index, quote) = (0, UInt8(0))
        while index < bytes.count {
            let byte = bytes[index]
            if quote != 0 {
                if byte == UInt8(ascii: "\\") { index += 1 } else if byte == quote || byte == 0x0A { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if let end = Self.endOfComment(bytes, at: index, isScript) {
                for at in index..<end { bytes[at] = 0x20 }
                index = end
                continue
            }
            index += 1
        }
        self.bytes = bytes
    }

    /// Where a comment that begins at `index` ends; nil where none begins. What follows `:` is an address.
    private static func endOfComment(_ bytes: [UInt8], at index: Int, _ isScript: Bool) -> Int? {
        guard isScript else {
            let isComment = bytes[index] == UInt8(ascii: "#") && (index == 0 || bytes[index - 1] <= 0x20)
            return isComment ? bytes[index...].firstIndex(of: 0x0A) ?? bytes.count : nil
        }
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        if bytes[index] == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
            var end = index + 2
            while end < bytes.count, bytes[end] != UInt8(ascii: "/") || bytes[end - 1] != UInt8(ascii: "*") { end += 1 }
            return min(end + 1, bytes.count)
        }
        let isComment = bytes[index] == UInt8(ascii: "/") && next == UInt8(ascii: "/")
        guard isComment, index == 0 || bytes[index - 1] != UInt8(ascii: ":") else { return nil }
        return bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
    }

    /// The text that follows a key and `:` or `=`; of a value in braces, that of its `lang`.
    func value(of key: String) -> String? { value(of: key, in: bytes[...]) }

    private func value(of key: String, in bytes: ArraySlice<UInt8>) -> String? {
        let key = Array(key.utf8)
        var index = bytes.startIndex
        while index + key.count < bytes.endIndex {
            defer { index += 1 }
            guard bytes[index] == key[0], bytes[index...].starts(with: key),
                index == bytes.startIndex || !Self.isWord(bytes[index - 1])
            else { continue }
            var at = index + key.count
            if at < bytes.endIndex, Self.isQuote(bytes[at]) { at += 1 }
            at = Self.skipBlanks(bytes, at)
            guard at < bytes.endIndex, bytes[at] == UInt8(ascii: ":") || bytes[at] == UInt8(ascii: "=") else {
                continue
            }
            at = Self.skipBlanks(bytes, at + 1)
            if let text = text(bytes[at...]) { return text }
        }
        return nil
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let first = bytes.first else { return nil }
        if first == UInt8(ascii: "{") {
            let end = bytes.firstIndex(of: UInt8(ascii: "}")) ?? bytes.endIndex
            return value(of: "lang", in: bytes[(bytes.startIndex + 1)..<end])
        }
        let isQuoted = Self.isQuote(first)
        let ends: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")]
        let word = bytes.dropFirst(isQuoted ? 1 : 0).prefix {
            isQuoted ? $0 != first && $0 != 0x0A : !ends.contains($0)
        }
        return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
    }

    /// The value of a key in the item of a YAML list that says `default: true`.
    func defaultItem(naming key: String) -> String? {
        var start = 0
        for index in bytes.indices where bytes[index] == 0x0A || index == bytes.count - 1 {
            let next = Self.skipBlanks(bytes[...], index + 1)
            guard index == bytes.count - 1 || (next + 1 < bytes.count && bytes[next] == 0x2D && bytes[next + 1] == 0x20)
            else { continue }
            let item = bytes[start...index]
            start = index + 1
            if value(of: "default", in: item) == "true", let value = value(of: key, in: item) { return value }
        }
        return nil
    }

    private static func skipBlanks(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Int {
        var index = index
        while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 || byte == 0x60 }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte == 0x5F || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}

import DriftPatterns

/// Patterns of paths as rule pages write them: `*`, `?`, and `**` across folders, for whole names anywhere in a path.
enum PathPattern {
    /// - Throws: `PatternError` for one that is too long.
    static func pattern(_ glob: String) throws(PatternError) -> Pattern {
        var text = "(?:^|/)"
        var rest = Array(glob.utf8)[...]
        if rest.first == UInt8(ascii: "/") { rest.removeFirst() }
        if rest.last == UInt8(ascii: "/") { rest.removeLast() }
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "*") where rest.first == UInt8(ascii: "*"):
                rest.removeFirst()
                // `**/` may stand for nothing.
                let hasSlash = rest.first == UInt8(ascii: "/")
                if hasSlash { rest.removeFirst() }
                text += hasSlash ? "(?:.*/)?" : ".*"
            case UInt8(ascii: "*"): text += "[^/]*"
            case UInt8(ascii: "?"): text += "[^/]"
            case _ where "\\.+()[]{}|^$".utf8.contains(byte): text += "\\" + String(UnicodeScalar(byte))
            default:
                let character = [byte] + rest.prefix { $0 & 0xC0 == 0x80 }
                rest.removeFirst(character.count - 1)
                text += String(decoding: character, as: UTF8.self)
            }
        }
        return try Pattern(text + "(?:$|/)")
    }
}
